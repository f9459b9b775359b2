import type { DeckDraft, DeckLine, DeckLines, DeckPriority, DeckRegion, GazetteerEntry, RecognisedLine } from './deck-draft.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import type { DeckSection } from './deck-headings.ts'
import { makeRegionReader } from './region-names.ts'
import type { RegionReader } from './region-names.ts'

/** Where the reading of a deck has come to, and what it has found so far. */
export interface Reading {
  draft: DeckDraft
  lines: readonly DeckLine[]
  readRegion: RegionReader
  /** The name of a region by its code; null for a code of none. */
  nameOf(code: string): string | null
  section: DeckSection | null
  region: DeckRegion | null
  /** The last area of the region, which deeper lines belong to. */
  area: DeckPriority | null
  /** The level of the region's areas; null until the first is read. */
  areaLevel: number | null
  /** Why what follows cannot be placed, after a heading that was not understood. */
  lost: LocalText | null
  /** A list of contents that is being read, and the page it is on. */
  contents: { page: number | null; hasLines: boolean } | null
  page: number | null
  titlePage: number | null
  /** The texts of titles and headings, by which a running header is recognised. */
  seen: Set<string>
  wasHeading: boolean
  /** How the heading of the region was set, since the next heading is set likewise. */
  regionHeading: { hasGap: boolean; isNumbered: boolean }
  hasMixedGaps: boolean
  sectionHasBullets: boolean
  /** Pages that list regions by name alone. */
  nameListPages: ReadonlySet<number>
}

export function beginReading(deck: DeckLines, gazetteer: readonly GazetteerEntry[]): Reading {
  const readRegion = makeRegionReader(gazetteer)
  const notices = deck.notices.map((text) => ({ kind: 'reader' as const, regionCode: null, line: null, text }))
  const nothing = { regions: [], findings: [], wishes: [], nextSteps: [], recognised: [], notUnderstood: [] }
  return {
    draft: { fileName: deck.fileName, title: null, author: null, place: null, date: null, language: 'sv', ...nothing, notices },
    lines: deck.lines,
    readRegion,
    nameOf: (code) => gazetteer.find((entry) => entry.code === code)?.names[0] ?? null,
    section: null,
    region: null,
    area: null,
    areaLevel: null,
    lost: null,
    contents: null,
    page: null,
    titlePage: null,
    seen: new Set(),
    wasHeading: false,
    regionHeading: { hasGap: false, isNumbered: false },
    hasMixedGaps: deck.lines.slice(1).some(({ hasGapBefore }) => !hasGapBefore),
    sectionHasBullets: false,
    nameListPages: findNameListPages(deck.lines, readRegion),
  }
}

/** Under a title that is no region's, names of regions straight after each other are a list of names, not headings. */
function findNameListPages(lines: readonly DeckLine[], readRegion: RegionReader): Set<number> {
  const otherTitles = new Set(
    lines.flatMap(({ isTitle, page, text }) =>
      isTitle && page !== null && !readRegion(text, { isSure: true, mayHaveMore: true }) ? [page] : [],
    ),
  )
  const isName = ({ page, text, isBullet, isTitle, cell, apart }: DeckLine): boolean =>
    page !== null &&
    otherTitles.has(page) &&
    isBullet !== true &&
    !isTitle &&
    !cell &&
    !apart &&
    readRegion(text, { isSure: true }) !== null
  const named = lines.map(isName)
  return new Set(
    lines.flatMap(({ page }, index) => (named[index] && named[index + 1] && lines[index + 1]!.page === page ? [page!] : [])),
  )
}

export function recognise({ draft }: Reading, { line }: DeckLine, as: RecognisedLine['as'], reason?: LocalText): void {
  draft.recognised.push(reason ? { line, as, reason } : { line, as })
}

export function notUnderstood({ draft }: Reading, { line, page, text }: DeckLine, reason: LocalText): void {
  draft.notUnderstood.push({ line, page, text, reason })
}

/** After a heading that is neither a region nor a section, nothing belongs to the region above. */
export function loseWay(reading: Reading, line: DeckLine, reason: LocalText, reasonBelow: LocalText): void {
  notUnderstood(reading, line, reason)
  leaveRegion(reading, reasonBelow)
}

export function leaveRegion(reading: Reading, lost: LocalText | null): void {
  Object.assign(reading, { region: null, area: null, areaLevel: null, lost })
}

/** Small letters and words alone, to know the same text again. */
export const foldWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
