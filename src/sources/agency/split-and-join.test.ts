import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileTable } from '../cubes/file-table.ts'
import { absent } from '../cubes/symbol-list.ts'
import { joinTables } from './join-tables.ts'
import { splitSelection } from './split-selection.ts'
import type { Selected } from './split-selection.ts'

const values = (start: string, count: number) => Array.from({ length: count }, (_, at) => `${start}${at}`)
const cellsIn = (selection: readonly Selected[]): string[] =>
  selection.reduce<string[]>((all, one) => all.flatMap((before) => one.values.map((value) => `${before} ${value}`)), [''])

test('a selection that is broken up has every cell once, and no part is larger than it may be', () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 6 }))
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 80 }), ([regions, codes, years], most) => {
      const selection: Selected[] = [
        { code: 'Region', role: 'region', values: values('r', regions) },
        { code: 'Sni', role: 'other', values: values('s', codes) },
        { code: 'Tid', role: 'time', values: values('t', years) },
      ]
      const parts = splitSelection(selection, most)
      expect(parts.flatMap(cellsIn).toSorted()).toEqual(cellsIn(selection).toSorted())
      for (const part of parts) expect(cellsIn(part).length).toBeLessThanOrEqual(most)
    }),
  )
})

test('by region first, so that a part is a whole table of some regions', () => {
  const selection: Selected[] = [
    { code: 'Tid', role: 'time', values: values('t', 4) },
    { code: 'Region', role: 'region', values: values('r', 6) },
  ]
  expect(splitSelection(selection, 8).map((part) => part.map((one) => one.values.length))).toEqual([
    [4, 2],
    [4, 2],
    [4, 2],
  ])
})

const table = (years: string[], numbers: (number | string)[]): FileTable => {
  const signs = [...new Set(numbers.filter((one) => typeof one === 'string'))]
  return {
    format: 'json-stat',
    title: years.join(' '),
    source: null,
    publisherTable: null,
    updated: null,
    unit: null,
    licence: null,
    notes: ['same note'],
    dimensions: [
      { id: 'region', label: 'region', codes: ['01', '03'], labels: ['01', '03'], role: 'region' },
      { id: 'year', label: 'year', codes: years, labels: years, role: 'time' },
    ],
    values: Float64Array.from(numbers, (one) => (typeof one === 'string' ? NaN : one)),
    statuses: Uint8Array.from(numbers, (one) => (typeof one === 'string' ? signs.indexOf(one) + 1 : 0)),
    symbols: signs.map((symbol) => ({ symbol, isMissing: true, meaning: null })),
    notices: [],
  }
}

test('of joined tables the newest wins, also where it shows no number; what it leaves out hides nothing', () => {
  const joined = joinTables([table(['2019', '2020'], [1, 2, 3, '..']), table(['2020', '2022'], [20, '..', ':', 23])])
  expect(joined.dimensions[1]!.codes).toEqual(['2019', '2020', '2022'])
  expect([...joined.values]).toEqual([1, 20, NaN, 3, NaN, 23])
  expect([...joined.statuses!].map((status) => joined.symbols[status - 1]?.symbol ?? null)).toEqual([
    null,
    null,
    '..',
    null,
    ':',
    null,
  ])
  expect(joined.notes).toEqual(['same note'])
  const kept = joinTables([table(['2020'], [5, 6]), table(['2020'], [absent, '..'])])
  expect([...kept.values]).toEqual([5, NaN])
})

test('tables with other dimensions are not joined', () => {
  const other = table(['2020'], [1, 2])
  expect(() => joinTables([other, { ...other, dimensions: [other.dimensions[1]!, other.dimensions[0]!] }])).toThrow(
    'different dimensions',
  )
  expect(() => joinTables([])).toThrow('no numbers')
})
