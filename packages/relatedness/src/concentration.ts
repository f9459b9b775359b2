import { eachRow, shareRows } from './share-rows.ts'
import { checkSameLabels, type Note, type Noted, type Series, type SparseTable, type Table, toDense } from './table.ts'

/**
 * Herfindahl index of each region, Σ s² over its shares of activities.
 * @param normalised  brings the least possible, 1/n, to 0: (H − 1/n) / (1 − 1/n), n the number of activities. Default false.
 * @returns 1/n (even) to 1 (all in one); NaN for a region that sums to zero (noted). Missing cells are left out (noted).
 * Source: Herfindahl 1950; Hirschman 1964, American Economic Review 54(5).
 */
export function herfindahl(table: Table | SparseTable, { normalised = false }: { normalised?: boolean } = {}): Series & Noted {
  const rows = shareRows(table)
  const least = 1 / table.activities.length
  const values = eachRow(rows, (share) => share * share)
  return {
    labels: table.regions,
    values: normalised ? values.map((value) => (value - least) / (1 - least)) : values,
    notes: rows.notes,
  }
}

export interface SpecialisationReference {
  /** What a region is compared with: `all` regions together (default, EconGeo), or the `others` without itself (Krugman's own). */
  reference?: 'all' | 'others'
}

/**
 * Krugman specialisation index of each region: Σ |s − s̄| over activities.
 * @returns 0 (as the reference) to 2 (nothing in common); NaN for a region that sums to zero, and with `others` for the only
 * one that does not. Missing cells are left out of both sides (noted).
 * Source: Krugman 1991, Geography and Trade, MIT Press.
 */
export function krugmanIndex(table: Table | SparseTable, { reference = 'all' }: SpecialisationReference = {}): Series & Noted {
  const rows = shareRows(table)
  const { table: dense, shares, regionTotals, wholeShares } = rows
  const width = dense.activities.length
  const total = regionTotals.reduce((sum, value) => sum + value, 0)
  const values = Float64Array.from(dense.regions, (_, region) => {
    const rest = total - regionTotals[region]!
    let sum = 0
    for (let a = 0; a < width; a++) {
      const share = shares[region * width + a]!
      if (Number.isNaN(dense.values[region * width + a]!)) continue
      const others = (wholeShares[a]! * total - dense.values[region * width + a]!) / rest
      sum += Math.abs(share - (reference === 'all' ? wholeShares[a]! : others))
    }
    return sum
  })
  return { labels: dense.regions, values, notes: rows.notes }
}

/** Coefficient of specialisation: half the Krugman index, the share that would have to change activity. 0–1. Source: Hoover & Giarratani 1985. */
export function specialisationCoefficient(table: Table | SparseTable, options: SpecialisationReference = {}): Series & Noted {
  const { labels, values, notes } = krugmanIndex(table, options)
  return { labels, values: values.map((value) => value / 2), notes }
}

/**
 * Average location quotient of each region, weighted by its own shares: Σ s · (s / s̄).
 * @returns 1 (as the whole) and up; NaN for a region that sums to zero. Source: O'Donoghue & Gleave 2004.
 */
export function averageLocationQuotient(table: Table | SparseTable): Series & Noted {
  const rows = shareRows(table)
  return {
    labels: table.regions,
    values: eachRow(rows, (share, a) => (share === 0 ? 0 : (share * share) / rows.wholeShares[a]!)),
    notes: rows.notes,
  }
}

/** Hachman index: one over the average location quotient. 0 (unlike) to 1 (the same structure as the whole). Source: Hachman, University of Utah. */
export function hachman(table: Table | SparseTable): Series & Noted {
  const { labels, values, notes } = averageLocationQuotient(table)
  return { labels, values: values.map((value) => 1 / value), notes }
}

/**
 * Gini coefficient of each activity over regions, how unevenly it is spread when every region counts the same.
 * @param corrected  times n / (n − 1), so that all in one region gives 1. Default false: at most (n − 1) / n (EconGeo).
 * @returns by activity, 0 up; NaN for an activity that sums to zero (noted). Regions where the cell is missing are left out (noted).
 * Source: Gini 1921, doi:10.2307/2223319.
 */
export function gini(table: Table | SparseTable, { corrected = false }: { corrected?: boolean } = {}): Series & Noted {
  return overRegions(table, ({ values, n }) => {
    const value = lorenzArea(
      values,
      values.map(() => 1),
    )
    return corrected ? (value * n) / (n - 1) : value
  })
}

/**
 * Hoover index of each activity: the share of it that would have to move for its spread over regions to match the
 * reference, Σ |e − a| / 2.
 * @param reference  by region (population, say); `regions` (default): the table's own totals by region; `equal`: the same for each
 * @returns by activity, 0–1 (EconGeo: percent, rounded); NaN for an activity that sums to zero (noted)
 * Source: Hoover 1936, doi:10.2307/1927875.
 */
export function hooverIndex(
  table: Table | SparseTable,
  { reference = 'regions' }: { reference?: SpreadReference } = {},
): Series & Noted {
  return overRegions(
    table,
    ({ values, weights }) => {
      const [all, base] = [sumOf(values), sumOf(weights)]
      return values.reduce((sum, value, at) => sum + Math.abs(value / all - weights[at]! / base), 0) / 2
    },
    reference,
  )
}

