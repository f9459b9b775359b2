import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locationQuotient } from './location-quotient.ts'
import { poissonInterval, quotientInterval } from './quotient-uncertainty.ts'
import { seriesFrom } from './records.ts'
import { tableFrom, type Unit } from './table.ts'
import { occupationsByCounty } from '../testing/example-table.ts'

const tableOf = (values: (number | null)[][], unit: Unit | undefined = 'count') =>
  tableFrom({ regions: values.map((_, r) => `R${r + 1}`), activities: values[0]!.map((_, a) => `A${a + 1}`), values, unit })

describe('the interval of a count', () => {
  test.each([
    [0, 0, 3.689],
    [1, 0.025, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [100, 81.364, 121.627],
  ])('of %d is %d to %d, as printed tables have it', (count, lower, upper) => {
    const interval = poissonInterval(count)
    expect(interval[0]).toBeCloseTo(lower, 3)
    expect(interval[1]).toBeCloseTo(upper, 3)
  })

  test('a higher level is wider, any level will do', () => {
    expect(poissonInterval(10, 0.99)[0]).toBeCloseTo(3.717, 3)
    expect(poissonInterval(10, 0.99)[1]).toBeCloseTo(21.398, 3)
    fc.assert(
      fc.property(fc.nat(1e6), fc.double({ min: 0.01, max: 0.9999, noNaN: true }), (count, level) => {
        const [lower, upper] = poissonInterval(count, level)
        expect(lower < upper && lower <= count && upper >= count).toBe(true)
        const wider = poissonInterval(count, (1 + level) / 2)
        expect(wider[0] <= lower && wider[1] > upper).toBe(true)
      }),
    )
  })

  test('what is no level or no count is said', () => {
    expect(() => poissonInterval(3, 95)).toThrow('The level is 95; it must be between 0 and 1, such as 0.95.')
    expect(() => poissonInterval(-1)).toThrow('The count is -1')
  })
})

describe('counting, by hand', () => {
  // R1: 10 of 100; in all 40 of 200: expected 20.
  const table = tableOf([
    [10, 90],
    [30, 70],
  ])

  test('the interval of the count over its expectation', () => {
    const { quotient, lower, upper } = quotientInterval(table)
    const [low, high] = poissonInterval(10)
    expect([quotient.values[0], lower.values[0], upper.values[0]]).toEqual([0.5, low / 20, high / 20])
  })

  test('an interval that straddles the threshold is uncertain, and the threshold itself is not above', () => {
    // 10 of 20 expected: 0.24–0.92; 90 of 80: 0.90–1.38; 30 of 20: 1.01–2.14; 70 of 80: 0.68–1.11.
    const { uncertain, notes } = quotientInterval(table)
    expect([...uncertain.values]).toEqual([0, 1, 0, 1])
    expect(notes).toContainEqual(expect.objectContaining({ code: 'uncertain-quotient', cells: 2 }))
    expect([...quotientInterval(table, { threshold: 0.5 }).uncertain.values]).toEqual([1, 0, 0, 0])
  })

  test('counts below the least are small', () => {
    const { small, notes } = quotientInterval(
      tableOf([
        [4, 90],
        [5, 70],
      ]),
    )
    expect([...small.values]).toEqual([1, 0, 0, 0])
    expect(notes).toContainEqual(expect.objectContaining({ code: 'small-count', cells: 1 }))
    expect([...quotientInterval(table, { smallest: 30 }).small.values]).toEqual([1, 0, 0, 0])
  })

  test('a table in thousands has the interval of what it counts', () => {
    const thousands = quotientInterval(
      tableOf([
        [0.01, 0.09],
        [0.03, 0.07],
      ]),
      { countsPerUnit: 1000 },
    )
    const ones = quotientInterval(table)
    thousands.lower.values.forEach((value, at) => expect(value).toBeCloseTo(ones.lower.values[at]!, 12))
    expect([...thousands.uncertain.values]).toEqual([...ones.uncertain.values])
    expect(thousands.notes.some(({ code }) => code === 'not-whole-count')).toBe(false)
  })

  test('a cell that is most of its activity moves its own expectation, and that is said', () => {
    const { notes } = quotientInterval(
      tableOf([
        [40, 60],
        [10, 90],
      ]),
    )
    expect(notes).toContainEqual(expect.objectContaining({ code: 'own-expectation', cells: 3 }))
  })

  test('missing and empty stay missing, with the notes of the quotients', () => {
    const { lower, uncertain, small, notes } = quotientInterval(
      tableOf([
        [null, 5],
        [3, 2],
        [0, 0],
      ]),
    )
    expect([lower.values[0], lower.values[4], uncertain.values[0], small.values[5]]).toEqual([NaN, NaN, 255, 255])
    expect(notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['missing-cells', 'empty-region']))
  })
})

