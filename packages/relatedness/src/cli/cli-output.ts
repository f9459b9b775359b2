import type { Note } from '../measures/table.ts'

export type Cell = string | number | null

/** Numbers for every pair of two lists of labels, row by row; NaN is missing. */
export interface GridOutput {
  /** What the rows are, and the columns: the names of the columns in long form. */
  names: readonly [row: string, column: string]
  rows: readonly string[]
  columns: readonly string[]
  values: ArrayLike<number>
  notes: readonly Note[]
}

/** Rows of named cells; NaN and null are missing. */
export interface RowsOutput {
  columns: readonly string[]
  rows: Iterable<readonly Cell[]>
  notes: readonly Note[]
}

export type MeasureOutput = GridOutput | RowsOutput

/** Whether there is a wide form. */
export function isGrid(output: MeasureOutput): output is GridOutput {
  return 'names' in output
}

/** CSV with a header, line by line in pieces; missing is an empty cell. Long, or wide for a grid. */
export function csvText(output: MeasureOutput, form: 'long' | 'wide'): Generator<string> {
  const lines = form === 'wide' && isGrid(output) ? wideRows(output) : longRows(output)
  return inPieces(lines, (cells) => `${cells.map(csvCell).join(',')}\n`)
}

/** JSON with the measure, its rows as records and the notes, in pieces; missing is null, and what is infinite a text. */
export function* jsonText(output: MeasureOutput, about: Readonly<Record<string, string>>): Generator<string> {
  const rows = longRows(output)
  const columns = rows.next().value as readonly string[]
  const opening = JSON.stringify(about).slice(0, -1)
  yield `${opening}${opening === '{' ? '' : ','}"records":[`
  let first = true
  yield* inPieces(rows, (cells) => {
    const record = JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, jsonCell(cells[at]!)])))
    const piece = `${first ? '' : ','}\n${record}`
    first = false
    return piece
  })
  yield `\n],"notes":${JSON.stringify(output.notes)}}\n`
}

/** The header and the rows in long form. */
export function* longRows(output: MeasureOutput): Generator<readonly Cell[]> {
  if (!isGrid(output)) {
    yield output.columns
    yield* output.rows
    return
  }
  const { rows, columns, values } = output
  yield [...output.names, 'value']
  for (let r = 0, at = 0; r < rows.length; r++)
    for (let c = 0; c < columns.length; c++, at++) yield [rows[r]!, columns[c]!, values[at]!]
}

function* wideRows({ names, rows, columns, values }: GridOutput): Generator<readonly Cell[]> {
  yield [names[0], ...columns]
  for (let r = 0; r < rows.length; r++) yield [rows[r]!, ...Array.from(columns, (_, c) => values[r * columns.length + c]!)]
}

/** Some thousand rows together, so that writing is not one call a row and the whole is never held at once. */
function* inPieces(rows: Iterable<readonly Cell[]>, write: (cells: readonly Cell[]) => string): Generator<string> {
  let piece = ''
  for (const cells of rows) {
    piece += write(cells)
    if (piece.length < 1 << 16) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function csvCell(value: Cell): string {
  if (value === null || Number.isNaN(value)) return ''
  return typeof value === 'string' && /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value)
}

function jsonCell(value: Cell): Cell {
  return typeof value !== 'number' || Number.isFinite(value) ? value : Number.isNaN(value) ? null : String(value)
}
