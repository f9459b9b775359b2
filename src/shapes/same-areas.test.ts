import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandLineActor } from '../records/actor.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { NewVersion, RecordKind } from '../records/record.ts'
import { registryOver } from '../changes/registry.ts'
import { submit } from '../changes/submit.ts'
import { makeMemoryStore } from '../changes/testing/memory-store.ts'
import { findSearchDocuments } from '../search/search-documents.ts'
import { buildKnownRegistry, ownerKey, snapshotAt } from '../snapshot/snapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { area, jointArea, strategy, versionsOf } from '../snapshot/testing/small-registry.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { changesShape } from './changes-shape.ts'
import { findRegions, jointAreaShape } from './from-snapshot.ts'
import { periodDetailShapes } from './period-shape.ts'
import { regionShape, regionSummaries } from './region-shape.ts'
import { reviewItems } from './review-shape.ts'
import type { EditionShape } from './shapes.ts'
import { threeRegions } from './testing/three-regions.ts'
import { allPriorities } from './theme-shape.ts'

/** The first days of lists and areas, the days before and after, and days in between. */
const days = [
  '2014-06-01',
  '2014-12-31',
  '2015-01-01',
  '2016-06-15',
  '2017-12-31',
  '2018-01-01',
  '2019-07-01',
  '2020-12-31',
  '2021-01-01',
  '2024-02-29',
  '2026-11-26',
]
const beside = getShippedBeside()
const actor = commandLineActor('prov')
const sketches = [
  ...threeRegions.filter(({ recordId }) => recordId !== 'bron'),
  jointArea('bron', ['01', '03']),
  area('d16-tra', strategy('adal-2016', '02', { from: '2016-01-01' }), {
    body: { displayLabel: 'Träbyggande', parentId: 'd16-skog' },
  }),
]
const start = versionsOf(sketches.map((sketch) => ({ ...sketch, recorded: '2024-01-01' })))

type Lists = Record<string, string[]>

/** `region:03` -> the ids of its areas on the day, as each page and each address of the API names them. */
function areasByPage(snapshot: Snapshot): Record<string, Lists> {
  const byOwner = (areas: readonly { id: string; owner: { kind: string; id: string } }[]): Lists => {
    const lists: Lists = {}
    for (const { id, owner } of areas) (lists[`${owner.kind}:${owner.id}`] ??= []).push(id)
    for (const list of Object.values(lists)) list.sort()
    return lists
  }
  const inLists = (editions: readonly (EditionShape | null)[]) =>
    byOwner(editions.flatMap((edition) => (edition ? [...edition.priorities, ...edition.parts] : [])))
  const inForce = (editions: readonly EditionShape[]) => inLists(editions.filter(({ strategy }) => strategy.isInForce))
  const regions = findRegions(snapshot).map((region) => regionShape(snapshot, region))
  const joint = inForce(regions.flatMap(({ jointEditions }) => jointEditions.slice(0, 1).flatMap(({ editions }) => editions)))
  const once = Object.fromEntries(Object.entries(joint).map(([owner, ids]) => [owner, [...new Set(ids)]]))
  const search = findSearchDocuments(snapshot).filter(({ kind, isInForce }) => kind === 'priorityArea' && isInForce)
  const change = changesShape(snapshot, { from: snapshot.validAt, to: snapshot.validAt }).changes
  return {
    table: byOwner(allPriorities(snapshot).filter(({ isInForce }) => isInForce)),
    regionPages: { ...inLists(regions.map(({ current }) => current)), ...once },
    startPage: { ...inLists(regionSummaries(snapshot).map(({ current }) => current)), ...once },
    thenAndNow: { ...inForce(regions.flatMap(({ editions }) => editions)), ...once },
    changesAfter: inLists(change.map(({ after }) => after)),
    changesBefore: inLists(change.map(({ before }) => before)),
    periods: inForce(periodDetailShapes(snapshot).flatMap((period) => [...period.editions, ...period.jointEditions])),
    review: byOwner(reviewItems(snapshot).map(({ priority }) => priority)),
    search: byOwner(search.map(({ id }) => ({ id, owner: snapshot.getBegun('priorityArea', id)!.owner }))),
  }
}

/** The first and last days of force of every area and list that has begun, as pages show them. */
function daysOfForce(snapshot: Snapshot): Record<string, string> {
  const editions = findRegions(snapshot).flatMap((region) => {
    const shape = regionShape(snapshot, region)
    return [...shape.editions, ...shape.jointEditions.flatMap((one) => one.editions)]
  })
  const shown = [...allPriorities(snapshot), ...editions.flatMap(({ strategy, priorities }) => [strategy, ...priorities])]
  return Object.fromEntries(shown.map(({ id, meta }) => [id, `${meta.inForceFrom} – ${meta.inForceTo}`]))
}
const daysOfForceOnEveryDay = async (store: TestStore) => (await snapshotsOf(store)).map(daysOfForce)

type TestStore = ReturnType<typeof makeMemoryStore>
const snapshotsOf = async (store: TestStore) => {
  const known = buildKnownRegistry(await store.readVersions(), '9999-12-31T23:59:59.999Z')
  return days.map((day) => snapshotAt(known, day, beside))
}

