import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LayeredMap } from './layered-map.ts'

const changes = fc.array(fc.array(fc.tuple(fc.nat({ max: 200 }), fc.option(fc.nat(), { nil: undefined })), { maxLength: 90 }), {
  maxLength: 8,
})

test('a layered map answers like a map that is changed in place, and those before it stay as they were', () => {
  fc.assert(
    fc.property(changes, (rounds) => {
      let layered = new LayeredMap<number, number>()
      const plain = new Map<number, number>()
      for (const round of rounds) {
        const [old, before] = [layered, [...layered]]
        layered = layered.with(round)
        for (const [key, value] of round)
          if (value === undefined) plain.delete(key)
          else plain.set(key, value)
        expect([...old]).toEqual(before)
        expect(layered.size).toBe(plain.size)
        expect(new Map(layered)).toEqual(plain)
        for (let key = 0; key <= 200; key++)
          expect([layered.get(key), layered.has(key)]).toEqual([plain.get(key), plain.has(key)])
      }
    }),
    { numRuns: 60 },
  )
})

test('keys that are added one after the other keep that order', () => {
  let layered = new LayeredMap<number, number>()
  const keys = Array.from({ length: 1000 }, (_, at) => (at * 7919) % 1000)
  for (const key of keys) layered = layered.with([[key, key]])
  expect([...layered.keys()]).toEqual(keys)
})

test('every key is visited once with its newest value, and one that was removed and added comes again', () => {
  const first = new LayeredMap<string, number>(
    new Map([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]),
  )
  const second = first.with([
    ['b', undefined],
    ['c', 4],
    ['d', 5],
    ['e', undefined],
  ])
  const seen: [string, number, boolean][] = []
  second.forEach((value, key, map) => seen.push([key, value, map === second]))
  expect(seen).toEqual([
    ['a', 1, true],
    ['c', 4, true],
    ['d', 5, true],
  ])
  expect([second.size, [...second.values()], second.has('b'), second.get('b'), second.has('e')]).toEqual([
    3,
    [1, 4, 5],
    false,
    undefined,
    false,
  ])
  const third = second.with([
    ['b', 6],
    ['d', undefined],
    ['d', undefined],
  ])
  expect([third.size, third.get('b'), third.has('d'), [...third.keys()]]).toEqual([3, 6, false, ['a', 'b', 'c']])
  expect([first.size, first.get('b')]).toEqual([3, 2])
})
