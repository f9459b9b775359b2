import { stringify } from 'csv-stringify/sync'
import type { LocalText } from '../records/shared-fields.ts'
import type { Language } from '../records/language.ts'

export type Cell = string | number | boolean | null

export interface TableColumn<Row> {
  key: string
  label: LocalText
  value: (row: Row) => Cell
}

/** Rows with named columns, ready to be written as a file. */
export interface Table {
  name: string
  columns: { key: string; label: LocalText }[]
  rows: Cell[][]
}

export function makeTable<Row>(name: string, columns: readonly TableColumn<Row>[], rows: readonly Row[]): Table {
  return {
    name,
    columns: columns.map(({ key, label }) => ({ key, label })),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
  }
}

/** CSV for programs: UTF-8, comma, RFC 4180, decimal point, column keys as header; cells verbatim. */
export function tableToMachineCsv({ columns, rows }: Table): string {
  return stringify([columns.map(({ key }) => key), ...rows], { record_delimiter: 'windows', cast: { boolean: String } })
}

/**
 * CSV for a Swedish Excel: byte order mark, semicolon, decimal comma, headings in the reader's language. A cell that
 * Excel would run as a formula gets an apostrophe first.
 */
export function tableToExcelCsv({ columns, rows }: Table, lang: Language): string {
  const yesNo = lang === 'sv' ? ['ja', 'nej'] : ['yes', 'no']
  const cell = (value: Cell): string => {
    if (value === null) return ''
    if (typeof value === 'boolean') return value ? yesNo[0]! : yesNo[1]!
    if (typeof value === 'number') return String(value).replace('.', ',')
    // Excel reads 09 as 9, and 2.11 as a day; as a formula that is a text they stay as they are.
    if (looksLikeAnother.test(value)) return `="${value}"`
    return /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value
  }
  return stringify([columns.map(({ label }) => cell(label[lang])), ...rows.map((row) => row.map(cell))], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  })
}

/** Codes that Excel would make a number or a day of: a zero first, more digits than a number keeps, or two parts. */
const looksLikeAnother = /^(?:0\d+|\d{12,}|\d{1,2}[./-]\d{1,2})$/

/** JSON: an array with one object per row, keyed by column. */
export function tableToJson({ columns, rows }: Table): string {
  return JSON.stringify(rows.map((row) => Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null]))))
}
