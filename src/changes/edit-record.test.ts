import { expect, test } from 'vitest'
import type { RecordVersion } from '../records/record.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import { findLineage } from '../likeness/lineage.ts'
import { decideLineage } from './decisions.ts'
import { confirmPriorities } from './confirm-list.ts'
import { editRecord } from './edit-record.ts'
import type { RecordEdit } from './edit-record.ts'
import { firstFacts } from './first-facts.ts'
import { historyOf, readRegistryView } from './registry-view.ts'
import { makeMemoryStore } from './testing/memory-store.ts'

type TestStore = ReturnType<typeof makeMemoryStore>
const id = 'skane-2018-personlig-halsa'

async function edit(store: TestStore, said: Partial<RecordEdit>): Promise<RecordVersion[]> {
  const versions = (await store.readVersions()).filter(({ recordId }) => recordId === id)
  const newest = versions.at(-1)!.version
  return store.append(
    editRecord(versions, {
      kind: 'priorityArea',
      recordId: id,
      changes: {},
      expectedVersion: newest,
      validFrom: null,
      recordedBy: 'test',
      changeNote: 'x',
      ...said,
    }),
  )
}

const stretches = async (store: TestStore): Promise<[string, string | null, string, number][]> =>
  historyOf((await readRegistryView(store)).known, 'priorityArea', id).map(({ meta, displayLabel, order }) => [
    meta.validFrom,
    meta.validTo,
    displayLabel,
    order,
  ])

test('an edit without a day holds for as long as the record does', async () => {
  const store = makeMemoryStore(firstFacts())
  await edit(store, { changes: { displayLabel: 'Hälsa' } })
  expect(await stretches(store)).toEqual([['2018-01-31', '2020-01-01', 'Hälsa', 2]])
})

test('an edit from a day on leaves what was before, and keeps later edits', async () => {
  const store = makeMemoryStore(firstFacts())
  await edit(store, { changes: { displayLabel: 'Hälsan' }, validFrom: '2019-01-01' })
  await edit(store, { changes: { order: 7 }, validFrom: '2018-06-01' })
  expect(await stretches(store)).toEqual([
    ['2018-01-31', '2018-06-01', 'Personlig hälsa', 2],
    ['2018-06-01', '2019-01-01', 'Personlig hälsa', 7],
    ['2019-01-01', '2020-01-01', 'Hälsan', 7],
  ])
})

test.each([
  [{ expectedVersion: 1 }, 'version_outdated'],
  [{ changes: { finns: 1 } }, 'invalid_record'],
  [{ changes: { order: 0 } }, 'invalid_record'],
  [{ validFrom: '2017-01-01' }, 'invalid_record'],
  [{ validFrom: '2020-01-01' }, 'invalid_record'],
  [{ changes: { __proto__x: 1, constructor: 2 } }, 'invalid_record'],
])('%j is refused as %s', async (said, code) => {
  await expect(edit(makeMemoryStore(firstFacts()), said)).rejects.toMatchObject({ code })
})

test('a confirmed link overrides the suggestion, and a rejected one takes it away', async () => {
  const store = makeMemoryStore(firstFacts())
  const decide = async (verdict: 'confirmed' | 'rejected') =>
    store.append([
      decideLineage(await readRegistryView(store), {
        predecessorId: id,
        successorId: 'skane-2020-life-science-och-halsa',
        change: 'unchanged',
        verdict,
        recordedBy: 'test',
        changeNote: 'Sagt av regionen.',
      }),
    ])
  const links = async () =>
    findLineage(snapshotAt((await readRegistryView(store)).known, '2020-06-01', getShippedBeside()), {
      kind: 'region',
      id: '12',
    })[0]!.links.filter(({ predecessor }) => predecessor?.id === id)
  expect(await links()).toMatchObject([{ change: 'renamed', basis: 'reviewed' }])
  await decide('confirmed')
  expect(await links()).toMatchObject([{ change: 'unchanged', basis: 'confirmed' }])
  await decide('rejected')
  expect(await links()).toMatchObject([{ successor: null, change: 'dropped', basis: 'suggested' }])
})

test.each([
  ['the wrong way round', 'skane-2020-life-science-och-halsa', 'skane-2018-personlig-halsa', 'older'],
  ['with itself', 'skane-2018-personlig-halsa', 'skane-2018-personlig-halsa', 'older'],
  ['of two regions', 'varmland-2018-skoglig-bioekonomi', 'skane-2020-life-science-och-halsa', 'different regions'],
])('a link %s is refused', async (_what, predecessorId, successorId, words) => {
  const view = await readRegistryView(makeMemoryStore(firstFacts()))
  const choice = {
    predecessorId,
    successorId,
    change: 'renamed',
    verdict: 'confirmed',
    recordedBy: 'test',
    changeNote: 'x',
  } as const
  expect(() => decideLineage(view, choice)).toThrow(words)
})

test('a confirmed list carries the day and the role, and nothing else changes', async () => {
  const store = makeMemoryStore(firstFacts())
  const appends = confirmPriorities(await readRegistryView(store), {
    regionCode: '12',
    confirmedOn: '2019-05-05',
    confirmedByRole: 'direktör',
    recordedBy: 'test',
    changeNote: 'x',
  })
  await store.append(appends)
  const [before, stretch, ...more] = historyOf((await readRegistryView(store)).known, 'priorityArea', id)
  expect(more).toEqual([])
  expect(before).toMatchObject({ confirmedOn: null, order: 2, meta: { validFrom: '2018-01-31', validTo: '2019-05-05' } })
  expect(stretch).toMatchObject({
    confirmedOn: '2019-05-05',
    confirmedByRole: 'direktör',
    order: 2,
    meta: { validFrom: '2019-05-05', validTo: '2020-01-01', inForceFrom: '2018-01-31', source: { line: 135 } },
  })
})
