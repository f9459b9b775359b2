import { expect, test } from 'vitest'
import { finish, finishInPieces, sortSteps, startInPieces } from './in-pieces.ts'
import type { Steps } from './in-pieces.ts'

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

/** Steps that each take longer than a piece may, and note their name. */
function* slowSteps(name: string, { count, into }: { count: number; into: string[] }): Steps<string> {
  for (let step = 0; step < count; step++) {
    const until = performance.now() + 5
    while (performance.now() < until);
    into.push(name)
    yield
  }
  return name
}

test('work in advance stands still while somebody waits for other work, and goes on afterwards', async () => {
  const order: string[] = []
  const advance = startInPieces(slowSteps('advance', { count: 3, into: order }), { isInAdvance: true })
  const awaited = finishInPieces(slowSteps('awaited', { count: 3, into: order }))
  expect(await Promise.all([advance.done, awaited])).toEqual(['advance', 'awaited'])
  expect(order).toEqual(['advance', 'awaited', 'awaited', 'awaited', 'advance', 'advance'])
})

test('work in advance that somebody begins to wait for goes on beside the other', async () => {
  const order: string[] = []
  const advance = startInPieces(slowSteps('advance', { count: 3, into: order }), { isInAdvance: true })
  const awaited = finishInPieces(slowSteps('awaited', { count: 4, into: order }))
  await new Promise((resolve) => setImmediate(resolve))
  advance.hurry()
  expect(await Promise.all([advance.done, awaited])).toEqual(['advance', 'awaited'])
  expect(order.lastIndexOf('advance')).toBeLessThan(order.lastIndexOf('awaited'))
})

test('work that fails or is stopped lets what waits for it go on', async () => {
  // eslint-disable-next-line require-yield
  function* failing(): Steps<never> {
    throw new Error('It failed.')
  }
  const order: string[] = []
  const stopping = new AbortController()
  const advance = startInPieces(slowSteps('advance', { count: 2, into: order }), { isInAdvance: true })
  const stopped = finishInPieces(slowSteps('stopped', { count: 9, into: order }), stopping.signal)
  await expect(finishInPieces(failing())).rejects.toThrow('It failed.')
  stopping.abort(new Error('It is stopped.'))
  await expect(stopped).rejects.toThrow('It is stopped.')
  expect(await advance.done).toBe('advance')
})
