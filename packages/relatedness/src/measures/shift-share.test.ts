import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dynamicShiftShare, type FourPartShiftShare, shiftShare } from './shift-share.ts'
import { type Table, tableFrom, toSparse } from './table.ts'
import { tableOf, turned } from '../testing/any-table.ts'
import { largestDifference } from '../testing/largest-difference.ts'

type Expected = Record<
  'national' | 'industryMix' | 'regionalShift' | 'competitive' | 'allocation',
  { cells: number[]; byRegion: number[] }
>
const golden = JSON.parse(readFileSync(new URL('../../golden/shift-share-years.json', import.meta.url), 'utf8')) as {
  years: string[]
  regions: string[]
  activities: string[]
  tables: number[][][]
  classic: Expected
  dynamic: Expected
}
const fourParts = { model: 'esteban-marquillas' } as const
const cell = fc.oneof(fc.constant(0), fc.nat(1000), fc.constant(null))
const tables = (count: number) =>
  fc.array(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }), {
    minLength: count,
    maxLength: count,
  })
const panelOf = (values: (number | null)[][][]) => ({
  years: values.map((_, year) => `${year}`),
  tables: values.map((rows) => tableOf(...rows)),
})

/** Every part sums to the change by cell and by region, to a few units in the last place of numbers of this size. */
function expectToSum(result: FourPartShiftShare): void {
  for (const { change, national, industryMix, regionalShift, competitive, allocation } of [result, result.byRegion])
    change.values.forEach((value, at) => {
      const [three, two] = [national.values[at]! + industryMix.values[at]!, competitive.values[at]! + allocation.values[at]!]
      expect(Number.isNaN(three)).toBe(Number.isNaN(value))
      if (Number.isNaN(value)) return
      const size = Math.max(
        ...[national, industryMix, regionalShift, competitive, allocation].map(({ values }) => Math.abs(values[at]!)),
        1000,
      )
      expect(Math.abs(three + regionalShift.values[at]! - value)).toBeLessThan(1e-14 * size)
      expect(Math.abs(two - regionalShift.values[at]!)).toBeLessThan(1e-14 * size)
    })
}

