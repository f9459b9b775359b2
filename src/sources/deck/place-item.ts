import type { DeckDetail, DeckLine, DeckRegion } from './deck-draft.ts'
import { deckLimits } from './deck-limits.ts'
import { foldWords, notUnderstood, recognise } from './deck-reading.ts'
import type { Reading } from './deck-reading.ts'
import { deckReasons, doubledNotice } from './deck-words.ts'
import { readInlineList } from './region-names.ts'

/** Places a line that is an item of the list or the section it is in. */
export function placeItem(reading: Reading, line: DeckLine): void {
  const { section, region, lost } = reading
  if (lost) return notUnderstood(reading, line, lost)
  if (section === null) return notUnderstood(reading, line, deckReasons.beforeAnything)
  if (section !== 'regions') return placeStatement(reading, line, section)
  if (!region) return notUnderstood(reading, line, deckReasons.noRegion)
  placeUnderRegion(reading, line, region)
}

/** A line of what was heard, wished for, or comes next. */
export function placeStatement(reading: Reading, line: DeckLine, list: 'findings' | 'wishes' | 'nextSteps'): void {
  const statements = reading.draft[list]
  if (statements.length >= deckLimits.statements) return notUnderstood(reading, line, deckReasons.tooManyStatements)
  statements.push({ text: line.text, line: line.line, page: line.page })
}

/** The first line of a region's list sets the level of its areas; what is deeper belongs to the area above. */
function placeUnderRegion(reading: Reading, line: DeckLine, region: DeckRegion): void {
  const level = line.level ?? 0
  if (reading.areaLevel === null || level < reading.areaLevel) reading.areaLevel = level
  if (level > reading.areaLevel && reading.area) addDetail(reading, line, 'subItem')
  else placeArea(reading, line, region)
}

/** Puts a line under the area above it. */
export function addDetail(reading: Reading, { text, line, page }: DeckLine, kind: DeckDetail['kind']): void {
  const { area } = reading
  if (area) area.details = [...(area.details ?? []), { kind, text, line, page }]
}

/** Adds a line to a region's list, with what explains it after a line break. */
export function placeArea(reading: Reading, line: DeckLine, region: DeckRegion): void {
  const label = line.parts?.label ?? line.text
  const isPlaced = placeLabel(reading, line, { label, region })
  if (isPlaced === 'refused' || !line.parts) return
  addDetail(reading, { ...line, text: line.parts.explanation }, 'description')
}

/** Areas on the line of their region, which is the line's one place. */
export function placeInlineAreas(reading: Reading, line: DeckLine, list: string): void {
  const region = reading.region!
  const labels = readInlineList(list).filter(({ length }) => length <= mostLetters)
  for (const label of labels.slice(0, deckLimits.areasOfRegion)) {
    const isDouble = region.priorities.some(({ verbatimLabel }) => foldWords(verbatimLabel) === foldWords(label))
    if (!isDouble && region.priorities.length < deckLimits.areasOfRegion)
      region.priorities.push({ verbatimLabel: label, suggestedLabel: null, line: line.line, page: line.page })
  }
}

const mostLetters = 300

function placeLabel(
  reading: Reading,
  line: DeckLine,
  { label, region }: { label: string; region: DeckRegion },
): 'placed' | 'double' | 'refused' {
  const reason =
    label.length > mostLetters
      ? deckReasons.tooLongLabel
      : region.priorities.length >= deckLimits.areasOfRegion
        ? deckReasons.tooManyAreas
        : null
  if (reason) {
    notUnderstood(reading, line, reason)
    return 'refused'
  }
  const double = region.priorities.find(({ verbatimLabel }) => foldWords(verbatimLabel) === foldWords(label))
  if (double) {
    reading.draft.notices.push(doubledNotice({ code: region.code, line: line.line, label, firstLine: double.line }))
    recognise(reading, line, 'repeated')
    reading.area = double
    return 'double'
  }
  reading.area = { verbatimLabel: label, suggestedLabel: null, line: line.line, page: line.page }
  region.priorities.push(reading.area)
  return 'placed'
}
