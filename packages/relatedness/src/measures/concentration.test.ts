import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  averageLocationQuotient,
  gini,
  hachman,
  herfindahl,
  hooverCurve,
  hooverGini,
  hooverIndex,
  krugmanIndex,
  locationalGini,
  specialisationCoefficient,
} from './concentration.ts'
import { type Note, type Series, type Table, toSparse } from './table.ts'
import { anyTable, tableOf, turned } from '../testing/any-table.ts'
import { occupationsByCounty } from '../testing/example-table.ts'
import { largestDifference } from '../testing/largest-difference.ts'

const golden = JSON.parse(readFileSync(new URL('../../golden/structure-options.json', import.meta.url), 'utf8')) as Record<
  string,
  number[]
>
const byRegion = (...values: number[]): Series => ({
  labels: values.map((_, r) => `R${r + 1}`),
  values: Float64Array.from(values),
})
const codes = (notes: readonly Note[]) => notes.map(({ code }) => code)

describe('within a region', () => {
  test('by hand: a region of one half and one half beside one with all in the first', () => {
    // Together 6 of 8 in the first. R1: |1/2 − 3/4| twice; average quotient ½·(½ / ¾) + ½·(½ / ¼) = 4/3.
    const table = tableOf([2, 2], [4, 0])
    expect([...herfindahl(table).values]).toEqual([0.5, 1])
    expect([...herfindahl(table, { normalised: true }).values]).toEqual([0, 1])
    expect([...krugmanIndex(table).values]).toEqual([0.5, 0.5])
    expect([...krugmanIndex(table, { reference: 'others' }).values]).toEqual([1, 1])
    expect([...specialisationCoefficient(table).values]).toEqual([0.25, 0.25])
    expect(averageLocationQuotient(table).values[0]).toBeCloseTo(4 / 3, 14)
    expect(hachman(table).values[0]).toBeCloseTo(3 / 4, 14)
  })

  test('a region with the structure of the rest is not special, also when some of its cells are missing', () => {
    const table = tableOf([1, 1, null], [10, 10, 20], [5, 5, 10])
    for (const reference of ['all', 'others'] as const) {
      const { values, notes } = krugmanIndex(table, { reference })
      expect(values[0]).toBe(0)
      expect(codes(notes)).toEqual(['missing-cells'])
    }
    expect(hachman(table).values[0]).toBe(1)
  })

  test('a region with nothing, or with nothing known, is missing and said', () => {
    const table = tableOf([0, 0], [null, null], [null, 0], [1, 3], [1, 1])
    for (const measure of [herfindahl, krugmanIndex, specialisationCoefficient, averageLocationQuotient, hachman]) {
      const { values, notes } = measure(table)
      expect([...values].map(Number.isNaN)).toEqual([true, true, true, false, false])
      expect(notes).toMatchObject([
        { code: 'missing-cells', cells: 3 },
        { code: 'empty-region', regions: ['R1', 'R2', 'R3'] },
      ])
    }
  })

  test('the only region there is has no others to be compared with', () => {
    const { values, notes } = krugmanIndex(tableOf([0.1, 0.3], [0, 0]), { reference: 'others' })
    expect([...values]).toEqual([NaN, NaN])
    expect(notes).toMatchObject([{ code: 'empty-region' }, { code: 'no-reference', regions: ['R1'] }])
  })

  test('one activity cannot be even or uneven', () => {
    const { values, notes } = herfindahl(tableOf([1, null], [1, 1], [0, null]), { normalised: true })
    expect([...values]).toEqual([NaN, 0, NaN])
    expect(notes.at(-1)).toMatchObject({ code: 'too-few-activities', regions: ['R1'] })
  })

  test('every measure keeps its bounds', () => {
    const within = ({ values }: Series, least: number, most: number) =>
      expect([...values].every((value) => !(value < least - 1e-12) && !(value > most + 1e-12))).toBe(true)
    fc.assert(
      fc.property(anyTable({ missing: true, whole: false }), (any) => {
        within(herfindahl(any), 1 / any.activities.length, 1)
        within(herfindahl(any, { normalised: true }), 0, 1)
        within(krugmanIndex(any), 0, 2)
        within(krugmanIndex(any, { reference: 'others' }), 0, 2)
        within(averageLocationQuotient(any), 1, Infinity)
        within(hachman(any), 0, 1)
      }),
    )
  })

  test('the others are far away where all together are near: Σ|s − s̄| of the two differ by the share of the others', () => {
    fc.assert(
      fc.property(anyTable(), (any) => {
        const total = any.values.reduce((sum, value) => sum + value, 0)
        const [all, others] = [krugmanIndex(any).values, krugmanIndex(any, { reference: 'others' }).values]
        any.regions.forEach((_, r) => {
          const own = any.values.subarray(r * any.activities.length, (r + 1) * any.activities.length)
          const share = 1 - own.reduce((sum, value) => sum + value, 0) / total
          if (!Number.isNaN(others[r]!)) expect(all[r]).toBeCloseTo(others[r]! * share, 12)
        })
      }),
    )
  })
})

