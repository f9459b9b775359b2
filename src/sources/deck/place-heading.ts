import type { DeckLine } from './deck-draft.ts'
import { readImpossibleDate, readPlaceAndDate } from './deck-date.ts'
import { readContentsHeading, readSectionHeading, readSubHeading } from './deck-headings.ts'
import type { SectionHeading } from './deck-headings.ts'
import { foldWords, leaveRegion, notUnderstood, recognise } from './deck-reading.ts'
import type { Reading } from './deck-reading.ts'
import { deckReasons, impossibleDateNotice, misspellingNotice, twiceNotice } from './deck-words.ts'
import { placeInlineAreas } from './place-item.ts'
import type { RegionMatch } from './region-names.ts'

/** Places a line that is a date, a region's heading, a sub-heading, the heading of a section, or a title; false for any other. */
export function placeHeading(reading: Reading, line: DeckLine): boolean {
  const { draft, section } = reading
  const isFirst = draft.title === null && section === null
  if (placeDate(reading, line)) return true
  if (placeRegion(reading, line, isFirst)) return true
  if (placeContentsHeading(reading, line)) return true
  const heading = isFirst ? null : readSectionHeading(line.text)
  if (!heading) return false
  const isRepeated = reading.seen.has(foldWords(line.text))
  openSection(reading, heading, { keepsRegion: isRepeated && !line.isTitle })
  // Words of a heading after a colon would be lost without notice.
  if (!isRepeated && /:\s*\S/.test(line.text)) notUnderstood(reading, line, deckReasons.moreThanHeading)
  else recognise(reading, line, isRepeated ? 'repeated' : 'heading')
  reading.seen.add(foldWords(line.text))
  return true
}

function placeRegion(reading: Reading, line: DeckLine, isFirst: boolean): boolean {
  if (line.page !== null && !line.isTitle && reading.nameListPages.has(line.page)) return false
  const isSure = line.isTitle === true || (line.isBullet === false && reading.draft.title !== null)
  const region = reading.readRegion(line.text, { isSure, mayHaveMore: !isFirst, isTitle: line.isTitle === true })
  if (!region) return false
  openRegion(reading, line, region)
  if (region.list) placeInlineAreas(reading, line, region.list)
  return true
}

/** Begins or goes on with a region's list. */
export function openRegion(reading: Reading, line: DeckLine, match: RegionMatch): void {
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
  leaveRegion(reading, null)
  Object.assign(reading, {
    section: 'regions',
    region,
    sectionHasBullets: false,
    regionHeading: { hasGap: line.hasGapBefore, isNumbered: line.isNumbered === true },
  })
}

function openSection(reading: Reading, { section, language }: SectionHeading, { keepsRegion }: { keepsRegion: boolean }): void {
  if (language === 'en' && section !== 'regions') reading.draft.language = 'en'
  const isSame = reading.section === section
  if (!isSame || !keepsRegion) leaveRegion(reading, null)
  Object.assign(reading, { section, lost: null, sectionHasBullets: isSame && reading.sectionHasBullets })
}

/** "Styrkeområden" between a region and its areas is neither an area nor the end of the region. */
export function placeSubHeading(reading: Reading, line: DeckLine): boolean {
  if (!reading.region || line.isTitle || !readSubHeading(line.text)) return false
  recognise(reading, line, 'subHeading')
  Object.assign(reading, { area: null, areaLevel: null })
  return true
}

function placeContentsHeading(reading: Reading, line: DeckLine): boolean {
  if (!readContentsHeading(line.text)) return false
  recognise(reading, line, 'heading')
  leaveRegion(reading, deckReasons.contents)
  reading.contents = { page: line.page, hasLines: false }
  return true
}

function placeDate(reading: Reading, line: DeckLine): boolean {
  const { draft } = reading
  const found = readPlaceAndDate(line.text)
  if (!found) return placeImpossibleDate(reading, line)
  if (draft.date !== null && draft.date !== found.date) return false
  recognise(reading, line, draft.date === null ? 'placeAndDate' : 'repeated')
  draft.place ??= found.place
  draft.date = found.date
  return true
}

/** Before the first region, what has the form of the deck's date and is no day is a mistake to mend. */
function placeImpossibleDate(reading: Reading, line: DeckLine): boolean {
  if (reading.section !== null || reading.draft.date !== null || !readImpossibleDate(line.text)) return false
  reading.draft.notices.push(impossibleDateNotice({ line: line.line, text: line.text }))
  notUnderstood(reading, line, deckReasons.impossibleDate)
  return true
}

/** Titles, authors and what repeats them at the top or foot of each slide. */
export function placeRunningText(reading: Reading, line: DeckLine): boolean {
  const { draft, seen } = reading
  const folded = foldWords(line.text)
  const as = seen.has(folded) ? 'repeated' : roleInPreamble(reading, line)
  if (as === null) return false
  if (as === 'title') Object.assign(reading, { titlePage: line.page })
  if (as === 'title') draft.title = line.text
  if (as === 'author') draft.author = line.text
  if (as === 'repeated' && line.isTitle) leaveRegion(reading, null)
  seen.add(folded)
  recognise(reading, line, as)
  return true
}

const personName = /^(av |by )?\p{Lu}[\p{L}-]+( \p{Lu}[\p{L}.-]*){1,3}$/u

function roleInPreamble({ section, draft, titlePage }: Reading, { text, page }: DeckLine): 'title' | 'author' | null {
  if (section !== null || draft.regions.length > 0) return null
  if (draft.title === null) return 'title'
  const isOnCover = page === titlePage
  return isOnCover && draft.author === null && text.length <= 80 && personName.test(text) ? 'author' : null
}
