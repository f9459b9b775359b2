import { quotientCells } from '../kernel/quotient-cells.ts'
import { checkSeries, checkTable, isSeries } from './checked-arguments.ts'
import { accepted, declareOptions, oneOf, type OptionsOf } from './declared-options.ts'
import { missingNote, type Presence } from './specialisation.ts'
import {
  isSparse,
  type Note,
  type Noted,
  type Series,
  type SparseTable,
  type Table,
  checkNumber,
  checkSameLabels,
} from './table.ts'
import { missingPolicies, type MissingPolicy, type Totals, checkSize, totalsFrom, totalsOf } from './totals.ts'

/** The options of `locationQuotient`, which `analyse` takes too. */
export const quotientOptions = declareOptions('locationQuotient', {
  /**
   * What a missing cell does to the totals of its region and activity: `leave-out` (default) sums the cells that are
   * known; `propagate` makes every quotient of that region and that activity missing; `as-zero` reads it as zero.
   */
  missing: oneOf(missingPolicies, { zero: 'as-zero', ignore: 'leave-out', skip: 'leave-out' }),
  /** The shares to compare with, by activity (a country's totals, say). Default: the sum of the table's own regions. */
  reference: accepted<Series>('a series by activity (see seriesFrom)', isSeries),
})
export interface LocationQuotientOptions extends OptionsOf<typeof quotientOptions> {}

/**
 * Location quotient, also called revealed comparative advantage (RCA): the share an activity has in a region, over the
 * share it has in all regions. 1 = as in the whole.
 * @param table  regions × activities, counts or money, zero or more
 * @returns regions × activities, a ratio ≥ 0. A cell of zero gives 0. NaN: a missing cell, a region or activity whose
 * total is zero (noted `empty-region`, `empty-activity`). A sparse table gives a sparse result: cells not stored are 0.
 * Computed as (x · T) / (R · A), so that for whole numbers a quotient that is 1 on paper is exactly 1.
 * @throws RangeError when the reference does not speak of the same activities, a number is negative or infinite, or the sums are too
 * large or too small to be divided by each other
 * Source: Balassa 1965, doi:10.1111/j.1467-9957.1965.tb00050.x; Florence 1939.
 */
export function locationQuotient(table: SparseTable, options?: LocationQuotientOptions): SparseTable & Noted
export function locationQuotient(table: Table, options?: LocationQuotientOptions): Table & Noted
export function locationQuotient(table: Table | SparseTable, options?: LocationQuotientOptions): (Table | SparseTable) & Noted
export function locationQuotient(
  table: Table | SparseTable,
  options: LocationQuotientOptions = {},
): (Table | SparseTable) & Noted {
  checkTable('locationQuotient', table)
  const { missing, reference } = quotientOptions.read(options)
  if (reference) checkSeries('locationQuotient', reference)
  const { regions, activities } = table
  const settle = settleBy(reference, activities)
  const { values, totals } = isSparse(table)
    ? sparseQuotients(table, missing, settle)
    : denseQuotients(table, { missing }, settle)
  const notes = [...totals.notes, ...emptyNotes(totals, regions, activities)]
  return isSparse(table)
    ? { regions, activities, rowStarts: table.rowStarts, columns: table.columns, values, notes }
    : { regions, activities, values, notes }
}

/** Quotients and specialisation together, in one pass over the cells. */
export function quotientsAndPresence(
  table: Table,
  { missing = 'leave-out', reference, threshold }: LocationQuotientOptions & { threshold: number },
): { quotients: Table & Noted; presence: Presence & Noted } {
  if (reference) checkSeries('locationQuotient', reference)
  const { regions, activities } = table
  const made = denseQuotients(table, { missing, threshold }, settleBy(reference, activities))
  return {
    quotients: {
      regions,
      activities,
      values: made.values,
      notes: [...made.totals.notes, ...emptyNotes(made.totals, regions, activities)],
    },
    presence: { regions, activities, values: made.presence, notes: missingNote(made.missingCells) },
  }
}

function settleBy(reference: Series | undefined, activities: readonly string[]): (totals: Totals) => Totals {
  return (totals) => {
    if (reference) useReference(totals, reference, activities)
    return totals
  }
}

/**
 * The natural logarithm of location quotients: 0 = as in the whole, and twice as much is as far from it as half as much.
 * @returns regions × activities; −Infinity where the quotient is 0 (nothing there is infinitely less), NaN where missing
 */
export function logLocationQuotient(quotients: Table): Table {
  checkTable('logLocationQuotient', quotients)
  return { ...labelsOf(quotients), values: quotients.values.map((value) => Math.log(value)) }
}

