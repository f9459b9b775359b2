import { describe, expect, test } from 'vitest'
import { commandLineActor } from '../records/actor.ts'
import type { Actor } from '../records/actor.ts'
import type { BodyOf, NewVersion } from '../records/record.ts'
import type { Change } from './change.ts'
import { registryOver } from './registry.ts'
import { historyOf, readRegistryView } from './registry-view.ts'
import {
  area as areaOf,
  at,
  jointArea,
  programmePeriod,
  region,
  source,
  strategy,
  versionsOf,
} from '../snapshot/testing/small-registry.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { submit } from './submit.ts'
import { makeMemoryStore } from './testing/memory-store.ts'

const administrator = commandLineActor('test')
const ofVarmland = (role: Actor['role']): Actor => ({
  kind: 'account',
  role,
  name: `Värmland, ${role}`,
  owners: [{ kind: 'region', id: '17' }],
})
const listId = 'varmland-2018'
const days = { from: '2018-01-31', to: '2022-01-01' }
const list = strategy(listId, '17', days)
const otherList = strategy('dalarna-2018', '20', days)
const small = versionsOf([
  region('17', 'Värmland'),
  region('20', 'Dalarna'),
  jointArea('norra-mellansverige', ['17', '20']),
  programmePeriod('2014-2020'),
  programmePeriod('2021-2027'),
  source('deck'),
  list,
  otherList,
  areaOf(`${listId}-sol`, list, { source: at('deck', { line: 7 }) }),
  areaOf('dalarna-2018-stal', otherList),
])

function makeRegistry() {
  const store = makeMemoryStore(small)
  return { store, registry: registryOver(store, getShippedBeside()) }
}

const areaBody = (changed: Partial<BodyOf<'priorityArea'>> = {}): BodyOf<'priorityArea'> => ({
  owner: { kind: 'region', id: '17' },
  strategyId: listId,
  programmePeriodId: '2014-2020',
  order: 99,
  verbatimLabel: 'Prov',
  displayLabel: 'Prov',
  language: 'sv',
  translatedLabel: null,
  description: null,
  confirmedOn: null,
  confirmedByRole: null,
  ...changed,
})

const area = (
  changed: Partial<BodyOf<'priorityArea'>> = {},
  about: Partial<NewVersion<'priorityArea'>> = {},
  expectedVersion = 0,
): Change => ({
  type: 'versions',
  versions: [
    {
      version: {
        kind: 'priorityArea',
        recordId: 'prov',
        validFrom: '2018-06-01',
        validTo: '2019-01-01',
        changeNote: 'Prov.',
        state: 'published',
        source: null,
        body: areaBody(changed),
        ...about,
      },
      expectedVersion,
    },
  ],
})

const state = (to: NewVersion['state'], expectedVersion: number): Change => ({
  type: 'state',
  kind: 'priorityArea',
  recordId: 'prov',
  to,
  expectedVersion,
  changeNote: to,
})

describe('references', () => {
  const cases: [what: string, change: Change, field: string, named: string][] = [
    ['a strategy that does not exist', area({ strategyId: 'varmland-1999' }), 'strategyId', 'varmland-1999'],
    ['a region that does not exist', area({ owner: { kind: 'region', id: '99' } }), 'owner', '99'],
    ['a joint area that does not exist', area({ owner: { kind: 'jointArea', id: 'atlantis' } }), 'owner', 'atlantis'],
    ['a period that does not exist', area({ programmePeriodId: '1914-1920' }), 'programmePeriodId', '1914-1920'],
    ['a strategy that has not begun', area({}, { validFrom: '2001-01-01' }), 'strategyId', listId],
    ['a strategy that ends before the area does', area({}, { validTo: null }), 'strategyId', listId],
    [
      'a source that does not exist',
      area({}, { source: { sourceId: 'hearsay', line: 1, page: null, url: null } }),
      'source',
      'hearsay',
    ],
    [
      'a draft of a strategy that does not exist',
      area({ strategyId: 'varmland-1999' }, { state: 'draft' }),
      'strategyId',
      'varmland-1999',
    ],
  ]
  test.each(cases)('%s is refused, and named', async (_what, change, field, named) => {
    const { registry, store } = makeRegistry()
    const before = (await store.readVersions()).length
    const refused = submit(registry, change, administrator)
    await expect(refused).rejects.toMatchObject({
      code: 'invalid_record',
      data: { issues: [{ record: 'priorityArea/prov', path: field }] },
    })
    await expect(refused).rejects.toMatchObject({ detail: expect.stringContaining(`“${named}”`) as string })
    expect(await store.readVersions()).toHaveLength(before)
  })

  test('what is entered in the same change is there', async () => {
    const { registry } = makeRegistry()
    const strategy = {
      owner: { kind: 'region', id: '17' },
      programmePeriodId: '2021-2027',
      edition: '1999',
      datePrecision: 'year',
      status: 'listed',
      decidedOn: null,
      isComplete: true,
      note: null,
    } as const
    const common = {
      validFrom: '1999-05-01',
      validTo: '2000-01-01',
      changeNote: 'Prov.',
      state: 'published',
      source: null,
    } as const
    const change: Change = {
      type: 'versions',
      versions: [
        {
          version: {
            ...common,
            kind: 'priorityArea',
            recordId: 'prov',
            body: areaBody({ strategyId: 'ny', programmePeriodId: '2021-2027' }),
          },
          expectedVersion: 0,
        },
        { version: { ...common, kind: 'strategy', recordId: 'ny', body: strategy }, expectedVersion: 0 },
      ],
    }
    expect(await submit(registry, change, administrator)).toHaveLength(2)
  })

  test('a list cannot be made to end while this change keeps its area', async () => {
    const { registry } = makeRegistry()
    await submit(registry, area(), administrator)
    await expect(
      submit(registry, area({}, { validFrom: '2018-06-01', validTo: '2024-01-01' }, 1), administrator),
    ).rejects.toMatchObject({ code: 'invalid_record' })
  })
})

