import fc from 'fast-check'
import { gzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bytesInMemory } from './file-bytes.ts'
import type { FileTable } from './file-table.ts'
import { readStatisticsFile } from './read-statistics-file.ts'
import { absent } from './symbol-list.ts'
import { csv, eurostatTsv, jsonStat1, jsonStat2, px, sdmxCsv, sdmxJson, xlsxOf } from './testing/write-tables.ts'
import type { WrittenTable } from './testing/write-tables.ts'

const read = (bytes: Uint8Array): FileTable => readStatisticsFile(bytesInMemory(bytes))

/** A number, or a sign in its place; beside a number where the format has flags. */
const cell = (flags: readonly (string | null)[]) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        value: fc.oneof(
          fc.integer({ min: -1e6, max: 1e9 }),
          fc.integer({ min: -99999, max: 99999 }).map((n) => n / 100),
        ),
        symbol: fc.constantFrom(...flags),
      }),
    },
    { weight: 1, arbitrary: fc.record({ value: fc.constant(null), symbol: fc.constantFrom('..', ':', '.') }) },
  )

const regions = ['01', '03', '17', '25', 'SE']
const names = ['Stockholms län', 'Uppsala län', 'Värmlands län', 'Norrbottens län', 'Hela landet; «Sverige»']
const activities = ['C', 'B-E', 'A', '0110', 'åäö-1']
const years = ['2019', '2020', '2021', '2024']

const table = (flags: readonly (string | null)[]): fc.Arbitrary<WrittenTable> =>
  fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 }))
    .chain(([region, activity, year]) => {
      const dimensions = [
        { id: 'region', codes: regions.slice(0, region), labels: names.slice(0, region) },
        {
          id: 'näring',
          codes: activities.slice(0, activity),
          labels: activities.slice(0, activity).map((code) => `Namn ${code}`),
        },
        { id: 'tid', codes: years.slice(0, year), labels: years.slice(0, year), isTime: true },
      ]
      return fc
        .array(cell(flags), { minLength: region * activity * year, maxLength: region * activity * year })
        .map((cells) => ({ dimensions, cells }))
    })

interface Format {
  write: (one: WrittenTable) => Uint8Array
  flags: readonly (string | null)[]
  /** Whether the names of codes are in the format. */
  hasLabels: boolean
}

const formats: [string, Format][] = [
  ['JSON-stat 2.0', { write: (one) => jsonStat2(one), flags: [null, 'p', 'be'], hasLabels: true }],
  ['JSON-stat 2.0, sparse', { write: (one) => jsonStat2(one, true), flags: [null, 'p'], hasLabels: true }],
  ['JSON-stat 1.x', { write: jsonStat1, flags: [null, 'p'], hasLabels: true }],
  ['PX in Windows-1252', { write: (one) => px(one), flags: [null], hasLabels: true }],
  ['PX in UTF-8 with KEYS', { write: (one) => px(one, { encoding: 'utf8', hasKeys: true }), flags: [null], hasLabels: true }],
  ['SDMX-CSV 1.0', { write: (one) => sdmxCsv(one), flags: [null, 'p', 'e'], hasLabels: false }],
  ['SDMX-CSV 2.0', { write: (one) => sdmxCsv(one, 2), flags: [null, 'p', 'e'], hasLabels: false }],
  ['SDMX-JSON 2.0', { write: (one) => sdmxJson(one), flags: [null, 'p'], hasLabels: true }],
  ['SDMX-JSON 1.0', { write: (one) => sdmxJson(one, 1), flags: [null, 'p'], hasLabels: true }],
  ['Eurostat TSV', { write: eurostatTsv, flags: [null, 'p', 'be'], hasLabels: false }],
  ['Eurostat TSV, packed', { write: (one) => gzipSync(eurostatTsv(one)), flags: [null, 'p'], hasLabels: false }],
  ['CSV, long, Swedish', { write: (one) => csv(one, { decimal: ',' }), flags: [null, 'p'], hasLabels: false }],
  [
    'CSV, years as columns, Windows-1252',
    { write: (one) => csv(one, { isWide: true, encoding: 'latin1', decimal: ',' }), flags: [null, 'e'], hasLabels: false },
  ],
  [
    'CSV, tabs, UTF-16, title above and notes below',
    {
      write: (one) =>
        csv(one, {
          separator: '\t',
          isWide: true,
          encoding: 'utf16le',
          above: ['Anställda efter region', ''],
          below: ['', 'Källa: SCB'],
        }),
      flags: [null, 'p'],
      hasLabels: false,
    },
  ],
  ['XLSX, long', { write: (one) => xlsxOf(one, false), flags: [null, 'p'], hasLabels: false }],
  ['XLSX, years as columns', { write: (one) => xlsxOf(one, true), flags: [null, 'p'], hasLabels: false }],
]

describe.each(formats)('%s', (_, { write, flags, hasLabels }) => {
  test('gives back any table as it was written, a missing number with its sign and never as 0', () => {
    fc.assert(
      fc.property(table(flags), (written) => {
        const found = read(write(written))
        expect(found.dimensions.map(({ codes }) => codes)).toEqual(written.dimensions.map(({ codes }) => codes))
        if (hasLabels)
          expect(found.dimensions.map(({ labels }) => labels)).toEqual(written.dimensions.map(({ labels }) => labels))
        const cells = [...found.values].map((value, at) => {
          const symbol = found.statuses?.[at] ? found.symbols[found.statuses[at] - 1]! : null
          expect(symbol?.isMissing ?? false).toBe(Number.isNaN(value))
          return { value: Number.isNaN(value) ? null : value, symbol: symbol?.symbol ?? null }
        })
        expect(cells).toEqual(
          written.cells.map((one) => ({ value: one.value === 0 ? Math.abs(one.value) : one.value, symbol: one.symbol })),
        )
      }),
      { numRuns: 40 },
    )
  })
})

test('a cell that a long file leaves out is missing', () => {
  const found = read(Buffer.from('region;år;värde\n01;2020;5\n03;2021;0\n'))
  expect([...found.values]).toEqual([5, NaN, NaN, 0])
  expect(found.symbols).toEqual([{ symbol: absent, isMissing: true, meaning: null }])
  expect([...found.statuses!]).toEqual([0, 1, 1, 0])
})
