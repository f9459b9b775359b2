import { accepted, declareOptions, notAmong, oneOf, optional, type OptionsOf, wholeNumber } from '../measures/declared-options.ts'
import { numberChoices, type NumberReader, numberReader } from './csv-numbers.ts'
import { type CsvRow, csvRows, findSeparator, place, type Separator, separatorNames } from './csv-rows.ts'
import type { TableRecord } from '../measures/records.ts'
import type { Note, Noted } from '../measures/table.ts'

export type CsvColumn = 'region' | 'activity' | 'year' | 'value'

const columnRoles = ['region', 'activity', 'year', 'value'] as const

const isColumns = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(
    ([role, name]) => notAmong(role, columnRoles) === null && (name === undefined || typeof name === 'string'),
  )

const csvOptions = declareOptions('readCsv', {
  ...numberChoices,
  /**
   * `long`: one cell a row, in columns for region, activity, value and perhaps year. `wide`: the first column (or the one
   * named) is the region, every other an activity, save one that is named or recognised as the year. Default: long when its columns are named or recognised.
   */
  layout: optional(oneOf(['long', 'wide'])),
  /** The names of columns in the header, where they are not recognised. */
  columns: accepted<Partial<Record<CsvColumn, string>>>(
    'an object of region, activity, year and value, each the name of a column',
    isColumns,
  ),
  /** Default: found, see `findSeparator`. */
  separator: optional(oneOf([',', ';', '\t'])),
  /** The largest number of rows of a long file, and of regions × activities × years, that is read. Default 5 million. */
  mostCells: wholeNumber(5_000_000, { least: 1 }),
})
export interface CsvOptions extends OptionsOf<typeof csvOptions> {}

export interface CsvRecords extends Noted {
  records: TableRecord[]
  /** Those of the column of years, in the order they first come; none without such a column. */
  years: string[]
  layout: 'long' | 'wide'
  separator: Separator
}

/** Names of columns that are recognised, in lower case; a header matches whole. */
const recognised: Record<CsvColumn, readonly string[]> = {
  region: ['region', 'regions', 'county', 'municipality', 'country', 'location', 'geo', 'nuts', 'area', 'län', 'kommun', 'land'],
  activity: [
    'activity',
    'activities',
    'industry',
    'occupation',
    'sector',
    'product',
    'technology',
    'nace',
    'nace_r2',
    'nace_group',
    'sni',
    'ssyk',
    'verksamhet',
    'bransch',
    'näringsgren',
    'yrke',
  ],
  year: ['year', 'time', 'time_period', 'period', 'år'],
  value: [
    'value',
    'values',
    'count',
    'obs_value',
    'number',
    'employees',
    'employment',
    'persons',
    'värde',
    'antal',
    'anställda',
    'sysselsatta',
  ],
}

/**
 * Regions, activities and numbers from a CSV text, long or wide.
 * @param text  with a header; see `csvRows` for what is CSV and `NumberOptions` for what is a number and what is missing.
 * Spaces around labels, headers and numbers are left out.
 * @returns one record for each cell, missing ones with the value null. `ignored-column` notes the columns of a long file that
 * were not used, `total-like-label` regions or activities named as sums (they are kept).
 * @throws RangeError with line and column for whatever cannot be read; for rows of another length than the header; columns
 * that are not found, or found twice; an empty label; and, before any record is made, for a text with too many cells
 */
