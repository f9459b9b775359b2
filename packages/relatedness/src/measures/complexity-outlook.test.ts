import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complexityOutlook } from './complexity-outlook.ts'
import { proximity } from './proximity.ts'
import { largestDifference } from '../testing/largest-difference.ts'
import { anyPresence, presenceOf } from '../testing/presences.ts'

const complexityOf = (...values: number[]) => ({ labels: values.map((_, a) => `A${a + 1}`), values: Float64Array.from(values) })

describe('by hand: R1 has A1 and A2, R2 has A1 and A3', () => {
  const presence = presenceOf('110', '101')
  const pci = complexityOf(-1, 2, 3)
  // φ12 = φ13 = 1/2, φ23 = 0; every sum of nearness: A1 1, A2 1/2, A3 1/2. Density: R1 1/2, 1, 1.
  test('the index sums density times complexity over what is not held', () => {
    expect([...complexityOutlook(presence, pci).index.values]).toEqual([3, 2])
  })

  test('Atlas gain: what comes near, less what is given up', () => {
    // R1 and A3: neighbours not held that A3 brings near: none other (A2 is held, φ33 is left out). 0 − 1 · 3.
    const { gain } = complexityOutlook(presence, pci)
    expect(gain.values[2]).toBe(-3)
    // R1 and A1: brings A3 near: φ31 / Σφ3 · 3 = 3; less density 1/2 · −1.
    expect(gain.values[0]).toBe(3.5)
  })

  test('truncated gain: nothing for what is held already, nothing subtracted', () => {
    const { gain } = complexityOutlook(presence, pci, { formula: 'truncated' })
    expect([...gain.values.subarray(0, 3)]).toEqual([0, 0, 0])
  })

  test('with the own diagonal the activity itself is one of those it brings near', () => {
    // R1 and A3: φ33 / (1 + 1/2) · 3 = 2.
    expect(complexityOutlook(presence, pci, { formula: 'truncated', ownDiagonal: true }).gain.values[2]).toBeCloseTo(2, 14)
  })
})

test('an activity without complexity is left out of the sums, and said', () => {
  const { index, gain, notes } = complexityOutlook(presenceOf('110', '101'), complexityOf(-1, 2, NaN))
  expect(index.values[0]).toBe(0)
  expect(gain.values[2]).toBeNaN()
  expect(notes).toEqual([expect.objectContaining({ code: 'activity-without-complexity', activities: ['A3'] })])
})

test('a missing cell is no opportunity', () => {
  const { index, gain } = complexityOutlook(presenceOf('11.', '101', '111'), complexityOf(1, 1, 1))
  expect(index.values[0]).toBe(0)
  expect(gain.values[2]).toBeNaN()
})

test('summed without the matrix or with it, the outlook is the same', () => {
  fc.assert(
    fc.property(anyPresence({ missing: true }), fc.boolean(), (presence, ownDiagonal) => {
      const pci = complexityOf(...presence.activities.map((_, a) => Math.cos(a)))
      const sums = complexityOutlook(presence, pci, { ownDiagonal })
      const matrix = complexityOutlook(presence, pci, { ownDiagonal, proximity: proximity(presence) })
      expect(largestDifference(matrix.gain.values, sums.gain.values)).toBeLessThan(1e-10)
      expect(largestDifference(matrix.index.values, sums.index.values)).toBeLessThan(1e-10)
    }),
  )
})

test('complexity of other activities is refused', () => {
  expect(() => complexityOutlook(presenceOf('10'), { labels: ['A1'], values: Float64Array.of(1) })).toThrow(
    '2 in one and 1 in the other',
  )
})