describe('over regions', () => {
  test('by hand: 1 and 3 of an activity where people are even', () => {
    const [table, people] = [tableOf([1], [3]), byRegion(10, 10)]
    expect(gini(table).values[0]).toBe(0.25)
    expect(gini(table, { corrected: true }).values[0]).toBe(0.5)
    expect(hooverIndex(table, { reference: people }).values[0]).toBe(0.25)
    expect(hooverIndex(table, { reference: 'equal' }).values[0]).toBe(0.25)
    expect(hooverIndex(table).values[0]).toBe(0)
    expect(hooverGini(table, { reference: people }).values[0]).toBe(0.25)
  })

  test('the locational Gini is at most a half on the scale of Krugman and EconGeo, and at most one on the full', () => {
    // A1 is where 1 of 100 is: the curve runs along the bottom to 0.99.
    const table = tableOf([1, 0], [0, 99])
    expect(locationalGini(table).values[0]).toBeCloseTo(0.495, 14)
    expect(locationalGini(table, { scale: 'full' }).values[0]).toBeCloseTo(0.99, 14)
  })

  test('a curve may run against a series, equal shares or the totals; ties stand in their order', () => {
    const table = tableOf([2, 6], [1, 3], [5, 3])
    expect(hooverCurve(table, 'A1').points.map(({ region }) => region)).toEqual([null, 'R1', 'R2', 'R3'])
    expect(hooverCurve(table, 'A1', { reference: 'equal' }).points.map(({ region }) => region)).toEqual([null, 'R2', 'R1', 'R3'])
    expect(hooverCurve(table, 'A1', { reference: byRegion(8, 1, 1) }).points).toEqual([
      { region: null, x: 0, y: 0 },
      { region: 'R1', x: 0.8, y: 0.25 },
      { region: 'R2', x: 0.9, y: 0.375 },
      { region: 'R3', x: 1, y: 1 },
    ])
    expect(() => hooverCurve(table, 'A9')).toThrow('no activity «A9»')
  })

  test('a region without figures is left out of the activity, and said; so is one without a reference', () => {
    const table = tableOf([1], [3], [null], [5])
    const { values, notes } = hooverIndex(table, { reference: byRegion(10, 10, 10, NaN) })
    expect(values[0]).toBe(0.25)
    expect(notes).toMatchObject([{ code: 'missing-cells', cells: 2, regions: ['R3', 'R4'] }])
    const curve = hooverCurve(table, 'A1', { reference: byRegion(10, 10, 10, NaN) })
    expect(curve.points).toHaveLength(3)
    expect(codes(curve.notes)).toEqual(['missing-cells'])
  })

  test('an activity that nobody has, a reference of nothing, and a single region give no number and a note', () => {
    const table = tableOf([0, 1], [0, 1])
    for (const measure of [gini, hooverIndex, hooverGini, locationalGini]) {
      const { values, notes } = measure(table)
      expect([...values]).toEqual([NaN, 0])
      expect(notes).toMatchObject([{ code: 'empty-activity', activities: ['A1'] }])
    }
    const unmatched = hooverIndex(table, { reference: byRegion(0, 0) })
    expect([...unmatched.values]).toEqual([NaN, NaN])
    expect(unmatched.notes.at(-1)).toMatchObject({ code: 'no-reference', activities: ['A2'] })
    const alone = gini(tableOf([0, 4], [null, null]), { corrected: true })
    expect([...alone.values]).toEqual([NaN, NaN])
    expect(alone.notes).toMatchObject([
      { code: 'missing-cells' },
      { code: 'empty-activity', activities: ['A1'] },
      { code: 'too-few-regions', activities: ['A2'] },
    ])
  })

  test('a region with nothing of the reference comes last, and one with nothing at all adds nothing', () => {
    const reference = byRegion(0, 4, 0)
    const { points } = hooverCurve(tableOf([1], [3], [0]), 'A1', { reference })
    expect(points.map(({ region, x, y }) => [region, x, y])).toEqual([
      [null, 0, 0],
      ['R3', 0, 0],
      ['R2', 1, 0.75],
      ['R1', 1, 1],
    ])
    expect(hooverGini(tableOf([1], [3], [0]), { reference }).values[0]).toBe(0.25)
  })

  test('a reference of other regions, or below zero, is refused', () => {
    const table = tableOf([1], [2])
    expect(() => hooverIndex(table, { reference: byRegion(1) })).toThrow('2 in one and 1 in the other')
    expect(() => hooverGini(table, { reference: byRegion(1, -2) })).toThrow('region «R2» is -2')
    expect(() => hooverIndex(table, { reference: byRegion(Infinity, 2) })).toThrow('region «R1» is Infinity')
  })

  test('an activity spread as the reference has an index and a Gini of exactly zero', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 2, max: 9 }),
        (sizes, times) => {
          const table = tableOf(...sizes.map((size) => [size * times]))
          expect(hooverGini(table, { reference: byRegion(...sizes) }).values[0]).toBe(0)
          expect(hooverIndex(table, { reference: byRegion(...sizes) }).values[0]).toBeCloseTo(0, 14)
        },
      ),
    )
  })

  test('the Gini is half the mean difference over the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 9 }), (values) => {
        const total = values.reduce((sum, value) => sum + value, 0)
        if (total === 0) return
        const differences = values.flatMap((one) => values.map((other) => Math.abs(one - other)))
        const expected = differences.reduce((sum, value) => sum + value, 0) / (2 * values.length * total)
        expect(gini(tableOf(...values.map((value) => [value]))).values[0]).toBeCloseTo(expected, 13)
      }),
    )
  })

  test('the Hoover index is the greatest gap between the curve and the diagonal, and no greater than the Gini', () => {
    fc.assert(
      fc.property(anyTable({ missing: true, whole: false }), (any) => {
        const [index, area] = [hooverIndex(any).values, hooverGini(any).values]
        any.activities.forEach((activity, a) => {
          if (Number.isNaN(index[a]!)) return
          const gap = Math.max(...hooverCurve(any, activity).points.map(({ x, y }) => x - y))
          expect(gap).toBeCloseTo(index[a]!, 12)
          expect(area[a]!).toBeGreaterThanOrEqual(index[a]! - 1e-12)
          expect(area[a]!).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  test('neither the order of the regions nor how the table is stored matters', () => {
    const measures: ((table: Table) => Series)[] = [gini, hooverIndex, hooverGini, locationalGini]
    fc.assert(
      fc.property(anyTable({ missing: true }), fc.constantFrom(...measures), (any, measure) => {
        expect(largestDifference(measure(turned(any)).values, measure(any).values)).toBeLessThan(1e-12)
        expect(measure(toSparse(any) as never).values).toEqual(measure(any).values)
      }),
    )
  })
})

describe('occupations by county, beside numpy', () => {
  const [before, counties] = [occupationsByCounty(2014), occupationsByCounty(2017)]
  const width = counties.activities.length
  const agrees = (values: ArrayLike<number>, name: string) => expect(largestDifference(values, golden[name]!)).toBeLessThan(1e-12)
  const picked = ({ values }: Series) => [0, 10, 50, 100, 148].map((a) => values[a]!)
  const people = {
    labels: before.regions,
    values: Float64Array.from(before.regions, (_, r) =>
      before.values.subarray(r * width, (r + 1) * width).reduce((sum, value) => sum + value, 0),
    ),
  }

  test('the variants', () => {
    agrees(herfindahl(counties, { normalised: true }).values, 'herfindahlNormalised')
    agrees(picked(gini(counties, { corrected: true })), 'giniCorrected')
    agrees(picked(hooverIndex(counties, { reference: 'equal' })), 'hooverEqual')
    agrees(picked(hooverIndex(counties, { reference: people })), 'hooverSeries')
    agrees(picked(hooverGini(counties, { reference: people })), 'hooverGiniSeries')
    agrees(picked(locationalGini(counties)), 'locationalGini')
  })

  test('with one cell missing in every county', () => {
    const holed = {
      ...counties,
      values: counties.values.map((value, at) => (at % width === Math.floor(at / width) * 7 ? NaN : value)),
    }
    agrees(krugmanIndex(holed).values, 'holedKrugman')
    agrees(krugmanIndex(holed, { reference: 'others' }).values, 'holedKrugmanOthers')
    agrees(averageLocationQuotient(holed).values, 'holedAverageQuotient')
  })
})