/** What a spread is held against: a series by region, the table's totals by region, or the same for every region. */
export type SpreadReference = Series | 'regions' | 'equal'

/**
 * Hoover Gini of each activity: twice the area between the line of equality and the curve of its cumulative shares over the
 * reference's, regions ordered by the ratio of the two.
 * @returns by activity, 0 (spread as the reference) towards 1; ties in the ratio do not matter. NaN for an activity that
 * sums to zero (noted).
 * Source: Hoover 1936, doi:10.2307/1927875; EconGeo's hoover_gini, not rounded.
 */
export function hooverGini(
  table: Table | SparseTable,
  { reference = 'regions' }: { reference?: SpreadReference } = {},
): Series & Noted {
  return overRegions(table, ({ values, weights }) => lorenzArea(values, weights), reference)
}

/**
 * Locational Gini of each activity against all activity.
 * @param scale  `half` (default, Krugman and EconGeo): the area itself, 0–0.5; `full`: twice that, 0–1
 * Source: Krugman 1991, Geography and Trade, chapter 2.
 */
export function locationalGini(table: Table | SparseTable, { scale = 'half' }: { scale?: 'half' | 'full' } = {}): Series & Noted {
  const { labels, values, notes } = hooverGini(table)
  return { labels, values: scale === 'half' ? values.map((value) => value / 2) : values, notes }
}

/** Points of the curve behind the Hoover Gini of one activity: cumulative shares of the reference (x) and the activity (y), from (0, 0). */
export function hooverCurve(
  table: Table | SparseTable,
  activity: string,
  { reference = 'regions' }: { reference?: SpreadReference } = {},
): { region: string | null; x: number; y: number }[] {
  const dense = toDense(table)
  const column = dense.activities.indexOf(activity)
  if (column < 0) throw new RangeError(`There is no activity «${activity}» in the table.`)
  const { values, weights, regions } = columnOf(dense, column, weightsOf(dense, reference))
  const [all, base] = [sumOf(values), sumOf(weights)]
  let [x, y] = [0, 0]
  const points = orderByRatio(values, weights).map((at) => {
    x += weights[at]! / base
    y += values[at]! / all
    return { region: regions[at]!, x, y }
  })
  return [{ region: null, x: 0, y: 0 }, ...points]
}

interface Column {
  values: number[]
  weights: number[]
  regions: string[]
  n: number
}

function overRegions(
  table: Table | SparseTable,
  measure: (column: Column) => number,
  reference: SpreadReference = 'equal',
): Series & Noted {
  const dense = toDense(table)
  const weights = weightsOf(dense, reference)
  let missing = 0
  const empty: string[] = []
  const values = Float64Array.from(dense.activities, (activity, a) => {
    const column = columnOf(dense, a, weights)
    missing += dense.regions.length - column.n
    if (sumOf(column.values) > 0) return measure(column)
    empty.push(activity)
    return NaN
  })
  const notes: Note[] = []
  if (missing > 0)
    notes.push({
      code: 'missing-cells',
      message: `${missing} cells are missing (or have no reference); their regions are left out.`,
      cells: missing,
    })
  if (empty.length > 0)
    notes.push({
      code: 'empty-activity',
      message: 'These activities sum to zero, so nothing is defined for them.',
      activities: empty,
    })
  return { labels: dense.activities, values, notes }
}

function weightsOf(table: Table, reference: SpreadReference): Float64Array {
  if (reference === 'equal') return new Float64Array(table.regions.length).fill(1)
  if (reference === 'regions') return shareRows(table).regionTotals
  checkSameLabels('regions of the table and of the reference', table.regions, reference.labels)
  return reference.values
}

function columnOf({ regions, activities, values }: Table, activity: number, weights: Float64Array): Column {
  const cell = (r: number) => values[r * activities.length + activity]!
  const known = [...regions.keys()].filter((r) => !Number.isNaN(cell(r)) && !Number.isNaN(weights[r]!))
  return {
    values: known.map(cell),
    weights: known.map((r) => weights[r]!),
    regions: known.map((r) => regions[r]!),
    n: known.length,
  }
}

/** Twice the area between the diagonal and the curve of cumulative shares. */
function lorenzArea(values: readonly number[], weights: readonly number[]): number {
  const [all, base] = [sumOf(values), sumOf(weights)]
  let [x, y, area] = [0, 0, 0]
  for (const at of orderByRatio(values, weights)) {
    const [nextX, nextY] = [x + weights[at]! / base, y + values[at]! / all]
    area += x * nextY - nextX * y
    x = nextX
    y = nextY
  }
  return area
}

function orderByRatio(values: readonly number[], weights: readonly number[]): number[] {
  // A region with nothing of either comes first, as one with nothing of the activity does.
  const ratio = (at: number) => (values[at] === 0 ? 0 : values[at]! / weights[at]!)
  return [...values.keys()].sort((one, other) => ratio(one) - ratio(other) || one - other)
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0)
}
