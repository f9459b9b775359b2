import { describe, expect, test } from 'vitest'
import { decodeCube, encodeCube } from '../records/cube-file.ts'
import type { Cube, CubeDimension } from '../records/cube.ts'
import { panelOf } from './activity-panel.ts'
import { measuredSet } from './measured-set.ts'
import { growthOf, spansOf } from './growth-spans.ts'
import { sliceCells, sliceSize } from './cube-cells.ts'
import { cubesInMemory } from '../store/cube-files.ts'
import { madeUpCube } from './testing/made-up-cube.ts'

const dimension = (
  id: string,
  role: CubeDimension['role'],
  codes: string[],
  classification: string | null = null,
): CubeDimension => ({
  id,
  role,
  label: { sv: id, en: id },
  classification,
  codes,
  labels: codes.map((code) => ({ sv: code, en: code })),
})

/** Two counties and the nation × a group, its two occupations × sexes and their sum × two years; one cell is not shown. */
const cube: Cube = madeUpCube({
  dimensions: [
    dimension('region', 'region', ['01', '25', 'SE']),
    dimension('occupation', 'activity', ['621', '6210', '8111', '0000'], 'ssyk-2012'),
    dimension('sex', 'group', ['men', 'women', 'TOTAL']),
    dimension('year', 'time', ['2024', '2014']),
  ],
  valueAt: ([region, occupation, sex, year]) => {
    if (region === '25' && occupation === '8111' && sex === 'women' && year === '2014') return null
    const base = { '01': 90, '25': 10, SE: 100 }[region!]! * (occupation === '8111' ? 1 : 2)
    return base * (sex === 'TOTAL' ? 2 : 1) + (year === '2024' ? 1 : 0)
  },
})

describe('a cube', () => {
  test('is the same when its file is read again, and the file is always the same', () => {
    const bytes = encodeCube(cube)
    expect(decodeCube(bytes)).toEqual(cube)
    expect(encodeCube(decodeCube(bytes))).toEqual(bytes)
    // Within a larger buffer, at an odd place.
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(decodeCube(shifted.subarray(3))).toEqual(cube)
  })

  test('that is cut off, too long or something else is refused', () => {
    const bytes = encodeCube(cube)
    expect(() => decodeCube(bytes.subarray(0, bytes.length - 1))).toThrow('cut off')
    expect(() => decodeCube(new Uint8Array([...bytes, 0]))).toThrow('more than its cells')
    expect(() => decodeCube(bytes.subarray(0, 40))).toThrow('within its header')
    expect(() => decodeCube(new TextEncoder().encode('region,occupation\n'))).toThrow('no cube')
  })

  test('gives a slice in its own order; what is not shown is missing with its symbol, never 0', () => {
    const cells = [...sliceCells(cube, { region: ['25'], occupation: ['8111'], sex: ['women'] })]
    expect(cells).toEqual([
      { codes: ['25', '8111', 'women', '2024'], value: 11, symbol: null },
      { codes: ['25', '8111', 'women', '2014'], value: null, symbol: '..' },
    ])
    expect(sliceSize(cube, { year: ['2024'] })).toBe(36)
    expect(() => [...sliceCells(cube, { sex: ['other'] })]).toThrow('«sex» has no code «other»')
    expect(() => [...sliceCells(cube, { kön: ['men'] })]).toThrow('no dimension «kön»')
  })
})

describe('a panel', () => {
  const [listing] = cubesInMemory([cube]).shelf().listings
  const panel = panelOf(listing!)!

  test('leaves out the nation, sums of occupations and sums of sexes, and has its years in order', () => {
    expect([panel.regionCodes, panel.activities, panel.years]).toEqual([
      ['01', '25'],
      ['6210', '8111'],
      ['2014', '2024'],
    ])
    // Men and women: 2 × (180 + 1), 2 × (90 + 1); 2 × (20 + 1), 2 × (10 + 1).
    expect([...panel.tables[1]!.values]).toEqual([362, 182, 42, 22])
  })

  test('has no number where a part of it is missing, and a region then no quotient in that year', () => {
    expect([...panel.tables[0]!.values]).toEqual([360, 180, 40, NaN])
    const [first, last] = measuredSet(panel, ['8111']).figures
    expect(first!.map(({ quotient }) => Number.isNaN(quotient))).toEqual([false, true])
    expect(last![1]!.count).toBe(22)
  })

  test('measures a set as one: share, nation’s share and quotient by hand', () => {
    const { figures } = measuredSet(panel, ['8111', '8111'])
    const figure = figures[1]![1]!
    expect(figure.share).toBeCloseTo(22 / 64, 12)
    expect(figure.nationShare).toBeCloseTo(204 / 608, 12)
    expect(figure.quotient).toBeCloseTo(22 / 64 / (204 / 608), 12)
    expect(figure.lower).toBeLessThan(figure.quotient)
    expect(figure.upper).toBeGreaterThan(figure.quotient)
  })

  test('has growth only where both years are known', () => {
    expect(growthOf(panel, ['8111'], '25')).toEqual([])
    expect(growthOf(panel, ['8111'], '01')).toMatchObject([{ from: '2014', to: '2024', start: 180, end: 182, change: 2 }])
    expect(growthOf(panel, ['8111'], '99')).toEqual([])
  })

  test('is none of a table without regions, or of several measures', () => {
    const noRegions = madeUpCube({ dimensions: [dimension('year', 'time', ['2020'])], valueAt: () => 1 })
    expect(panelOf(cubesInMemory([noRegions]).shelf().listings[0]!)).toBeNull()
  })
})

test('spans end before a break, and one year alone is no span', () => {
  const years = ['2014', '2016', '2019', '2020', '2022', '2023', '2024']
  const breakAt = (from: string) => ({ from, note: { sv: 'a', en: 'a' } })
  expect(spansOf({ years, breaks: [breakAt('2020'), breakAt('2023')] })).toEqual([
    { from: '2014', to: '2019' },
    { from: '2020', to: '2022' },
    { from: '2023', to: '2024' },
  ])
  expect(spansOf({ years, breaks: [breakAt('2024')] })).toEqual([{ from: '2014', to: '2023' }])
  expect(spansOf({ years, breaks: [breakAt('2010'), breakAt('2014')] })).toEqual([{ from: '2014', to: '2024' }])
})
