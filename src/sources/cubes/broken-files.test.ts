import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ExpectedError } from '../../records/expected-error.ts'
import { bytesInMemory } from './file-bytes.ts'
import { makeCube } from './make-cube.ts'
import { readStatisticsFile } from './read-statistics-file.ts'
import { makeRegionReader } from './region-codes.ts'
import { csv, eurostatTsv, jsonStat1, jsonStat2, px, sdmxCsv, sdmxJson, xlsxOf } from './testing/write-tables.ts'
import type { WrittenTable } from './testing/write-tables.ts'

const table: WrittenTable = {
  dimensions: [
    { id: 'region', codes: ['01', '17', 'SE'], labels: ['Stockholms län', 'Värmlands län', 'Riket'] },
    { id: 'sni', codes: ['A', 'B-E', 'C'], labels: ['Jordbruk', 'Industri', 'Tillverkning'] },
    { id: 'tid', codes: ['2020', '2021'], labels: ['2020', '2021'], isTime: true },
  ],
  cells: Array.from({ length: 18 }, (_, at) =>
    at % 7 === 3 ? { value: null, symbol: '..' } : { value: at * 3.5, symbol: null },
  ),
}

const files: [string, Uint8Array][] = [
  ['JSON-stat 2.0', jsonStat2(table)],
  ['JSON-stat 1.x', jsonStat1(table)],
  ['PX', px(table)],
  ['PX with KEYS', px(table, { hasKeys: true, encoding: 'utf8' })],
  ['SDMX-CSV', sdmxCsv(table)],
  ['SDMX-JSON', sdmxJson(table)],
  ['Eurostat TSV', eurostatTsv(table)],
  ['CSV', csv(table, { decimal: ',' })],
  ['CSV, wide, UTF-16', csv(table, { isWide: true, encoding: 'utf16le' })],
  ['XLSX', xlsxOf(table, true)],
]

/** Reads a file as far as a cube; null when it is refused in words. */
function readOrRefuse(bytes: Uint8Array): unknown {
  try {
    const choices = {
      table: null,
      fileName: 'x',
      origin: 'x',
      vintage: '2026-11-27',
      title: null,
      source: 'SCB',
      licence: null,
      unit: null,
      numberKind: null,
      loaded: [],
      roles: {},
      level: null,
    }
    return makeCube(readStatisticsFile(bytesInMemory(bytes)), choices, makeRegionReader([])).cube
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    expect(error.data['words']).toMatchObject({ sv: expect.any(String), en: expect.any(String) })
    return null
  }
}

describe.each(files)('%s', (_, whole) => {
  test('is a cube when it is whole', () => expect(readOrRefuse(whole)).not.toBeNull())

  test('cut short anywhere is read or refused in words, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (end) => void readOrRefuse(whole.slice(0, end))),
      { numRuns: 150 },
    )
  })

  test('with any bytes changed is read or refused in words, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        readOrRefuse(bytes)
      }),
      { numRuns: 300 },
    )
  })
})

test('bytes without any meaning are refused in words', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => void readOrRefuse(bytes)),
    { numRuns: 500 },
  )
})
