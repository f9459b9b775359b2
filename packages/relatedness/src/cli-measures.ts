import { coOccurrence } from './co-occurrence.ts'
import { type CoOccurrenceMeasure, coOccurrenceRelatedness } from './co-occurrence-measures.ts'
import { complexityOutlook } from './complexity-outlook.ts'
import {
  averageLocationQuotient,
  gini,
  hachman,
  herfindahl,
  hooverIndex,
  krugmanIndex,
  locationalGini,
  specialisationCoefficient,
} from './concentration.ts'
import { diversificationOptions } from './diversification-options.ts'
import { economicComplexity } from './economic-complexity.ts'
import { effectiveActivities, entropy } from './entropy-variety.ts'
import { fitness } from './fitness.ts'
import { entries, exits, growth } from './industrial-change.ts'
import { interregionalLinkages } from './interregional-linkages.ts'
import { locationQuotient, logLocationQuotient, symmetricLocationQuotient } from './location-quotient.ts'
import { proximity } from './proximity.ts'
import { quotientInterval } from './quotient-uncertainty.ts'
import type { Panel } from './records.ts'
import { reflections } from './reflections.ts'
import { relatednessDensity } from './relatedness-density.ts'
import { shiftShare } from './shift-share.ts'
import { averageUbiquity, diversity, type Presence, specialisation, ubiquity } from './specialisation.ts'
import { structuralDistances, structuralSimilarity } from './structural-peers.ts'
import type { Note, PairMatrix, Series, Table } from './table.ts'
import type { MissingPolicy } from './totals.ts'

/** What a measure may use. */
export interface MeasureInput {
  /** The year asked for, or the last. */
  table: Table
  /** All years of the file. */
  panel: Panel
  threshold: number
  missing: MissingPolicy
}

/** What a measure gives: rows of named cells, long; and the same as a table when it has two dimensions. */
export interface MeasureOutput {
  columns: readonly string[]
  rows: (string | number | null)[][]
  wide?: { corner: string; columns: readonly string[]; rows: { label: string; values: (number | null)[] }[] }
  notes: readonly Note[]
}

export interface Measure {
  summary: string
  compute: (input: MeasureInput) => MeasureOutput
}

const presenceOf = ({ table, threshold, missing }: MeasureInput): Presence & { notes: readonly Note[] } => {
  const quotients = locationQuotient(table, { missing })
  const presence = specialisation(quotients, { threshold })
  return { ...presence, notes: quotients.notes }
}

const complexityOf = (input: MeasureInput) => {
  const presence = presenceOf(input)
  return { presence, ...economicComplexity(presence) }
}

