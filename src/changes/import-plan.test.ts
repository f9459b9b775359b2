import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DeckDraft, DeckLines } from '../sources/deck/deck-draft.ts'
import { snapshotAt } from '../snapshot/snapshot.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import { parseDeck } from '../sources/deck/parse-deck.ts'
import { readDeck } from '../sources/deck/read-deck.ts'
import { readTextLines } from '../sources/deck/text-lines.ts'
import { firstFacts } from './first-facts.ts'
import { getShippedBeside } from '../sources/facts/shipped-facts.ts'
import { planDeckImport } from './import-plan.ts'
import type { ImportPlan } from './import-plan-types.ts'
import { commandLineActor } from '../records/actor.ts'
import { registryOver } from './registry.ts'
import { submit } from './submit.ts'
import { gazetteerOf, readRegistryView, registryViewOf } from './registry-view.ts'
import { makeMemoryStore } from './testing/memory-store.ts'

const fixture = new URL('../../fixtures/deck/smart-specialisering-2018-01-31.txt', import.meta.url)
/** Beside the repository, or beside the folder of its worktrees. */
const realDecks = ['../../../', '../../../../'].map(
  (path) => new URL(`${path}shared/deck/smart-specialisering-2018-01-31.txt`, import.meta.url),
)
const realDeck = realDecks.find((one) => existsSync(one)) ?? realDecks[0]!
const facts = firstFacts()
const regionsOnly = facts.filter(
  ({ kind, recordId }) => kind === 'region' || (kind === 'source' && recordId === 'sweden-21-regions'),
)
const gazetteer = gazetteerOf(registryViewOf(facts.map((version, index) => ({ ...version, sequence: index + 1 }) as never)).known)

const actor = commandLineActor('test')
const publishPlan = (store: TestStore, plan: ImportPlan, accept: 'all' | string[]) =>
  submit(registryOver(store, getShippedBeside()), { type: 'import', plan, accept }, actor)

type TestStore = ReturnType<typeof makeMemoryStore>
let deckOf2018: DeckLines
beforeAll(async () => {
  deckOf2018 = await readDeck(readFileSync(fixture), { fileName: 'deck.txt' })
})

const draftOf = (text: string): DeckDraft =>
  parseDeck({ fileName: 'deck.txt', format: 'text', lines: readTextLines(text, 'deck.txt'), notices: [] }, gazetteer)

async function plan(store: TestStore, draft: DeckDraft): Promise<ImportPlan> {
  const { known, numbers } = await readRegistryView(store)
  return planDeckImport({ draft, known, numbers, beside: getShippedBeside(), recordedBy: 'test' })
}

async function publish(store: TestStore, draft: DeckDraft): Promise<ImportPlan> {
  const made = await plan(store, draft)
  await publishPlan(store, made, 'all')
  expect((await plan(store, draft)).items).toEqual([])
  return made
}

async function listOf(store: TestStore, code: string, date: string): Promise<string[]> {
  const { known } = await readRegistryView(store)
  return (
    findCurrentEdition(snapshotAt(known, date), { kind: 'region', id: code })?.priorities.map(
      ({ verbatimLabel }) => verbatimLabel,
    ) ?? []
  )
}

describe.runIf(existsSync(realDeck))('the deck itself', () => {
  test('proposes nothing on the shipped facts', async () => {
    const draft = parseDeck(await readDeck(readFileSync(realDeck), { fileName: 'deck.txt' }), gazetteer)
    const made = await plan(makeMemoryStore(facts), draft)
    expect(made.items).toEqual([])
    expect(made.unchanged).toEqual({ lists: 21, statements: 20 })
    expect(made.base).toBeNull()
  })
})

test('the retold deck proposes its own statements and nothing else on the shipped facts', async () => {
  const made = await plan(makeMemoryStore(facts), parseDeck(deckOf2018, gazetteer))
  expect(made.unchanged).toEqual({ lists: 21, statements: 0 })
  expect(new Set(made.items.map(({ kind }) => kind))).toEqual(new Set(['statementNew']))
  expect(made.items).toHaveLength(20)
})

test('on a registry with regions alone it proposes every list, with the ids of the shipped facts', async () => {
  const store = makeMemoryStore(regionsOnly)
  const made = await publish(store, parseDeck(deckOf2018, gazetteer))
  expect(made.items.filter(({ kind }) => kind === 'newList')).toHaveLength(21)
  const shipped = facts
    .filter(({ kind, source }) => (kind === 'priorityArea' || kind === 'strategy') && source?.sourceId === 'deck-2018-01-31')
    .map(({ recordId }) => recordId)
  const published = (await store.readVersions())
    .filter(({ kind }) => kind === 'priorityArea' || kind === 'strategy')
    .map(({ recordId }) => recordId)
  expect(published.toSorted()).toEqual([...new Set(shipped)].toSorted())
  expect(await listOf(store, '17', '2018-02-01')).toHaveLength(5)
})

