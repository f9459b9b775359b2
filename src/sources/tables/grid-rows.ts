/** Keeps the last text of a column, so that what comes again need not be decoded again. */
export interface CellMemo {
  text: string
  bytes: Uint8Array
  /** How many of the bytes are used; -1 when none is kept. */
  length: number
}

export const emptyMemo = (): CellMemo => ({ text: '', bytes: new Uint8Array(128), length: -1 })

/** The rows of a sheet or a delimited file, one at a time: the current row's cells are asked for by their place. */
export interface GridRows {
  /** Goes to the next row. @returns whether there is one */
  next(): boolean
  /** How many cells the current row has. */
  readonly count: number
  /** The line or row in the file, from 1. */
  readonly line: number
  /** A cell's text without blanks around it; empty beyond the last. */
  text(at: number): string
  isEmpty(at: number): boolean
  /** The same as `text`, quicker where the cell above had the same text. */
  repeatedText(at: number, memo: CellMemo): string
  /** A cell that is nothing but a number; NaN for any other. */
  number(at: number, decimal: '.' | ','): number
  /** Whether a cell is a formula, whose value is not known. */
  isFormula(at: number): boolean
}

/** A table as rows, which can be read from the beginning again. */
export interface Grid {
  /** How its cells are parted; null in a workbook. */
  separator: string | null
  rows(): GridRows
  /** The name of a column as people see it, from 0: 3 in a delimited file, C in a workbook. */
  columnName(at: number): string
  /** Whether the file leaves out what is as in the row above, as sheets for people do. */
  mayLeaveOut: boolean
}
