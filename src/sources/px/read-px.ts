import { checkedCells, checkedCode, shortText, unreadable } from '../cubes/file-table.ts'
import type { FileDimension, FileTable } from '../cubes/file-table.ts'
import { isTimeCode } from '../cubes/time-codes.ts'
import { latin1Start, pxDecoder } from './px-code-page.ts'
import { readPxData } from './px-data.ts'
import { PxKeywords, readPxHeader, timesOf } from './px-header.ts'

/** Whether a file begins as a PX file does. */
export const isPx = (bytes: Uint8Array): boolean =>
  /^(?:ï»¿)?\s*(?:[A-Z][A-Z0-9-]*(?:\[[a-z-]+\])?(?:\("[^"]*"\))?\s*=)/.test(latin1Start(bytes, 400)) &&
  /(?:CHARSET|AXIS-VERSION|MATRIX|TITLE|STUB|HEADING|CONTENTS|CODEPAGE|LANGUAGE)/.test(latin1Start(bytes, 4000))

/** A table in the PX format of PC-Axis and PxWeb, in any code page, dense or with KEYS. @throws ExpectedError in plain words */
export function readPx(file: Uint8Array): FileTable {
  const bytes = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? file.subarray(3) : file
  const { header, dataAt, decode } = headerOf(bytes)
  const dimensions = [...header.list('STUB'), ...header.list('HEADING')].map((name) => dimensionOf(header, checkedCode(name)))
  if (dimensions.length === 0)
    throw unreadable(
      'STUB och HEADING saknas, så filen har inga dimensioner.',
      'STUB and HEADING are missing, so the file has no dimensions.',
    )
  const sizes = dimensions.map(({ codes }) => codes.length)
  const cells = checkedCells(sizes)
  const keyed = header.list('STUB').filter((name) => header.all('KEYS').some(({ subkeys }) => subkeys[0] === name))
  const keyCodes = keyed.map((name) => {
    const dimension = dimensions.find(({ label }) => label === name)!
    return header.text('KEYS', name) === 'VALUES' ? dimension.labels : dimension.codes
  })
  const missing = new Map(
    Array.from({ length: 6 }, (_, at): [string, string] => ['.'.repeat(at + 1), header.text(`DATASYMBOL${at + 1}`) ?? '']).filter(
      ([, meaning]) => meaning !== '',
    ),
  )
  const nil = header.text('DATASYMBOLNIL')
  if (nil) missing.set('-', nil)
  const data = readPxData(bytes, { from: dataAt, sizes, keyed: keyCodes, cells, meanings: missing, decode })
  return {
    format: 'px',
    title: header.text('TITLE') ?? header.text('DESCRIPTION') ?? header.text('CONTENTS'),
    source: header.text('SOURCE'),
    publisherTable: header.text('TABLEID') ?? header.text('MATRIX'),
    updated: header.text('LAST-UPDATED') ?? header.all('LAST-UPDATED')[0]?.values[0] ?? header.text('CREATION-DATE'),
    unit: header.text('UNITS'),
    licence: header.text('COPYRIGHT') === 'NO' ? 'CC0 1.0' : null,
    notes: [...header.all('NOTE'), ...header.all('NOTEX')]
      .slice(0, 50)
      .map(({ values }) => shortText(values.join(' ').replaceAll('#', ' '))),
    dimensions,
    ...data,
    notices: [],
  }
}

function headerOf(bytes: Uint8Array): { header: PxKeywords; dataAt: number; decode: (part: Uint8Array) => string } {
  // Letters beyond ASCII may take several bytes, so that places are taken from the text with one letter for each byte.
  const { dataAt } = readPxHeader(latin1Start(bytes, findData(bytes)))
  const decode = pxDecoder(bytes.subarray(0, dataAt))
  const { entries } = readPxHeader(decode(bytes.subarray(0, dataAt)))
  return { header: new PxKeywords(entries), dataAt, decode }
}

/** A place a little after the keyword DATA; the end of the file when it has none. */
function findData(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = buffer.indexOf('DATA'); at >= 0; at = buffer.indexOf('DATA', at + 4)) {
    const before = at === 0 ? 10 : buffer[at - 1]!
    if (
      (before === 10 || before === 13 || before === 59 || before === 32) &&
      /^DATA\s*=/.test(buffer.toString('latin1', at, at + 12))
    )
      return Math.min(bytes.length, at + 12)
  }
  return bytes.length
}

function dimensionOf(header: PxKeywords, name: string): FileDimension {
  const values = header.list('VALUES', name)
  const times = timesOf(header.list('TIMEVAL', name))
  const written = header.list('CODES', name)
  const labels = values.length > 0 ? values : (times ?? [])
  if (labels.length === 0) throw unreadable(`Variabeln «${name}» saknar VALUES.`, `The variable «${name}» has no VALUES.`)
  const codes = (
    written.length > 0 ? written : times && times.length === labels.length && labels.every(isTimeCode) ? times : labels
  ).map(checkedCode)
  if (codes.length !== labels.length)
    throw unreadable(
      `Variabeln «${name}» har ${labels.length} värden men ${codes.length} koder.`,
      `The variable «${name}» has ${labels.length} values but ${codes.length} codes.`,
    )
  if (new Set(codes).size !== codes.length)
    throw unreadable(`Variabeln «${name}» har en kod två gånger.`, `The variable «${name}» has a code twice.`)
  const isMeasure = header.list('CONTVARIABLE')[0] === name
  const isRegion = header.text('VARIABLE-TYPE', name)?.toLowerCase() === 'geographical' || header.list('MAP', name).length > 0
  const role = header.all('TIMEVAL').some(({ subkeys }) => subkeys[0] === name)
    ? ('time' as const)
    : isMeasure
      ? ('measure' as const)
      : isRegion
        ? ('region' as const)
        : null
  return { id: header.text('VARIABLECODE', name) ?? name, label: name, codes, labels: labels.map(shortText), role }
}