test('a newer deck with the same list confirms it', async () => {
  const store = makeMemoryStore(facts)
  const made = await publish(
    store,
    draftOf('Titel\n2019-03-01\n\nVästmanland\n- Automation\n- Energi\n- Järnväg\n- Välfärd och hälsa\n'),
  )
  expect(made.items.map(({ kind }) => kind)).toEqual(['confirmed'])
  const { known } = await readRegistryView(store)
  const edition = findCurrentEdition(snapshotAt(known, '2019-03-02'), { kind: 'region', id: '19' })!
  expect(edition.strategy.id).toBe('vastmanland-2018')
  expect(edition.priorities.map(({ confirmedOn, confirmedByRole }) => [confirmedOn, confirmedByRole])).toEqual(
    Array.from({ length: 4 }, () => ['2019-03-01', null]),
  )
  expect(edition.priorities.every(({ meta }) => meta.validTo === '2021-01-01')).toBe(true)
})

test('a newer deck with another list becomes a new edition that ends where the later one begins', async () => {
  const store = makeMemoryStore(facts)
  const made = await publish(store, draftOf('Titel\n2019-03-01\n\nVästmanland\n- Automation\n- Rymd\n'))
  expect(made.items.map(({ id, kind }) => [id, kind])).toEqual([['list:19:2019-03-01', 'newList']])
  expect(made.base?.kind).toBe('newSource')
  expect(await listOf(store, '19', '2019-02-28')).toHaveLength(4)
  expect(await listOf(store, '19', '2019-03-01')).toEqual(['Automation', 'Rymd'])
  expect(await listOf(store, '19', '2020-12-31')).toEqual(['Automation', 'Rymd'])
  expect(await listOf(store, '19', '2021-01-01')).not.toContain('Rymd')
})

test('a deck older than everything is put before it', async () => {
  const store = makeMemoryStore(facts)
  await publish(store, draftOf('Titel\n2015-05-05\n\nVästmanland\n- Automation\n- Robotar\n'))
  expect(await listOf(store, '19', '2015-05-04')).toEqual([])
  expect(await listOf(store, '19', '2018-01-30')).toEqual(['Automation', 'Robotar'])
  expect(await listOf(store, '19', '2018-01-31')).toHaveLength(4)
})

test('a deck of the same day that differs corrects the edition, a choice at a time', async () => {
  const store = makeMemoryStore(facts)
  const draft = draftOf('Titel\n2018-01-31\n\nVästmanland\n- Rymd\n- Energi\n- Automation\n- Järnväg.\n')
  const made = await plan(store, draft)
  expect(made.items.map(({ kind }) => kind).toSorted()).toEqual(['gone', 'labelCorrected', 'new', 'reordered'])
  await publishPlan(
    store,
    made,
    made.items.filter(({ kind }) => kind === 'new').map(({ id }) => id),
  )
  await expect(publishPlan(store, made, 'all')).rejects.toMatchObject({ code: 'version_outdated' })
  expect((await plan(store, draft)).items.map(({ kind }) => kind).toSorted()).toEqual(['gone', 'labelCorrected', 'reordered'])
  await publish(store, draft)
  expect(await listOf(store, '19', '2018-01-31')).toEqual(['Rymd', 'Energi', 'Automation', 'Järnväg.'])
})

test('an item that the plan does not have is refused and nothing is written', async () => {
  const store = makeMemoryStore(facts)
  const made = await plan(store, parseDeck(deckOf2018, gazetteer))
  await expect(publishPlan(store, made, [made.items[0]!.id, 'list:99'])).rejects.toMatchObject({
    code: 'bad_request',
    data: { unknown: ['list:99'] },
  })
  expect(await store.readVersions()).toHaveLength(facts.length)
})

test('a deck without a date is refused, and an absent region is told and left alone', async () => {
  const store = makeMemoryStore(facts)
  await expect(plan(store, draftOf('Titel\n\nSkåne\n- Smarta hållbara städer\n'))).rejects.toMatchObject({ code: 'invalid_date' })
  const made = await plan(
    store,
    draftOf('Titel\n2018-01-31\n\nSkåne\n- Smarta hållbara städer\n- Personlig hälsa\n- Smarta nya material\n'),
  )
  expect(made.items).toEqual([])
  expect(made.notices.filter(({ kind }) => kind === 'absent')).toHaveLength(20)
})
