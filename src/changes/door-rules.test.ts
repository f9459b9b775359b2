import { describe, expect, test } from 'vitest'
import { commandLineActor } from '../records/actor.ts'
import type { NewVersion, RecordVersion } from '../records/record.ts'
import { area, programmePeriod, region, source, strategy, versionsOf } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import type { Change } from './change.ts'
import { registryOver } from './registry.ts'
import { historyOf } from './registry-view.ts'
import { submit } from './submit.ts'
import { makeMemoryStore } from './testing/memory-store.ts'

const list = strategy('s1', '03', { from: '2020-01-01' })
const sketches: Sketch[] = [
  region('03', 'Alvik'),
  programmePeriod('2014-2020'),
  source('plan'),
  list,
  area('a', list, { body: { displayLabel: 'Skog' } }),
  area('b', list, { body: { displayLabel: 'Vatten', order: 2 } }),
]
const actor = commandLineActor('prov')

function makeRegistry(now = '2026-11-26T12:00:00.000Z') {
  const store = makeMemoryStore(versionsOf(sketches.map((one) => ({ ...one, recorded: '2024-01-01' }))))
  const registry = registryOver(store, getShippedBeside(), { clock: () => new Date(now) })
  const put = async (kind: 'priorityArea' | 'strategy' | 'coding', recordId: string, change: object, about: object = {}) => {
    const newest = (await store.findVersions(kind, recordId)).at(-1)
    const body = { ...newest?.body, ...change }
    const envelope = { validFrom: '2020-01-01', validTo: null, state: 'published', source: null, changeNote: 'x', ...about }
    const version = { kind, recordId, ...envelope, body } as unknown as NewVersion
    return submit(registry, { type: 'versions', versions: [{ version, expectedVersion: newest?.version ?? 0 }] }, actor)
  }
  return { store, registry, put, submit: (change: Change) => submit(registry, change, actor) }
}
const refused = async (work: Promise<RecordVersion[]>, words: string) =>
  expect(work).rejects.toMatchObject({
    code: 'invalid_record',
    data: { words: { sv: expect.stringContaining(words) as string } },
  })

describe('nothing has happened after today', () => {
  test('neither a confirmation nor a decision, by Sweden’s calendar', async () => {
    const { put } = makeRegistry('2026-11-26T22:59:00.000Z')
    await refused(
      put('priorityArea', 'a', { confirmedOn: '2026-11-27', confirmedByRole: 'regionstyrelse' }),
      'är efter idag, 2026-11-26',
    )
    await refused(put('strategy', 's1', { decidedOn: '2026-11-27' }), 'fältet decidedOn: 2026-11-27 är efter idag')
    const later = makeRegistry('2026-11-26T23:00:00.000Z')
    await later.put('priorityArea', 'a', { confirmedOn: '2026-11-27', confirmedByRole: 'regionstyrelse' })
  })
  test('what begins too far ahead to be seen is refused', async () => {
    const { put } = makeRegistry()
    const body = { ...area('c', list).body }
    await refused(put('priorityArea', 'c', body, { validFrom: '2036-11-27' }), 'Ange en dag till och med 2036-11-26.')
    expect(await put('priorityArea', 'c', body, { validFrom: '2036-11-26' })).toHaveLength(1)
  })
})

test('a confirmation is by a role, not by a person', async () => {
  const { put } = makeRegistry()
  const confirmed = (confirmedByRole: string) => put('priorityArea', 'a', { confirmedOn: '2026-01-01', confirmedByRole })
  await refused(confirmed('Anna Svensson'), 'persons namn')
  await refused(confirmed('Strateg Anna Svensson'), 'skriv rollen')
  expect(await confirmed('strateg, Region Alvik')).toHaveLength(1)
})

test.each([
  ['theme', 'finns-inte', 'Det finns inget tema'],
  ['industry', '99999', 'Det finns ingen bransch'],
  ['industry', '16.1', 'Koden skrivs ”161”, inte ”16.1”.'],
  ['concept', 'finns-inte', 'Det finns inget begrepp'],
])('a decision on the code %s %s is refused', async (aspect, code, words) => {
  const { put } = makeRegistry()
  await refused(put('coding', 'a-kod', { priorityAreaId: 'a', aspect, code, verdict: 'confirmed' }), words)
})

test('a decision on a code that exists is accepted', async () => {
  const { put } = makeRegistry()
  expect(
    await put('coding', 'a-161', { priorityAreaId: 'a', aspect: 'industry', code: '161', verdict: 'confirmed' }),
  ).toHaveLength(1)
})

