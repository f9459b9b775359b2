import type { TableRecord } from '../measures/records.ts'
import type { Note } from '../measures/table.ts'
import { type Found, listedNames, type Sex, sexOf, type ValueColumn, valueColumnsOf } from './csv-columns.ts'
import type { NumberReader } from './csv-numbers.ts'
import { type CsvRow, place, type Separator, separatorNames } from './csv-rows.ts'
import type { LabelSpellings } from './label-spellings.ts'

/** A file whose header has been understood. */
export interface CsvFile {
  header: readonly string[]
  rows: CheckedRows
  numbers: NumberReader
  spellings: LabelSpellings
}

/** The rows below the header, and what was passed over, once they have been read. */
export interface CheckedRows extends Iterable<CsvRow> {
  notes: () => Note[]
}

/** A record, and the sex that its cell is of. */
type SexRecord = TableRecord & { sex?: Sex }

interface Read {
  records: SexRecord[]
  notes: Note[]
}

/** Rows with a region, an activity and one number or more. */
export function readLong(file: CsvFile, found: Found): Read {
  const { header, rows, numbers, spellings } = file
  const [region, activity] = [placeOf('region', found, header), placeOf('activity', found, header)]
  const several = found.value === undefined ? valueColumnsOf(header, found) : []
  const columns: ValueColumn[] = several.length > 0 ? several : [{ column: placeOf('value', found, header) }]
  const records: SexRecord[] = []
  for (const row of rows) {
    const labels = { region: spellings.of(label(row, region, header)), activity: spellings.of(label(row, activity, header)) }
    const rowSex = found.sex === undefined ? null : sexOf(row.cells[found.sex]!.trim())
    const rowYear = found.year === undefined ? undefined : label(row, found.year, header)
    for (const column of columns) {
      const record: SexRecord = { ...labels, value: number(row, column.column, numbers) }
      const year = column.year ?? rowYear
      if (year !== undefined) record.year = year
      const sex = column.sex ?? rowSex
      if (sex) record.sex = sex
      records.push(record)
    }
  }
  const used = new Set([...Object.values(found), ...columns.map(({ column }) => column)])
  const ignored = header.filter((name, column) => !used.has(column) && name !== '')
  const message = `These columns were not used: ${listedNames(ignored)}.`
  return { records, notes: ignored.length > 0 ? [{ code: 'ignored-column', message }] : [] }
}

/** A row a region, a column an activity. */
export function readWide(file: CsvFile, named: { region: number | undefined; year: number | undefined }): Read {
  const { header, rows, numbers, spellings } = file
  const regionColumn = named.region ?? (named.year === 0 ? 1 : 0)
  const activities = header
    .map((name, column) => ({ name: name === '' ? '' : spellings.of(name), column }))
    .filter(({ name, column }) => column !== regionColumn && column !== named.year && name !== '')
  if (activities.length > 1 && activities.every(({ name }) => /^(?:1[5-9]|2[01])\d\d$/.test(name)))
    throw new RangeError(
      'Line 1: all columns but the first are years, and there is no column of activities. Name the activity column, or write one row for each region, activity and year.',
    )
  const seen = new Set<string>()
  for (const { name, column } of activities) {
    if (seen.has(name))
      throw new RangeError(
        `${place({ line: 1, column: column + 1 })}: the activity «${name}» comes twice. Add the two together, or name them apart.`,
      )
    seen.add(name)
  }
  const records: SexRecord[] = []
  for (const row of rows) {
    const region = spellings.of(label(row, regionColumn, header))
    const year = named.year === undefined ? {} : { year: label(row, named.year, header) }
    for (const { name, column } of activities)
      records.push({ region, activity: name, ...year, value: number(row, column, numbers, header[column]!) })
  }
  return { records, notes: [] }
}

/**
 * One record for each cell of a file by sex: the total where the file has it, else men and women added; or one of them alone.
 * Two rows of the same cell and sex stay two.
 */
export function addSexes(records: readonly SexRecord[], wanted: 'both' | 'men' | 'women'): Read {
  if (!records.some(({ sex }) => sex)) return { records: [...records], notes: [] }
  const bySex = new Map<string, Map<Sex, SexRecord[]>>()
  for (const record of records) {
    const key = `${record.region}\n${record.activity}\n${record.year ?? ''}`
    const lists = bySex.get(key) ?? new Map<Sex, SexRecord[]>()
    const list = lists.get(record.sex ?? 'total') ?? []
    list.push(record)
    lists.set(record.sex ?? 'total', list)
    bySex.set(key, lists)
  }
  const result: SexRecord[] = []
  let alone = 0
  for (const lists of bySex.values()) {
    const chosen =
      wanted === 'both' ? (lists.has('total') ? (['total'] as const) : (['men', 'women'] as const)) : ([wanted] as const)
    const most = Math.max(...chosen.map((sex) => lists.get(sex)?.length ?? 0))
    for (let at = 0; at < most; at++) {
      const parts = chosen.flatMap((sex) => lists.get(sex)?.[at] ?? [])
      const { sex: _sex, ...record } = parts[0]!
      const unknown = parts.some(({ value }) => value === null)
      if (wanted === 'both' && parts.length === 1 && chosen.length > 1) alone++
      result.push({ ...record, value: unknown ? null : parts.reduce((sum, { value }) => sum + value!, 0) })
    }
  }
  const single = alone > 0 ? ` ${alone} cells have one of the two only.` : ''
  const message =
    wanted === 'both' ? `The file is by sex; men and women are added.${single}` : `The file is by sex; these are the ${wanted}.`
  return { records: result, notes: [{ code: 'sexes-added', message, ...(alone > 0 && { cells: alone }) }] }
}

/** The rows, without those that are empty. @throws RangeError for a row of another length than the header */
export function checkedRows(
  rows: Iterator<CsvRow, unknown>,
  { header, separator }: { header: readonly string[]; separator: Separator },
): CheckedRows {
  const nameless = header.flatMap((name, column) => (name === '' ? [column] : []))
  let blank = 0
  function* read() {
    for (let next = rows.next(); !next.done; next = rows.next()) {
      const row = next.value as CsvRow
      if (row.cells.every((cell) => cell.trim() === '')) {
        blank++
        continue
      }
      if (row.cells.length !== header.length)
        throw new RangeError(
          `Line ${row.line}: there are ${row.cells.length} cells, but the header has ${header.length} (separated by ${separatorNames[separator]}).`,
        )
      for (const column of nameless)
        if (column > 0 && row.cells[column]!.trim() !== '')
          throw new RangeError(
            `${place({ line: 1, column: column + 1 })}: the column has no name, but line ${row.line} has «${row.cells[column]}» in it.`,
          )
      yield row
    }
  }
  const notes = (): Note[] => {
    const columns = nameless.filter((column) => column > 0).length
    const parts = [...(columns ? [`${columns} empty columns`] : []), ...(blank ? [`${blank} empty lines`] : [])]
    return parts.length > 0 ? [{ code: 'leftovers', message: `Passed over: ${parts.join(' and ')}.` }] : []
  }
  return { [Symbol.iterator]: read, notes }
}

function placeOf(role: 'region' | 'activity' | 'value', found: Found, header: readonly string[]): number {
  const column = found[role]
  if (column === undefined)
    throw new RangeError(
      `Line 1: no column, or more than one, is recognised as the ${role}. Name it; the columns are: ${listedNames(header)}.`,
    )
  return column
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
