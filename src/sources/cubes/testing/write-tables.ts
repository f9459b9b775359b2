import { strToU8, zipSync } from 'fflate'

/** A table for the tests' own writers: codes and labels of each dimension, and a number, a symbol or both in each cell. */
export interface WrittenTable {
  dimensions: readonly { id: string; codes: readonly string[]; labels: readonly string[]; isTime?: boolean }[]
  cells: readonly { value: number | null; symbol: string | null }[]
}

/** The codes of each cell, in the cells' order. */
export function codesOfCells({ dimensions }: WrittenTable): string[][] {
  return dimensions.reduce<string[][]>((all, { codes }) => all.flatMap((own) => codes.map((code) => [...own, code])), [[]])
}

const cellText = ({ value, symbol }: WrittenTable['cells'][number]): string =>
  value === null ? (symbol ?? '') : symbol ? `${value} ${symbol}` : String(value)

const dimensionJson = ({ dimensions }: WrittenTable, isObjectIndex: boolean) =>
  Object.fromEntries(
    dimensions.map(({ id, codes, labels }) => [
      id,
      {
        label: id,
        category: {
          index: isObjectIndex ? Object.fromEntries(codes.map((code, at) => [code, at])) : codes,
          label: Object.fromEntries(codes.map((code, at) => [code, labels[at]])),
        },
      },
    ]),
  )

const sparse = (values: readonly unknown[]) =>
  Object.fromEntries(values.flatMap((value, at) => (value === null ? [] : [[String(at), value]])))

/** JSON-stat 2.0, dense or sparse. */
export function jsonStat2(table: WrittenTable, isSparse = false): Uint8Array {
  const values = table.cells.map(({ value }) => value)
  const status = sparse(table.cells.map(({ symbol }) => symbol))
  return strToU8(
    JSON.stringify({
      version: '2.0',
      class: 'dataset',
      label: 'Prov',
      source: 'SCB',
      id: table.dimensions.map(({ id }) => id),
      size: table.dimensions.map(({ codes }) => codes.length),
      role: { time: table.dimensions.filter(({ isTime }) => isTime).map(({ id }) => id) },
      dimension: dimensionJson(table, isSparse),
      value: isSparse ? sparse(values) : values,
      ...(Object.keys(status).length > 0 ? { status } : {}),
    }),
  )
}

/** JSON-stat 1.x: a bundle, with the list of dimensions among them, and sizes as some write them. */
export function jsonStat1(table: WrittenTable): Uint8Array {
  return strToU8(
    JSON.stringify({
      dataset: {
        label: 'Prov',
        dimension: {
          ...dimensionJson(table, true),
          id: table.dimensions.map(({ id }) => id),
          size: table.dimensions.map(({ codes }) => String(codes.length)),
          role: { time: table.dimensions.filter(({ isTime }) => isTime).map(({ id }) => id) },
        },
        value: table.cells.map(({ value }) => value),
        status: sparse(table.cells.map(({ symbol }) => symbol)),
      },
    }),
  )
}

const quoted = (text: string): string => `"${text}"`

/** PX in a code page; with `keys` the rows of the first dimension that have any number, by their codes. */
export function px(
  table: WrittenTable,
  { encoding = 'latin1', hasKeys = false }: { encoding?: 'latin1' | 'utf8'; hasKeys?: boolean } = {},
): Uint8Array {
  const [first, ...rest] = table.dimensions
  const names = (all: WrittenTable['dimensions']) => all.map(({ id }) => quoted(id)).join(',')
  const rowCells = rest.reduce((product, { codes }) => product * codes.length, 1)
  const rows = first!.codes.map((code, row) => {
    const cells = table.cells
      .slice(row * rowCells, (row + 1) * rowCells)
      .map(({ value, symbol }) => (value === null ? quoted(symbol ?? '..') : String(value)))
    return `${hasKeys ? `${quoted(code)},` : ''}${cells.join(' ')}`
  })
  const lines = [
    encoding === 'latin1' ? 'CHARSET="ANSI";' : 'CODEPAGE="utf-8";',
    'TITLE="Prov i "\n"två delar";',
    'SOURCE="SCB";',
    `STUB=${names([first!])};`,
    ...(rest.length > 0 ? [`HEADING=${names(rest)};`] : []),
    ...table.dimensions.flatMap(({ id, codes, labels, isTime }) => [
      `VALUES(${quoted(id)})=${labels.map(quoted).join(',\n')};`,
      `CODES(${quoted(id)})=${codes.map(quoted).join(',')};`,
      ...(isTime ? [`TIMEVAL(${quoted(id)})=TLIST(A1),${codes.map(quoted).join(',')};`] : []),
    ]),
    ...(hasKeys ? [`KEYS(${quoted(first!.id)})=CODES;`] : []),
    `DATA=\n${rows.join('\n')};\n`,
  ]
  return Buffer.from(lines.join('\n'), encoding)
}