/** The measures of the command line, by name. Adding one is one entry. */
export const measures: Record<string, Measure> = {
  'location-quotient': {
    summary: 'share in the region over share in all regions (RCA)',
    compute: ({ table, missing }) => tableOutput(locationQuotient(table, { missing })),
  },
  'log-location-quotient': {
    summary: 'natural logarithm of the location quotient',
    compute: ({ table, missing }) => tableOutput(logLocationQuotient(locationQuotient(table, { missing }))),
  },
  'symmetric-location-quotient': {
    summary: '(LQ − 1) / (LQ + 1)',
    compute: ({ table, missing }) => tableOutput(symmetricLocationQuotient(locationQuotient(table, { missing }))),
  },
  'quotient-interval': { summary: 'location quotients of counts with a 95 % interval and flags', compute: intervalOutput },
  specialisation: {
    summary: '1 where the location quotient reaches the threshold',
    compute: (input) => presenceOutput(presenceOf(input)),
  },
  diversity: {
    summary: 'number of activities a region is specialised in',
    compute: (input) => regionOutput(diversity(presenceOf(input)), presenceOf(input).notes),
  },
  ubiquity: {
    summary: 'number of regions specialised in an activity',
    compute: (input) => activityOutput(ubiquity(presenceOf(input)), presenceOf(input).notes),
  },
  'average-ubiquity': {
    summary: 'mean ubiquity of a region’s activities',
    compute: (input) => regionOutput(averageUbiquity(presenceOf(input)), []),
  },
  proximity: {
    summary: 'minimum conditional probability of two activities',
    compute: (input) => pairOutput(proximity(presenceOf(input)), 'activity'),
  },
  'region-proximity': {
    summary: 'the same of two regions',
    compute: (input) => pairOutput(proximity(presenceOf(input), { of: 'regions' }), 'region'),
  },
  ...Object.fromEntries(
    (['association', 'cosine', 'jaccard', 'probability'] satisfies CoOccurrenceMeasure[]).map((name) => [
      name === 'probability' ? 'probability-index' : name,
      {
        summary: `${name} of co-occurring specialisations (van Eck & Waltman)`,
        compute: (input: MeasureInput) => pairOutput(coOccurrenceRelatedness(coOccurrence(presenceOf(input)), name), 'activity'),
      },
    ]),
  ),
  density: {
    summary: 'relatedness density without the own diagonal, share 0–1',
    compute: (input) => tableOutput(relatednessDensity(presenceOf(input))),
  },
  eci: {
    summary: 'economic complexity index of regions',
    compute: (input) => regionOutput(complexityOf(input).eci, complexityOf(input).notes),
  },
  pci: {
    summary: 'complexity index of activities',
    compute: (input) => activityOutput(complexityOf(input).pci, complexityOf(input).notes),
  },
  fitness: {
    summary: 'fitness of regions (Tacchella)',
    compute: (input) => regionOutput(fitness(presenceOf(input)).fitness, fitness(presenceOf(input)).notes),
  },
  'fitness-complexity': {
    summary: 'complexity of activities by the fitness algorithm',
    compute: (input) => activityOutput(fitness(presenceOf(input)).complexity, fitness(presenceOf(input)).notes),
  },
  reflections: {
    summary: 'method of reflections of regions, step 18',
    compute: (input) => regionOutput(reflections(presenceOf(input), { steps: 18 }).regions[18]!, []),
  },
  'outlook-index': {
    summary: 'complexity outlook index (COI)',
    compute: (input) => regionOutput(outlookOf(input).index, outlookOf(input).notes),
  },
  'outlook-gain': {
    summary: 'complexity outlook gain (COG), the Atlas formula',
    compute: (input) => tableOutput({ ...outlookOf(input).gain, notes: outlookOf(input).notes }),
  },
  options: { summary: 'diversification options with density, complexity and quadrant', compute: optionsOutput },
  entropy: { summary: 'Shannon entropy of a region, bits', compute: ({ table }) => noted(entropy(table), 'region') },
  'effective-activities': {
    summary: 'two to the power of the entropy',
    compute: ({ table }) => noted(effectiveActivities(table), 'region'),
  },
  herfindahl: { summary: 'Herfindahl index of a region', compute: ({ table }) => noted(herfindahl(table), 'region') },
  krugman: {
    summary: 'Krugman specialisation index of a region, 0–2',
    compute: ({ table }) => noted(krugmanIndex(table), 'region'),
  },
  'specialisation-coefficient': {
    summary: 'half the Krugman index',
    compute: ({ table }) => noted(specialisationCoefficient(table), 'region'),
  },
  'average-location-quotient': {
    summary: 'average location quotient of a region',
    compute: ({ table }) => noted(averageLocationQuotient(table), 'region'),
  },
  hachman: { summary: 'Hachman index of a region, 0–1', compute: ({ table }) => noted(hachman(table), 'region') },
  gini: { summary: 'Gini coefficient of an activity over regions', compute: ({ table }) => noted(gini(table), 'activity') },
  'locational-gini': {
    summary: 'locational Gini of an activity, 0–0.5',
    compute: ({ table }) => noted(locationalGini(table), 'activity'),
  },
  hoover: {
    summary: 'Hoover index of an activity against all activity, 0–1',
    compute: ({ table }) => noted(hooverIndex(table), 'activity'),
  },
  'structural-distance': {
    summary: 'Jensen–Shannon distance of two regions’ structures',
    compute: ({ table }) => pairOutput(structuralDistances(table), 'region'),
  },
  'structural-overlap': {
    summary: 'sum of the smaller shares of two regions',
    compute: ({ table }) => pairOutput(structuralSimilarity(table), 'region'),
  },
  linkages: {
    summary: 'complementary linkages of two regions',
    compute: (input) => pairOutput({ ...linkagesOf(input).byRegion, notes: linkagesOf(input).notes }, 'region'),
  },
  'shift-share': { summary: 'change from the first year to the last in three parts, by region', compute: shiftOutput },
  growth: {
    summary: 'relative growth from the first year to the last',
    compute: ({ panel }) => tableOutput({ ...betweenYears(panel, growth).relative, notes: betweenYears(panel, growth).notes }),
  },
  entry: {
    summary: 'specialisations entered between the first year and the last',
    compute: (input) => tableOutput(changeOf(input, entries)),
  },
  exit: {
    summary: 'specialisations left between the first year and the last',
    compute: (input) => tableOutput(changeOf(input, exits)),
  },
}

const outlookOf = (input: MeasureInput) => {
  const { presence, pci } = complexityOf(input)
  return complexityOutlook(presence, pci)
}

