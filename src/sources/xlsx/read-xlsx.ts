import { ExpectedError } from '../../records/expected-error.ts'
import { statisticsLimits, unreadable } from '../cubes/file-table.ts'
import type { FileTable } from '../cubes/file-table.ts'
import { openZip } from '../deck/zip-parts.ts'
import type { ZipParts } from '../deck/zip-parts.ts'
import { childrenNamed, findNode, parseXml } from '../deck/xml-nodes.ts'
import type { XmlNode } from '../deck/xml-nodes.ts'
import { layoutOf } from '../tables/grid-layout.ts'
import type { LayoutOptions } from '../tables/grid-layout.ts'
import { readWithLayout } from '../tables/read-grid.ts'
import type { Grid } from '../tables/grid-rows.ts'
import { readSharedStrings } from './shared-strings.ts'
import { SheetRows } from './sheet-rows.ts'

/** Whether a file is a zip, as workbooks are. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

export interface XlsxOptions extends LayoutOptions {
  /** The name of the sheet to read; without it the first with a table. */
  sheet?: string | undefined
}

/** A table in an Excel workbook. @throws ExpectedError in plain words, with sheet, row and column */
export function readXlsx(bytes: Uint8Array, options: XlsxOptions = {}): FileTable {
  const zip = openZip(bytes, '', zipLimitsFor(bytes.length))
  const sheets = sheetsOf(zip)
  const shared = readSharedStrings(partOf(zip, 'xl/sharedStrings.xml'))
  const dateStyles = dateStylesOf(partOf(zip, 'xl/styles.xml'))
  const asked = options.sheet === undefined ? sheets : sheets.filter(({ name }) => name === options.sheet)
  const names = sheets.map(({ name }) => name).join(', ')
  if (asked.length === 0)
    throw unreadable(
      `Bladet «${options.sheet ?? ''}» finns inte. Bladen är: ${names}.`,
      `There is no sheet «${options.sheet ?? ''}». The sheets are: ${names}.`,
    )
  let refusal: unknown = null
  for (const { name, part } of asked) {
    const xml = partOf(zip, part)
    if (!xml) continue
    const grid: Grid = { separator: null, rows: () => new SheetRows(xml, { shared, dateStyles }), columnName, mayLeaveOut: true }
    try {
      const layout = layoutOf(grid, options)
      const table = readWithLayout(grid, layout, 'xlsx')
      const others = sheets.filter((one) => one.name !== name).map((one) => one.name)
      const notice = {
        sv: `Bladet «${name}» lästes. Andra blad: ${others.join(', ')}.`,
        en: `The sheet «${name}» was read. Other sheets: ${others.join(', ')}.`,
      }
      return { ...table, notices: others.length > 0 ? [notice, ...table.notices] : table.notices }
    } catch (error) {
      // A sheet without a table may come before the one with it; a fault within a table is told at once.
      if (!(error instanceof ExpectedError) || error.code !== 'unsupported_file') throw error
      refusal ??= onSheet(error, name)
    }
  }
  throw refusal ?? unreadable('Arbetsboken har inga blad.', 'The workbook has no sheets.')
}

function onSheet(error: ExpectedError, name: string): ExpectedError {
  const words = error.data['words'] as { sv: string; en: string }
  return unreadable(`Bladet «${name}»: ${words.sv}`, `The sheet «${name}»: ${words.en}`, error)
}

/** Tables pack to a fiftieth at best; what unpacks to more was made to fill a memory. */
const zipLimitsFor = (size: number) => {
  const partBytes = Math.min(statisticsLimits.wholeBytes * 2, 48 * 1024 * 1024 + size * 60)
  return {
    partBytes,
    unpackedBytes: partBytes * 2,
    tooLarge: {
      sv: 'Filen packar upp till orimligt mycket för sin storlek. Spara tabellen som CSV.',
      en: 'The file unpacks to an unreasonable amount for its size. Save the table as CSV.',
    },
  }
}

/** A part of the workbook. Document types, with which a small part can grow without end, are refused. */
function partOf(zip: ZipParts, name: string): Buffer | null {
  const part = zip.read(name)
  if (!part) return null
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  if (bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY'))
    throw unreadable(
      `Delen ${name} har en dokumenttyp, som inga arbetsböcker har. Filen läses inte.`,
      `The part ${name} has a document type, which no workbook has. The file is not read.`,
    )
  return bytes
}

interface Sheet {
  name: string
  part: string
}

/** The sheets that are shown, in their order. */
function sheetsOf(zip: ZipParts): Sheet[] {
  const workbook = rootOf(partOf(zip, 'xl/workbook.xml'))
  const relations = new Map(
    childrenNamed(rootOf(partOf(zip, 'xl/_rels/workbook.xml.rels')), 'Relationship').map(({ attributes }) => [
      attributes['Id'],
      attributes['Target'],
    ]),
  )
  if (!workbook)
    throw unreadable(
      'Filen är en zip men ingen Excel-arbetsbok (xlsx). Är det .xls eller .ods, spara som .xlsx eller CSV.',
      'The file is a zip but no Excel workbook (xlsx). If it is .xls or .ods, save it as .xlsx or CSV.',
    )
  return childrenNamed(findNode(workbook, 'sheets'), 'sheet').flatMap(({ attributes }) => {
    const target = relations.get(attributes['r:id'])
    if (!target || (attributes['state'] ?? 'visible') !== 'visible') return []
    return [{ name: attributes['name'] ?? '', part: target.startsWith('/') ? target.slice(1) : `xl/${target}` }]
  })
}

function rootOf(part: Uint8Array | null): XmlNode | undefined {
  if (!part) return undefined
  if (part.length > 4 * 1024 * 1024)
    throw unreadable('Arbetsbokens förteckning är orimligt stor.', 'The workbook’s list of sheets is unreasonably large.')
  try {
    return parseXml(part).find(({ name }) => /^[a-zA-Z]/.test(name))
  } catch (cause) {
    throw unreadable(
      'Arbetsboken är skadad: en av dess delar är ingen riktig XML.',
      'The workbook is damaged: one of its parts is no proper XML.',
      cause,
    )
  }
}

/** The numbers of cell styles that show a number as a date. */
function dateStylesOf(part: Uint8Array | null): ReadonlySet<number> {
  const root = rootOf(part)
  const own = new Map(
    childrenNamed(findNode(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  )
  const isDate = (id: number) =>
    (id >= 14 && id <= 17) || id === 22 || /[yd]/i.test((own.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
  return new Set(
    childrenNamed(findNode(root, 'cellXfs'), 'xf').flatMap(({ attributes }, at) =>
      isDate(Number(attributes['numFmtId'])) ? [at] : [],
    ),
  )
}

/** A for 0, Z for 25, AA for 26. */
function columnName(at: number): string {
  let [name, left] = ['', at + 1]
  while (left > 0) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
    left = Math.floor((left - 1) / 26)
  }
  return name
}
