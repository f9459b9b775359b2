import { type ExactTotals, quotientBounds, type Range } from './quotient-bounds.ts'
import type { Table } from './table.ts'
import type { MissingPolicy } from './totals.ts'

/** The totals that quotients are computed with, and which of them are exact rather than sums of the cells. */
export interface KnownTotals {
  byRegion: Float64Array
  byActivity: Float64Array
  total: number
  exact: { byRegion?: Float64Array; byActivity?: Float64Array; total?: number }
  /** Whether `byActivity` and `total` are those of a reference, of which the table is no part. */
  reference: boolean
}

export interface RoundedOptions {
  roundedTo: number
  missing: MissingPolicy
  totals: KnownTotals
  /** NaN where nothing is to be computed. */
  quotients: Float64Array
}

/** What rounding leaves open of a cell: its quotient, the cell itself, and R · A / T, all in the unit of the table. */
export interface RoundedCell {
  quotient: Range
  cell: Range
  expected: Range
}

/**
 * The bounds of every quotient of rounded numbers, one cell after the other. Sums are of ends, so a total of n cells is open
 * by n/2 multiples either way, less where cells are zero. Counted in half multiples, so that sums of them are exact.
 * @throws RangeError when a cell is no multiple of `roundedTo`, or exact totals cannot be those of the cells
 */
export function roundedBounds(table: Table, options: RoundedOptions, visit: (at: number, found: RoundedCell) => void): void {
  const half = options.roundedTo / 2
  const ranges = rangesOf(table, options)
  const sums = sumRanges(table, ranges)
  options.quotients.forEach((quotient, at) => {
    if (Number.isNaN(quotient)) return
    const region = Math.floor(at / table.activities.length)
    const activity = at % table.activities.length
    const found = boundsOf({ ranges, sums, totals: options.totals, half }, { at, region, activity })
    if (!found)
      throw new RangeError(
        `The exact totals of region «${table.regions[region]}» and activity «${table.activities[activity]}» do not fit the cells, rounded to ${options.roundedTo}. Check the totals and what the cells were rounded to.`,
      )
    visit(at, { quotient: found.quotient, cell: scaled(found.cell, half), expected: scaled(found.expected, half) })
  })
}

interface Sums {
  low: Float64Array
  /** Of the cells that have a highest number. */
  high: Float64Array
  /** How many have none. */
  open: Uint32Array
}

interface Known {
  ranges: { low: Float64Array; high: Float64Array }
  sums: { rows: Sums; columns: Sums; all: Sums }
  totals: KnownTotals
  half: number
}

interface Place {
  at: number
  region: number
  activity: number
}

function boundsOf(known: Known, place: Place): RoundedCell | null {
  const { ranges, sums, totals, half } = known
  const cell: Range = [ranges.low[place.at]!, ranges.high[place.at]!]
  const row = without(sums.rows, place.region, cell)
  const column = without(sums.columns, place.activity, cell)
  if (totals.reference) {
    const share = totals.total / totals.byActivity[place.activity]!
    const quotient = ([x, rest]: Range) => (x === 0 ? 0 : (x * share) / (x + rest))
    const expected: Range = [(cell[0] + row[0]) / share, (cell[1] + row[1]) / share]
    return { quotient: [quotient([cell[0], row[1]]), quotient([cell[1], row[0]])], cell, expected }
  }
  const rest = restOf(known, place, cell)
  const exact: ExactTotals = {
    ...(totals.exact.total !== undefined && { total: totals.exact.total / half }),
    ...(totals.exact.byRegion && { row: totals.exact.byRegion[place.region]! / half }),
    ...(totals.exact.byActivity && { column: totals.exact.byActivity[place.activity]! / half }),
  }
  const quotient = quotientBounds({ cell, row, column, rest }, exact)
  return quotient && { quotient, cell, expected: expectedRange({ cell, row, column, rest }, exact) }
}

/** R · A / T rises in the cell and in the rest of its row and column, and falls in all else. */
function expectedRange(
  { cell, row, column, rest }: Record<'cell' | 'row' | 'column' | 'rest', Range>,
  exact: ExactTotals,
): Range {
  const end = (near: 0 | 1) => {
    const total = exact.total ?? cell[near] + row[near] + column[near] + rest[1 - near]!
    const R = exact.row ?? Math.min(total, cell[near] + row[near])
    return (R * (exact.column ?? Math.min(total, cell[near] + column[near]))) / total
  }
  return [end(0), end(1)]
}

/** Everything outside the row and the column of a cell; without a highest number when one of its cells has none. */
function restOf({ sums: { rows, columns, all } }: Known, { region, activity }: Place, cell: Range): Range {
  const open = all.open[0]! > rows.open[region]! + columns.open[activity]!
  const low = all.low[0]! - rows.low[region]! - columns.low[activity]! + cell[0]
  const high = all.high[0]! - rows.high[region]! - columns.high[activity]! + cell[1]
  return [low, open ? Infinity : high]
}

function without({ low, high, open }: Sums, at: number, cell: Range): Range {
  return [low[at]! - cell[0], open[at]! > 0 ? Infinity : high[at]! - cell[1]]
}

/** From the lowest to the highest that each cell can be, in half multiples. */
function rangesOf(
  { values, regions, activities }: Table,
  { roundedTo, missing, totals }: RoundedOptions,
): { low: Float64Array; high: Float64Array } {
  const low = new Float64Array(values.length)
  const high = new Float64Array(values.length)
  const closed = totals.exact.total !== undefined
  values.forEach((value, at) => {
    if (Number.isNaN(value)) {
      high[at] = missing === 'as-zero' ? 1 : closed ? Infinity : 0
      return
    }
    const multiples = Math.round(value / roundedTo)
    if (Math.abs(value / roundedTo - multiples) > 1e-9 * Math.max(1, multiples))
      throw new RangeError(
        `The cell of region «${regions[Math.floor(at / activities.length)]}», activity «${activities[at % activities.length]}» is ${value}, which is no multiple of ${roundedTo}. Give what the numbers were rounded to, in the unit of the table.`,
      )
    low[at] = Math.max(0, 2 * multiples - 1)
    high[at] = 2 * multiples + 1
  })
  return { low, high }
}

function sumRanges({ regions, activities }: Table, { low, high }: { low: Float64Array; high: Float64Array }): Known['sums'] {
  const [rows, columns, all] = [regions.length, activities.length, 1].map((size) => ({
    low: new Float64Array(size),
    high: new Float64Array(size),
    open: new Uint32Array(size),
  })) as [Sums, Sums, Sums]
  low.forEach((value, at) => {
    const places = [
      [rows, Math.floor(at / activities.length)],
      [columns, at % activities.length],
      [all, 0],
    ] as const
    for (const [sums, place] of places) {
      sums.low[place]! += value
      if (high[at] === Infinity) sums.open[place]!++
      else sums.high[place]! += high[at]!
    }
  })
  return { rows, columns, all }
}

function scaled([low, high]: Range, factor: number): Range {
  return [low * factor, high * factor]
}
