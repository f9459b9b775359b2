import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { planDeckImport } from '../../changes/import-plan.ts'
import { gazetteerOf, registryViewOf } from '../../changes/registry-view.ts'
import { shippedCubes } from '../../evidence/testing/shipped-cubes.ts'
import { snapshotAt } from '../../snapshot/snapshot.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { shippedVersions } from '../../snapshot/testing/shipped-snapshot.ts'
import { parseDeck } from '../../sources/deck/parse-deck.ts'
import { readDeck } from '../../sources/deck/read-deck.ts'
import { getShippedBeside } from '../../sources/facts/shipped-facts.ts'
import { countyPaths } from '../../web/charts/sweden-geometry.ts'
import { readDeckChoice } from './deck-choice.ts'
import type { AskedDeck } from './deck-choice.ts'
import { deckContent } from './deck-content.ts'
import { writeDeck } from './write-deck.ts'

const view = registryViewOf(shippedVersions(), getShippedBeside())
let snapshot: Snapshot
beforeAll(() => {
  snapshot = snapshotAt(view.known, '2026-11-28', { ...getShippedBeside(), cubes: shippedCubes.shelf() })
})

const deckOf = (asked: Partial<AskedDeck>) =>
  writeDeck(deckContent(snapshot, readDeckChoice(snapshot, { lang: 'sv', regions: [], themes: [], ...asked })), countyPaths)

/** What importing the file would change. */
async function planOf(bytes: Uint8Array) {
  const gazetteer = gazetteerOf(view.known)
  const draft = parseDeck(await readDeck(bytes, { fileName: 'spets.pptx' }), gazetteer)
  return { draft, plan: planDeckImport({ draft, ...view, recordedBy: 'test' }) }
}

/** The file with a change in the text of its slides. */
function edited(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts))
    if (name.startsWith('ppt/slides/slide')) parts[name] = strToU8(strFromU8(part).replaceAll(from, to))
  return zipSync(parts)
}

describe.each([
  { lang: 'sv', layout: 'one' },
  { lang: 'en', layout: 'one' },
  { lang: 'sv', layout: 'many' },
  { lang: 'en', layout: 'many' },
] as const)('a deck in $lang, $layout to a slide', ({ lang, layout }) => {
  test('read in again, proposes no change and leaves nothing that was not understood', async () => {
    const { draft, plan } = await planOf(await deckOf({ lang, layout, themes: ['energi'], since: '2018-02-01' }))
    expect(plan.items.map(({ title }) => title.sv)).toEqual([])
    expect(plan.notUnderstood.map(({ text }) => text)).toEqual([])
    expect([draft.date, draft.isOurs, draft.regions.length]).toEqual(['2026-11-28', true, 21])
    const labels = draft.regions.flatMap(({ priorities }) => priorities)
    expect(labels.length).toBeGreaterThan(80)
  })
})

test('a label that somebody has changed in it is the one change that is proposed', async () => {
  const deck = await deckOf({ regions: ['varmland', 'gotland'] })
  const { plan } = await planOf(edited(deck, 'Dataspel och spelifiering', 'Rymdteknik'))
  expect(plan.items.map(({ kind, regionCode }) => [kind, regionCode])).toEqual([['newList', '17']])
  expect(plan.items[0]!.lines.filter(({ after }) => after === 'Rymdteknik')).toHaveLength(1)
})

test('without the names of our shapes it is a deck like any other, which confirms the lists', async () => {
  const deck = await deckOf({ regions: ['gotland'] })
  const { plan } = await planOf(edited(deck, 'name="spets:', 'name="'))
  expect(plan.items.map(({ kind }) => kind)).toContain('confirmed')
})

test('the same content gives the same bytes', async () => {
  const [one, other] = [await deckOf({ regions: ['gotland'] }), await deckOf({ regions: ['gotland'] })]
  const [parts, others] = [unzipSync(one), unzipSync(other)]
  const differ = Object.keys(parts).filter((name) => Buffer.compare(parts[name]!, others[name]!) !== 0)
  expect(differ).toEqual([])
  expect(Buffer.compare(one, other)).toBe(0)
})