/**
 * Symmetric location quotient, (LQ − 1) / (LQ + 1): −1 = nothing there, 0 = as in the whole, towards 1 = only there.
 * @returns regions × activities, −1 to 1; NaN where missing
 * Source: Dalum, Laursen & Villumsen 1998, International Review of Applied Economics 12(3) (revealed symmetric comparative advantage).
 */
export function symmetricLocationQuotient(quotients: Table): Table {
  checkTable('symmetricLocationQuotient', quotients)
  return { ...labelsOf(quotients), values: quotients.values.map((value) => (value - 1) / (value + 1)) }
}

function labelsOf({ regions, activities }: Table): { regions: readonly string[]; activities: readonly string[] } {
  return { regions, activities }
}

interface Quotients {
  values: Float64Array
  totals: Totals
}

function denseQuotients(
  table: Table,
  { missing, threshold = null }: { missing: MissingPolicy; threshold?: number | null },
  settle: (totals: Totals) => Totals,
): Quotients & { presence: Uint8Array; missingCells: number } {
  const { regions, activities, values } = table
  const width = activities.length
  let totals!: Totals
  const made = quotientCells(
    { values, rows: regions.length, width },
    {
      threshold,
      settle: (sums) => {
        totals = settle(totalsFrom(table, missing, sums))
        return { byRow: totals.byRegion, byColumn: totals.byActivity, total: totals.total, asZero: missing === 'as-zero' }
      },
      mend: (row, quotients) => {
        for (let a = 0; a < width; a++)
          if (nearOne(quotients[a]!)) {
            const cell = values[row * width + a]!
            quotients[a] = settleNearOne(quotients[a]!, [cell, totals.total, totals.byRegion[row]!, totals.byActivity[a]!])
          }
      },
    },
  )
  return { values: made.quotients, totals, presence: made.presence, missingCells: made.missing }
}

function sparseQuotients(table: SparseTable, missing: MissingPolicy, settle: (totals: Totals) => Totals): Quotients {
  const totals = settle(totalsOf(table, missing))
  const { byRegion, byActivity, total } = totals
  const { rowStarts, columns, values } = table
  const quotients = new Float64Array(values.length)
  for (let r = 0; r < table.regions.length; r++)
    for (let at = rowStarts[r]!; at < rowStarts[r + 1]!; at++) {
      const column = byActivity[columns[at]!]!
      const value = missing === 'as-zero' ? values[at]! || 0 : values[at]!
      const ratio = quotient(value, total, byRegion[r]! * column)
      quotients[at] = nearOne(ratio) ? settleNearOne(ratio, [values[at]!, total, byRegion[r]!, column]) : ratio
    }
  return { values: quotients, totals }
}

function quotient(value: number, total: number, below: number): number {
  return below === 0 ? NaN : (value * total) / below
}

function nearOne(ratio: number): boolean {
  return ratio !== 1 && ratio > 1 - 1e-15 && ratio < 1 + 1e-15
}

/** Large whole numbers can miss 1 by the last bit; counted exactly, they do not. */
function settleNearOne(ratio: number, numbers: readonly number[]): number {
  if (!numbers.every(Number.isSafeInteger)) return ratio
  const [cell, all, row, column] = numbers.map(BigInt) as [bigint, bigint, bigint, bigint]
  return cell * all === row * column ? 1 : ratio
}

function useReference(totals: Totals, reference: Series, activities: readonly string[]): void {
  checkSameLabels('activities of the table and of the reference', activities, reference.labels)
  totals.byActivity.set(reference.values)
  reference.values.forEach((value, at) => checkNumber(value, () => `the reference, activity «${activities[at]}»`))
  totals.total = reference.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0)
  checkSize(totals.total, [reference.values])
}

function emptyNotes({ byRegion, byActivity }: Totals, regions: readonly string[], activities: readonly string[]): Note[] {
  const emptyRegions = regions.filter((_, index) => byRegion[index] === 0)
  const emptyActivities = activities.filter((_, index) => byActivity[index] === 0)
  return [
    ...(emptyRegions.length > 0
      ? [{ code: 'empty-region', message: 'These regions sum to zero, so their quotients are undefined.', regions: emptyRegions }]
      : []),
    ...(emptyActivities.length > 0
      ? [
          {
            code: 'empty-activity',
            message: 'These activities sum to zero, so their quotients are undefined.',
            activities: emptyActivities,
          },
        ]
      : []),
  ]
}
