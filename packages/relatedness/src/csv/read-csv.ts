import { accepted, declareOptions, notAmong, oneOf, optional, type OptionsOf, wholeNumber } from '../measures/declared-options.ts'
import { numberChoices, numberReader } from './csv-numbers.ts'
import { type Found, findColumns, listedNames, valueColumnsOf } from './csv-columns.ts'
import { addSexes, checkedRows, type CsvFile, readLong, readWide } from './csv-records.ts'
import { type CsvRow, csvRows, findSeparator, type Separator } from './csv-rows.ts'
import { LabelSpellings } from './label-spellings.ts'
import { findSums } from './sums-among-parts.ts'
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
  /** Of a file by sex, in rows or in columns: both added (default, or the total where the file has one), or one of them. */
  sex: oneOf(['both', 'men', 'women']),
  /** Regions or activities that are sums of others in the file: `note` (default) keeps them and says so, `leave-out`, or `keep`. */
  totals: oneOf(['note', 'leave-out', 'keep']),
})
export interface CsvOptions extends OptionsOf<typeof csvOptions> {}

export interface CsvRecords extends Noted {
  records: TableRecord[]
  /** Those of the column of years, in the order they first come; none without such a column. */
  years: string[]
  layout: 'long' | 'wide'
  separator: Separator
}

/**
 * Regions, activities and numbers from a CSV text: long (with a column of numbers, or a column for each year or sex, as PxWeb
 * writes them) or wide.
 * @param text  with a header; see `csvRows` for what is CSV and `NumberOptions` for what is a number and what is missing.
 * Names are compared in one form of each letter, with single blanks and no matter the case.
 * @returns one record for each cell, missing ones with the value null. Notes: `ignored-column` columns of a long file that were
 * not used; `leftovers` empty lines, empty columns and a line `sep=`, passed over; `spellings-together`; `sexes-added`;
 * `missing-marks` how what is missing was written; `total-like-label` regions or activities that are sums of others, by name or
 * by their numbers
 * @throws RangeError with line and column for whatever cannot be read; for rows of another length than the header; columns
 * that are not found, or found twice; an empty label; and, before any record is made, for a text with too many cells
 */
export function readCsv(text: string, options: CsvOptions = {}): CsvRecords {
  const { mostCells } = csvOptions.read(options)
  if (typeof text !== 'string') throw new RangeError('readCsv needs the text of a file, not its bytes or its name.')
  if (text.trim() === '') throw new RangeError('The file is empty.')
  const told = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(text)?.[1] as Separator | undefined
  const separator = options.separator ?? told ?? findSeparator(text)
  const rows = csvRows(text, separator)
  if (told !== undefined) rows.next()
  const perLine = (header: readonly string[], layout: 'long' | 'wide') => (layout === 'wide' ? header.length - 1 : 1)
  const check = (header: readonly string[], layout: 'long' | 'wide') =>
    checkSize(text, { perLine: perLine(header, layout), most: mostCells })
  const { notes, ...read } = recordsOfRows(rows, { options, separator, check })
  return { ...read, separator, notes: told === undefined ? notes : [sepLine, ...notes] }
}

const sepLine: Note = { code: 'leftovers', message: 'The first line, sep=, was read as what separates columns.' }

interface Reading {
  options: CsvOptions
  separator: Separator
  check: (header: readonly string[], layout: 'long' | 'wide') => void
}

/** The same from rows of texts, whatever they came from. */
export function recordsOfRows(
  rows: Iterator<CsvRow, unknown>,
  { options, separator, check }: Reading,
): Omit<CsvRecords, 'separator'> {
  const { mostCells: most, sex, totals } = csvOptions.read(options)
  const header = headerOf(rows)
  const found = findColumns(header, options)
  const layout = options.layout ?? layoutOf(header, found, options)
  check(header, layout)
  const numbers = numberReader(separator, options)
  const file: CsvFile = { header, rows: checkedRows(rows, { header, separator }), numbers, spellings: new LabelSpellings() }
  const read =
    layout === 'long'
      ? readLong(file, found)
      : readWide(file, { region: options.columns?.region === undefined ? undefined : found.region, year: found.year })
  const doubt = numbers.doubt()
  if (doubt) throw new RangeError(doubt)
  if (read.records.length === 0) throw new RangeError('There are no rows below the header.')
  const added = addSexes(read.records, sex)
  const sums = settleSums(added.records, totals)
  const { records } = sums
  const years = yearsOf(records)
  checkTableSize(labelsOf(records), { years: years.length || 1, most })
  const notes = [
    ...file.rows.notes(),
    ...read.notes,
    ...file.spellings.notes(),
    ...numbers.notes(),
    ...added.notes,
    ...sums.notes,
  ]
  return { records, years, layout, notes }
}

function headerOf(rows: Iterator<CsvRow, unknown>): string[] {
  const first = rows.next()
  const header = first.done ? [] : (first.value as CsvRow).cells.map((cell) => cell.replaceAll(/\s+/gu, ' ').trim())
  if (header.every((name) => name === ''))
    throw new RangeError('Line 1: there is no header. The first line must name the columns.')
  return header
}

function layoutOf(header: readonly string[], found: Found, { columns = {} }: CsvOptions): 'long' | 'wide' {
  if (columns.activity !== undefined || columns.value !== undefined) return 'long'
  if (found.region === undefined || found.activity === undefined) return 'wide'
  return found.value !== undefined || valueColumnsOf(header, found).length > 0 ? 'long' : 'wide'
}

/** Sums among the parts are noted, or left out as asked. */
function settleSums(records: TableRecord[], totals: 'note' | 'leave-out' | 'keep'): { records: TableRecord[]; notes: Note[] } {
  const { regions, activities } = totals === 'keep' ? { regions: [], activities: [] } : findSums(records)
  if (regions.length + activities.length === 0) return { records, notes: [] }
  const names = listedNames([...regions, ...activities])
  if (totals === 'note') {
    const message = `By their names or numbers these are sums of others, and count them twice: ${names}. Leave them out, or keep them knowingly (totals).`
    return { records, notes: [{ code: 'total-like-label', message, regions, activities }] }
  }
  const [outRegions, outActivities] = [new Set(regions), new Set(activities)]
  const kept = records.filter(({ region, activity }) => !outRegions.has(region) && !outActivities.has(activity))
  return {
    records: kept,
    notes: [{ code: 'totals-left-out', message: `Sums of others are left out: ${names}.`, regions, activities }],
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
