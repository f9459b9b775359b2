import { type CellTotals, sumCells } from '../kernel/quotient-cells.ts'
import { checkCells, checkNumber, isSparse, type Note, type SparseTable, type Table } from './table.ts'

/** What a missing cell does to a total it belongs to. */
export type MissingPolicy = 'leave-out' | 'propagate' | 'as-zero'
export const missingPolicies = ['leave-out', 'propagate', 'as-zero'] as const satisfies MissingPolicy[]

export interface Totals {
  byRegion: Float64Array
  byActivity: Float64Array
  total: number
  notes: Note[]
}

/**
 * Sums of a table by region, by activity and in all, with a note of how many cells were missing.
 * @throws RangeError when a cell is negative or infinite, or the sums are too large or too small to divide by each other
 * Under `propagate`, totals that a missing cell belongs to are NaN, but the total of all is the sum of what is known.
 */
export function totalsOf(table: Table | SparseTable, missing: MissingPolicy): Totals {
  return isSparse(table) ? sparseTotals(table, missing) : denseTotals(table, missing)
}

function denseTotals(table: Table, policy: MissingPolicy): Totals {
  return totalsFrom(table, policy, sumCells({ values: table.values, rows: table.regions.length, width: table.activities.length }))
}

/** The totals of a dense table from the sums of its known cells, which they may change. */
export function totalsFrom(table: Table, policy: MissingPolicy, sums: CellTotals): Totals {
  const { activities, values } = table
  const width = activities.length
  const { byRow, byColumn, missing, wrong } = sums
  if (wrong > 0) checkCells(table)
  const total = byRow.reduce((sum, row) => sum + row, 0)
  checkSize(total, [byRow, byColumn])
  if (missing > 0 && policy === 'propagate')
    values.forEach((value, at) => {
      if (Number.isNaN(value)) byRow[Math.floor(at / width)] = byColumn[at % width] = NaN
    })
  return { byRegion: byRow, byActivity: byColumn, total, notes: missingNotes(missing, policy) }
}

function sparseTotals(table: SparseTable, missing: MissingPolicy): Totals {
  const byRegion = new Float64Array(table.regions.length)
  const byActivity = new Float64Array(table.activities.length)
  let [total, missingCells] = [0, 0]
  for (let r = 0; r < table.regions.length; r++) {
    let sum = 0
    for (let at = table.rowStarts[r]!; at < table.rowStarts[r + 1]!; at++) {
      const value = table.values[at]!
      const activity = table.columns[at]!
      if (Number.isNaN(value)) {
        missingCells++
        if (missing === 'propagate') byRegion[r] = byActivity[activity] = NaN
        continue
      }
      checkNumber(value, () => `region «${table.regions[r]}», activity «${table.activities[activity]}»`)
      byActivity[activity]! += value
      sum += value
    }
    byRegion[r]! += sum
    total += sum
  }
  checkSize(total, [byRegion, byActivity])
  return { byRegion, byActivity, total, notes: missingNotes(missingCells, missing) }
}

/** What sums may be, so that products of two can be held and divided by each other. */
const [leastSum, mostSum] = [1e-150, 1e150]

/** @throws RangeError when a sum that is not zero is too small, or the sum of all too large, to be multiplied by another */
export function checkSize(total: number, sums: readonly Float64Array[]): void {
  let least = Infinity
  for (const list of sums) for (const sum of list) if (sum > 0 && sum < least) least = sum
  if (!(total > mostSum) && !(least < leastSum)) return
  const [what, sum] = total > mostSum ? ['sum of the table', total] : ['smallest sum of a region or activity', least]
  throw new RangeError(
    `The ${what} is ${sum}, but must be between ${leastSum} and ${mostSum} to be divided by others. Give the numbers in another unit, or zero for what is nothing.`,
  )
}

const consequences: Record<MissingPolicy, string> = {
  'leave-out': 'the totals are of the cells that are known, so quotients beside them are a little too high',
  propagate: 'every quotient of their regions and activities is missing too',
  'as-zero': 'they were read as zero',
}

function missingNotes(cells: number, missing: MissingPolicy): Note[] {
  if (cells === 0) return []
  return [{ code: 'missing-cells', message: `${cells} cells are missing; ${consequences[missing]}.`, cells }]
}
