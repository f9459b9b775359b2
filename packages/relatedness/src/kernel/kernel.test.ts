import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { coOccurrence } from '../measures/co-occurrence.ts'
import { complexityOutlook } from '../measures/complexity-outlook.ts'
import { type KernelName, useKernel } from './kernel.ts'
import { nearnessSums } from '../measures/nearness-sums.ts'
import { proximity } from '../measures/proximity.ts'
import { relatednessDensity } from '../measures/relatedness-density.ts'
import type { Presence } from '../measures/specialisation.ts'
import { anyPresence } from '../testing/presences.ts'

afterEach(() => void useKernel('webassembly'))

test('this machine runs the WebAssembly kernel, so that the two can be compared', () => {
  expect(useKernel('webassembly')).toBe('webassembly')
  expect(useKernel('typescript')).toBe('typescript')
})

describe('both kernels give the same numbers', () => {
  const withKernel = <T>(name: KernelName, work: () => T): T => {
    useKernel(name)
    return work()
  }
  const same = (work: (presence: Presence) => Float64Array) =>
    fc.assert(
      fc.property(anyPresence({ missing: true }), (presence) => {
        expect(withKernel('webassembly', () => work(presence))).toEqual(withKernel('typescript', () => work(presence)))
      }),
    )
  const steps = (presence: Presence) => ({
    labels: presence.activities,
    values: Float64Array.from(presence.activities, (_, a) => Math.sin(a + 1)),
  })

  test('co-occurrences', () => same((presence) => coOccurrence(presence).values))
  test('proximity', () => same((presence) => proximity(presence).values))
  test('density', () => same((presence) => relatednessDensity(presence).values))
  test('outlook gain', () => same((presence) => complexityOutlook(presence, steps(presence)).gain.values))
})

test('the two ways to sum nearness agree with the sum written out', () => {
  fc.assert(
    fc.property(anyPresence({ missing: true }), (presence) => {
      const width = presence.activities.length
      const near = proximity(presence, { diagonal: 'zero' }).values.map((value) => value || 0)
      const weights = Float64Array.from({ length: width }, (_, a) => a - 2.5)
      const { held, notHeld, all } = nearnessSums(presence)
      const sum = (terms: (i: number) => number) =>
        Array.from({ length: width }, (_, i) => terms(i)).reduce((one, other) => one + other, 0)
      const [heldValues, notHeldValues] = [held(), notHeld(weights)]
      for (let r = 0; r < presence.regions.length; r++)
        for (let j = 0; j < width; j++) {
          const state = (i: number) => presence.values[r * width + i]
          expect(heldValues[r * width + j]).toBeCloseTo(
            sum((i) => (state(i) === 1 ? near[i * width + j]! : 0)),
            10,
          )
          expect(notHeldValues[r * width + j]).toBeCloseTo(
            sum((i) => (state(i) === 0 ? near[i * width + j]! * weights[i]! : 0)),
            10,
          )
          expect(all[j]).toBeCloseTo(
            sum((i) => near[i * width + j]!),
            10,
          )
        }
    }),
  )
})