describe('two years', () => {
  // All from 40 to 60 (half as much again), A1 from 20 to 20, A2 from 20 to 40. R1 has 10 of each, half of everything.
  const [start, end] = [tableOf([10, 10], [10, 10]), tableOf([5, 25], [15, 15])]

  test('by hand: what the cell would have gained as all, as its activity, and by itself', () => {
    const { change, national, industryMix, regionalShift, byRegion, notes } = shiftShare(start, end)
    expect([...change.values]).toEqual([-5, 15, 5, 5])
    expect([...national.values]).toEqual([5, 5, 5, 5])
    expect([...industryMix.values]).toEqual([-5, 5, -5, 5])
    expect([...regionalShift.values]).toEqual([-5, 5, 5, -5])
    expect([...byRegion.change.values]).toEqual([10, 10])
    expect([...byRegion.regionalShift.values]).toEqual([0, 0])
    expect(notes).toEqual([])
  })

  test('by hand: a region twice as specialised as the rest has half its shift from being so', () => {
    // R1 has 30 of 60 and so would have 10 · 30 / 60 = 20 of A1's 40 and 10 of A2's 20; it has 30 and 0.
    const [one, other] = [tableOf([30, 0], [10, 20]), tableOf([45, 0], [15, 20])]
    const { regionalShift, competitive, allocation } = shiftShare(one, tableOf([51, 0], [9, 20]), fourParts)
    // A1 grew by half, R1's by 0.7: 30 · 0.2 = 6, of which 20 · 0.2 = 4 is competitive.
    expect(regionalShift.values[0]).toBeCloseTo(6, 13)
    expect(competitive.values[0]).toBeCloseTo(4, 13)
    expect(allocation.values[0]).toBeCloseTo(2, 13)
    expect([...shiftShare(one, other, fourParts).competitive.values]).toEqual([0, 0, 0, 0])
  })

  test('where all regions have the same structure nothing is allocation', () => {
    const { allocation } = shiftShare(start, end, fourParts)
    expect([...allocation.values]).toEqual([0, 0, 0, 0])
  })

  test('three parts carry no others', () => {
    expect(Object.keys(shiftShare(start, end))).toEqual([
      'change',
      'national',
      'industryMix',
      'regionalShift',
      'byRegion',
      'notes',
    ])
  })

  test('a cell that begins is regional shift, and allocation; so is an activity that begins everywhere', () => {
    const { national, industryMix, regionalShift, competitive, allocation, notes } = shiftShare(
      tableOf([0, 0, 10], [10, 0, 10]),
      tableOf([4, 3, 10], [10, 0, 10]),
      fourParts,
    )
    for (const at of [0, 1]) {
      expect([national.values[at], industryMix.values[at], competitive.values[at]]).toEqual([0, 0, 0])
      expect(allocation.values[at]).toBe(regionalShift.values[at])
    }
    expect([...regionalShift.values.subarray(0, 2)]).toEqual([4, 3])
    expect(notes).toMatchObject([
      { code: 'begun-activity', activities: ['A2'] },
      { code: 'begun-cells', cells: 2 },
    ])
  })

  test('a cell missing at either end is missing in all and in no sum; a region of such cells has no sums', () => {
    const { national, byRegion, notes } = shiftShare(
      tableOf([10, 10], [10, null], [null, 5]),
      tableOf([20, null], [10, 10], [5, null]),
      fourParts,
    )
    // Known at both ends: A1 in R1 and R2, from 20 to 30.
    expect([...national.values]).toEqual([5, NaN, 5, NaN, NaN, NaN])
    expect([...byRegion.change.values]).toEqual([10, 0, NaN])
    expect([...byRegion.allocation.values].map(Number.isNaN)).toEqual([false, false, true])
    expect(notes).toMatchObject([
      { code: 'missing-cells', cells: 4 },
      { code: 'missing-region', regions: ['R3'] },
    ])
  })

  test('nothing to begin with is all regional shift', () => {
    const { regionalShift, national } = shiftShare(tableOf([0, 0]), tableOf([1, 2]))
    expect([...regionalShift.values, ...national.values]).toEqual([1, 2, 0, 0])
  })

  test('the parts sum to the change by cell and by region; the last two to the third', () => {
    fc.assert(
      fc.property(tables(2), ([one, other]) => {
        expectToSum(shiftShare(tableOf(...one!), tableOf(...other!), fourParts))
      }),
    )
  })

  test('over all regions, national growth is the growth, and the other two are nothing for every activity', () => {
    const whole = fc.array(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 3,
    })
    fc.assert(
      fc.property(whole, whole, (one, other) => {
        const { national, regionalShift, byRegion } = shiftShare(tableOf(...one), tableOf(...other))
        const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0)
        expect(sum(national.values)).toBeCloseTo(sum(byRegion.change.values), 8)
        expect(sum(byRegion.industryMix.values)).toBeCloseTo(0, 8)
        for (const a of [0, 1, 2, 3]) expect(sum([0, 1, 2].map((r) => regionalShift.values[r * 4 + a]!))).toBeCloseTo(0, 8)
      }),
    )
  })

  test('neither the order of the regions nor how the tables are stored matters', () => {
    fc.assert(
      fc.property(tables(2), ([one, other]) => {
        const [before, after] = [tableOf(...one!), tableOf(...other!)]
        const result = shiftShare(before, after, fourParts)
        expect(shiftShare(toSparse(before), toSparse(after), fourParts)).toEqual(result)
        const { competitive } = shiftShare(turned(before), turned(after), fourParts).byRegion
        expect(largestDifference(competitive.values, result.byRegion.competitive.values.toReversed())).toBeLessThan(1e-11)
      }),
    )
  })

  test('tables of other regions or activities are refused', () => {
    expect(() => shiftShare(start, tableOf([1, 2]))).toThrow('regions of the two tables differ: 2 in one and 1 in the other')
    expect(() => shiftShare(start, tableOf([1], [2]))).toThrow('activities of the two tables differ')
  })
})