export function readCsv(text: string, options: CsvOptions = {}): CsvRecords {
  const { mostCells: most } = csvOptions.read(options)
  if (typeof text !== 'string') throw new RangeError('readCsv needs the text of a file, not its bytes or its name.')
  if (text.trim() === '') throw new RangeError('The file is empty.')
  const separator = options.separator ?? findSeparator(text)
  const rows = csvRows(text, separator)
  const header = rows.next().value?.cells.map((cell: string) => cell.trim()) as string[] | undefined
  if (!header || header.every((name) => name === ''))
    throw new RangeError('Line 1: there is no header. The first line must name the columns.')
  const found = findColumns(header, options)
  const layout = options.layout ?? (isLong(found, options) ? 'long' : 'wide')
  checkSize(text, { perLine: layout === 'wide' ? header.length - 1 : 1, most })
  const numbers = numberReader(separator, options)
  const file: File = { header, rows: checkedRows(rows, header, separator), numbers }
  const { records, notes } =
    layout === 'long'
      ? readLong(file, found)
      : readWide(file, { region: options.columns?.region === undefined ? undefined : found.region, year: found.year })
  const doubt = numbers.doubt()
  if (doubt) throw new RangeError(doubt)
  if (records.length === 0) throw new RangeError('There are no rows below the header.')
  const years = yearsOf(records)
  const labels = labelsOf(records)
  checkTableSize(labels, { years: years.length || 1, most })
  return { records, years, layout, separator, notes: [...notes, ...totalNotes(labels)] }
}

interface File {
  header: readonly string[]
  rows: Iterable<CsvRow>
  numbers: NumberReader
}

type Found = Partial<Record<CsvColumn, number>>

/** Where the columns are that were named, or else recognised. */
function findColumns(header: readonly string[], { columns = {} }: CsvOptions): Found {
  const found: Found = {}
  for (const role of ['region', 'activity', 'year', 'value'] as const) {
    const name = columns[role]
    const places = header.flatMap((cell, at) =>
      (name === undefined ? recognised[role].includes(cell.toLowerCase()) : cell === name) ? [at] : [],
    )
    if (name !== undefined && places.length === 0)
      throw new RangeError(`Line 1: there is no column «${name}». The columns are: ${listed(header)}.`)
    if (places.length > 1 && name !== undefined)
      throw new RangeError(`Line 1, column ${places[1]! + 1}: the column «${name}» stands twice.`)
    if (places.length === 1) found[role] = places[0]!
  }
  return found
}

function isLong(found: Found, { columns = {} }: CsvOptions): boolean {
  if (columns.activity !== undefined || columns.value !== undefined) return true
  return found.region !== undefined && found.activity !== undefined && found.value !== undefined
}

function readLong({ header, rows, numbers }: File, found: Found): { records: TableRecord[]; notes: Note[] } {
  const at = (role: CsvColumn) => {
    const column = found[role]
    if (column === undefined)
      throw new RangeError(
        `Line 1: no column, or more than one, is recognised as the ${role}. Name it; the columns are: ${listed(header)}.`,
      )
    return column
  }
  const [region, activity, value] = [at('region'), at('activity'), at('value')]
  const records: TableRecord[] = []
  for (const row of rows) {
    const record: TableRecord = {
      region: label(row, region, header),
      activity: label(row, activity, header),
      value: number(row, value, numbers),
    }
    if (found.year !== undefined) record.year = label(row, found.year, header)
    records.push(record)
  }
  const used = new Set(Object.values(found))
  const ignored = header.filter((_, column) => !used.has(column))
  const message = `These columns were not used: ${listed(ignored)}.`
  return { records, notes: ignored.length > 0 ? [{ code: 'ignored-column', message }] : [] }
}

function readWide(
  { header, rows, numbers }: File,
  named: { region: number | undefined; year: number | undefined },
): { records: TableRecord[]; notes: Note[] } {
  const regionColumn = named.region ?? (named.year === 0 ? 1 : 0)
  const activities = header
    .map((name, column) => ({ name, column }))
    .filter(({ column }) => column !== regionColumn && column !== named.year)
  if (activities.length > 1 && activities.every(({ name }) => /^(?:1[5-9]|2[01])\d\d$/.test(name)))
    throw new RangeError(
      'Line 1: all columns but the first are years, not activities. Write one row for each region, activity and year.',
    )
  const seen = new Set<string>()
  for (const { name, column } of activities) {
    if (name === '') throw new RangeError(`${place({ line: 1, column: column + 1 })}: the activity has no name.`)
    if (seen.has(name))
      throw new RangeError(
        `${place({ line: 1, column: column + 1 })}: the activity «${name}» stands twice. Add the two together, or name them apart.`,
      )
    seen.add(name)
  }
  const records: TableRecord[] = []
  for (const row of rows) {
    const region = label(row, regionColumn, header)
    const year = named.year === undefined ? {} : { year: label(row, named.year, header) }
    for (const { name, column } of activities)
      records.push({ region, activity: name, ...year, value: number(row, column, numbers, header[column]!) })
  }
  return { records, notes: [] }
}

