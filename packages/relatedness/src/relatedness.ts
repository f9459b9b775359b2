/**
 * Regional specialisation, relatedness and economic complexity for tables of regions and activities. No dependencies;
 * Node and browser.
 * @module relatedness
 */
export * from './measures/analysis.ts'
export { coOccurrence, type PairOptions } from './measures/co-occurrence.ts'
export * from './measures/co-occurrence-measures.ts'
export * from './measures/concentration.ts'
export {
  type ComplexityOutlook,
  complexityOutlook,
  type OutlookFormula,
  type OutlookOptions,
} from './measures/complexity-outlook.ts'
export { type ComplexityOptions, type EconomicComplexity, economicComplexity } from './measures/economic-complexity.ts'
export * from './measures/diversification-options.ts'
export * from './measures/entropy-variety.ts'
export * from './measures/fitness.ts'
export * from './measures/industrial-change.ts'
export * from './measures/interregional-linkages.ts'
export { type KernelName, useKernel } from './kernel/kernel.ts'
export {
  locationQuotient,
  type LocationQuotientOptions,
  logLocationQuotient,
  symmetricLocationQuotient,
} from './measures/location-quotient.ts'
export {
  complexityAs,
  densityAs,
  outlookAs,
  type PeerConventions,
  peerConventions,
  type PeerName,
  presenceAs,
  proximityAs,
  quotientsAs,
} from './measures/peer-conventions.ts'
export * from './measures/productivity-levels.ts'
export { type CorrelationOptions, correlationProximity, proximity, type ProximityOptions } from './measures/proximity.ts'
export {
  type CellFlags,
  poissonInterval,
  type PublishedTotals,
  type QuotientInterval,
  type QuotientIntervalOptions,
  quotientInterval,
} from './measures/quotient-uncertainty.ts'
export type { NumberOptions } from './csv/csv-numbers.ts'
export type { Separator } from './csv/csv-rows.ts'
export { type CsvColumn, type CsvOptions, type CsvRecords, readCsv } from './csv/read-csv.ts'
export { type DecodedText, decodeText } from './csv/text-encoding.ts'
export * from './measures/change-lists.ts'
export * from './measures/cross-space.ts'
export * from './measures/nearest-activities.ts'
export * from './measures/normalised-ubiquity.ts'
export * from './measures/panel-analysis.ts'
export * from './measures/population-quotient.ts'
export * from './measures/product-attribute.ts'
export type { Correction } from './measures/random-presences.ts'
export * from './measures/recombination.ts'
export * from './measures/relative-relatedness.ts'
export * from './measures/significance.ts'
export * from './measures/network-backbone.ts'
export * from './measures/network-communities.ts'
export * from './measures/network-layout.ts'
export {
  type Panel,
  panelFromRecords,
  type RecordColumns,
  type RecordOptions,
  recordsFromColumns,
  seriesFrom,
  tableFromRecords,
  type TableRecord,
  toRecords,
} from './measures/records.ts'
export { type DensityOptions, relatednessDensity, relatednessDistance } from './measures/relatedness-density.ts'
export { type ReflectionOptions, type Reflections, reflections } from './measures/reflections.ts'
export * from './measures/shift-share.ts'
export {
  averageDiversity,
  averageUbiquity,
  diversity,
  missingPresence,
  type Presence,
  presenceFrom,
  specialisation,
  type SpecialisationOptions,
  ubiquity,
} from './measures/specialisation.ts'
export type { SparseAnalysis } from './measures/sparse-analysis.ts'
export { denseResult, resultAt, type SparseResult } from './measures/sparse-result.ts'
export * from './measures/structural-peers.ts'
export * from './measures/subnational-complexity.ts'
export {
  cellOf,
  type Note,
  type Noted,
  type PairMatrix,
  ranked,
  type Series,
  type SparseTable,
  sparseTableFrom,
  type Table,
  tableFrom,
  toDense,
  toSparse,
  type Unit,
  valueOf,
} from './measures/table.ts'
export type { MissingPolicy } from './measures/totals.ts'
