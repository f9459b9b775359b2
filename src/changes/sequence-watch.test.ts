import { expect, test } from 'vitest'
import { makeSequenceWatch } from './sequence-watch.ts'

/** A store whose sequence is set by hand and whose answers wait until they are let go. */
function makeStore() {
  const waiting: (() => void)[] = []
  const store = {
    sequence: 1,
    asked: 0,
    isHeld: false,
    getSequence: async () => {
      store.asked += 1
      const { sequence } = store
      if (store.isHeld) await new Promise<void>((resolve) => waiting.push(resolve))
      return sequence
    },
    letGo: () => waiting.splice(0).forEach((go) => go()),
  }
  return store
}

test('the store is asked once for all who ask at the same time, and not again at once', async () => {
  const store = makeStore()
  const watch = makeSequenceWatch(store)
  expect(watch.getNow()).toBe(null)
  expect(await Promise.all([watch.get(), watch.get()])).toEqual([1, 1])
  store.sequence = 2
  expect([await watch.get(), watch.getNow(), store.asked]).toEqual([1, 1, 1])
})

test('a write by this process is seen by the next who asks', async () => {
  const store = makeStore()
  const watch = makeSequenceWatch(store)
  await watch.get()
  store.sequence = 2
  watch.refresh()
  expect(watch.getNow()).toBe(null)
  expect([await watch.get(), store.asked]).toEqual([2, 2])
})

test('an answer to a question from before a write is none to those who come after it', async () => {
  const store = makeStore()
  const watch = makeSequenceWatch(store)
  store.isHeld = true
  const before = watch.get()
  store.sequence = 2
  watch.refresh()
  const after = watch.get()
  store.isHeld = false
  store.letGo()
  expect(await after).toBe(2)
  expect(await before).toBe(2)
})

test('a failure is told, and the store is asked again', async () => {
  const store = makeStore()
  const watch = makeSequenceWatch({ getSequence: async () => (++store.asked === 1 ? Promise.reject(new Error('away')) : 5) })
  await expect(watch.get()).rejects.toThrow('away')
  expect(await watch.get()).toBe(5)
})

test('other processes’ writes are seen after a tenth of a second', async () => {
  const store = makeStore()
  const watch = makeSequenceWatch(store)
  await watch.get()
  store.sequence = 2
  await new Promise((resolve) => setTimeout(resolve, 110))
  expect([watch.getNow(), await watch.get()]).toEqual([null, 2])
})
