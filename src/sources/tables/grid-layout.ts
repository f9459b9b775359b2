import type { DimensionRole } from '../../records/cube.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { shortText, unreadable } from '../cubes/file-table.ts'
import { isTimeCode, splitTime } from '../cubes/time-codes.ts'
import { isNumberLike, numberStyleOf } from './cell-number.ts'
import type { NumberStyle } from './cell-number.ts'
import type { Grid, GridRows } from './grid-rows.ts'

/** A column whose cells are codes of a dimension. */
export interface KeyColumn {
  at: number
  id: string
  /** The column with the names of its codes; null when it has none. */
  labelsAt: number | null
}

/** A column of numbers: the codes that its head gives, one for each dimension of the heads. */
export interface ValueColumn {
  at: number
  codes: readonly string[]
  /** A column of flags for it; null when it has none. */
  flagAt: number | null
}

/** A dimension whose codes are the heads of columns. */
export interface HeadDimension {
  id: string
  role: DimensionRole | null
}

/** What the columns of a table are, and where it begins. */
export interface GridLayout {
  /** How many rows come before the first of numbers. */
  rowsBefore: number
  title: string | null
  keys: readonly KeyColumn[]
  heads: readonly HeadDimension[]
  values: readonly ValueColumn[]
  style: NumberStyle
  notices: readonly LocalText[]
  /** Rows that are no part of the table. */
  isLeftOut?: (rows: GridRows) => boolean
}

export interface LayoutOptions {
  /** The sign before decimals, when the file cannot be asked. */
  decimal?: '.' | ',' | undefined
  /** Columns that a person has said to be dimensions, though they have numbers. */
  keys?: readonly string[] | undefined
}

interface SampleRow {
  cells: string[]
  line: number
}

const sampleRows = 250

/** Finds the table among titles and notes, and what its columns are. @throws ExpectedError when there is none */
export function layoutOf(grid: Grid, { decimal, keys = [] }: LayoutOptions = {}): GridLayout {
  const sample = sampleOf(grid)
  const top = headRowsOf(sample)
  const body = sample.slice(top.bodyAt)
  const names = top.rows.at(-1)!.cells
  const columns = columnsOf(names, body, keys)
  const layout = arrange(columns, top.rows, grid)
  const texts = body.flatMap(({ cells }) => layout.values.map(({ at }) => cells[at] ?? ''))
  const style = decimal ? { decimal, thousands: '' as const } : numberStyleOf(texts, grid.separator)
  if (!style)
    throw unreadable(
      'Kommatecknen i talen kan vara både decimaltecken och tusentalsavgränsare. Säg vilket med --decimal=, eller --decimal=.',
      'The commas in the numbers can be decimal or thousands separators. Say which with --decimal=, or --decimal=.',
    )
  const titles = sample.slice(0, top.at).flatMap(({ cells }) => cells.filter(Boolean))
  return {
    rowsBefore: top.bodyAt,
    title: titles.length > 0 ? shortText(titles[0]!) : null,
    ...layout,
    style,
    notices: noticesOf(titles),
  }
}

const noticesOf = (titles: readonly string[]): LocalText[] =>
  titles.length === 0
    ? []
    : [
        {
          sv: `Ovanför tabellen står: ${shortText(titles.join(' · '))}`,
          en: `Above the table there is: ${shortText(titles.join(' · '))}`,
        },
      ]