describe('rounding, by hand', () => {
  test('the least and most that rounded thousands can stand for', () => {
    // 2 of 4 and 6 of 16. Least: x = 1.5, b = 2.5, c = 4.5, d = 7.5. Most: x at 2.5, b = 1.5, c = 3.5, d = 8.5.
    const { lower, upper, uncertain } = quotientInterval(
      tableOf(
        [
          [2, 2],
          [4, 8],
        ],
        'money',
      ),
      { roundedTo: 1 },
    )
    expect(lower.values[0]).toBeCloseTo((1.5 * 16) / (4 * 6), 14)
    expect(upper.values[0]).toBeCloseTo((2.5 * 16) / (4 * 6), 14)
    expect(uncertain.values[0]).toBe(0)
    expect(
      quotientInterval(
        tableOf(
          [
            [2, 2],
            [4, 4],
          ],
          'money',
        ),
        { roundedTo: 1 },
      ).uncertain.values[0],
    ).toBe(1)
  })

  test('the unit does not matter, the share of it does', () => {
    const ones = quotientInterval(
      tableOf([
        [2, 2],
        [4, 8],
      ]),
      { roundedTo: 1 },
    )
    const thousands = quotientInterval(
      tableOf([
        [2000, 2000],
        [4000, 8000],
      ]),
      { roundedTo: 1000 },
    )
    const tenths = quotientInterval(
      tableOf([
        [0.2, 0.2],
        [0.4, 0.8],
      ]),
      { roundedTo: 0.1 },
    )
    expect(thousands.lower.values).toEqual(ones.lower.values)
    expect(tenths.upper.values).toEqual(ones.upper.values)
  })

  test('exact totals narrow it', () => {
    const table = tableOf([
      [2, 2],
      [4, 8],
    ])
    const totals = {
      byRegion: seriesFrom(table.regions, { R1: 4, R2: 12 }),
      byActivity: seriesFrom(table.activities, { A1: 6, A2: 10 }),
    }
    const wide = quotientInterval(table, { roundedTo: 1 })
    const narrow = quotientInterval(table, { roundedTo: 1, totals })
    expect([narrow.lower.values[0], narrow.upper.values[0]]).toEqual([(1.5 * 16) / 24, (2.5 * 16) / 24])
    for (const at of [0, 1, 2, 3]) {
      expect(narrow.lower.values[at]).toBeGreaterThanOrEqual(wide.lower.values[at]!)
      expect(narrow.upper.values[at]).toBeLessThanOrEqual(wide.upper.values[at]!)
    }
  })

  test('with exact totals a missing cell is one that the totals leave room for', () => {
    const table = tableOf([
      [2, 2, null],
      [4, 8, 3],
    ])
    const byRegion = seriesFrom(table.regions, { R1: 6, R2: 15 })
    const { quotient, lower, upper, notes } = quotientInterval(table, { roundedTo: 1, totals: { byRegion } })
    expect(lower.values[0]! < quotient.values[0]! && quotient.values[0]! < upper.values[0]!).toBe(true)
    expect(lower.values[2]).toBe(NaN)
    // A3: 2.5–3.5 in R2, and 6 − 2·(1.5 to 2.5) in R1; R2 has 3 of 15.
    expect(lower.values[5]).toBeCloseTo((2.5 * 21) / (15 * (2.5 + 3)), 12)
    expect(notes.some(({ code }) => code === 'missing-cells')).toBe(false)
  })

  test('totals that do not fit are refused', () => {
    const table = tableOf([
      [2, 2],
      [4, 8],
    ])
    expect(() =>
      quotientInterval(table, { roundedTo: 1, totals: { byRegion: seriesFrom(table.regions, { R1: 40, R2: 12 }) } }),
    ).toThrow('The exact totals of region «R1» and activity «A1» do not fit the cells, rounded to 1.')
    expect(() =>
      quotientInterval(table, { roundedTo: 1, totals: { byRegion: seriesFrom(table.regions, { R1: 4, R2: 12 }), total: 17 } }),
    ).toThrow('they sum to 16, but the total is 17')
    expect(() => quotientInterval(table, { roundedTo: 1, totals: { byRegion: seriesFrom(table.regions, { R1: 4 }) } })).toThrow(
      '«R2» is NaN',
    )
  })

  test('numbers that are not rounded so are refused', () => {
    expect(() =>
      quotientInterval(
        tableOf([
          [2.5, 2],
          [4, 8],
        ]),
        { roundedTo: 1 },
      ),
    ).toThrow('The cell of region «R1», activity «A1» is 2.5, which is no multiple of 1.')
  })
})

