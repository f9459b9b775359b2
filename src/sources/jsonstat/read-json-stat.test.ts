import { describe, expect, test } from 'vitest'
import { jsonStatTable } from './read-json-stat.ts'

const dataset = (changes: object = {}) => ({
  version: '2.0',
  class: 'dataset',
  label: 'Prov',
  updated: '2026-06-01T23:00:00+0200',
  id: ['geo', 'contents', 'time'],
  size: [2, 1, 2],
  role: { geo: ['geo'], metric: ['contents'], time: ['time'] },
  dimension: {
    geo: { label: 'Region', category: { index: { '03': 1, '01': 0 }, label: { '01': 'Stockholms län' } } },
    contents: { category: { label: { N1: 'Anställda' }, unit: { N1: { base: 'antal', decimals: 0 } } } },
    time: { category: { index: ['2020', '2021'] } },
  },
  value: [1, null, 3, 4],
  ...changes,
})

describe('JSON-stat', () => {
  test('puts codes in the places that it says, whatever order the keys have, and names what has no name by its code', () => {
    const { dimensions, unit, updated } = jsonStatTable(dataset())
    expect(dimensions).toEqual([
      { id: 'geo', label: 'Region', codes: ['01', '03'], labels: ['Stockholms län', '03'], role: 'region' },
      { id: 'contents', label: 'contents', codes: ['N1'], labels: ['Anställda'], role: 'measure' },
      { id: 'time', label: 'time', codes: ['2020', '2021'], labels: ['2020', '2021'], role: 'time' },
    ])
    expect([unit, updated]).toEqual(['antal', '2026-06-01T23:00:00+0200'])
  })

  test.each([
    [
      'one for all',
      'e',
      [
        ['e', false],
        ['e', true],
        ['e', false],
        ['e', false],
      ],
    ],
    [
      'a list',
      ['p', '..', '', null],
      [
        ['p', false],
        ['..', true],
        [null, false],
        [null, false],
      ],
    ],
    [
      'by place',
      { 1: 'c', 3: 'be' },
      [
        [null, false],
        ['c', true],
        [null, false],
        ['be', false],
      ],
    ],
    [
      'none',
      undefined,
      [
        [null, false],
        ['∅', true],
        [null, false],
        [null, false],
      ],
    ],
  ])('statuses: %s', (_, status, expected) => {
    const { statuses, symbols, values } = jsonStatTable(dataset({ status }))
    expect([...statuses!].map((one) => [symbols[one - 1]?.symbol ?? null, symbols[one - 1]?.isMissing ?? false])).toEqual(
      expected,
    )
    expect([...values]).toEqual([1, NaN, 3, 4])
  })

  test('of several tables in one file reads the first, and says so', () => {
    const { notices, title } = jsonStatTable({ a: { ...dataset(), label: 'Första' }, b: dataset() })
    expect(title).toBe('Första')
    expect(notices[0]!.en).toBe('The file has 2 tables (a, b); the first was read.')
  })

  test.each([
    [{ class: 'collection', link: { item: [] } }, 'a list of tables'],
    [{ class: 'dimension', category: {} }, 'a dimension without numbers'],
    [{ a: 1 }, 'no JSON-stat table'],
    [[1], 'no table'],
    [dataset({ id: ['geo', 'geo', 'time'] }), 'names a dimension twice'],
    [dataset({ id: undefined }), 'list of dimensions, «id», is missing'],
    [dataset({ size: [2, 2] }), 'must have a number for each of the 3 dimensions'],
    [dataset({ value: undefined }), 'numbers, «value», are missing'],
    [dataset({ status: ['p', 'p'] }), '2 statuses and 4 cells'],
  ])('%j is refused', (json, words) => {
    expect(() => jsonStatTable(json)).toThrow(words)
  })
})
