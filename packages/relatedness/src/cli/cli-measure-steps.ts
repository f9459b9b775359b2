import type { MeasureInput } from './cli-input.ts'
import type { GridOutput, RowsOutput } from './cli-output.ts'
import { companionGroups, companionSeries } from '../csv/companion-file.ts'
import { complexityOutlook } from '../measures/complexity-outlook.ts'
import { diversificationOptions } from '../measures/diversification-options.ts'
import { economicComplexity, type EconomicComplexity } from '../measures/economic-complexity.ts'
import { variety } from '../measures/entropy-variety.ts'
import type { Change } from '../measures/industrial-change.ts'
import { type InterregionalLinkages, interregionalLinkages } from '../measures/interregional-linkages.ts'
import { locationQuotient } from '../measures/location-quotient.ts'
import { complexityAs, densityAs, outlookAs, proximityAs, quotientsAs } from '../measures/peer-conventions.ts'
import { proximity } from '../measures/proximity.ts'
import { quotientInterval } from '../measures/quotient-uncertainty.ts'
import { relatednessDensity } from '../measures/relatedness-density.ts'
import type { ShiftShare } from '../measures/shift-share.ts'
import { missingPresence, type Presence, specialisation } from '../measures/specialisation.ts'
import { structuralDistances } from '../measures/structural-peers.ts'
import type { Note, Noted, PairMatrix, Series, Table } from '../measures/table.ts'

/** The largest matrix of pairs that is made. */
const mostPairs = 25_000_000

/** Location quotients of a table, against the reference when one is given. */
export function quotientsOf(input: MeasureInput, table: Table = input.table): Table & Noted {
  const { peer, reference } = input
  const totals = reference && companionSeries(reference, table.activities)
  const quotients = peer
    ? quotientsAs(peer, table, totals)
    : locationQuotient(table, { missing: input.missing, reference: totals })
  return { ...quotients, notes: joined(...(totals ? [totals] : []), quotients) }
}

/** What each region is specialised in, with the notes of the quotients. */
export function presenceOf(input: MeasureInput, table?: Table): Presence & Noted {
  const quotients = quotientsOf(input, table)
  const presence = specialisation(quotients, { threshold: input.threshold })
  return { ...presence, notes: joined(quotients, presence) }
}

/** Complexity with all notes on the way to it. */
export function complexityOf(input: MeasureInput): EconomicComplexity & { presence: Presence } {
  const presence = presenceOf(input)
  const complexity = input.peer ? complexityAs(input.peer, presence) : economicComplexity(presence)
  return { ...complexity, presence, notes: joined(presence, complexity) }
}

/** The outlook with all notes on the way to it. */
export function outlookOf(input: MeasureInput): Noted & { index: Series; gain: Table } {
  const complexity = complexityOf(input)
  const { presence } = complexity
  const { peer } = input
  const near = peer && nearOf(input, presence)
  const outlook = near
    ? outlookAs(peer, { presence, complexity, near, density: densityAs(peer, presence, near) })
    : (input.nearness?.outlook ?? complexityOutlook(presence, complexity.pci))
  return { ...outlook, notes: joined(complexity, outlook) }
}

/** How near activities are: minimum proximity, or as the peer has it. */
export function nearOf({ peer }: MeasureInput, presence: Presence): PairMatrix & Noted {
  return peer ? proximityAs(peer, presence) : proximity(presence)
}

/** Relatedness density, or as the peer has it. @param presence  that of the input's table */
export function densityOf({ peer, nearness }: MeasureInput, presence: Presence): Table & Noted {
  return peer ? densityAs(peer, presence) : (nearness?.density ?? relatednessDensity(presence))
}

/** Linkages by minimum proximity, with all notes on the way to them. */
export function linkagesOf(input: MeasureInput): InterregionalLinkages {
  const presence = presenceOf(input)
  checkPairs('activity', presence.activities)
  checkPairs('region', presence.regions)
  const linkages = interregionalLinkages(presence, proximity(presence))
  return { ...linkages, notes: joined(presence, linkages) }
}

/** A table or a presence as output, with the notes of whatever it came from. */
export function gridOf(
  { regions, activities, values, ...own }: (Table | Presence) & Partial<Noted>,
  ...sources: readonly Noted[]
): GridOutput {
  const numbers =
    values instanceof Uint8Array ? Float64Array.from(values, (value) => (value === missingPresence ? NaN : value)) : values
  return { names: ['region', 'activity'], rows: regions, columns: activities, values: numbers, notes: joined(...sources, own) }
}

/** A matrix of pairs as output. @throws RangeError before it is made, when it would be too large */
export function pairsOf(
  of: 'region' | 'activity',
  labels: readonly string[],
  make: () => PairMatrix & Partial<Noted>,
  ...sources: readonly Noted[]
): GridOutput {
  checkPairs(of, labels)
  const { values, ...own } = make()
  return { names: [of, `other_${of}`], rows: labels, columns: labels, values, notes: joined(...sources, own) }
}

/** A series as output. */
export function listOf(
  of: 'region' | 'activity',
  { labels, values, ...own }: Series & Partial<Noted>,
  ...sources: readonly Noted[]
): RowsOutput {
  return { columns: [of, 'value'], rows: labels.map((label, at) => [label, values[at]!]), notes: joined(...sources, own) }
}

