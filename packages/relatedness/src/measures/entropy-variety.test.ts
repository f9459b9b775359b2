import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectiveActivities, entropy, variety } from './entropy-variety.ts'
import { toSparse } from './table.ts'
import { anyTable, tableOf, turned } from '../testing/any-table.ts'
import { occupationsByCounty } from '../testing/example-table.ts'
import { largestDifference } from '../testing/largest-difference.ts'

const golden = JSON.parse(readFileSync(new URL('../../golden/structure-options.json', import.meta.url), 'utf8')) as Record<
  string,
  number[]
>

describe('entropy', () => {
  test('four equal activities carry two bits and are as varied as four; one activity carries none and is as varied as one', () => {
    const table = tableOf([3, 3, 3, 3], [0, 7, 0, 0])
    expect([...entropy(table).values]).toEqual([2, 0])
    expect([...effectiveActivities(table).values]).toEqual([4, 1])
  })

  test('a missing cell is left out and said; an empty region is missing and said; a zero adds nothing', () => {
    const { values, notes } = entropy(tableOf([2, 2, null], [0, 0, 0], [5, 5, 0], [null, null, null]))
    expect([...values]).toEqual([1, NaN, 1, NaN])
    expect(notes).toMatchObject([
      { code: 'missing-cells', cells: 4 },
      { code: 'empty-region', regions: ['R2', 'R4'] },
    ])
  })

  test('between none and the logarithm of the number of activities, and no other for a sparse table', () => {
    fc.assert(
      fc.property(anyTable({ missing: true, whole: false }), (table) => {
        const { values } = entropy(table)
        for (const value of values.filter((bits) => !Number.isNaN(bits))) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(Math.log2(table.activities.length) + 1e-12)
        }
        expect(entropy(toSparse(table)).values).toEqual(values)
      }),
    )
  })
})

describe('variety', () => {
  const table = tableOf([4, 2, 1, 1], [0, 0, 5, 5])

  test('by hand: halves in two groups, one of them of a half and a half', () => {
    const { total, unrelated, related } = variety(tableOf([2, 2, 4]), ['x', 'x', 'y'])
    expect([unrelated.values[0], related.values[0], total.values[0]]).toEqual([1, 0.5, 1.5])
  })

  test('groups may be given as labels, as lists from the widest, or as parents', () => {
    const lists = [
      ['X', 'X1'],
      ['X', 'X1'],
      ['X', 'X2'],
      ['Y', 'Y1'],
    ]
    const parents = { A1: 'X1', A2: 'X1', A3: 'X2', A4: 'Y1', X1: 'X', X2: 'X', Y1: 'Y' }
    const byLists = variety(table, lists)
    expect(byLists.byLevel).toHaveLength(3)
    expect(variety(table, parents)).toEqual(byLists)
    expect(variety(table, new Map(Object.entries(parents)))).toEqual(byLists)
    expect(variety(table, ['X', 'X', 'X', 'Y']).unrelated).toEqual(byLists.unrelated)
  })

  test('branches of parents may differ in depth, and an activity may be its own parent', () => {
    // A1 and A2 under X under W, A3 straight under W, A4 alone: 8 = (6 | 2), then 6 = (4 | 2), then 4 = (3 | 1).
    const { byLevel } = variety(tableOf([3, 1, 2, 2]), { A1: 'X', A2: 'X', X: 'W', A3: 'W', A4: 'A4' })
    const bits = (...shares: number[]) => shares.reduce((sum, share) => sum - share * Math.log2(share), 0)
    const expected = [bits(6 / 8, 2 / 8), (6 / 8) * bits(4 / 6, 2 / 6), (4 / 8) * bits(3 / 4, 1 / 4)]
    byLevel.forEach(({ values }, level) => expect(values[0]).toBeCloseTo(expected[level]!, 14))
  })

  test('with one group nothing is unrelated, with a group for each nothing is related, both to the last bit', () => {
    fc.assert(
      fc.property(anyTable({ missing: true, whole: false }), (any) => {
        const isNothing = (value: number) => Number.isNaN(value) || value === 0
        const one = any.activities.map(() => 'all')
        expect(variety(any, one).unrelated.values.every(isNothing)).toBe(true)
        expect(variety(any, any.activities).related.values.every(isNothing)).toBe(true)
      }),
    )
  })

  test('unrelated and related sum to the total, which is the entropy; no level is below zero', () => {
    fc.assert(
      fc.property(anyTable({ missing: true, whole: false }), (any) => {
        const { total, unrelated, related, byLevel } = variety(
          any,
          any.activities.map((_, a) => [`${a % 2}`, `${a % 4}`]),
        )
        total.values.forEach((value, r) => expect(value).toBe(unrelated.values[r]! + related.values[r]!))
        entropy(any).values.forEach((value, r) => expect(Math.abs((total.values[r]! || 0) - (value || 0))).toBeLessThan(1e-14))
        for (const { values } of byLevel) expect(values.every((value) => !(value < 0))).toBe(true)
      }),
    )
  })

  test('the order of the regions does not matter', () => {
    fc.assert(
      fc.property(anyTable({ missing: true }), (any) => {
        const groups = any.activities.map((_, a) => `${a % 3}`)
        expect(variety(turned(any), groups).related.values).toEqual(variety(any, groups).related.values.toReversed())
      }),
    )
  })

  test('a region with nothing is missing, and said', () => {
    const { total, related, byLevel, notes } = variety(tableOf([0, 0], [1, 1]), ['x', 'y'])
    expect([total, related, ...byLevel].map(({ values }) => values[0])).toEqual([NaN, NaN, NaN, NaN])
    expect(notes).toMatchObject([{ code: 'empty-region', regions: ['R1'] }])
  })

  test('what is not a hierarchy is refused in plain words', () => {
    expect(() => variety(table, ['x'])).toThrow('1 groups for 4 activities')
    expect(() => variety(table, [['x'], ['x', 'y'], ['x'], ['x']])).toThrow('«A2» has 2 levels and the first has 1')
    expect(() => variety(table, { A1: 'x', A2: 'x', A4: 'x' })).toThrow('«A3» has no parent')
    expect(() => variety(table, { A1: 'x', A2: 'x', A3: 'x', A4: 'x', x: 'y', y: 'x' })).toThrow(
      '«x» above activity «A1» lies within itself',
    )
    expect(() => variety(tableOf([1]), Object.create({ A1: 'inherited' }) as Record<string, string>)).toThrow(
      '«A1» has no parent',
    )
  })

  test('occupations by county, beside numpy: entropy within the groups of one digit and of two', () => {
    const counties = occupationsByCounty(2017)
    const within = (digits: number) =>
      variety(
        counties,
        counties.activities.map((label) => label.slice(0, digits)),
      ).related.values
    expect(largestDifference(within(1), golden['relatedAtOneDigit']!)).toBeLessThan(1e-12)
    expect(largestDifference(within(2), golden['relatedAtTwoDigits']!)).toBeLessThan(1e-12)
  })
})