describe('what cannot be said', () => {
  test('money has no counting interval', () => {
    expect(() => quotientInterval(tableOf([[1, 2]], 'money'))).toThrow('The table is money, which is not counted one by one')
    expect(() => quotientInterval(tableOf([[1, 2]], 'money'), { kind: 'both', roundedTo: 1 })).toThrow('The table is money')
  })

  test('nor has a table that does not say what it is', () => {
    const { regions, activities, values } = tableOf([[1, 2]])
    expect(() => quotientInterval({ regions, activities, values })).toThrow('Give unit «count»')
  })

  test('rounding needs what was rounded to, and options must be in range', () => {
    const table = tableOf([[1, 2]])
    expect(() => quotientInterval(table, { kind: 'rounding' })).toThrow('say what the numbers were rounded to')
    expect(() => quotientInterval(table, { roundedTo: 0 })).toThrow('roundedTo is 0; it must be a number above 0.')
    expect(() => quotientInterval(table, { level: 1 })).toThrow('level is 1; it must be a number between 0 and 1')
    expect(() =>
      quotientInterval(table, { reference: seriesFrom(['A1', 'A2'], { A1: 1, A2: 1 }), totals: { total: 3 } }),
    ).toThrow('not both')
  })
})

describe('laws', () => {
  const anyCounts = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })).chain(([regions, activities]) =>
    fc.array(fc.array(fc.nat(60), { minLength: activities, maxLength: activities }), {
      minLength: regions,
      maxLength: regions,
    }),
  )

  test('the interval holds the quotient, chance on top of rounding holds both alone', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const table = tableOf(counts)
        const { values } = locationQuotient(table)
        const [counting, rounding, both] = (['counting', 'rounding', 'both'] as const).map((kind) =>
          quotientInterval(table, { kind, roundedTo: 1 }),
        )
        values.forEach((value, at) => {
          if (Number.isNaN(value)) return expect(both!.lower.values[at]).toBe(NaN)
          for (const one of [counting!, rounding!]) {
            expect(one.lower.values[at]).toBeLessThanOrEqual(value + 1e-12)
            expect(one.upper.values[at]).toBeGreaterThanOrEqual(value - 1e-12)
            expect(both!.lower.values[at]).toBeLessThanOrEqual(one.lower.values[at]! + 1e-12)
            expect(both!.upper.values[at]).toBeGreaterThanOrEqual(one.upper.values[at]! - 1e-12)
          }
        })
      }),
    )
  })

  test('whatever is rounded, its true quotients lie within, with and without its exact totals', () => {
    const truth = fc.tuple(anyCounts, fc.constantFrom(5, 10, 20), fc.boolean(), fc.boolean(), fc.boolean())
    fc.assert(
      fc.property(truth, ([counts, roundedTo, rows, columns, all]) => {
        const table = tableOf(counts)
        if (counts.flat().every((value) => value === 0)) return
        const { values } = locationQuotient(table)
        const sum = (of: (r: number, a: number) => boolean) =>
          counts.flatMap((row, r) => row.filter((_, a) => of(r, a))).reduce((x, y) => x + y, 0)
        const totals = {
          ...(rows && {
            byRegion: { labels: table.regions, values: Float64Array.from(table.regions, (_, at) => sum((r) => r === at)) },
          }),
          ...(columns && {
            byActivity: {
              labels: table.activities,
              values: Float64Array.from(table.activities, (_, at) => sum((_, a) => a === at)),
            },
          }),
          ...(all && { total: sum(() => true) }),
        }
        const rounded = tableOf(counts.map((row) => row.map((value) => Math.round(value / roundedTo) * roundedTo)))
        const { lower, upper } = quotientInterval(rounded, { roundedTo, totals })
        values.forEach((value, at) => {
          if (Number.isNaN(value) || Number.isNaN(lower.values[at]!)) return
          expect(lower.values[at]).toBeLessThanOrEqual(value + 1e-12)
          expect(upper.values[at]).toBeGreaterThanOrEqual(value - 1e-12)
        })
      }),
      { numRuns: 300 },
    )
  })

  test('against a reference the rounding of the region alone counts', () => {
    const table = tableOf([
      [10, 30],
      [20, 20],
    ])
    const reference = seriesFrom(table.activities, { A1: 100, A2: 300 })
    const { quotient, lower, upper } = quotientInterval(table, { roundedTo: 2, reference })
    expect(quotient.values[0]).toBe(1)
    expect([lower.values[0], upper.values[0]]).toEqual([(9 * 4) / (9 + 31), (11 * 4) / (11 + 29)])
  })
})

