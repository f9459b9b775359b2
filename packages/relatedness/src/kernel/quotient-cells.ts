import { type Kernel, kernel } from './kernel.ts'
import { layOut, putNumbers } from './memory-layout.ts'

/** A dense table, row by row. */
export interface Cells {
  values: Float64Array
  rows: number
  width: number
}

export interface CellTotals {
  byRow: Float64Array
  byColumn: Float64Array
  /** How many cells are missing, and how many are below zero or infinite. */
  missing: number
  wrong: number
}

/** Rows go through the kernel's memory so many bytes at a time, which stay in the processor's caches. */
const blockBytes = 1 << 17

/** The sums of the known cells of each row and column, and how many cells are missing. */
export function sumCells(cells: Cells): CellTotals {
  const use = kernel()
  return sumPlaced(use, cells, place(use, cells))
}

/** What the cells of a table are compared with. */
export interface QuotientTerms {
  byRow: Float64Array
  byColumn: Float64Array
  total: number
  asZero: boolean
}

/** Quotients, and whether each reaches the threshold: 1 where it does, 255 where it is missing, otherwise 0. */
export interface QuotientCells {
  quotients: Float64Array
  /** Empty where no threshold is given. */
  presence: Uint8Array
  /** How many quotients are missing; 0 where no threshold is given. */
  missing: number
}

/**
 * (value · total) / (row's total · column's total) for every cell; NaN where that divides by zero.
 * @param settle  what the quotients are compared with, from the sums of the known cells
 * @param mend  corrects the quotients of a row in place; called where one of them is within 1e-15 of 1 without being 1
 */
export function quotientCells(
  cells: Cells,
  steps: {
    settle: (totals: CellTotals) => QuotientTerms
    mend: (row: number, quotients: Float64Array) => void
    threshold: number | null
  },
): QuotientCells {
  const use = kernel()
  const at = place(use, cells)
  const { rows, width } = cells
  const { byRow, byColumn, total, asZero } = steps.settle(sumPlaced(use, cells, at))
  putNumbers(use, at.byColumn, byColumn)
  const quotients = new Float64Array(rows * width)
  const presence = new Uint8Array(steps.threshold === null ? 0 : rows * width)
  const { loops, memory } = use
  let missing = 0
  eachBlock(use, cells, at, (from, to) => {
    for (let row = from; row < to; row++) {
      const values = at.values + (row - from) * width * 8
      const isClose = loops.quotientRow(values, width, at.byColumn, byRow[row]!, total, asZero ? 1 : 0, values)
      if (isClose) steps.mend(row, memory.numbers.subarray(values / 8, values / 8 + width))
    }
    const size = (to - from) * width
    quotients.set(memory.numbers.subarray(at.values / 8, at.values / 8 + size), from * width)
    if (steps.threshold === null) return
    missing += loops.presenceRow(at.values, size, steps.threshold, at.presence)
    presence.set(memory.bytes.subarray(at.presence, at.presence + size), from * width)
  })
  return { quotients, presence, missing }
}

type CellAreas = Record<'missing' | 'byColumn' | 'values' | 'presence', number>

function rowsOfBlock({ width }: Cells): number {
  return Math.max(1, Math.floor(blockBytes / (8 * Math.max(1, width))))
}

function place(use: Kernel, cells: Cells): CellAreas {
  const size = cells.width * Math.min(cells.rows, rowsOfBlock(cells))
  return layOut(use, { missing: 8, byColumn: cells.width * 8, values: size * 8, presence: size })
}

/** Puts the table into the memory a block of rows at a time. */
function eachBlock(use: Kernel, cells: Cells, at: CellAreas, visit: (from: number, to: number) => void): void {
  const { values, rows, width } = cells
  const step = rowsOfBlock(cells)
  for (let from = 0; from < rows; from += step) {
    const to = Math.min(from + step, rows)
    putNumbers(use, at.values, values.subarray(from * width, to * width))
    visit(from, to)
  }
}

function sumPlaced(use: Kernel, cells: Cells, at: CellAreas): CellTotals {
  const { loops, memory } = use
  const { rows, width } = cells
  memory.words.fill(0, at.missing / 4, at.missing / 4 + 2)
  memory.numbers.fill(0, at.byColumn / 8, at.byColumn / 8 + width)
  const byRow = new Float64Array(rows)
  eachBlock(use, cells, at, (from, to) => {
    for (let row = from; row < to; row++)
      byRow[row] = loops.addRow(at.values + (row - from) * width * 8, width, at.byColumn, at.missing)
  })
  const byColumn = memory.numbers.slice(at.byColumn / 8, at.byColumn / 8 + width)
  return { byRow, byColumn, missing: memory.words[at.missing / 4]!, wrong: memory.words[at.missing / 4 + 1]! }
}

/** 1 where a number reaches the threshold, 255 where it is missing, otherwise 0. */
export function presenceCells(quotients: Float64Array, threshold: number): { values: Uint8Array; missing: number } {
  const use = kernel()
  const block = blockBytes / 8
  const at = layOut(use, { quotients: blockBytes, presence: block })
  const values = new Uint8Array(quotients.length)
  let missing = 0
  for (let from = 0; from < quotients.length; from += block) {
    const size = Math.min(block, quotients.length - from)
    putNumbers(use, at.quotients, quotients.subarray(from, from + size))
    missing += use.loops.presenceRow(at.quotients, size, threshold, at.presence)
    values.set(use.memory.bytes.subarray(at.presence, at.presence + size), from)
  }
  return { values, missing }
}
