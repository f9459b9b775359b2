import type { FileBytes } from '../cubes/file-bytes.ts'
import { unreadable } from '../cubes/file-table.ts'
import type { FileTable } from '../cubes/file-table.ts'
import { delimitedGrid } from '../tables/delimited-grid.ts'
import type { CellMemo, Grid, GridRows } from '../tables/grid-rows.ts'
import { readWithLayout } from '../tables/read-grid.ts'

const head = /^"?[^\s,\\]+(?:,[^\s,\\]+)*\\(?:TIME_PERIOD|time)"?\t/i

/** Whether a first line is the head of Eurostat’s TSV: `freq,unit,geo\TIME_PERIOD`, then times. */
export const isEurostatTsv = (firstLine: string): boolean => head.test(firstLine.replace(/^\ufeff/, ''))

/** A table in Eurostat’s TSV: codes with commas between in the first cell, then a cell for each time with flags after its number. @throws ExpectedError in plain words */
export function readEurostatTsv(file: FileBytes): FileTable {
  const inner = delimitedGrid(file, '\t')
  const first = inner.rows()
  first.next()
  const ids = first.text(0).split('\\')[0]!.split(',')
  const times = Array.from({ length: first.count - 1 }, (_, at) => first.text(at + 1))
  if (times.some((time) => time === ''))
    throw unreadable('En kolumn med tal saknar tid i rad 1.', 'A column of numbers has no time in line 1.')
  const grid: Grid = { ...inner, rows: () => new PartedRows(inner.rows(), ids.length) }
  const table = readWithLayout(
    grid,
    {
      rowsBefore: 1,
      title: null,
      keys: ids.map((id, at) => ({ at, id, labelsAt: null })),
      heads: [{ id: 'TIME_PERIOD', role: 'time' }],
      values: times.map((time, at) => ({ at: ids.length + at, codes: [time], flagAt: null })),
      style: { decimal: '.', thousands: '' },
      notices: [],
    },
    'eurostat-tsv',
  )
  return {
    ...table,
    source: 'Eurostat',
    dimensions: table.dimensions.map((one) => (one.id.toLowerCase() === 'geo' ? { ...one, role: 'region' } : one)),
  }
}

/** Rows whose first cell is taken apart into several. */
class PartedRows implements GridRows {
  readonly #rows: GridRows
  readonly #parts: number
  #cells: string[] = []

  constructor(rows: GridRows, parts: number) {
    this.#rows = rows
    this.#parts = parts
  }

  get count(): number {
    return this.#rows.count - 1 + this.#parts
  }

  get line(): number {
    return this.#rows.line
  }

  next(): boolean {
    if (!this.#rows.next()) return false
    this.#cells = this.#rows.text(0).split(',')
    if (this.#cells.length !== this.#parts && this.line > 1)
      throw unreadable(
        `Rad ${this.line} börjar med ${this.#cells.length} koder; rubriken har ${this.#parts}.`,
        `Line ${this.line} begins with ${this.#cells.length} codes; the head has ${this.#parts}.`,
      )
    return true
  }

  text(at: number): string {
    return at < this.#parts ? (this.#cells[at] ?? '').trim() : this.#rows.text(at - this.#parts + 1)
  }

  isEmpty(at: number): boolean {
    return at < this.#parts ? !this.#cells[at] : this.#rows.isEmpty(at - this.#parts + 1)
  }

  repeatedText(at: number, memo: CellMemo): string {
    return at < this.#parts ? this.text(at) : this.#rows.repeatedText(at - this.#parts + 1, memo)
  }

  number(at: number, decimal: '.' | ','): number {
    return at < this.#parts ? NaN : this.#rows.number(at - this.#parts + 1, decimal)
  }

  isFormula(at: number): boolean {
    return at >= this.#parts && this.#rows.isFormula(at - this.#parts + 1)
  }
}