function sampleOf(grid: Grid): SampleRow[] {
  const rows = grid.rows()
  const sample: SampleRow[] = []
  while (sample.length < sampleRows && rows.next())
    sample.push({ cells: Array.from({ length: rows.count }, (_, at) => rows.text(at)), line: rows.line })
  if (sample.every(({ cells }) => cells.every((cell) => cell === ''))) throw unreadable('Filen är tom.', 'The file is empty.')
  return sample
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length

/** A row that can be the heads of columns: names and times, and no other numbers. */
const isHeadLike = ({ cells }: SampleRow): boolean =>
  cells.every((cell) => cell === '' || isTimeCode(cell) || !isNumberLike(cell))

/** The rows of heads, and where the rows of numbers begin. */
function headRowsOf(sample: readonly SampleRow[]): { at: number; bodyAt: number; rows: SampleRow[] } {
  const width = Math.max(...sample.map(({ cells }) => filled(cells)))
  const first = sample.findIndex((row) => filled(row.cells) >= Math.max(2, width / 2))
  if (first < 0 || width < 2)
    throw unreadable(
      'Filen har ingen tabell: ingen rad har två ifyllda celler.',
      'The file has no table: no row has two filled cells.',
    )
  const head = sample[first]!
  if (!isHeadLike(head)) {
    const number = head.cells.find((cell) => isNumberLike(cell) && !isTimeCode(cell))
    throw unreadable(
      `Rad ${head.line} ska vara tabellens rubriker men har talet «${number}». Lägg till en rad med kolumnernas namn.`,
      `Line ${head.line} should be the table’s heads but has the number «${number}». Add a row with the columns’ names.`,
    )
  }
  const rows = [head]
  let bodyAt = first + 1
  // More rows of heads have nothing in the first column, and times or names in others.
  while (sample[bodyAt] && sample[bodyAt]!.cells[0] === '' && filled(sample[bodyAt]!.cells) >= 2 && isHeadLike(sample[bodyAt]!))
    rows.push(sample[bodyAt++]!)
  const above = sample[first - 1]
  let at = first
  if (above && above.cells[0] === '' && filled(above.cells) >= 2 && isHeadLike(above)) {
    rows.unshift(above)
    at--
  }
  if (!sample.slice(bodyAt).some(({ cells }) => filled(cells) > 1))
    throw unreadable(
      `Under rubrikerna på rad ${head.line} finns inga rader med tal.`,
      `There are no rows of numbers under the heads on line ${head.line}.`,
    )
  return { at, bodyAt, rows }
}

interface Column {
  at: number
  name: string
  isNumeric: boolean
  kind: 'key' | 'value' | 'flag' | 'empty'
}

const valueName = /^(?:obs_?value|values?|värde|varde|data)$/i
const flagName = /^(?:(?:obs_?)?(?:status|flags?|flagga)|conf_?status|symbol|tecken)$/i
/** Names of dimensions, whatever follows in words or brackets: `yrke (SSYK 2012)`. Words that begin alike, such as yrkesverksamma, are none. */
const keyName =
  /^(?:(?:år|year|tid|time|time_?period|period|månad|month|kvartal|quarter|vecka|week|region(?:er|s)?|(?:region|läns|kommun)(?:kod|namn)|län|lan|kommun|county|geo|nuts ?\d?|municipality|ålder|age|sex|kön|kon|gender|sni ?\d*|ssyk ?\d*|nace(?:_r2)?|isco|yrke(?:n|sgrupp)?|bransch|näringsgren|industry|occupation|activity|sektor|sector)(?![\p{L}\d]).*|.*(?:kod|code|_id))$/iu

/** What each column is, by its name and its first cells. */
function columnsOf(names: readonly string[], body: readonly SampleRow[], keys: readonly string[]): Column[] {
  const width = Math.max(names.length, ...body.map(({ cells }) => cells.length))
  // Notes below the table are no cells of it.
  const rows = body.filter(({ cells }) => filled(cells) > 1)
  return Array.from({ length: width }, (_, at): Column => {
    const name = names[at] ?? ''
    const cells = rows.map((row) => row.cells[at] ?? '').filter(Boolean)
    const isNumeric = cells.length > 0 && cells.filter(isNumberLike).length >= cells.length * 0.9
    if (cells.length === 0 && name === '') return { at, name, isNumeric, kind: 'empty' }
    if (name !== '' && keys.some((key) => key.toLowerCase() === name.toLowerCase())) return { at, name, isNumeric, kind: 'key' }
    if (flagName.test(name)) return { at, name, isNumeric, kind: 'flag' }
    if (valueName.test(name) || isTimeCode(name)) return { at, name, isNumeric, kind: 'value' }
    const isCode = keyName.test(name) || cells.some((cell) => /^0\d/.test(cell)) || (cells.length > 0 && cells.every(isTimeCode))
    return { at, name, isNumeric, kind: isNumeric && !isCode ? 'value' : 'key' }
  })
}

type Arranged = Pick<GridLayout, 'keys' | 'heads' | 'values'>

function arrange(columns: readonly Column[], heads: readonly SampleRow[], grid: Grid): Arranged {
  const named = columns.filter(({ kind, name }) => kind === 'value' && valueName.test(name))
  const values = named.length === 1 ? named : columns.filter(({ kind }) => kind === 'value')
  if (values.length === 0)
    throw unreadable(
      `Ingen kolumn har tal. Kolumnerna är ${columns
        .map(({ name }) => `«${name}»`)
        .join(', ')
        .slice(0, 300)}.`,
      `No column has numbers. The columns are ${columns
        .map(({ name }) => `«${name}»`)
        .join(', ')
        .slice(0, 300)}.`,
    )
  // With one column of values, other columns of numbers are codes.
  const keys = columns.filter(({ kind, at }) => kind === 'key' || (kind === 'value' && !values.some((one) => one.at === at)))
  if (keys.length === 0)
    throw unreadable(
      'Ingen kolumn säger vad talen gäller, till exempel region.',
      'No column says what the numbers are of, such as a region.',
    )
  const flagAt = (at: number): number | null =>
    columns[at + 1]?.kind === 'flag' || values.length === 1
      ? (columns.find(({ kind, at: own }) => kind === 'flag' && (values.length === 1 || own === at + 1))?.at ?? null)
      : null
  const codes = headCodes(values, heads)
  const corner = keys.at(-1)!.name.split('\\')
  return {
    keys: withLabels(keys, grid),
    heads:
      values.length === 1 && !isTimeCode(values[0]!.name)
        ? []
        : codes.heads.map((head) => (corner.length === 2 && codes.heads.length === 1 ? { ...head, id: corner[1]! } : head)),
    values: values.map(({ at }, place) => ({ at, codes: codes.codes[place]!, flagAt: flagAt(at) })),
  }
}

/** The codes of columns of numbers by their heads: times, measures before times (`Folkmängd 2019`), or both in two rows. */
function headCodes(values: readonly Column[], rows: readonly SampleRow[]): { heads: HeadDimension[]; codes: string[][] } {
  if (values.length === 1 && !isTimeCode(values[0]!.name)) return { heads: [], codes: [[]] }
  const lines = rows.map(({ cells }) => filledFromLeft(cells, values.at(-1)!.at + 1))
  if (lines.length > 1) {
    const codes = values.map(({ at }) => lines.map((line) => line[at] ?? ''))
    return {
      heads: lines.map((_, row) =>
        headOf(
          codes.map((own) => own[row]!),
          row,
        ),
      ),
      codes,
    }
  }
  const split = values.map(({ name }) => splitTime(name))
  if (split.every((one) => one !== null)) {
    const hasMeasure = split.some(({ before }) => before !== '')
    return hasMeasure
      ? {
          heads: [
            { id: 'measure', role: 'measure' },
            { id: 'year', role: 'time' },
          ],
          codes: split.map(({ before, time }) => [before, time]),
        }
      : { heads: [{ id: 'year', role: 'time' }], codes: split.map(({ time }) => [time]) }
  }
  return {
    heads: [
      headOf(
        values.map(({ name }) => name),
        0,
      ),
    ],
    codes: values.map(({ name, at }) => [name || `column ${at + 1}`]),
  }
}

const headOf = (codes: readonly string[], row: number): HeadDimension =>
  codes.every(isTimeCode) ? { id: 'year', role: 'time' } : { id: row === 0 ? 'column' : `column${row + 1}`, role: null }

/** A head that spans several columns is written in the first of them. */
function filledFromLeft(cells: readonly string[], width: number): string[] {
  let last = ''
  return Array.from({ length: width }, (_, at) => (last = cells[at] || last))
}

const codeEnd = /[\s_-]*(?:kod|code|id|nr)$/i
const textEnd = /[\s_-]*(?:text|namn|name|label|benämning|klartext)$/i

/** Columns of dimensions; one with the texts of another’s codes (`region_kod`, `region`) belongs to it. */
function withLabels(columns: readonly Column[], grid: Grid): KeyColumn[] {
  const baseOf = ({ name }: Column) => name.replace(codeEnd, '').replace(textEnd, '').toLowerCase()
  const isText = ({ name }: Column) => textEnd.test(name) || !codeEnd.test(name)
  const pairOf = (column: Column) =>
    columns.find(
      (other) => other !== column && baseOf(other) === baseOf(column) && baseOf(other) !== '' && isText(other) && !isText(column),
    )
  const texts = new Set(columns.map(pairOf))
  return columns
    .filter((column) => !texts.has(column))
    .map((column) => ({
      at: column.at,
      id: nameOf(column, grid),
      labelsAt: pairOf(column)?.at ?? null,
    }))
}

const nameOf = ({ name, at }: Column, grid: Grid): string =>
  shortText(name.split('\\')[0]!.replace(codeEnd, '') || name || `column ${grid.columnName(at)}`)
