import { checkTable } from './checked-arguments.ts'
import { checkCells, type Note, type SparseTable, type Table, toDense } from './table.ts'
import { checkSize } from './totals.ts'

/** The rows of a table as shares of their known sum, with the sums; what these measures of structure begin from. */
export interface ShareRows {
  table: Table
  /** regions × activities, each known row summing to 1; NaN in missing cells and in rows that sum to zero. */
  shares: Float64Array
  /** Sum of each region's known cells. */
  regionTotals: Float64Array
  /** Share of each activity in the sum of all known cells. */
  wholeShares: Float64Array
  notes: Note[]
}

/** Shares within regions. Missing cells are left out of the sums (noted); a region that sums to zero is undefined (noted). */
export function shareRows(input: Table | SparseTable): ShareRows {
  checkTable('This measure', input)
  const table = toDense(input)
  checkCells(table)
  const { regions, activities, values } = table
  const width = activities.length
  const regionTotals = new Float64Array(regions.length)
  const wholeShares = new Float64Array(width)
  let [missing, total] = [0, 0]
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    if (Number.isNaN(value)) missing++
    else {
      regionTotals[Math.floor(at / width)]! += value
      wholeShares[at % width]! += value
      total += value
    }
  }
  checkSize(total, [regionTotals, wholeShares])
  const shares = values.map((value, at) => {
    const sum = regionTotals[Math.floor(at / width)]!
    return sum === 0 ? NaN : value / sum
  })
  const empty = regions.filter((_, at) => regionTotals[at] === 0)
  const notes: Note[] = []
  if (missing > 0)
    notes.push({
      code: 'missing-cells',
      message: `${missing} cells are missing; shares are of the cells that are known.`,
      cells: missing,
    })
  if (empty.length > 0)
    notes.push({ code: 'empty-region', message: 'These regions sum to zero, so nothing is defined for them.', regions: empty })
  return { table, shares, regionTotals, wholeShares: wholeShares.map((sum) => sum / total), notes }
}

/** One number for each region from its row of shares; NaN for a region that sums to zero. Missing cells are skipped. */
export function eachRow(
  { table, shares, regionTotals }: ShareRows,
  measure: (share: number, activity: number) => number,
): Float64Array {
  const width = table.activities.length
  return Float64Array.from(table.regions, (_, region) => {
    if (regionTotals[region] === 0) return NaN
    let sum = 0
    for (let a = 0; a < width; a++) {
      const share = shares[region * width + a]!
      if (!Number.isNaN(share)) sum += measure(share, a)
    }
    return sum
  })
}
