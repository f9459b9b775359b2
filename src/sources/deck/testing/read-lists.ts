import { strToU8 } from 'fflate'
import { getShippedFacts } from '../../facts/shipped-facts.ts'
import type { DeckDraft, DeckLines } from '../deck-draft.ts'
import { explainDeck } from '../explain-deck.ts'
import { parseDeck } from '../parse-deck.ts'
import { readDeck } from '../read-deck.ts'
import { makePdf } from './make-pdf.ts'
import type { TestText } from './make-pdf.ts'
import { makePptx } from './make-pptx.ts'
import type { TestShape, TestSlide } from './make-pptx.ts'

/** The regions with every way that the shipped facts write them. */
export const gazetteer = getShippedFacts().regions.map(({ code, name, county_name, region_name, name_variants }) => ({
  code,
  names: [name, county_name, region_name, ...name_variants],
}))

/** Regions by name with their areas; what is under an area in brackets. */
export const listsOf = (draft: DeckDraft): Record<string, string[]> =>
  Object.fromEntries(
    draft.regions.map(({ code, priorities }) => [
      gazetteer.find((entry) => entry.code === code)!.names[0]!,
      priorities.map(({ verbatimLabel, details }) =>
        details ? `${verbatimLabel} (${details.map(({ text }) => text).join('; ')})` : verbatimLabel,
      ),
    ]),
  )

export interface ReadLists {
  deck: DeckLines
  draft: DeckDraft
  lists: Record<string, string[]>
  /** What each line was taken for, by its text. */
  taken: Record<string, string>
}

export async function readLists(bytes: Uint8Array): Promise<ReadLists> {
  const deck = await readDeck(bytes, { fileName: 'deck' })
  const draft = parseDeck(deck, gazetteer)
  const lines = explainDeck(deck, draft).flatMap((slide) => slide.lines)
  return { deck, draft, lists: listsOf(draft), taken: Object.fromEntries(lines.map(({ text, takenFor }) => [text, takenFor])) }
}

/** A text deck after its title and date. */
export const readText = (text: string): Promise<ReadLists> => readLists(strToU8(`Områden 2026\nFalun 2026-02-03\n\n${text}`))

const cover: TestSlide = {
  shapes: [
    { paragraphs: ['Områden 2026'], placeholder: 'ctrTitle' },
    { paragraphs: ['Falun 2026-02-03'], placeholder: 'subTitle' },
  ],
}

/** Slides after a cover. */
export const readSlides = (...slides: TestSlide[]): Promise<ReadLists> => readLists(makePptx([cover, ...slides]))

/** A slide with a title and one body. */
export const slide = (title: string, ...paragraphs: NonNullable<TestShape['paragraphs']>): TestSlide => ({
  title,
  shapes: [{ paragraphs }],
})

/** Pages after a cover. */
export const readPages = (...pages: TestText[][]): Promise<ReadLists> =>
  readLists(
    makePdf([
      [
        [60, 400, 36, 'Områden 2026'],
        [60, 340, 20, 'Falun 2026-02-03'],
      ],
      ...pages,
    ]),
  )
