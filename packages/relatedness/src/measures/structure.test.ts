import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gini, herfindahl, hooverCurve, hooverIndex, krugmanIndex, locationalGini } from './concentration.ts'
import { entropy, variety } from './entropy-variety.ts'
import { findStructuralPeers, structuralDistances } from './structural-peers.ts'
import { type Table, tableFrom } from './table.ts'
import { largestDifference } from '../testing/largest-difference.ts'

const table = tableFrom({
  regions: ['R1', 'R2'],
  activities: ['A1', 'A2', 'A3', 'A4'],
  values: [
    [4, 2, 1, 1],
    [8, 0, 0, 0],
  ],
})
const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }))
  .chain(([regions, activities]) =>
    fc.array(fc.array(fc.nat(50), { minLength: activities, maxLength: activities }), { minLength: regions, maxLength: regions }),
  )
  .map((values): Table =>
    tableFrom({ regions: values.map((_, r) => `R${r}`), activities: values[0]!.map((_, a) => `A${a}`), values }),
  )

describe('variety by hand', () => {
  test('shares of a half, a quarter and two eighths carry 1.75 bits', () => {
    expect([...entropy(table).values]).toEqual([1.75, 0])
  })

  test('in two groups: 0.811 bits between them and the rest within', () => {
    const { total, unrelated, related } = variety(table, ['wide', 'wide', 'narrow', 'narrow'])
    const between = -(0.75 * Math.log2(0.75) + 0.25 * Math.log2(0.25))
    expect(unrelated.values[0]).toBeCloseTo(between, 14)
    expect(related.values[0]).toBeCloseTo(0.75 * (-(2 / 3) * Math.log2(2 / 3) - (1 / 3) * Math.log2(1 / 3)) + 0.25, 14)
    expect(total.values[0]).toBe(1.75)
  })

  test('the levels of any hierarchy sum to the whole', () => {
    fc.assert(
      fc.property(anyTable, (any) => {
        const { total, byLevel } = variety(
          any,
          any.activities.map((_, a) => [`${a % 2}`, `${a % 2}-${a % 4}`]),
        )
        const sums = total.values.map((_, r) => byLevel.reduce((sum, level) => sum + level.values[r]!, 0))
        expect(largestDifference(sums, total.values)).toBeLessThan(1e-12)
      }),
    )
  })

  test('a group in two wider groups, or a missing group, is refused', () => {
    expect(() =>
      variety(table, [
        ['x', 'a'],
        ['y', 'a'],
        ['x', 'b'],
        ['x', 'c'],
      ]),
    ).toThrow('«a» of activity «A2» lies in two wider groups')
    expect(() => variety(table, ['x'])).toThrow('1 groups for 4 activities')
  })
})

describe('concentration by hand', () => {
  test('Herfindahl, as it is and brought to zero for an even spread', () => {
    expect([...herfindahl(table).values]).toEqual([0.34375, 1])
    expect(herfindahl(table, { normalised: true }).values[0]).toBeCloseTo((0.34375 - 0.25) / 0.75, 14)
  })

  test('Krugman: against all together, or against the others', () => {
    // The whole: 12/16, 2/16, 1/16, 1/16. R1: |.5 − .75| + .125 + .0625 + .0625.
    expect(krugmanIndex(table).values[0]).toBe(0.5)
    expect(krugmanIndex(table, { reference: 'others' }).values[0]).toBe(1)
  })

  test('Gini: all in one of four regions is 3/4, or 1 when corrected', () => {
    const alone = tableFrom({ regions: ['R1', 'R2', 'R3', 'R4'], activities: ['A'], values: [[0], [0], [8], [0]] })
    expect(gini(alone).values[0]).toBeCloseTo(0.75, 14)
    expect(gini(alone, { corrected: true }).values[0]).toBeCloseTo(1, 14)
  })

  test('Hoover: half of the people hold three quarters of the activity', () => {
    const spread = tableFrom({ regions: ['R1', 'R2'], activities: ['A'], values: [[3], [1]] })
    const people = { labels: ['R1', 'R2'], values: Float64Array.of(10, 10) }
    expect(hooverIndex(spread, { reference: people }).values[0]).toBe(0.25)
    expect(hooverCurve(spread, 'A', { reference: people }).points).toEqual([
      { region: null, x: 0, y: 0 },
      { region: 'R2', x: 0.5, y: 0.25 },
      { region: 'R1', x: 1, y: 1 },
    ])
  })

  test('an activity spread as everything is has a locational Gini of zero; one that nobody has is undefined, and said', () => {
    const even = tableFrom({
      regions: ['R1', 'R2'],
      activities: ['A1', 'A2', 'A3'],
      values: [
        [1, 2, 0],
        [2, 4, 0],
      ],
    })
    const { values, notes } = locationalGini(even)
    expect(values[0]).toBeCloseTo(0, 14)
    expect(values[2]).toBeNaN()
    expect(notes).toEqual([expect.objectContaining({ code: 'empty-activity', activities: ['A3'] })])
  })

  test('an empty region and a missing cell are said, not dropped', () => {
    const holed = tableFrom({
      regions: ['R1', 'R2'],
      activities: ['A1', 'A2'],
      values: [
        [1, null],
        [0, 0],
      ],
    })
    const { values, notes } = herfindahl(holed)
    expect([...values]).toEqual([1, NaN])
    expect(notes.map(({ code }) => code)).toEqual(['missing-cells', 'empty-region'])
  })
})

describe('peers', () => {
  const three = tableFrom({
    regions: ['R1', 'R2', 'R3'],
    activities: ['A1', 'A2', 'A3'],
    values: [
      [8, 1, 1],
      [7, 2, 1],
      [0, 1, 9],
    ],
  })
  test('the nearest region first, with what makes the two alike and apart', () => {
    const [first, second] = findStructuralPeers(three, 'R1', { distance: 'manhattan' })
    expect(first!.region).toBe('R2')
    expect(first!.distance).toBeCloseTo(0.2, 14)
    expect(first!.alike.map(({ activity }) => activity)).toEqual(['A1'])
    expect(first!.apart[0]).toMatchObject({ activity: 'A1' })
    expect(first!.apart[0]!.difference).toBeCloseTo(0.1, 14)
    expect(second!.region).toBe('R3')
  })

  test('every distance is zero to oneself, the same both ways, and within its bounds', () => {
    const largest = {
      manhattan: 2,
      euclidean: Math.SQRT2,
      cosine: 1,
      hellinger: 1,
      'jensen-shannon': 1,
      'jensen-shannon-divergence': 1,
    } as const
    fc.assert(
      fc.property(anyTable, fc.constantFrom(...(Object.keys(largest) as (keyof typeof largest)[])), (any, distance) => {
        const { labels, values } = structuralDistances(any, distance)
        labels.forEach((_, r) =>
          labels.forEach((_, s) => {
            const value = values[r * labels.length + s]!
            if (Number.isNaN(value)) return
            expect(value).toBe(values[s * labels.length + r])
            expect(value).toBeLessThanOrEqual(largest[distance] + 1e-12)
            if (r === s) expect(value).toBeCloseTo(0, 7)
          }),
        )
      }),
    )
  })

  test('a region that is not there, or has nothing, is refused', () => {
    expect(() => findStructuralPeers(three, 'R9')).toThrow('no region «R9»')
    expect(() => findStructuralPeers(tableFrom({ regions: ['R1'], activities: ['A'], values: [[0]] }), 'R1')).toThrow(
      'sums to zero',
    )
  })
})
