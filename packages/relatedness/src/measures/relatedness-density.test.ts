import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proximity } from './proximity.ts'
import { relatednessDensity, relatednessDistance } from './relatedness-density.ts'
import { presenceFrom } from './specialisation.ts'
import { largestDifference } from '../testing/largest-difference.ts'
import { anyPresence, presenceOf } from '../testing/presences.ts'

describe('by hand: R1 has A1 and A2, R2 has A1 and A3', () => {
  const presence = presenceOf('110', '101')
  // k = 2, 1, 1. φ12 = φ13 = 1/2, φ23 = 0.
  test('proximity is shared regions over the larger ubiquity', () => {
    expect([...proximity(presence).values]).toEqual([1, 0.5, 0.5, 0.5, 1, 0, 0.5, 0, 1])
  })

  test('without the own diagonal: the others that a region has, of all others near', () => {
    expect([...relatednessDensity(presence).values]).toEqual([0.5, 1, 1, 0.5, 1, 1])
  })

  test('with the own diagonal: the activity itself counts as near', () => {
    const density = [...relatednessDensity(presence, { ownDiagonal: true }).values]
    ;[1.5 / 2, 1, 0.5 / 1.5, 1.5 / 2, 0.5 / 1.5, 1].forEach((expected, at) => expect(density[at]).toBeCloseTo(expected, 14))
  })

  test('distance is one less density', () => {
    expect([...relatednessDistance(relatednessDensity(presence)).values]).toEqual([0.5, 0, 0, 0.5, 0, 0])
  })
})

test('an activity without neighbours is undefined, not zero, and said', () => {
  const { values, notes } = relatednessDensity(presenceOf('10', '01'))
  expect([...values]).toEqual([NaN, NaN, NaN, NaN])
  expect(notes).toEqual([expect.objectContaining({ code: 'unrelated-activity', activities: ['A1', 'A2'] })])
})

test('an activity that no region has is undefined, and said apart', () => {
  const { values, notes } = relatednessDensity(presenceOf('110', '110'))
  expect([...values.subarray(0, 3)]).toEqual([1, 1, NaN])
  expect(notes).toEqual([expect.objectContaining({ code: 'absent-activity', activities: ['A3'] })])
})

test('a missing cell takes part in neither sum', () => {
  // For R1 A2 is unknown: of what is near A1 only A3 counts.
  const known = relatednessDensity(presenceOf('1.1', '111', '110'))
  expect(known.values[0]).toBe(1)
  const matrix = relatednessDensity(presenceOf('1.1', '111', '110'), { proximity: proximity(presenceOf('1.1', '111', '110')) })
  expect(largestDifference(matrix.values, known.values)).toBeLessThan(1e-10)
})

test('what the sums give and what the written matrix gives are the same, also with missing cells', () => {
  fc.assert(
    fc.property(anyPresence({ missing: true }), fc.boolean(), (presence, ownDiagonal) => {
      const sums = relatednessDensity(presence, { ownDiagonal })
      const matrix = relatednessDensity(presence, { ownDiagonal, proximity: proximity(presence) })
      expect(largestDifference(matrix.values, sums.values)).toBeLessThan(1e-10)
    }),
  )
})

test('density is a share from 0 to 1 or undefined', () => {
  fc.assert(
    fc.property(anyPresence({ missing: true }), (presence) => {
      for (const value of relatednessDensity(presence).values)
        expect(Number.isNaN(value) || (value >= 0 && value <= 1 + 1e-12)).toBe(true)
    }),
  )
})

test('regions in another order give the same rows in that order', () => {
  fc.assert(
    fc.property(anyPresence(), (presence) => {
      const width = presence.activities.length
      const reversed = presenceFrom({
        regions: presence.regions.toReversed(),
        activities: presence.activities,
        values: presence.regions.map((_, r) => [...presence.values.subarray(r * width, (r + 1) * width)]).toReversed(),
      })
      const [one, other] = [relatednessDensity(presence).values, relatednessDensity(reversed).values]
      presence.regions.forEach((_, r) => {
        const mirrored = presence.regions.length - 1 - r
        const row = (values: Float64Array, at: number) => values.subarray(at * width, (at + 1) * width)
        expect(largestDifference(row(other, mirrored), row(one, r))).toBeLessThan(1e-12)
      })
    }),
  )
})

test('a nearness that is not symmetric can be read both ways', () => {
  const presence = presenceOf('10')
  const nearness = { labels: ['A1', 'A2'], values: Float64Array.of(0, 0.25, 0.75, 0) }
  expect(relatednessDensity(presence, { proximity: nearness }).values[1]).toBe(1)
  expect(relatednessDensity(presence, { proximity: nearness, direction: 'mixed' }).values[1]).toBe(0.75 / 0.25)
})

test('what cannot be computed is refused in plain words', () => {
  const presence = presenceOf('10')
  const weights = { regions: ['R1'], activities: ['A1', 'A2'], values: Float64Array.of(1, 0) }
  expect(() => relatednessDensity(weights)).toThrow('A density of weights needs a proximity.')
  expect(() => relatednessDensity(presence, { proximity: { labels: ['A1', 'B'], values: new Float64Array(4) } })).toThrow(
    '«A2» and «B»',
  )
  expect(() =>
    relatednessDensity(presence, { proximity: { labels: ['A1', 'A2'], values: Float64Array.of(0, -1, -1, 0) } }),
  ).toThrow('zero or more')
})