/** SDMX-CSV 1.0 or 2.0. */
export function sdmxCsv(table: WrittenTable, version: 1 | 2 = 1): Uint8Array {
  const ids = table.dimensions.map(({ id }) => id)
  const head =
    version === 1
      ? ['DATAFLOW', ...ids, 'OBS_VALUE', 'OBS_FLAG']
      : ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...ids, 'OBS_VALUE', 'OBS_STATUS']
  const start = version === 1 ? ['X:PROV(1.0)'] : ['dataflow', 'X:PROV(1.0)', 'I']
  const rows = codesOfCells(table).map((codes, at) =>
    [...start, ...codes, table.cells[at]!.value ?? '', table.cells[at]!.symbol ?? ''].join(','),
  )
  return strToU8([head.join(','), ...rows].join('\r\n'))
}

/** SDMX-JSON 2.0 with all dimensions at the observation, or 1.0 with the first at the series. */
export function sdmxJson(table: WrittenTable, version: 1 | 2 = 2): Uint8Array {
  const symbols = [...new Set(table.cells.flatMap(({ symbol }) => symbol ?? []))]
  const dimensions = table.dimensions.map(({ id, codes, labels, isTime }) => ({
    id,
    name: id,
    ...(isTime ? { role: 'time' } : {}),
    values: codes.map((code, at) => ({ id: code, name: labels[at] })),
  }))
  const sizes = table.dimensions.map(({ codes }) => codes.length)
  const keyOf = (cell: number): number[] => {
    let left = cell
    return sizes
      .toReversed()
      .map((size) => [left % size, (left = Math.floor(left / size))][0]!)
      .toReversed()
  }
  const observations = table.cells.map(
    ({ value, symbol }, at) => [keyOf(at), [value, symbol === null ? null : symbols.indexOf(symbol)]] as const,
  )
  const attributes = { observation: [{ id: 'OBS_STATUS', values: symbols.map((id) => ({ id })) }] }
  if (version === 2)
    return strToU8(
      JSON.stringify({
        data: {
          structures: [{ id: 'PROV', dimensions: { dataSet: [], series: [], observation: dimensions }, attributes }],
          dataSets: [
            { structure: 0, observations: Object.fromEntries(observations.map(([key, cell]) => [key.join(':'), cell])) },
          ],
        },
      }),
    )
  const series: Record<string, { observations: Record<string, unknown> }> = {}
  for (const [[first, ...rest], cell] of observations)
    (series[String(first)] ??= { observations: {} }).observations[rest.join(':')] = cell
  return strToU8(
    JSON.stringify({
      structure: { dimensions: { series: dimensions.slice(0, 1), observation: dimensions.slice(1) }, attributes },
      dataSets: [{ series }],
    }),
  )
}

