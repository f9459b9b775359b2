import { checkTable } from './checked-arguments.ts'
import { shareRows } from './share-rows.ts'
import { checkSameLabels, type Note, type Noted, type Series, type SparseTable, type Table, toDense } from './table.ts'

/** What a spread is held against: a series by region, the table's totals by region, or the same for every region. */
export type SpreadReference = Series | 'regions' | 'equal'

/** An activity over the regions where both it and the reference are known. */
export interface Spread {
  values: readonly number[]
  weights: readonly number[]
  regions: readonly string[]
  /** Regions left out because the cell or the reference is missing. */
  unknown: readonly string[]
}

/** A place on the curve of cumulative shares: `x` of the reference, `y` of the activity; the first has no region. */
export interface CurvePoint {
  region: string | null
  x: number
  y: number
}

/** One number for each activity that has something, and a reference that has; NaN and a note for the others. */
export function eachSpread(
  input: Table | SparseTable,
  reference: SpreadReference,
  measure: (spread: Spread) => number,
): Series & Noted {
  checkTable('This measure', input)
  const table = toDense(input)
  const weights = weightsOf(table, reference)
  const spreads = table.activities.map((_, activity) => spreadOf(table, activity, weights))
  const values = Float64Array.from(spreads, (spread) => (isDefined(spread) ? measure(spread) : NaN))
  return { labels: table.activities, values, notes: spreadNotes(table.activities, spreads) }
}

/** The spread of one activity, with notes. @throws RangeError when the table has no such activity */
export function spreadOfActivity(input: Table | SparseTable, activity: string, reference: SpreadReference): Spread & Noted {
  checkTable('hooverCurve', input)
  const table = toDense(input)
  const column = table.activities.indexOf(activity)
  if (column < 0) throw new RangeError(`There is no activity «${activity}» in the table.`)
  const spread = spreadOf(table, column, weightsOf(table, reference))
  return { ...spread, notes: spreadNotes([activity], [spread]) }
}

/**
 * Twice the area between the diagonal and the curve of cumulative shares: Σ (X·y − Y·x) / (ΣX ΣY) over regions in order of
 * y / x, X and Y being what came before. No term is below zero in that order; one that rounding puts there is taken as zero.
 */
export function lorenzArea({ values, weights }: Spread): number {
  let [before, weightBefore, area] = [0, 0, 0]
  for (const at of orderByRatio(values, weights)) {
    area += Math.max(0, weightBefore * values[at]! - before * weights[at]!)
    before += values[at]!
    weightBefore += weights[at]!
  }
  return area / (before * weightBefore)
}

/** The curve from (0, 0) to (1, 1); NaN where the activity or the reference sums to zero. */
export function lorenzPoints({ values, weights, regions }: Spread): CurvePoint[] {
  const [all, base] = [sumOf(values), sumOf(weights)]
  let [before, weightBefore] = [0, 0]
  const points = orderByRatio(values, weights).map((at): CurvePoint => {
    before += values[at]!
    weightBefore += weights[at]!
    return { region: regions[at]!, x: weightBefore / base, y: before / all }
  })
  return [{ region: null, x: 0, y: 0 }, ...points]
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0)
}

function isDefined({ values, weights }: Spread): boolean {
  return sumOf(values) > 0 && sumOf(weights) > 0
}

function weightsOf(table: Table, reference: SpreadReference): Float64Array {
  if (reference === 'equal') return new Float64Array(table.regions.length).fill(1)
  if (reference === 'regions') return shareRows(table).regionTotals
  checkSameLabels('regions of the table and of the reference', table.regions, reference.labels)
  reference.values.forEach((value, region) => {
    if (value < 0 || value === Infinity)
      throw new RangeError(`The reference of region «${table.regions[region]}» is ${value}; it must be 0 or more, or missing.`)
  })
  return reference.values
}

function spreadOf({ regions, activities, values }: Table, activity: number, weights: Float64Array): Spread {
  const cell = (r: number) => values[r * activities.length + activity]!
  const isKnown = (r: number) => !Number.isNaN(cell(r)) && !Number.isNaN(weights[r]!)
  const known = [...regions.keys()].filter(isKnown)
  return {
    values: known.map(cell),
    weights: known.map((r) => weights[r]!),
    regions: known.map((r) => regions[r]!),
    unknown: known.length === regions.length ? [] : regions.filter((_, r) => !isKnown(r)),
  }
}

function orderByRatio(values: readonly number[], weights: readonly number[]): number[] {
  // A region with nothing of either comes first, as one with nothing of the activity does.
  const ratios = values.map((value, at) => (value === 0 ? 0 : value / weights[at]!))
  return [...values.keys()].sort((one, other) => (ratios[one] === ratios[other] ? one - other : ratios[one]! - ratios[other]!))
}

function spreadNotes(activities: readonly string[], spreads: readonly Spread[]): Note[] {
  const notes: Note[] = []
  const cells = spreads.reduce((sum, { unknown }) => sum + unknown.length, 0)
  if (cells > 0)
    notes.push({
      code: 'missing-cells',
      message: `${cells} cells are missing (or have no reference); their regions are left out of the activity.`,
      regions: [...new Set(spreads.flatMap(({ unknown }) => unknown))],
      cells,
    })
  const empty = activities.filter((_, a) => !(sumOf(spreads[a]!.values) > 0))
  if (empty.length > 0)
    notes.push({
      code: 'empty-activity',
      message: 'These activities sum to zero, so nothing is defined for them.',
      activities: empty,
    })
  const unmatched = activities.filter((_, a) => sumOf(spreads[a]!.values) > 0 && !isDefined(spreads[a]!))
  if (unmatched.length > 0)
    notes.push({
      code: 'no-reference',
      message: 'The reference sums to zero in the regions that are known, so there is nothing to hold these activities against.',
      activities: unmatched,
    })
  return notes
}