/** Entries or exits between two years. */
export function changeOf(input: MeasureInput, work: (before: Presence, after: Presence) => Change): GridOutput {
  const { start, end } = input.period
  const [before, after] = [presenceOf(input, start), presenceOf(input, end)]
  return gridOf(work(before, after).cells, before, after)
}

/** Quotients with their intervals and flags. */
export function intervalRows(input: MeasureInput): RowsOutput {
  const { table, threshold, missing, unit, level, smallest, countsPerUnit, roundedTo, interval: kind, reference } = input
  const totals = reference && companionSeries(reference, table.activities)
  const options = {
    threshold,
    missing,
    level,
    smallest,
    countsPerUnit,
    ...(totals && { reference: totals }),
    ...(roundedTo !== undefined && { roundedTo }),
    ...(kind && { kind }),
  }
  const found = quotientInterval({ ...table, unit }, options)
  const flag = (value: number) => (value === missingPresence ? NaN : value)
  const cells = cellRows(table, [
    found.quotient.values,
    found.lower.values,
    found.upper.values,
    Float64Array.from(found.uncertain.values, flag),
    Float64Array.from(found.small.values, flag),
  ])
  const columns = ['region', 'activity', 'quotient', 'lower', 'upper', 'uncertain', 'small']
  return { columns, rows: cells, notes: joined(...(totals ? [totals] : []), found) }
}

/** Diversification options of every region, best first. */
export function optionRows(input: MeasureInput): RowsOutput {
  const { presence, pci, notes } = complexityOf(input)
  const density = densityOf(input, presence)
  const { options, notes: own } = diversificationOptions({ presence, density, pci })
  return {
    columns: ['region', 'activity', 'density', 'complexity', 'quadrant', 'score'],
    rows: options.map((option) => [
      option.region,
      option.activity,
      option.density,
      option.complexity,
      option.quadrant,
      option.score,
    ]),
    notes: joined({ notes }, density, { notes: own }),
  }
}

/** Variety over the groups of the second file. */
export function varietyRows({ table, companion }: MeasureInput): RowsOutput {
  const { groups, notes } = companionGroups(companion, table.activities)
  const found = variety(table, groups)
  const parts = [found.total, found.unrelated, found.related]
  return {
    columns: ['region', 'total', 'unrelated', 'related'],
    rows: table.regions.map((region, r) => [region, ...parts.map(({ values }) => values[r]!)]),
    notes: joined({ notes }, found),
  }
}

/** The five regions nearest to each; ties in the order of the table. */
export function nearestPeers({ table }: MeasureInput): RowsOutput {
  const { regions } = table
  checkPairs('region', regions)
  const { values, notes } = structuralDistances(table)
  const rows = regions.flatMap((region, r) =>
    regions
      .map((peer, at) => ({ peer, at, distance: values[r * regions.length + at]! }))
      .filter(({ at, distance }) => at !== r && !Number.isNaN(distance))
      .sort((one, other) => one.distance - other.distance || one.at - other.at)
      .slice(0, 5)
      .map(({ peer, distance }, rank) => [region, rank + 1, peer, distance]),
  )
  return { columns: ['region', 'rank', 'peer', 'distance'], rows, notes }
}

/** The parts of a shift-share by region. */
export function shiftRows({ byRegion, notes }: ShiftShare): RowsOutput {
  const parts = [byRegion.change, byRegion.national, byRegion.industryMix, byRegion.regionalShift]
  return {
    columns: ['region', 'change', 'national', 'industry_mix', 'regional_shift'],
    rows: byRegion.change.labels.map((region, r) => [region, ...parts.map(({ values }) => values[r]!)]),
    notes,
  }
}

/** The same by region and activity. */
export function shiftCells({ change, national, industryMix, regionalShift, notes }: ShiftShare): RowsOutput {
  const parts = [change, national, industryMix, regionalShift].map(({ values }) => values)
  return {
    columns: ['region', 'activity', 'change', 'national', 'industry_mix', 'regional_shift'],
    rows: cellRows(change, parts),
    notes,
  }
}

/** Rows are made as they are written. */
function* cellRows({ regions, activities }: Table, parts: readonly Float64Array[]): Generator<(string | number)[]> {
  for (let r = 0, at = 0; r < regions.length; r++)
    for (let a = 0; a < activities.length; a++, at++) yield [regions[r]!, activities[a]!, ...parts.map((values) => values[at]!)]
}

function checkPairs(of: 'region' | 'activity', labels: readonly string[]): void {
  if (labels.length ** 2 <= mostPairs) return
  const plural = of === 'region' ? 'regions' : 'activities'
  throw new RangeError(
    `${labels.length} ${plural} have ${labels.length ** 2} pairs; the command makes at most ${mostPairs}. Choose fewer, or call the functions themselves.`,
  )
}

/** The notes of everything a result came from, each once. */
function joined(...sources: readonly Partial<Noted>[]): Note[] {
  const notes = sources.flatMap((source) => source.notes ?? [])
  const texts = notes.map((note) => JSON.stringify(note))
  return notes.filter((_, at) => texts.indexOf(texts[at]!) === at)
}