/** By sums of Poisson terms and by search: golden/quotient-uncertainty.py. */
describe('Swedish occupations by county, 2017', () => {
  const table = occupationsByCounty(2017)
  const cells = [0, 3 * 149 + 40, 8 * 149 + 77, 13 * 149 + 120, 20 * 149 + 148]

  test('how many specialisations small counts leave open', () => {
    const { lower, upper, uncertain, small } = quotientInterval(table)
    expect([uncertain, small].map(({ values }) => values.reduce((sum, value) => sum + (value === 1 ? 1 : 0), 0))).toEqual([
      843, 63,
    ])
    const golden = [
      [1.1222731379955055, 1.1403301647188644],
      [1.0098574207759965, 1.2312816609767756],
      [0.5464259824371953, 0.7123559906511477],
      [0.867319586023721, 1.094694731662105],
      [1.6197473856499829, 1.7817939453067904],
    ] as const
    golden.forEach(([low, high], at) => {
      expect(Math.abs(lower.values[cells[at]!]! / low - 1)).toBeLessThan(1e-9)
      expect(Math.abs(upper.values[cells[at]!]! / high - 1)).toBeLessThan(1e-9)
    })
  })

  test('what rounding to hundreds leaves open', () => {
    const rounded = { ...table, values: table.values.map((value) => Math.floor(value / 100 + 0.5) * 100) }
    const { lower, upper } = quotientInterval(rounded, { roundedTo: 100 })
    const golden = [
      [1.0866649224563967, 1.1788241756557245],
      [0.8282109433351337, 1.5252515223722531],
      [0.349339697309372, 0.815552016985138],
      [0.6878501065447085, 1.3589280261148844],
      [1.4726002829490121, 1.9645694104035683],
    ] as const
    golden.forEach(([low, high], at) => {
      expect(Math.abs(lower.values[cells[at]!]! / low - 1)).toBeLessThan(1e-9)
      expect(Math.abs(upper.values[cells[at]!]! / high - 1)).toBeLessThan(1e-9)
    })
  })
})
