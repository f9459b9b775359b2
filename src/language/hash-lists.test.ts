import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeHashLists } from './hash-lists.ts'

test('the values of a hash are what was added with it, the newest first, however many there are', () => {
  const hash = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.constantFrom(0, -1, 1024, 2048, -2048))
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 50 }), fc.integer({ min: 1, max: 100 }), (hashes, times) => {
      const lists = makeHashLists()
      const expected = new Map<number, number[]>()
      for (let value = 0; value < times * hashes.length; value++) {
        const of = hashes[value % hashes.length]!
        lists.add(of, value)
        expected.set(of, [value, ...(expected.get(of) ?? [])])
      }
      for (const of of [...hashes, 7]) {
        const found: number[] = []
        lists.forEach(of, (value) => found.push(value))
        expect(found).toEqual(expected.get(of) ?? [])
      }
    }),
    { numRuns: 60 },
  )
})

test('a hash of which nothing was added has no values, although others share its last bits', () => {
  const lists = makeHashLists()
  lists.add(5, 1)
  const found: number[] = []
  lists.forEach(5 + (1 << 20), (value) => found.push(value))
  expect(found).toEqual([])
})
