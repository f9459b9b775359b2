import { type Kernel, kernel } from './kernel.ts'
import { layOut, putNumbers, takeNumbers } from './memory-layout.ts'

/** A dense table, row by row. */
export interface Cells {
  values: Float64Array
  rows: number
  width: number
}

export interface CellTotals {
  byRow: Float64Array
  byColumn: Float64Array
  /** How many cells are missing. */
  missing: number
}

/** The sums of the known cells of each row and column, and how many cells are missing. */
export function sumCells(cells: Cells): CellTotals {
  const use = kernel()
  return sumPlaced(use, cells, place(use, cells))
}

/**
 * (value · total) / (row's total · column's total) for every cell; NaN where that divides by zero.
 * @param settle  what the quotients are compared with, from the sums of the known cells
 * @returns also the rows in which a quotient is within 1e-15 of 1 without being 1
 */
export function quotientCells(
  cells: Cells,
  settle: (totals: CellTotals) => { byRow: Float64Array; byColumn: Float64Array; total: number; asZero: boolean },
): { quotients: Float64Array; closeRows: number[] } {
  const use = kernel()
  const at = place(use, cells)
  const { byRow, byColumn, total, asZero } = settle(sumPlaced(use, cells, at))
  putNumbers(use, at.byColumn, byColumn)
  const closeRows: number[] = []
  for (let row = 0; row < cells.rows; row++) {
    const values = at.values + row * cells.width * 8
    if (use.loops.quotientRow(values, cells.width, at.byColumn, byRow[row]!, total, asZero ? 1 : 0, values)) closeRows.push(row)
  }
  return { quotients: takeNumbers(use, at.values, cells.values.length), closeRows }
}

type CellAreas = Record<'missing' | 'byColumn' | 'values', number>

function place(use: Kernel, { values, width }: Cells): CellAreas {
  const at = layOut(use, { missing: 8, byColumn: width * 8, values: values.byteLength })
  putNumbers(use, at.values, values)
  return at
}

function sumPlaced({ loops, memory }: Kernel, { rows, width }: Cells, at: CellAreas): CellTotals {
  memory.words[at.missing / 4] = 0
  memory.numbers.fill(0, at.byColumn / 8, at.byColumn / 8 + width)
  const byRow = new Float64Array(rows)
  for (let row = 0; row < rows; row++) byRow[row] = loops.addRow(at.values + row * width * 8, width, at.byColumn, at.missing)
  const byColumn = memory.numbers.slice(at.byColumn / 8, at.byColumn / 8 + width)
  return { byRow, byColumn, missing: memory.words[at.missing / 4]! }
}

/** 1 where a number reaches the threshold, 255 where it is missing, otherwise 0. */
export function presenceCells(quotients: Float64Array, threshold: number): { values: Uint8Array; missing: number } {
  const use = kernel()
  const at = layOut(use, { quotients: quotients.byteLength, presence: quotients.length })
  putNumbers(use, at.quotients, quotients)
  const block = 16_384
  let missing = 0
  for (let from = 0; from < quotients.length; from += block) {
    const size = Math.min(block, quotients.length - from)
    missing += use.loops.presenceRow(at.quotients + from * 8, size, threshold, at.presence + from)
  }
  return { values: use.memory.bytes.slice(at.presence, at.presence + quotients.length), missing }
}
