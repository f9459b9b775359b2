import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topPlaces } from './top-places.ts'

test('the same as sorting all and taking the first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 }), fc.nat(20), (scores, count) => {
      const places = scores.map((_, place) => place)
      const isBetter = (a: number, b: number) => scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b)
      const sorted = places.toSorted((a, b) => (isBetter(a, b) ? -1 : 1))
      expect(topPlaces(places, count, isBetter)).toEqual(sorted.slice(0, count))
    }),
  )
})
