import { ExpectedError } from '../../records/expected-error.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { isEurostatTsv, readEurostatTsv } from '../eurostat/read-eurostat-tsv.ts'
import { isJsonStat, jsonStatTable } from '../jsonstat/read-json-stat.ts'
import { isPx, readPx } from '../px/read-px.ts'
import { isSdmxCsv, readSdmxCsv } from '../sdmx/read-sdmx-csv.ts'
import { isSdmxJson, sdmxJsonTable } from '../sdmx/read-sdmx-json.ts'
import { delimitedGrid, headText } from '../tables/delimited-grid.ts'
import { readGrid } from '../tables/read-grid.ts'
import { isZip, readXlsx } from '../xlsx/read-xlsx.ts'
import type { XlsxOptions } from '../xlsx/read-xlsx.ts'
import { statisticsLimits, tooMuch, unreadable } from './file-table.ts'
import type { FileTable } from './file-table.ts'
import type { FileBytes } from './file-bytes.ts'
import { parseJson } from './json-text.ts'

/**
 * Reads a file of statistics; its format is known by its content.
 * @throws ExpectedError `unsupported_file` or `too_large`, in plain words with the place
 */
export function readStatisticsFile(file: FileBytes, options: XlsxOptions = {}): FileTable {
  if (file.size === 0) throw unreadable('Filen är tom.', 'The file is empty.')
  if (file.size > statisticsLimits.bytes)
    throw tooMuch(
      `Filen är större än ${statisticsLimits.bytes / 1024 ** 3} GB.`,
      `The file is larger than ${statisticsLimits.bytes / 1024 ** 3} GB.`,
    )
  const start = startOf(file)
  if (isZip(start)) return withoutFileName(() => readXlsx(file.whole(), options))
  const otherKind = kindOf(start)
  if (otherKind)
    throw unreadable(
      `Filen är ${otherKind.sv}. Spara tabellen som XLSX eller CSV.`,
      `The file is ${otherKind.en}. Save the table as XLSX or CSV.`,
    )
  const isWide = start.subarray(0, 64).includes(0)
  if (!isWide && isPx(start)) return readPx(file.whole())
  if (/^\s*(?:\ufeff)?[{[]/.test(isWide ? headText(file, 200) : Buffer.from(start.subarray(0, 200)).toString('utf8')))
    return readJsonTable(file)
  const [firstLine = ''] = headText(file).split(/\r?\n/, 1)
  if (isEurostatTsv(firstLine)) return readEurostatTsv(file)
  if (isSdmxCsv(firstLine)) return readSdmxCsv(file)
  return readGrid(delimitedGrid(file), 'csv', options)
}

/** The reader of zips puts the file's name before its words; here the caller does. */
function withoutFileName(read: () => FileTable): FileTable {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.data['fileName'] === undefined) throw error
    const words = error.data['words'] as LocalText
    throw new ExpectedError(error.code, { detail: words.en, data: { words }, cause: error })
  }
}

function readJsonTable(file: FileBytes): FileTable {
  const json = parseJson(file.whole())
  if (isSdmxJson(json)) return sdmxJsonTable(json)
  if (isJsonStat(json)) return jsonStatTable(json)
  throw unreadable('Filen är JSON men varken JSON-stat eller SDMX-JSON.', 'The file is JSON but neither JSON-stat nor SDMX-JSON.')
}

function startOf(file: FileBytes): Uint8Array {
  for (const piece of file.pieces()) return Uint8Array.from(piece.subarray(0, 8192))
  return new Uint8Array()
}

/** Files that people mistake for tables, by their first bytes. */
function kindOf(start: Uint8Array): { sv: string; en: string } | null {
  const text = Buffer.from(start.subarray(0, 200)).toString('latin1')
  if (text.startsWith('\xd0\xcf\x11\xe0'))
    return { sv: 'en äldre eller låst Excel-fil (.xls)', en: 'an old or locked Excel file (.xls)' }
  if (text.startsWith('%PDF')) return { sv: 'en PDF', en: 'a PDF' }
  if (/^\s*<(?:!doctype html|html)/i.test(text))
    return {
      sv: 'en webbsida; tjänsten kan ha svarat med ett fel',
      en: 'a web page; the service may have answered with an error',
    }
  if (/^\s*<\?xml|^\s*<!DOCTYPE/i.test(text))
    return {
      sv: 'XML, som inte läses (SDMX finns också som CSV och JSON)',
      en: 'XML, which is not read (SDMX comes as CSV and JSON too)',
    }
  return null
}
