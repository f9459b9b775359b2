import type { RecordVersion } from '../records/record.ts'
import { expect, test } from 'vitest'
import { nothingBeside } from '../records/beside.ts'
import { region, versionsOf } from '../snapshot/testing/small-registry.ts'
import { makeLiveRegistry } from './live-registry.ts'
import { registryInMemory, registryOver } from './registry.ts'
import { makeMemoryStore } from './testing/memory-store.ts'
import { appendOf } from './testing/small-view.ts'

/** A store with one region, and how often it has been read. */
function countReadings() {
  const store = makeMemoryStore(versionsOf([region('03', 'Alvik')]))
  const counted = { readings: 0 }
  const readVersions: typeof store.readVersions = (options) => {
    counted.readings += 1
    return store.readVersions(options)
  }
  return Object.assign(counted, { store: { ...store, readVersions } })
}

test('a registry over a store is read when its view is needed, once, and again after a change', async () => {
  const counted = countReadings()
  const registry = registryOver(counted.store, nothingBeside)
  expect(counted.readings).toBe(0)
  const before = await registry.view()
  expect([await registry.view(), before.sequence, counted.readings]).toEqual([before, 1, 1])
  await registry.store.append([appendOf(region('04', 'Byn'))])
  expect((await registry.view()).sequence).toBe(1)
  registry.written([])
  expect([(await registry.view()).sequence, counted.readings]).toEqual([2, 2])
})

test('a registry in memory lets readers see a change at once', async () => {
  const { store } = countReadings()
  const getSequence = async () => (await store.readVersions()).length
  const live = makeLiveRegistry({ getSequence, readVersions: store.readVersions })
  const registry = registryInMemory(store, live)
  expect((await registry.view()).sequence).toBe(1)
  await registry.store.append([appendOf(region('04', 'Byn'))])
  expect(live.sequenceNow()).toBe(1)
  registry.written([])
  expect(live.sequenceNow()).toBe(null)
  expect((await registry.view()).sequence).toBe(2)
})

test('a registry warns of a clock that is more than a minute behind what was written, and of no other', async () => {
  const warned: string[] = []
  const at = (now: string) => {
    const effects = { clock: () => new Date(now), warn: ({ en }: { en: string }) => void warned.push(en) }
    registryOver(countReadings().store, nothingBeside, effects).written([
      { recordedAt: '2026-11-27T12:01:00.000Z' } as RecordVersion,
    ])
  }
  for (const now of ['2026-11-27T12:00:00.000Z', '2026-11-28T12:00:00.000Z']) at(now)
  expect(warned).toEqual([])
  at('2026-11-27T11:59:59.999Z')
  expect(warned).toEqual([expect.stringContaining('recorded 2026-11-27T12:01:00.000Z')])
})