describe('over several years', () => {
  test('two years are the same as without the years', () => {
    fc.assert(
      fc.property(tables(2), (values) => {
        const panel = panelOf(values)
        const { notes: _, ...dynamic } = dynamicShiftShare(panel, fourParts)
        const { notes: __, ...classic } = shiftShare(panel.tables[0]!, panel.tables[1]!, fourParts)
        expect(dynamic).toEqual(classic)
      }),
    )
  })

  test('the parts of all years sum to last less first', () => {
    fc.assert(fc.property(tables(4), (values) => expectToSum(dynamicShiftShare(panelOf(values), fourParts))))
  })

  test('by hand: each year grows from where the year before ended', () => {
    // R1 doubles, then R2 does: all grow from 2 to 3 to 4.
    const { national, regionalShift } = dynamicShiftShare(
      panelOf([
        [[1], [1]],
        [[2], [1]],
        [[2], [2]],
      ]),
    )
    expect(national.values[0]).toBeCloseTo(1 / 2 + 2 / 3, 14)
    expect(regionalShift.values[0]).toBeCloseTo(1 / 2 - 2 / 3, 14)
    expect(national.values[1]).toBeCloseTo(1 / 2 + 1 / 3, 14)
  })

  test('a cell missing in one year is missing, and said; what begins is said with its years', () => {
    const panel = panelOf([
      [
        [1, 0],
        [1, 0],
      ],
      [
        [null, 2],
        [1, 0],
      ],
      [
        [3, 2],
        [1, 0],
      ],
    ])
    const { change, byRegion, notes } = dynamicShiftShare(panel, fourParts)
    expect([...change.values]).toEqual([NaN, 2, 0, 0])
    expect([...byRegion.change.values]).toEqual([2, 0])
    expect(notes).toMatchObject([
      { code: 'missing-cells', cells: 1 },
      { code: 'begun-activity', activities: ['A2'], message: expect.stringMatching(/^0 to 1: /) },
      { code: 'begun-cells', cells: 1, message: expect.stringMatching(/^0 to 1: /) },
    ])
  })

  test('fewer than two years, years without tables, and tables that differ are refused', () => {
    const table = tableOf([1])
    expect(() => dynamicShiftShare({ years: [], tables: [] })).toThrow('there are none')
    expect(() => dynamicShiftShare({ years: ['1'], tables: [table, table] })).toThrow('1 years for 2 tables')
    expect(() => dynamicShiftShare({ years: ['1', '2', '3'], tables: [table, table, tableOf([1, 2])] })).toThrow(
      'activities of the two tables differ',
    )
  })
})

describe('six counties and ten groups of occupations, 2014 to 2017, beside numpy', () => {
  const { regions, activities, years } = golden
  const panel = { years, tables: golden.tables.map((values): Table => tableFrom({ regions, activities, values })) }
  const results = {
    classic: shiftShare(panel.tables[0]!, panel.tables.at(-1)!, fourParts),
    dynamic: dynamicShiftShare(panel, fourParts),
  }

  test.each(['classic', 'dynamic'] as const)('%s', (kind) => {
    for (const part of ['national', 'industryMix', 'regionalShift', 'competitive', 'allocation'] as const) {
      expect(largestDifference(results[kind][part].values, golden[kind][part].cells)).toBeLessThan(1e-12)
      expect(largestDifference(results[kind].byRegion[part].values, golden[kind][part].byRegion)).toBeLessThan(1e-11)
    }
  })
})