function label({ line, cells }: CsvRow, column: number, header: readonly string[]): string {
  const text = cells[column]!.trim()
  if (text === '') throw new RangeError(`${place({ line, column: column + 1 })} («${header[column]}»): the name is empty.`)
  return text
}

/** @param activity  given for wide files, where a text may mean that the file is long after all */
function number(row: CsvRow, column: number, numbers: NumberReader, activity?: string): number | null {
  const value = numbers.read(row.cells[column]!.trim())
  if (typeof value === 'number') return Number.isNaN(value) ? null : value
  const where = `${place({ line: row.line, column: column + 1 })}${activity === undefined ? '' : ` («${activity}»)`}`
  const hint =
    activity !== undefined && / is not a number/.test(value.wrong)
      ? ' If the file is long, name its columns for region, activity and value.'
      : ''
  throw new RangeError(`${where}: ${value.wrong}${hint}`)
}

function* checkedRows(rows: Iterable<CsvRow>, header: readonly string[], separator: Separator): Generator<CsvRow> {
  for (const row of rows) {
    if (row.cells.length !== header.length)
      throw new RangeError(
        row.cells.length === 1 && row.cells[0] === ''
          ? `Line ${row.line}: the line is empty. Take it out.`
          : `Line ${row.line}: there are ${row.cells.length} cells, but the header has ${header.length} (separated by ${separatorNames[separator]}).`,
      )
    yield row
  }
}

/** Lines are counted before anything is read into records: an upper limit, since quoted cells may hold line breaks. */
function checkSize(text: string, { perLine, most }: { perLine: number; most: number }): void {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1)) lines++
  if (lines * perLine > most)
    throw new RangeError(
      `The file has up to ${lines * perLine} cells; at most ${most} are read. Split it, or raise mostCells if there is memory for it.`,
    )
}

interface Labels {
  regions: Set<string>
  activities: Set<string>
}

function labelsOf(records: readonly TableRecord[]): Labels {
  return { regions: new Set(records.map(({ region }) => region)), activities: new Set(records.map(({ activity }) => activity)) }
}

const sumNames = /^(?:(?:grand )?total|totalt|sum|summa|alla?|riket|hela riket|whole country)$/i

/** A row or column of sums would be one more region or activity, and count everything twice. */
function totalNotes({ regions, activities }: Labels): Note[] {
  const found = [...regions, ...activities].filter((label) => sumNames.test(label))
  if (found.length === 0) return []
  return [
    {
      code: 'total-like-label',
      message: `By its name this is a sum of others, but it is read as one of them: ${listed(found)}. Take it out if it is.`,
    },
  ]
}

/** The rows of a long file may be few and yet name so many regions and activities that their table is too large. */
function checkTableSize(labels: Labels, { years, most }: { years: number; most: number }): void {
  const [regions, activities] = [labels.regions.size, labels.activities.size]
  if (regions * activities * years > most)
    throw new RangeError(
      `The table would have ${regions} regions × ${activities} activities × ${years} years = ${regions * activities * years} cells; at most ${most} are made. Choose fewer, or raise mostCells if there is memory for it.`,
    )
}

function yearsOf(records: readonly TableRecord[]): string[] {
  const years = new Set<string>()
  for (const { year } of records) if (year !== undefined) years.add(String(year))
  return [...years]
}

function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 12)
    .map((name) => `«${name}»`)
    .join(', ')
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown
}
