import type { DeckDraft, DeckLine, DeckLines, DeckRegion, GazetteerEntry, RecognisedLine } from './deck-draft.ts'
import type { LocalText } from '../../records/record.ts'
import { readPlaceAndDate } from './deck-date.ts'
import { readSectionHeading } from './deck-headings.ts'
import type { DeckSection, SectionHeading } from './deck-headings.ts'
import { absentNotice, deckReasons, doubledNotice, emptyNotice, misspellingNotice, twiceNotice } from './deck-words.ts'
import { makeRegionReader } from './region-names.ts'
import type { RegionMatch, RegionReader } from './region-names.ts'
import { suggestLabel } from './suggest-label.ts'

/** Lines of a deck to what they say. Never throws: each line ends up in exactly one place, at worst in `notUnderstood`. */
export function parseDeck(deck: DeckLines, gazetteer: readonly GazetteerEntry[]): DeckDraft {
  const reading = beginReading(deck, makeRegionReader(gazetteer))
  deck.lines.forEach((line, index) => placeLine(reading, line, index))
  return finish(reading, gazetteer)
}

interface Reading {
  draft: DeckDraft
  lines: readonly DeckLine[]
  readRegion: RegionReader
  section: DeckSection | null
  region: DeckRegion | null
  /** Why what follows cannot be placed, after a heading that was not understood. */
  lost: LocalText | null
  /** What titles and headings said, so that a running header is known again. */
  seen: Set<string>
  wasHeading: boolean
  hasMixedGaps: boolean
  sectionHasBullets: boolean
}

function beginReading(deck: DeckLines, readRegion: RegionReader): Reading {
  const notices = deck.notices.map((text) => ({ kind: 'reader' as const, regionCode: null, line: null, text }))
  const nothing = { regions: [], findings: [], wishes: [], nextSteps: [], recognised: [], notUnderstood: [] }
  const draft: DeckDraft = {
    fileName: deck.fileName,
    title: null,
    author: null,
    place: null,
    date: null,
    language: 'sv',
    ...nothing,
    notices,
  }
  const hasMixedGaps = deck.lines.slice(1).some(({ hasGapBefore }) => !hasGapBefore)
  return {
    draft,
    lines: deck.lines,
    readRegion,
    section: null,
    region: null,
    lost: null,
    seen: new Set(),
    wasHeading: false,
    hasMixedGaps,
    sectionHasBullets: false,
  }
}

function placeLine(reading: Reading, line: DeckLine, index: number): void {
  const hasWords = /\p{L}/u.test(line.text)
  const isHeading = line.isBullet !== true && (placeHeading(reading, line) || (hasWords && placeRunningText(reading, line)))
  const wasHeading = reading.wasHeading
  reading.wasHeading = isHeading
  if (isHeading) return
  if (!hasWords && (line.isBullet !== true || !/\p{N}/u.test(line.text))) return recognise(reading, line, 'decoration')
  if (!wasHeading && isUnknownHeading(reading, line, index)) return loseWay(reading, line, deckReasons.unknownHeading)
  if (line.isBullet === true) reading.sectionHasBullets = true
  placeItem(reading, line)
}

/** Regions, dates, and the headings of sections. */
function placeHeading(reading: Reading, line: DeckLine): boolean {
  const region = reading.readRegion(line.text, { isSure: line.isBullet === false && reading.draft.title !== null })
  if (region) {
    openRegion(reading, line, region)
    return true
  }
  if (placeDate(reading, line)) return true
  const isFirst = reading.draft.title === null && reading.section === null
  const heading = isFirst ? null : readSectionHeading(line.text)
  if (!heading) return false
  openSection(reading, heading)
  recognise(reading, line, reading.seen.has(foldWords(line.text)) ? 'repeated' : 'heading')
  reading.seen.add(foldWords(line.text))
  return true
}

function openRegion(reading: Reading, line: DeckLine, match: RegionMatch): void {
  const { draft } = reading
  const { code, name } = match
  const known = draft.regions.find((region) => region.code === code)
  if (match.isMisspelt) draft.notices.push(misspellingNotice({ code, line: line.line, writtenAs: line.text, name }))
  if (known) {
    if (known !== reading.region) draft.notices.push(twiceNotice({ code, line: line.line, name, firstLine: known.line }))
    recognise(reading, line, 'repeated')
  }
  const region = known ?? { code, writtenAs: line.text, line: line.line, page: line.page, priorities: [] }
  if (!known) draft.regions.push(region)
  Object.assign(reading, { section: 'regions', region, lost: null, sectionHasBullets: false })
}

