import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { occupationsByCounty } from '../testing/example-table.ts'
import { locationQuotient } from './location-quotient.ts'
import { randomNumbers } from './random-presences.ts'
import { relatednessDensity } from './relatedness-density.ts'
import { entrySignificance, relatednessSignificance } from './significance.ts'
import { type Presence, specialisation } from './specialisation.ts'

/** p-values from numpy by other random numbers, and for relatedness by another way to shuffle; `made` says how. */
const golden = JSON.parse(readFileSync(new URL('../../golden/significance.json', import.meta.url), 'utf8')) as {
  entry: number
  entryByRegion: (number | null)[]
  relatedness: number[]
}
const [before, after] = [occupationsByCounty(2014), occupationsByCounty(2017)].map((table) =>
  specialisation(locationQuotient(table)),
) as unknown as [Presence, Presence]
const rounds = 9999

/** How many standard errors lie between two estimates of the same probability, from so many drawings. */
function errorsApart(ours: number, theirs: number, drawings: number): number {
  const middle = (ours + theirs) / 2
  return Math.abs(ours - theirs) / Math.sqrt(middle * (1 - middle) * (1 / rounds + 1 / drawings) + 1 / rounds ** 2)
}

describe('p-values are those of another program, as near as drawing by chance allows', () => {
  test('entries of occupations by county from 2014 to 2017', () => {
    const { pValue, pValueByRegion } = entrySignificance(before, after, relatednessDensity(before), { rounds })
    expect(pValue).toBe(1 / (1 + rounds))
    expect(golden.entry).toBe(0)
    golden.entryByRegion.forEach((theirs, r) =>
      expect(errorsApart(pValueByRegion.values[r]!, theirs!, 100_000), before.regions[r]).toBeLessThan(4.5),
    )
  })

  test('relatedness of 24 occupations', () => {
    const width = after.activities.length
    const activities = after.activities.slice(0, 24)
    const values = after.regions.flatMap((_, r) => [...after.values.subarray(r * width, r * width + 24)])
    const part = { regions: after.regions, activities, values: Uint8Array.from(values) }
    const { pValues, tests } = relatednessSignificance(part, { rounds, correction: 'none' })
    expect(tests).toBe(golden.relatedness.length)
    let pair = 0
    for (let i = 0; i < 24; i++)
      for (let j = i + 1; j < 24; j++) {
        // Presences 300 swaps apart are somewhat alike, so that 20 000 of them are worth fewer.
        const apart = errorsApart(pValues.values[i * 24 + j]!, golden.relatedness[pair++]!, 5000)
        expect(apart, `${activities[i]} – ${activities[j]}`).toBeLessThan(4.5)
      }
  })
})

test('the random numbers are those of Park and Miller: worked by hand, ten left out first', () => {
  let state = 1n
  for (let at = 0; at < 11; at++) state = (state * 48_271n) % 2_147_483_647n
  expect(randomNumbers(1)()).toBe(Number(state) / 2_147_483_647)
  // The published check of this multiplier: from 1, the 10 000th number is 399 268 537.
  const next = randomNumbers(1)
  let last = 0
  for (let at = 0; at < 9_990; at++) last = next()
  expect(Math.round(last * 2_147_483_647)).toBe(399_268_537)
})
