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
  const byRegion = new Float64Array(table.regions.length)
  const byActivity = new Float64Array(table.activities.length)
  const width = table.activities.length
  let [total, missingCells] = [0, 0]
  for (let r = 0; r < table.regions.length; r++) {
    const [from, to] = isSparse(table) ? [table.rowStarts[r]!, table.rowStarts[r + 1]!] : [r * width, (r + 1) * width]
    const columns = isSparse(table) ? table.columns : null
    let sum = 0
    for (let at = from; at < to; at++) {
      const value = table.values[at]!
      const activity = columns ? columns[at]! : at - from
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
