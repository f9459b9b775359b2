import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '../../store/store.ts'
import { makeSequenceWatch } from '../../changes/sequence-watch.ts'
import { makeSnapshotSource, readTimeChoice } from './snapshot-source.ts'
import { clock, openTestRegistry, wishOf } from './testing/test-registry.ts'
import type { TestRegistry } from './testing/test-registry.ts'

let registry: TestRegistry
beforeAll(async () => {
  registry = await openTestRegistry()
})
afterAll(() => registry.close())

const now = { validAt: '2026-11-27', knownOn: null, isToday: true }

test('many first readers at once get the same snapshot, with every version once', async () => {
  const source = makeSnapshotSource({ store: registry.store, clock })
  const all = await Promise.all(Array.from({ length: 20 }, () => source.snapshotFor(now)))
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  const history = all[0]!.versions('region', '17')
  expect(history.map(({ version }) => version)).toEqual([...new Set(history.map(({ version }) => version))])
})

test('a snapshot is kept until something is written, and a write by this process shows at once', async () => {
  const source = makeSnapshotSource({ store: registry.store, clock })
  const before = await source.snapshotFor(now)
  expect(await source.snapshotFor(now)).toBe(before)
  await registry.store.append([{ version: wishOf('syns-genast', 'Syns genast'), expectedVersion: 0 }])
  source.refresh()
  const [one, other] = await Promise.all([source.snapshotFor(now), source.snapshotFor(now)])
  expect(one.get('wish', 'syns-genast')!.text.sv).toBe('Syns genast')
  expect([one.id === before.id, one.id === other.id]).toEqual([false, true])
})

test('a question that was put before a write does not answer those who ask after it', async () => {
  let sequence = 1
  const waiting: (() => void)[] = []
  const store: Pick<Store, 'getSequence'> = {
    getSequence: () => {
      const seen = sequence
      return new Promise((resolve) => waiting.push(() => resolve(seen)))
    },
  }
  const watch = makeSequenceWatch(store)
  const early = [watch.get(), watch.get()]
  expect(waiting).toHaveLength(1)
  sequence = 2
  watch.refresh()
  const late = watch.get()
  expect(waiting).toHaveLength(2)
  waiting.forEach((answer) => answer())
  expect(await late).toBe(2)
  expect(watch.getNow()).toBe(2)
  expect(await Promise.all(early)).toEqual([2, 2])
})

test('a store out of reach is asked again by the next reader', async () => {
  let isThere = false
  const watch = makeSequenceWatch({ getSequence: async () => (isThere ? 7 : Promise.reject(new Error('away'))) })
  await expect(watch.get()).rejects.toThrow('away')
  expect(watch.getNow()).toBeNull()
  isThere = true
  expect(await watch.get()).toBe(7)
})

test('the freshness follows the day in Sweden', async () => {
  let day = new Date('2026-06-01T21:59:30.000Z')
  const source = makeSnapshotSource({ store: registry.store, clock: () => day })
  expect([source.today(), (await source.freshness()).endsWith('2026-06-01')]).toEqual(['2026-06-01', true])
  day = new Date('2026-06-01T22:00:00.000Z')
  expect([source.today(), (await source.freshness()).endsWith('2026-06-02')]).toEqual(['2026-06-02', true])
})

test.each([
  ['', { validAt: '2026-11-23', knownOn: null, isToday: true }],
  ['datum=2019-01-01', { validAt: '2019-01-01', knownOn: null, isToday: false }],
  ['date=2019-01-01&known=2020-02-29', { validAt: '2019-01-01', knownOn: '2020-02-29', isToday: false }],
  ['date=2026-11-23', { validAt: '2026-11-23', knownOn: null, isToday: true }],
  ['date=1990-01-01', { validAt: '1990-01-01', knownOn: null, isToday: false }],
  ['date=2036-11-23', { validAt: '2036-11-23', knownOn: null, isToday: false }],
])('the time of «%s»', (query, expected) => {
  expect(readTimeChoice(new URLSearchParams(query), '2026-11-23')).toEqual(expected)
})

test.each(['date=1989-12-31', 'date=2036-11-24', 'kant=2019-02-29', 'datum=igår', 'date=2019-1-1', 'known=20190101'])(
  '«%s» is no day that can be asked for',
  (query) => {
    expect(() => readTimeChoice(new URLSearchParams(query), '2026-11-23')).toThrow(
      expect.objectContaining({ code: 'invalid_date' }),
    )
  },
)