/** What every page names on every day; all pages must name the same. */
async function areasOnEveryDay(store: TestStore): Promise<Lists[]> {
  return (await snapshotsOf(store)).map((snapshot) => {
    const { table, ...others } = areasByPage(snapshot)
    const whole = Object.fromEntries(Object.entries(table!).sort())
    for (const [page, lists] of Object.entries(others))
      expect(Object.fromEntries(Object.entries(lists).sort()), `${page} on ${snapshot.validAt}`).toEqual(whole)
    return whole
  })
}

/** Whether the change was accepted. */
async function tried(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof ExpectedError) return false
    throw error
  }
}

const recordsOf = (kind: RecordKind) => [...new Set(start.filter((one) => one.kind === kind).map(({ recordId }) => recordId))]
const day = fc.constantFrom(...days)
const wordings: Partial<Record<RecordKind, string>> = {
  priorityArea: 'displayLabel',
  strategy: 'edition',
  region: 'name',
  jointArea: 'name',
}
const wording = fc.constantFrom<RecordKind>('priorityArea', 'priorityArea', 'priorityArea', 'strategy', 'region', 'jointArea')
const rewording = wording.chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    recordId: fc.constantFrom(...recordsOf(kind)),
    from: fc.option(day),
    text: fc.constantFrom('Skog', 'Vatten och hälsa', 'Rymd', 'Ny lydelse'),
  }),
)

describe('on every day all pages name the same areas', () => {
  test('and an edit of wording, from any day on, changes none of them and no first or last day', async () => {
    const before = await areasOnEveryDay(makeMemoryStore(start))
    expect(before.at(-1)).toEqual({
      'jointArea:bron': ['b17-energi'],
      'region:02': ['d16-skog', 'd16-tra', 'd16-vind'],
      'region:03': ['a21-energi', 'a21-skog'],
    })
    const force = await daysOfForceOnEveryDay(makeMemoryStore(start))
    expect(force.at(-1)).toMatchObject({
      'adal-2016': '2016-01-01 – null',
      'd16-skog': '2016-01-01 – null',
      'a21-energi': '2021-01-01 – null',
    })
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(fc.array(rewording, { minLength: 1, maxLength: 4 }), async (edits) => {
        const store = makeMemoryStore(start)
        for (const { kind, recordId, from, text } of edits) {
          const expectedVersion = (await store.findVersions(kind, recordId)).at(-1)!.version
          const edit = { kind, recordId, expectedVersion, validFrom: from, changes: { [wordings[kind]!]: text }, changeNote: 'x' }
          if (await tried(submit(registryOver(store, beside), { type: 'fields', ...edit }, actor))) accepted++
        }
        expect(await areasOnEveryDay(store)).toEqual(before)
        expect(await daysOfForceOnEveryDay(store)).toEqual(force)
      }),
      { numRuns: 40 },
    )
    expect(accepted).toBeGreaterThan(20)
  }, 60_000)

  const span = fc.record({
    kind: fc.constantFrom<RecordKind>('priorityArea', 'priorityArea', 'strategy', 'jointArea'),
    record: fc.nat(50),
    list: fc.option(fc.constantFrom(...recordsOf('strategy'))),
    from: day,
    to: fc.option(day),
    isWithdrawn: fc.boolean(),
  })
  test('whatever spans, lists and withdrawals have been accepted', async () => {
    let [accepted, refused] = [0, 0]
    await fc.assert(
      fc.asyncProperty(fc.array(span, { minLength: 1, maxLength: 5 }), async (spans) => {
        const store = makeMemoryStore(start)
        for (const { kind, record, list, from, to, isWithdrawn } of spans) {
          const ids = recordsOf(kind)
          const newest = (await store.findVersions(kind, ids[record % ids.length]!)).at(-1)!
          const { version: expectedVersion, recordId, body, source } = newest
          const moved = list && kind === 'priorityArea' ? { ...body, strategyId: list } : body
          const state = isWithdrawn ? 'withdrawn' : 'published'
          const said = { kind, recordId, source, body: moved, validFrom: from, validTo: to, changeNote: 'x', state }
          const version = said as unknown as NewVersion
          const change = { type: 'versions', versions: [{ version, expectedVersion }] } as const
          if (await tried(submit(registryOver(store, beside), change, actor))) accepted++
          else refused++
        }
        await areasOnEveryDay(store)
      }),
      { numRuns: 60 },
    )
    expect(Math.min(accepted, refused)).toBeGreaterThan(10)
  }, 60_000)
})

test('a page that shows a joint area shows the same areas as its list', () => {
  const snapshot = snapshotAt(buildKnownRegistry(start, '9999-12-31T23:59:59.999Z'), '2020-01-01', beside)
  expect(snapshot.inForce('jointArea').map((one) => jointAreaShape(snapshot, one).id)).toEqual(['bron'])
  expect(areasByPage(snapshot)['table']![ownerKey({ kind: 'jointArea', id: 'bron' })]).toEqual(['b17-energi'])
})
