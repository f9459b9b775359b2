import { type CellTotals, sumCells } from '../kernel/quotient-cells.ts'
import { isSparse, type Note, type SparseTable, type Table } from './table.ts'

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
 * Under `propagate`, totals that a missing cell belongs to are NaN, but the total of all is the sum of what is known.
 */
export function totalsOf(table: Table | SparseTable, missing: MissingPolicy): Totals {
  return isSparse(table) ? sparseTotals(table, missing) : denseTotals(table, missing)
}

function denseTotals(table: Table, policy: MissingPolicy): Totals {
  return totalsFrom(table, policy, sumCells({ values: table.values, rows: table.regions.length, width: table.activities.length }))
}

/** The totals of a dense table from the sums of its known cells, which they may change. */
export function totalsFrom({ activities, values }: Table, policy: MissingPolicy, sums: CellTotals): Totals {
  const width = activities.length
  const { byRow, byColumn, missing } = sums
  const total = byRow.reduce((sum, row) => sum + row, 0)
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
      byActivity[activity]! += value
      sum += value
    }
    byRegion[r]! += sum
    total += sum
  }
  return { byRegion, byActivity, total, notes: missingNotes(missingCells, missing) }
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