function openSection(reading: Reading, { section, language }: SectionHeading): void {
  if (language === 'en' && section !== 'regions') reading.draft.language = 'en'
  const isSame = reading.section === section
  Object.assign(reading, {
    section,
    lost: null,
    region: isSame ? reading.region : null,
    sectionHasBullets: isSame && reading.sectionHasBullets,
  })
}

function placeDate(reading: Reading, line: DeckLine): boolean {
  const { draft } = reading
  const found = readPlaceAndDate(line.text)
  if (!found || (draft.date !== null && draft.date !== found.date)) return false
  recognise(reading, line, draft.date === null ? 'placeAndDate' : 'repeated')
  draft.place ??= found.place
  draft.date = found.date
  return true
}

/** Titles, authors and what repeats them at the top or foot of each slide. */
function placeRunningText(reading: Reading, line: DeckLine): boolean {
  const { draft, seen } = reading
  const folded = foldWords(line.text)
  const as = seen.has(folded) ? 'repeated' : roleInPreamble(reading, line.text)
  if (as === null) return false
  if (as === 'title') draft.title = line.text
  if (as === 'author') draft.author = line.text
  seen.add(folded)
  recognise(reading, line, as)
  return true
}

const personName = /^(av |by )?\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}.-]*){1,3}$/u

function roleInPreamble({ section, draft }: Reading, text: string): 'title' | 'author' | null {
  if (section !== null || draft.regions.length > 0) return null
  if (draft.title === null) return 'title'
  return draft.author === null && text.length <= 80 && personName.test(text) ? 'author' : null
}

/** A line that stands like a heading and is none we know: what follows it must not be given to the region above. */
function isUnknownHeading({ section, lines, hasMixedGaps, sectionHasBullets }: Reading, line: DeckLine, index: number): boolean {
  if (section === null || line.isBullet === true) return false
  if (line.isBullet === false) return section === 'regions' || sectionHasBullets || !isSentence(line.text)
  const isAlone = line.hasGapBefore && lines[index + 1]?.hasGapBefore === true
  return section === 'regions' && hasMixedGaps && isAlone
}

const isSentence = (text: string): boolean => text.split(' ').length >= 4 && !text.endsWith(':')

function loseWay(reading: Reading, line: DeckLine, reason: LocalText): void {
  notUnderstood(reading, line, reason)
  reading.lost = deckReasons.underUnknownHeading
}

function placeItem(reading: Reading, line: DeckLine): void {
  const { draft, section, region, lost } = reading
  if (lost) return notUnderstood(reading, line, lost)
  if (section === null) return notUnderstood(reading, line, deckReasons.beforeAnything)
  if (section !== 'regions') return void draft[section].push({ text: line.text, line: line.line, page: line.page })
  if (!region) return notUnderstood(reading, line, deckReasons.noRegion)
  placePriority(reading, line, region)
}

function placePriority(reading: Reading, line: DeckLine, region: DeckRegion): void {
  const { text, page } = line
  if (text.length > 300) return notUnderstood(reading, line, deckReasons.tooLongLabel)
  const double = region.priorities.find(({ verbatimLabel }) => foldWords(verbatimLabel) === foldWords(text))
  if (double) {
    reading.draft.notices.push(doubledNotice({ code: region.code, line: line.line, label: text, firstLine: double.line }))
    return recognise(reading, line, 'repeated')
  }
  region.priorities.push({ verbatimLabel: text, suggestedLabel: null, line: line.line, page })
}

function recognise({ draft }: Reading, { line }: DeckLine, as: RecognisedLine['as']): void {
  draft.recognised.push({ line, as })
}

function notUnderstood({ draft }: Reading, { line, page, text }: DeckLine, reason: LocalText): void {
  draft.notUnderstood.push({ line, page, text, reason })
}

function finish({ draft }: Reading, gazetteer: readonly GazetteerEntry[]): DeckDraft {
  const nameOf = new Map(gazetteer.map(({ code, names }) => [code, names[0] ?? code]))
  const named = new Set(draft.regions.map(({ code }) => code))
  const empty = draft.regions
    .filter(({ priorities }) => priorities.length === 0)
    .map(({ code, line }) => emptyNotice({ code, line, name: nameOf.get(code)! }))
  const absent =
    draft.regions.length === 0
      ? []
      : gazetteer.filter(({ code }) => !named.has(code)).map(({ code }) => absentNotice({ code, name: nameOf.get(code)! }))
  const regions = draft.language === 'sv' ? draft.regions.map(withSuggestions) : draft.regions
  return { ...draft, regions, notices: [...draft.notices, ...empty, ...absent] }
}

const withSuggestions = (region: DeckRegion): DeckRegion => ({
  ...region,
  priorities: region.priorities.map((priority) => ({ ...priority, suggestedLabel: suggestLabel(priority.verbatimLabel) })),
})

const foldWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