const linkagesOf = (input: MeasureInput) => {
  const presence = presenceOf(input)
  return interregionalLinkages(presence, proximity(presence))
}

function betweenYears<T>({ years, tables }: Panel, work: (start: Table, end: Table) => T): T {
  if (tables.length < 2)
    throw new RangeError(
      `This measure needs two years or more; the file has ${years[0] ? `only ${years[0]}` : 'no column of years'}.`,
    )
  return work(tables[0]!, tables.at(-1)!)
}

function changeOf(input: MeasureInput, work: (before: Presence, after: Presence) => { cells: Table }): Table {
  const at = (table: Table) => presenceOf({ ...input, table })
  return betweenYears(input.panel, (start, end) => work(at(start), at(end)).cells)
}

const cell = (value: number) => (Number.isNaN(value) ? null : value)

function tableOutput({ regions, activities, values, notes = [] }: Table & { notes?: readonly Note[] }): MeasureOutput {
  const rows = regions.map((label, r) => ({ label, values: activities.map((_, a) => cell(values[r * activities.length + a]!)) }))
  return {
    columns: ['region', 'activity', 'value'],
    rows: rows.flatMap(({ label, values: cells }) => cells.map((value, a) => [label, activities[a]!, value])),
    wide: { corner: 'region', columns: activities, rows },
    notes,
  }
}

function pairOutput(
  { labels, values, notes = [] }: PairMatrix & { notes?: readonly Note[] },
  what: 'region' | 'activity',
): MeasureOutput {
  const rows = labels.map((label, i) => ({ label, values: labels.map((_, j) => cell(values[i * labels.length + j]!)) }))
  return {
    columns: [what, `other_${what}`, 'value'],
    rows: rows.flatMap(({ label, values: cells }) => cells.map((value, j) => [label, labels[j]!, value])),
    wide: { corner: what, columns: labels, rows },
    notes,
  }
}

const seriesOutput = ({ labels, values }: Series, what: string, notes: readonly Note[]): MeasureOutput => ({
  columns: [what, 'value'],
  rows: labels.map((label, at) => [label, cell(values[at]!)]),
  notes,
})
const regionOutput = (series: Series, notes: readonly Note[]) => seriesOutput(series, 'region', notes)
const activityOutput = (series: Series, notes: readonly Note[]) => seriesOutput(series, 'activity', notes)
const noted = (series: Series & { notes: readonly Note[] }, what: 'region' | 'activity') =>
  seriesOutput(series, what, series.notes)

function presenceOutput({ regions, activities, values, notes }: Presence & { notes: readonly Note[] }): MeasureOutput {
  return tableOutput({ regions, activities, values: Float64Array.from(values, (value) => (value === 255 ? NaN : value)), notes })
}

function intervalOutput({ table, threshold, missing }: MeasureInput): MeasureOutput {
  const { quotient, lower, upper, uncertain, small, notes } = quotientInterval(
    { ...table, unit: 'count' },
    { threshold, missing },
  )
  const flag = (value: number) => (value === 255 ? null : value)
  const rows = table.regions.flatMap((region, r) =>
    table.activities.map((activity, a) => {
      const at = r * table.activities.length + a
      return [
        region,
        activity,
        cell(quotient.values[at]!),
        cell(lower.values[at]!),
        cell(upper.values[at]!),
        flag(uncertain.values[at]!),
        flag(small.values[at]!),
      ]
    }),
  )
  return { columns: ['region', 'activity', 'quotient', 'lower', 'upper', 'uncertain', 'small'], rows, notes }
}

function optionsOutput(input: MeasureInput): MeasureOutput {
  const { presence, pci } = complexityOf(input)
  const { options, notes } = diversificationOptions({ presence, density: relatednessDensity(presence), pci })
  return {
    columns: ['region', 'activity', 'density', 'complexity', 'quadrant', 'score'],
    rows: options.map(({ region, activity, density, complexity, quadrant, score }) => [
      region,
      activity,
      density,
      complexity,
      quadrant,
      score,
    ]),
    notes,
  }
}

function shiftOutput({ panel }: MeasureInput): MeasureOutput {
  const { byRegion, notes } = betweenYears(panel, shiftShare)
  const parts = [byRegion.change, byRegion.national, byRegion.industryMix, byRegion.regionalShift]
  return {
    columns: ['region', 'change', 'national', 'industry_mix', 'regional_shift'],
    rows: byRegion.change.labels.map((region, r) => [region, ...parts.map(({ values }) => cell(values[r]!))]),
    notes,
  }
}