describe('what changes nothing is not written', () => {
  test('the same version once more, an edit to the same words, from any day, and a repeated confirmation', async () => {
    const { store, put, submit: send } = makeRegistry()
    const count = (await store.readVersions()).length
    expect(await put('priorityArea', 'a', {})).toEqual([])
    const edit = (changes: Record<string, unknown>, validFrom: string | null, expectedVersion = 1): Change => ({
      type: 'fields',
      kind: 'priorityArea',
      recordId: 'a',
      changes,
      validFrom,
      expectedVersion,
      changeNote: 'x',
    })
    expect(await send(edit({ displayLabel: 'Skog' }, null))).toEqual([])
    expect(await send(edit({ displayLabel: 'Skog' }, '2022-01-01'))).toEqual([])
    expect(await store.readVersions()).toHaveLength(count)
    const confirmation = { type: 'confirmation', regionCode: '03', confirmedOn: '2024-05-01', changeNote: 'x' } as const
    expect(await send({ ...confirmation, confirmedByRole: 'regionstyrelse' })).toHaveLength(2)
    expect(await send({ ...confirmation, confirmedByRole: 'regionstyrelse' })).toEqual([])
    // Before the confirmation and from it on.
    expect(await send(edit({ displayLabel: 'Skogen' }, '2022-01-01', 2))).toHaveLength(2)
  })
  test('but another source, another span or another state is a change', async () => {
    const { put } = makeRegistry()
    const plan = { sourceId: 'plan', line: 1, page: null, url: null }
    expect(await put('priorityArea', 'a', {}, { source: plan })).toHaveLength(1)
    expect(await put('priorityArea', 'a', {}, { source: plan, validTo: '2025-01-01' })).toHaveLength(1)
    expect(await put('priorityArea', 'a', {}, { source: plan, validTo: '2025-01-01', state: 'draft' })).toHaveLength(1)
    expect(await put('priorityArea', 'a', {}, { source: plan, validTo: '2025-01-01', state: 'draft' })).toEqual([])
  })
  test('a writer who has not seen the newest version is told so', async () => {
    const { registry } = makeRegistry()
    const { recordId, body } = area('a', list, { body: { displayLabel: 'Skog' } })
    const version = {
      kind: 'priorityArea',
      recordId,
      body,
      validFrom: '2020-01-01',
      validTo: null,
      state: 'published',
      source: null,
      changeNote: 'x',
    }
    const change = { type: 'versions', versions: [{ version, expectedVersion: 7 }] } as unknown as Change
    await expect(submit(registry, change, actor)).rejects.toMatchObject({ code: 'version_outdated' })
  })
})

test('a confirmation that is taken back gives the one before it, or none', async () => {
  const { registry, submit: send } = makeRegistry()
  const confirm = (confirmedOn: string, confirmedByRole: string | null) =>
    send({ type: 'confirmation', regionCode: '03', confirmedOn, confirmedByRole, changeNote: 'x' })
  const now = async () => {
    const { known } = await registry.view()
    return ['a', 'b'].map((id) => {
      const { confirmedOn, confirmedByRole } = historyOf(known, 'priorityArea', id).at(-1)!
      return [confirmedOn, confirmedByRole]
    })
  }
  await confirm('2023-05-01', 'regionstyrelse')
  await confirm('2025-05-01', 'regionfullmäktige')
  expect(await now()).toEqual([
    ['2025-05-01', 'regionfullmäktige'],
    ['2025-05-01', 'regionfullmäktige'],
  ])
  await confirm('2025-05-01', null)
  expect(await now()).toEqual([
    ['2023-05-01', 'regionstyrelse'],
    ['2023-05-01', 'regionstyrelse'],
  ])
  await confirm('2023-05-01', null)
  expect(await now()).toEqual([
    [null, null],
    [null, null],
  ])
  await expect(confirm('2023-05-01', null)).rejects.toMatchObject({ code: 'not_found' })
  await confirm('2025-05-01', 'regionfullmäktige')
  await confirm('2025-05-01', null)
  expect(await now()).toEqual([
    [null, null],
    [null, null],
  ])
})

test('a confirmation is so from its day on, hides no later one, and is taken back without reviving another', async () => {
  const { registry, submit: send } = makeRegistry()
  const confirm = (confirmedOn: string, confirmedByRole: string | null) =>
    send({ type: 'confirmation', regionCode: '03', confirmedOn, confirmedByRole, changeNote: 'x' })
  const on = async (day: string) => snapshotAt((await registry.view()).known, day).get('priorityArea', 'a')!.confirmedOn
  const onDays = () => Promise.all(['2023-04-30', '2023-05-01', '2025-04-30', '2025-05-01'].map(on))
  await confirm('2025-05-01', 'regionfullmäktige')
  expect(await onDays()).toEqual([null, null, null, '2025-05-01'])
  await confirm('2023-05-01', 'regionstyrelse')
  expect(await onDays()).toEqual([null, '2023-05-01', '2023-05-01', '2025-05-01'])
  await confirm('2023-05-01', null)
  expect(await onDays()).toEqual([null, null, null, '2025-05-01'])
  await confirm('2025-05-01', null)
  expect(await onDays()).toEqual([null, null, null, null])
})

test('where a confirmation is on a whole stretch, one of an earlier day is refused, and the one before it comes back', async () => {
  const { registry, submit: send } = makeRegistry()
  const write = async (id: string, confirmedOn: string | null, confirmedByRole: string | null) => {
    const expectedVersion = (await registry.store.findVersions('priorityArea', id)).length
    const changes = { confirmedOn, confirmedByRole }
    await send({ type: 'fields', kind: 'priorityArea', recordId: id, changes, expectedVersion, validFrom: null, changeNote: 'x' })
  }
  for (const id of ['a', 'b']) {
    await write(id, '2023-05-01', 'regionstyrelse')
    await write(id, '2025-05-01', 'regionfullmäktige')
  }
  const confirm = (confirmedOn: string, confirmedByRole: string | null) =>
    send({ type: 'confirmation', regionCode: '03', confirmedOn, confirmedByRole, changeNote: 'x' })
  await expect(confirm('2024-05-01', 'regionstyrelse')).rejects.toMatchObject({
    code: 'bad_request',
    detail: expect.stringContaining('confirmed as of 2025-05-01 already, which is later than 2024-05-01'),
  })
  await confirm('2025-05-01', null)
  const { known } = await registry.view()
  expect(['a', 'b'].map((id) => historyOf(known, 'priorityArea', id).at(-1)!.confirmedOn)).toEqual(['2023-05-01', '2023-05-01'])
})
