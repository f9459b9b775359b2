import { describe, expect, test } from 'vitest'
import { nothingBeside } from '../records/beside.ts'
import { ExpectedError } from '../records/expected-error.ts'
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
  const versions = Array.from({ length: 2203 }, (_, index) => versionOf(index + 1))
  const store = makeStore(versions)
  const live = makeLiveRegistry(store)
  const [known, view] = await Promise.all([live.knownAt(endOfTime), live.view()])
  expect(view.known).toBe(known)
  expect(view.numbers.size).toBe(2203)
  versions.push(versionOf(2204, 'wish-7', 2), versionOf(2205))
  const after = await live.view()
  expect(store.read).toEqual(versions.map(({ sequence }) => sequence))
  const fresh = registryViewOf(versions)
  expect([after.sequence, after.known.id, new Map(after.numbers)]).toEqual([2205, fresh.known.id, fresh.numbers])
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

test('a registry without anything is there, and nothing is loaded beside it unless it is given', async () => {
  const live = makeLiveRegistry(makeStore([]))
  expect(live.beside).toEqual(nothingBeside)
  expect(await live.view()).toMatchObject({ sequence: 0, beside: nothingBeside })
})

/** A live registry over a store that counts its readings, and whose answers can be replaced by an error. */
function countReadings(versions: RecordVersion[]) {
  const store = makeStore(versions)
  const counted = { readings: [] as number[], error: null as Error | null, otherWork: 0 }
  const readVersions: typeof store.readVersions = async (options) => {
    if (counted.error) throw counted.error
    const found = await store.readVersions(options)
    counted.readings.push(found.length)
    setImmediate(() => counted.otherWork++)
    return found
  }
  return Object.assign(counted, { live: makeLiveRegistry({ getSequence: store.getSequence, readVersions }) })
}

test('a long registry is read in pieces of 1000, and other work is done between them', async () => {
  const many = countReadings(Array.from({ length: 2203 }, (_, index) => versionOf(index + 1)))
  await many.live.knownAt(endOfTime)
  expect(many.readings).toEqual([1000, 1000, 203])
  expect(many.otherWork).toBeGreaterThanOrEqual(2)
})

test('the store is read only when there is something new, and once for all readers', async () => {
  const versions = [versionOf(1)]
  const counted = countReadings(versions)
  await Promise.all([counted.live.knownAt(endOfTime), counted.live.knownAt('2020-01-01T00:00:01.000Z')])
  await counted.live.view()
  expect(counted.readings).toEqual([1])
  versions.push(versionOf(2))
  await counted.live.view()
  expect(counted.readings).toEqual([1, 1])
})

describe('when a newer program has written what this one cannot read', () => {
  const outdated = new ExpectedError('program_outdated', { detail: 'Newer.' })
  test('readers get what was read before, and the store is not read again', async () => {
    const versions = [versionOf(1)]
    const counted = countReadings(versions)
    const before = await counted.live.knownAt(endOfTime)
    versions.push(versionOf(2))
    counted.live.refresh()
    counted.error = outdated
    expect(await counted.live.knownAt(endOfTime)).toBe(before)
    counted.error = null
    counted.live.refresh()
    expect(await counted.live.knownAt(endOfTime)).toBe(before)
    expect(counted.readings).toEqual([1])
  })
  test('a program that has become too old says so once', async () => {
    const versions = [versionOf(1)]
    const reported: string[] = []
    let isRefused = false
    const store = makeStore(versions)
    const readVersions: typeof store.readVersions = async (options) => {
      if (isRefused) throw outdated
      return store.readVersions(options)
    }
    const live = makeLiveRegistry({ ...store, readVersions }, undefined, ({ code }) => reported.push(code))
    await live.knownAt(endOfTime)
    isRefused = true
    for (const sequence of [2, 3]) {
      versions.push(versionOf(sequence))
      live.refresh()
      await live.knownAt(endOfTime)
    }
    expect(reported).toEqual(['program_outdated'])
  })
  test('readers keep what was read while the store is away, and writers are refused', async () => {
    const versions = [versionOf(1)]
    const counted = countReadings(versions)
    const before = await counted.live.knownAt(endOfTime)
    versions.push(versionOf(2))
    counted.live.refresh()
    counted.error = new ExpectedError('store_unavailable', { detail: 'Away.' })
    expect(await counted.live.knownAt(endOfTime)).toBe(before)
    await expect(counted.live.view()).rejects.toBe(counted.error)
  })
  test.each<[what: string, readBefore: number, error: Error]>([
    ['a registry of which nothing has been read', 0, outdated],
    ['a fault of the program', 1, new Error('fault')],
  ])('%s fails', async (_what, readBefore, error) => {
    const versions = [versionOf(1)].slice(0, readBefore)
    const counted = countReadings(versions)
    await counted.live.knownAt(endOfTime)
    versions.push(versionOf(readBefore + 1))
    counted.live.refresh()
    counted.error = error
    await expect(counted.live.knownAt(endOfTime)).rejects.toBe(error)
  })
})

test('now and the three moments asked for last are remembered; another is built again', async () => {
  const live = makeLiveRegistry(makeStore([versionOf(1)]))
  const moment = (day: number) => new Date(Date.UTC(2021, 0, day)).toISOString()
  const knownAt = (days: readonly number[]) => Promise.all(days.map((day) => live.knownAt(moment(day))))
  const now = await live.knownAt(endOfTime)
  const days = Array.from({ length: 3 }, (_, index) => index + 1)
  const states = await knownAt(days)
  expect((await knownAt(days)).every((state, index) => state === states[index])).toBe(true)
  await knownAt([1, 4])
  expect(await live.knownAt(endOfTime)).toBe(now)
  expect((await knownAt([1, 3]))[0]).toBe(states[0])
  expect((await knownAt([3]))[0]).toBe(states[2])
  expect((await knownAt([2]))[0]).not.toBe(states[1])
})

/** A version that does something when it is first read by what builds the registry. */
function whenFirstBuilt(version: RecordVersion, act: () => void): RecordVersion {
  let isFirst = true
  return Object.defineProperty({ ...version }, 'contentHash', {
    get: () => {
      if (isFirst) {
        isFirst = false
        act()
      }
      return version.contentHash
    },
  })
}

test('a state that could not be built is built again for the next reader', async () => {
  const failing = whenFirstBuilt(versionOf(1), () => {
    throw new Error('once')
  })
  const live = makeLiveRegistry(makeStore([failing]))
  await expect(live.knownAt(endOfTime)).rejects.toThrow('once')
  expect((await live.view()).sequence).toBe(1)
})

test('what is appended while a state is being built is added to it afterwards, once', async () => {
  const versions = Array.from({ length: 400 }, (_, index) => versionOf(index + 1))
  const all = [...versions, versionOf(401)]
  let later: Promise<unknown> | null = null
  versions[0] = whenFirstBuilt(versions[0]!, () => {
    versions.push(all[400]!)
    live.refresh()
    later = live.view()
    // Longer than one piece of the building may take, so that the new version is read between two pieces.
    for (const until = performance.now() + 20; performance.now() < until;);
  })
  const live = makeLiveRegistry(makeStore(versions))
  const view = await live.view()
  await later
  expect([view.sequence, view.numbers.size, view.known.id]).toEqual([401, 401, registryViewOf(all).known.id])
})
