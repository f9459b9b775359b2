/**
 * Regional specialisation, relatedness and economic complexity for tables of regions and activities. No dependencies;
 * Node and browser.
 * @module relatedness
 */
export * from './analysis.ts'
export { coOccurrence, type PairOptions } from './co-occurrence.ts'
export * from './co-occurrence-measures.ts'
export * from './concentration.ts'
export { type ComplexityOutlook, complexityOutlook, type OutlookOptions } from './complexity-outlook.ts'
export { type ComplexityOptions, type EconomicComplexity, economicComplexity } from './economic-complexity.ts'
export * from './diversification-options.ts'
export * from './entropy-variety.ts'
export * from './fitness.ts'
export * from './industrial-change.ts'
export * from './interregional-linkages.ts'
export { type KernelName, useKernel } from './kernel.ts'
export * from './location-quotient.ts'
export * from './productivity-levels.ts'
export { correlationProximity, proximity, type ProximityOptions } from './proximity.ts'
export {
  type CellFlags,
  poissonInterval,
  type PublishedTotals,
  type QuotientInterval,
  type QuotientIntervalOptions,
  quotientInterval,
} from './quotient-uncertainty.ts'
export type { NumberOptions } from './csv-numbers.ts'
export type { Separator } from './csv-rows.ts'
export { type CsvColumn, type CsvOptions, type CsvRecords, readCsv } from './read-csv.ts'
export * from './records.ts'
export { type DensityOptions, relatednessDensity, relatednessDistance } from './relatedness-density.ts'
export { type Reflections, reflections } from './reflections.ts'
export * from './shift-share.ts'
export {
  averageDiversity,
  averageUbiquity,
  diversity,
  missingPresence,
  type Presence,
  presenceFrom,
  specialisation,
  ubiquity,
} from './specialisation.ts'
export * from './structural-peers.ts'
export * from './subnational-complexity.ts'
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
} from './table.ts'
export type { MissingPolicy } from './totals.ts'
