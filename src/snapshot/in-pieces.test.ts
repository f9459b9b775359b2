import { expect, test } from 'vitest'
import { finish, sortSteps } from './in-pieces.ts'

interface Item {
  key: number
  place: number
}

/** Items with keys that repeat and come in no order, each with its place in the list. */
const itemsOf = (count: number): Item[] => Array.from({ length: count }, (_, place) => ({ key: (place * 7919) % 613, place }))
const byKey = (a: Item, b: Item) => a.key - b.key

test.each([0, 1, 999, 1000, 1001, 2000, 2500, 3500, 5200])(
  '%i items are sorted as at once, equals in the order they had',
  (count) => {
    const items = itemsOf(count)
    const before = [...items]
    expect(finish(sortSteps(items, byKey))).toEqual(items.toSorted(byKey))
    expect(items).toEqual(before)
  },
)

test.each([
  [500, 1],
  [1000, 1],
  [2000, 4],
  [4000, 12],
])('the sorting of %i items can be interrupted %i times', (count, expected) => {
  const steps = sortSteps(itemsOf(count), byKey)
  let pauses = 0
  while (!steps.next().done) pauses += 1
  expect(pauses).toBe(expected)
})

test('it compares no more than it must', () => {
  let compared = 0
  finish(
    sortSteps(itemsOf(4000), (a, b) => {
      compared += 1
      return byKey(a, b)
    }),
  )
  expect(compared).toBeLessThan(4000 * 13)
})
