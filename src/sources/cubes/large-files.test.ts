import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bytesOnDisk } from './file-bytes.ts'
import { readStatisticsFile } from './read-statistics-file.ts'
import { csv, eurostatTsv, jsonStat2, px, sdmxCsv, sdmxJson, xlsxOf } from './testing/write-tables.ts'
import type { WrittenTable } from './testing/write-tables.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-large-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const codes = (start: string, count: number) => Array.from({ length: count }, (_, at) => `${start}${at}`)
const years = Array.from({ length: 40 }, (_, at) => String(1980 + at))
const table: WrittenTable = {
  dimensions: [
    { id: 'region', codes: codes('r', 100), labels: codes('Region ', 100) },
    { id: 'branch', codes: codes('b', 60), labels: codes('Branch ', 60) },
    { id: 'tid', codes: years, labels: years, isTime: true },
  ],
  // Long numbers, so that every file has several pieces.
  cells: Array.from({ length: 100 * 60 * 40 }, (_, at) => ({ value: at * 4_000_037, symbol: null })),
}

const writers: [string, () => Uint8Array][] = [
  ['JSON-stat', () => jsonStat2(table)],
  ['SDMX-JSON', () => sdmxJson(table)],
  ['PX', () => px(table)],
  ['SDMX-CSV', () => sdmxCsv(table)],
  ['Eurostat TSV', () => eurostatTsv(table)],
  ['Eurostat TSV, packed', () => gzipSync(eurostatTsv(table), { level: 1 })],
  ['CSV', () => csv(table)],
  ['CSV in UTF-16', () => csv(table, { encoding: 'utf16le', isWide: true })],
  ['XLSX', () => xlsxOf(table, true)],
]

describe('a file on a disk that is read in many pieces', () => {
  test.each(writers)('%s', (name, write) => {
    const path = join(folder, name)
    const bytes = write()
    writeFileSync(path, bytes)
    expect(bytes.length).toBeGreaterThan(name === 'XLSX' ? 500_000 : 1_100_000)
    const { values, statuses } = readStatisticsFile(bytesOnDisk(path))
    expect(statuses).toBeNull()
    expect(values.length).toBe(table.cells.length)
    expect(values.every((value, at) => value === table.cells[at]!.value)).toBe(true)
  })
})
