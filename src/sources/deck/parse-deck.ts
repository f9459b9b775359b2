import type { DeckDraft, DeckLine, DeckLines, GazetteerEntry } from './deck-draft.ts'
import { isContentsLine } from './deck-headings.ts'
import { beginReading, loseWay, notUnderstood, recognise } from './deck-reading.ts'
import type { Reading } from './deck-reading.ts'
import { deckReasons } from './deck-words.ts'
import { finishDraft } from './finish-draft.ts'
import { placeByChoice } from './place-by-choice.ts'
import { placeHeading, placeRunningText, placeSubHeading } from './place-heading.ts'
import { placeItem } from './place-item.ts'
import { placeTable } from './place-table.ts'

/** Makes a draft of the lines of a deck. Never throws: each line ends up in exactly one place, at worst in `notUnderstood`. */
export function parseDeck(deck: DeckLines, gazetteer: readonly GazetteerEntry[]): DeckDraft {
  const reading = beginReading(deck, gazetteer)
  for (let index = 0; index < deck.lines.length;) {
    const table = tableFrom(deck.lines, index)
    enterPage(reading, deck.lines[index]!)
    if (table.length === 0 || !placeTable(reading, table)) placeLine(reading, deck.lines[index++]!, index - 1)
    else index += table.length
  }
  const draft = finishDraft(reading, gazetteer)
  return deck.lines.some(({ apart }) => apart?.as === 'ours') ? { ...draft, isOurs: true } : draft
}

/** The lines of one table, from its first; none where somebody has corrected a line of it. */
function tableFrom(lines: readonly DeckLine[], start: number): DeckLine[] {
  const { cell, page } = lines[start]!
  const previous = lines[start - 1]
  const isSame = (line: DeckLine | undefined): boolean =>
    cell !== undefined && line?.cell?.table === cell.table && line.page === page
  if (!cell || isSame(previous)) return []
  const end = lines.findIndex((line, index) => index > start && !isSame(line))
  const table = lines.slice(start, end < 0 ? lines.length : end)
  return table.some(({ choice, apart }) => choice || apart) ? [] : table
}

function enterPage(reading: Reading, { page }: DeckLine): void {
  if (page === reading.page) return
  Object.assign(reading, { page, areaLevel: null })
  if (reading.contents && reading.contents.page !== page) reading.contents = null
}

function placeLine(reading: Reading, line: DeckLine, index: number): void {
  if (line.choice) return placeByChoice(reading, line, line.choice)
  if (line.apart) return recognise(reading, line, line.apart.as, line.apart.reason)
  if (isContents(reading, line)) return notUnderstood(reading, line, deckReasons.contents)
  const hasWords = /\p{L}/u.test(line.text)
  const isHeading =
    placeSubHeading(reading, line) ||
    (line.isBullet !== true && (placeHeading(reading, line) || (hasWords && placeRunningText(reading, line))))
  const wasHeading = reading.wasHeading
  reading.wasHeading = isHeading
  if (isHeading) return
  if (!hasWords && (line.isBullet !== true || !/\p{N}/u.test(line.text))) return recognise(reading, line, 'decoration')
  placeBody(reading, line, { index, wasHeading })
}

/** Whether the line is in a list of contents, which ends with its page, or with the next empty line. */
function isContents(reading: Reading, line: DeckLine): boolean {
  const { contents } = reading
  if (isContentsLine(line.text)) return true
  if (!contents) return false
  if (line.page === null && line.hasGapBefore && contents.hasLines) {
    reading.contents = null
    return false
  }
  contents.hasLines = true
  return true
}

function placeBody(reading: Reading, line: DeckLine, { index, wasHeading }: { index: number; wasHeading: boolean }): void {
  const next = reading.lines[index + 1]
  if (line.isTitle || (!wasHeading && isUnknownHeading(reading, line, next)))
    return loseWay(reading, line, deckReasons.unknownHeading, deckReasons.underUnknownHeading)
  if (reading.region && line.isBullet === false && isBetween(reading, line, { next, wasHeading })) {
    if (isSentence(line.text) || !wasHeading) return notUnderstood(reading, line, deckReasons.oddLine)
    Object.assign(reading, { area: null, areaLevel: null })
    return recognise(reading, line, 'subHeading')
  }
  if (line.isBullet === true) reading.sectionHasBullets = true
  placeItem(reading, line)
}

/** A line in the place of a heading that is no known heading: what follows it must not be given to the region above. */
function isUnknownHeading(reading: Reading, line: DeckLine, next: DeckLine | undefined): boolean {
  const { section, hasMixedGaps, sectionHasBullets, regionHeading } = reading
  if (section === null || line.isBullet === true) return false
  if (line.isBullet === false) {
    if (section !== 'regions') return sectionHasBullets || !isSentence(line.text)
    return !isOdd(reading, line)
  }
  if (line.isNumbered && reading.region) return regionHeading.isNumbered && next?.isBullet === true
  const isAlone = line.hasGapBefore && next?.hasGapBefore === true
  return section === 'regions' && hasMixedGaps && isAlone
}

/** An unmarked line among a region's items that is not set as its headings are; it must not cost the region the rest of its list. */
function isOdd({ region, regionHeading }: Reading, line: DeckLine): boolean {
  if (!region) return false
  if (/[.!?]$/.test(line.text) && isSentence(line.text)) return true
  return line.page === null && regionHeading.hasGap && !line.hasGapBefore
}

/** Whether an unmarked line is no item itself: others follow it, or it is odd among them. */
function isBetween(
  reading: Reading,
  line: DeckLine,
  { next, wasHeading }: { next: DeckLine | undefined; wasHeading: boolean },
): boolean {
  return wasHeading ? next?.isBullet === true : isOdd(reading, line)
}

const isSentence = (text: string): boolean => text.split(' ').length >= 4 && !text.endsWith(':')