/** Eurostat’s TSV; the last dimension is the columns. */
export function eurostatTsv(table: WrittenTable): Uint8Array {
  const keys = table.dimensions.slice(0, -1)
  const times = table.dimensions.at(-1)!.codes
  const rows = codesOfCells({ ...table, dimensions: keys }).map((codes, row) => {
    const cells = times.map((_, at) => {
      const { value, symbol } = table.cells[row * times.length + at]!
      return value === null ? `${symbol ?? ':'}` : `${value} ${symbol ?? ''}`
    })
    return `${codes.join(',')}\t${cells.join('\t')}`
  })
  return strToU8(
    [`${keys.map(({ id }) => id).join(',')}\\TIME_PERIOD\t${times.map((time) => `${time} `).join('\t')}`, ...rows].join('\n'),
  )
}

export interface CsvStyle {
  separator?: ',' | ';' | '\t'
  decimal?: '.' | ','
  isWide?: boolean
  encoding?: 'utf8' | 'latin1' | 'utf16le'
  above?: readonly string[]
  below?: readonly string[]
}

/** Rows of cells: long with a column of values, or the last dimension as columns. */
export function rowsOf(table: WrittenTable, isWide: boolean): string[][] {
  const ids = table.dimensions.map(({ id }) => id)
  if (!isWide) return [[...ids, 'värde'], ...codesOfCells(table).map((codes, at) => [...codes, cellText(table.cells[at]!)])]
  const last = table.dimensions.at(-1)!.codes
  const keys = codesOfCells({ ...table, dimensions: table.dimensions.slice(0, -1) })
  return [
    [...ids.slice(0, -1), ...last],
    ...keys.map((codes, row) => [...codes, ...last.map((_, at) => cellText(table.cells[row * last.length + at]!))]),
  ]
}

/** CSV as people and programs write it. */
export function csv(
  table: WrittenTable,
  { separator = ';', decimal = '.', isWide = false, encoding = 'utf8', above = [], below = [] }: CsvStyle = {},
): Uint8Array {
  const cell = (text: string, isNumber: boolean) => {
    const own = isNumber && decimal === ',' ? text.replace(/(\d)\.(\d)/, '$1,$2') : text
    return own.includes(separator) || own.includes('"') ? `"${own.replaceAll('"', '""')}"` : own
  }
  const keys = isWide ? table.dimensions.length - 1 : table.dimensions.length
  const lines = rowsOf(table, isWide).map((row, at) =>
    row.map((text, column) => cell(text, at > 0 && column >= keys)).join(separator),
  )
  return Buffer.from(`${encoding === 'utf16le' ? '\ufeff' : ''}${[...above, ...lines, ...below].join('\r\n')}\r\n`, encoding)
}

/** A workbook of one sheet. A cell is a number, a text, or XML as it is to be. */
export function xlsx(
  rows: readonly (readonly (number | string | { xml: string })[])[],
  { shared = true, extra = {} }: { shared?: boolean; extra?: Record<string, Uint8Array> } = {},
): Uint8Array {
  const texts: string[] = []
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const letters = (at: number): string =>
    at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26)
  const cellXml = (cell: number | string | { xml: string }, reference: string) => {
    if (cell === '') return ''
    if (typeof cell === 'object') return `<c r="${reference}"${cell.xml}`
    if (typeof cell === 'number') return `<c r="${reference}" s="0"><v>${cell}</v></c>`
    if (!shared) return `<c r="${reference}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`
    const at = texts.indexOf(cell)
    return `<c r="${reference}" t="s"><v>${at < 0 ? texts.push(cell) - 1 : at}</v></c>`
  }
  const sheet = rows
    .map(
      (row, at) => `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`)).join('')}</row>`,
    )
    .join('')
  const xml = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
  return zipSync({
    'xl/workbook.xml': xml('<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': xml('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet1.xml': xml(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': xml(
      `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    ),
    ...extra,
  })
}

/** A table’s rows as a workbook; numbers with a symbol are text. */
export const xlsxOf = (table: WrittenTable, isWide: boolean): Uint8Array =>
  xlsx(
    rowsOf(table, isWide).map((row, at) =>
      row.map((cell, column) =>
        at > 0 && column >= table.dimensions.length - (isWide ? 1 : 0) && cell !== '' && Number.isFinite(Number(cell))
          ? Number(cell)
          : cell,
      ),
    ),
  )
