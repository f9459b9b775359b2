import { expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import { endOfTime, makeLiveRegistry } from './live-registry.ts'
import { registryViewOf } from './registry-view.ts'

const versionOf = (sequence: number, recordId = `wish-${sequence}`, version = 1) =>
  ({
    sequence,
    kind: 'wish',
    recordId,
    version,
    validFrom: '2020-01-01',
    validTo: null,
    recordedAt: new Date(Date.UTC(2020, 0, 1) + sequence * 1000).toISOString(),
    recordedBy: 'test',
    changeNote: 'test',
    state: 'published',
    source: null,
    body: { order: sequence },
    contentHash: `hash ${sequence}`,
  }) as unknown as RecordVersion

/** A store that notes what is read of it. */
function makeStore(versions: RecordVersion[]) {
  const read: number[] = []
  return {
    read,
    getSequence: async () => versions.at(-1)?.sequence ?? 0,
    readVersions: async ({ after = 0, limit = Infinity }: { after?: number; limit?: number } = {}) => {
      const found = versions.slice(after, after + limit)
      read.push(...found.map(({ sequence }) => sequence))
      return found
    },
  }
}

test('every version is read once, in pieces; a writer plans against what is in memory already', async () => {
  const versions = Array.from({ length: 1203 }, (_, index) => versionOf(index + 1))
  const store = makeStore(versions)
  const live = makeLiveRegistry(store)
  const [known, view] = await Promise.all([live.knownAt(endOfTime), live.view()])
  expect(view.known).toBe(known)
  expect(view.numbers.size).toBe(1203)
  versions.push(versionOf(1204, 'wish-7', 2), versionOf(1205))
  const after = await live.view()
  expect(store.read).toEqual(versions.map(({ sequence }) => sequence))
  const fresh = registryViewOf(versions)
  expect([after.sequence, after.known.id, new Map(after.numbers)]).toEqual([1205, fresh.known.id, fresh.numbers])
  expect(after.numbers.get('wish/wish-7')).toBe(2)
})

test('what was known on an earlier day is built from what is in memory, and stays the same object when more is written', async () => {
  const versions = [versionOf(1), versionOf(2)]
  const store = makeStore(versions)
  const live = makeLiveRegistry(store)
  await live.knownAt(endOfTime)
  const then = await live.knownAt('2020-01-01T00:00:01.000Z')
  expect(
    snapshotAt(then, '2020-01-02')
      .inForce('wish')
      .map(({ id }) => id),
  ).toEqual(['wish-1'])
  versions.push(versionOf(3))
  live.refresh()
  expect(await live.knownAt('2020-01-01T00:00:01.000Z')).toBe(then)
  expect(snapshotAt(await live.knownAt(endOfTime), '2020-01-02').inForce('wish')).toHaveLength(3)
  expect(store.read).toEqual([1, 2, 3])
})

test('a store that cannot be read is asked again by the next reader', async () => {
  const store = makeStore([versionOf(1)])
  let isThere = false
  const readVersions: typeof store.readVersions = async (options) =>
    isThere ? store.readVersions(options) : Promise.reject(new Error('away'))
  const live = makeLiveRegistry({ getSequence: store.getSequence, readVersions })
  await expect(live.view()).rejects.toThrow('away')
  isThere = true
  expect((await live.view()).sequence).toBe(1)
})
