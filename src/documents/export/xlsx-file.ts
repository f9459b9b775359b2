import { strToU8, zipSync } from 'fflate'
import type { Language } from '../../records/language.ts'
import { escapeXml } from '../linked-data/rdf-files.ts'
import type { Cell, Table } from '../table-files.ts'

/** What Excel can show in one cell. */
const longestCell = 32_767
const longestSheetName = 31

/**
 * Tables as an Excel file, a sheet for each. Texts are written as texts, so that `09` stays `09` and `=1+1` is no formula. The
 * same tables give the same bytes.
 */
export function tablesToXlsx(tables: readonly Table[], { lang, day }: { lang: Language; day: string }): Uint8Array<ArrayBuffer> {
  const names = sheetNames(tables)
  const sheets = tables.map((table, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(table, lang)] as const)
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(tables.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(names),
    'xl/_rels/workbook.xml.rels': relations([
      ...tables.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets),
  }
  const bytes = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  return zipSync(bytes, { mtime: new Date(`${day}T12:00:00`), level: 6 })
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** At most 31 characters, each name once. */
function sheetNames(tables: readonly Table[]): string[] {
  const taken = new Set<string>()
  return tables.map(({ name }) => {
    const short = name.slice(0, longestSheetName)
    const free = taken.has(short) ? `${short.slice(0, longestSheetName - 3)}-${taken.size}` : short
    taken.add(free)
    return free
  })
}

function sheetXml({ columns, rows }: Table, lang: Language): string {
  const header = columns.map(({ label }, at) => cellXml(label[lang], { at, row: 1, style: 1 })).join('')
  const body = rows.map(
    (cells, index) =>
      `<row r="${index + 2}">${cells.map((cell, at) => cellXml(cell, { at, row: index + 2, style: typeof cell === 'string' ? 2 : 0 })).join('')}</row>`,
  )
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const widths = `<cols>${columns.map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="22" customWidth="1"/>`).join('')}</cols>`
  return `${head}<worksheet xmlns="${main}">${frozen}${widths}<sheetData><row r="1">${header}</row>${body.join('')}</sheetData></worksheet>`
}

function cellXml(cell: Cell, { at, row, style }: { at: number; row: number; style: number }): string {
  if (cell === null) return ''
  const place = `r="${columnName(at)}${row}"${style ? ` s="${style}"` : ''}`
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c ${place}><v>${cell}</v></c>` : ''
  if (typeof cell === 'boolean') return `<c ${place} t="b"><v>${cell ? 1 : 0}</v></c>`
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.slice(0, longestCell))}</t></is></c>`
}

/** A, B, … Z, AA. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last
}

const workbook = (names: readonly string[]): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
    .map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`

const relations = (targets: readonly [string, string][]): string =>
  `${head}<Relationships xmlns="${packages}/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const contentTypes = (count: number): string => {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  )
  return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets.join('')}</Types>`
}

/** Plain; bold for headings; and text (form 49), which keeps what it is also when a cell is edited. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`
