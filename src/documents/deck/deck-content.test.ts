import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { RecordVersion } from '../../records/record.ts'
import { shippedSnapshot, shippedVersions } from '../../snapshot/testing/shipped-snapshot.ts'
import { readDeckChoice } from './deck-choice.ts'
import { deckContent } from './deck-content.ts'
import { writeDeck } from './write-deck.ts'

const area = shippedVersions().find(
  ({ recordId }) => recordId === 'norrbotten-2021-energiteknik',
) as RecordVersion<'priorityArea'>
const onDay = { recordedAt: '2026-11-27T09:00:00.000Z', validFrom: '2026-11-27', validTo: null, state: 'published' } as const
const renamed = {
  ...area,
  ...onDay,
  version: area.version + 1,
  sequence: 9001,
  body: { ...area.body, displayLabel: 'Kall energi' },
}
const wish = {
  ...onDay,
  kind: 'wish',
  recordId: 'wish-of-2026',
  version: 1,
  sequence: 9002,
  recordedBy: 'test',
  changeNote: 'Prov',
  source: null,
  contentHash: '0'.repeat(64),
  body: { order: 99, text: { sv: 'Ett önskemål från i år.', en: 'A wish of this year.' }, fingerprint: null },
} as RecordVersion<'wish'>

const snapshot = shippedSnapshot('2026-11-28', [renamed as RecordVersion, wish as RecordVersion])
const contentOf = (regions: string[], since: string) =>
  deckContent(snapshot, readDeckChoice(snapshot, { lang: 'sv', regions, themes: [], since }))

/** The text of each slide, a line a paragraph. */
async function slidesOf(content: ReturnType<typeof contentOf>): Promise<string[]> {
  const parts = unzipSync(await writeDeck(content, []))
  const names = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  return names.map((name) => [...strFromU8(parts[name]!).matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text).join('\n'))
}

describe('what a deck shows', () => {
  test('a label that was published since is a change, though the list is the same', async () => {
    const content = contentOf(['norrbotten'], '2026-11-26')
    expect(content.regions[0]!.relabelled.map(({ displayLabel }) => displayLabel)).toEqual(['Kall energi'])
    const slide = (await slidesOf(content)).find((text) => text.includes('sedan 2026-11-26'))!
    expect(slide).toContain('1 region har ändrat sin lista sedan 2026-11-26')
    expect(slide).toContain('Kall energi')
    expect(contentOf(['norrbotten'], '2026-11-28').regions[0]!.relabelled).toEqual([])
  })

  test('a wish that was written here is not credited to the deck of 2018', async () => {
    const slides = await slidesOf(contentOf([], '2026-11-26'))
    const own = slides.find((text) => text.includes('Ett önskemål från i år.'))!
    expect(own).toContain('Framfört i Spets 2026-11-27. Inget svar än.')
    const { heard } = contentOf([], '2026-11-26')
    expect(heard.wish.filter(({ source }) => source === null).map(({ text }) => text.sv)).toEqual(['Ett önskemål från i år.'])
  })

  test('a deck of one region has what was heard too', async () => {
    const slides = await slidesOf(contentOf(['gotland'], '2018-02-01'))
    for (const title of ['Vad vi hört i dialogerna', 'Vad regionerna önskar', 'Vad händer nu', 'Källor'])
      expect(slides.some((text) => text.startsWith(title))).toBe(true)
  })

  test.each([
    [{ since: '2027-01-01' }, 'invalid_date'],
    [{ since: '27 november' }, 'invalid_date'],
    [{ regions: ['Atlantis'] }, 'region_not_found'],
    [{ themes: ['alkemi'] }, 'bad_request'],
  ])('%j is refused in words', (asked, code) => {
    const read = () => readDeckChoice(snapshot, { lang: 'sv', regions: [], themes: [], ...asked })
    expect(read).toThrow(expect.objectContaining({ code }))
  })
})