describe('states', () => {
  test('a proposer proposes, an editor returns it, it is mended, proposed and published; each step has its writer', async () => {
    const { registry, store } = makeRegistry()
    const [proposer, editor] = [ofVarmland('proposer'), ofVarmland('editor')]
    const inForce = async () => historyOf((await readRegistryView(store)).known, 'priorityArea', 'prov').length
    await submit(registry, area({}, { state: 'proposed' }), proposer)
    await expect(submit(registry, state('published', 1), proposer)).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await inForce()).toBe(0)
    await submit(registry, state('returned', 1), editor)
    await submit(registry, area({ displayLabel: 'Prov, mendat' }, { state: 'proposed' }, 2), proposer)
    await submit(registry, state('published', 3), editor)
    expect(await inForce()).toBe(1)
    await submit(registry, state('withdrawn', 4), editor)
    expect(await inForce()).toBe(0)
    const versions = await store.findVersions('priorityArea', 'prov')
    expect(versions.map(({ state: s, recordedBy }) => [s, recordedBy])).toEqual([
      ['proposed', proposer.name],
      ['returned', editor.name],
      ['proposed', proposer.name],
      // What is published stays the proposer's words; the note says who published it.
      ['published', proposer.name],
      ['withdrawn', editor.name],
    ])
    expect(versions[3]!.changeNote).toContain(`Publicerat av ${editor.name}.`)
    expect((versions[3]!.body as BodyOf<'priorityArea'>).displayLabel).toBe('Prov, mendat')
  })

  test.each<[what: string, change: Change, code: string]>([
    ['a state that it is in', state('published', 1), 'bad_request'],
    ['what has never been proposed, returned', state('returned', 1), 'invalid_record'],
    ['an outdated number', state('withdrawn', 7), 'version_outdated'],
    ['another record', { ...state('withdrawn', 1), recordId: 'ingen' } as Change, 'not_found'],
  ])('%s is refused', async (_what, change, code) => {
    const { registry } = makeRegistry()
    await submit(registry, area(), administrator)
    await expect(submit(registry, change, administrator)).rejects.toMatchObject({ code })
  })

  test('what was proposed together is published together', async () => {
    const { registry, store } = makeRegistry()
    const id = `${listId}-sol`
    const [published] = await store.findVersions('priorityArea', id)
    const stretch = (validFrom: string, validTo: string | null, order: number) => ({
      ...published!,
      state: 'proposed' as const,
      validFrom,
      validTo,
      body: { ...(published!.body as BodyOf<'priorityArea'>), order },
    })
    const end = (await store.findVersions('priorityArea', id)).at(-1)!.validTo
    const count = (await store.findVersions('priorityArea', id)).length
    const versions = [stretch('2018-01-31', '2018-03-01', 7), stretch('2018-03-01', end, 8)].map((version, index) => ({
      version,
      expectedVersion: count + index,
    }))
    await submit(registry, { type: 'versions', versions: versions as never }, administrator)
    await submit(
      registry,
      { type: 'state', kind: 'priorityArea', recordId: id, to: 'published', expectedVersion: count + 2, changeNote: 'Ja.' },
      administrator,
    )
    const stretches = historyOf((await readRegistryView(store)).known, 'priorityArea', id)
    expect(stretches.map(({ order, meta }) => [order, meta.validFrom, meta.validTo])).toEqual([
      [7, '2018-01-31', '2018-03-01'],
      [8, '2018-03-01', end],
    ])
  })
})

test('an editor of one region writes neither another region’s areas nor decisions on them', async () => {
  const { registry } = makeRegistry()
  const editor = ofVarmland('editor')
  await expect(submit(registry, area({ owner: { kind: 'region', id: '20' } }), editor)).rejects.toMatchObject({
    code: 'not_allowed',
  })
  const decide = (priorityAreaId: string): Change => ({
    type: 'decisions',
    decisions: [{ type: 'coding', priorityAreaId, aspect: 'theme', code: 'energi', verdict: 'confirmed', changeNote: 'Ja.' }],
  })
  expect(await submit(registry, decide(`${listId}-sol`), editor)).toMatchObject([{ recordedBy: 'Värmland, editor' }])
  await expect(submit(registry, decide('dalarna-2018-stal'), editor)).rejects.toMatchObject({ code: 'not_allowed' })
})

test('a body that is no body is refused before anybody looks into it', async () => {
  const { registry } = makeRegistry()
  const change = area({ owner: null as never })
  await expect(submit(registry, change, administrator)).rejects.toMatchObject({
    code: 'invalid_record',
    detail: expect.stringContaining('body.owner') as string,
  })
})

test('readers hear of a change once it is written, and of none that changes nothing', async () => {
  const { registry } = makeRegistry()
  let writes = 0
  const counting = { ...registry, written: () => void writes++ }
  expect(await submit(counting, { type: 'decisions', decisions: [] }, administrator)).toEqual([])
  expect(writes).toBe(0)
  await submit(counting, area(), administrator)
  expect(writes).toBe(1)
})
