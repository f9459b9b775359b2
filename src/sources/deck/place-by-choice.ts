import type { DeckLine, LineChoice } from './deck-draft.ts'
import { leaveRegion, notUnderstood, recognise } from './deck-reading.ts'
import type { Reading } from './deck-reading.ts'
import { deckReasons } from './deck-words.ts'
import { openRegion } from './place-heading.ts'
import { addDetail, placeArea, placeStatement } from './place-item.ts'

/** Places a line as a person has decided. */
export function placeByChoice(reading: Reading, line: DeckLine, choice: LineChoice): void {
  reading.wasHeading = false
  if (choice.startsWith('region:')) return placeAsRegion(reading, line, choice.slice('region:'.length))
  byChoice[choice as PlainChoice](reading, line)
}

type PlainChoice = Exclude<LineChoice, `region:${string}`>

const byChoice: Record<PlainChoice, (reading: Reading, line: DeckLine) => void> = {
  area(reading, line) {
    if (reading.region) placeArea(reading, line, reading.region)
    else notUnderstood(reading, line, deckReasons.noRegion)
    reading.areaLevel ??= line.level ?? 0
  },
  subItem(reading, line) {
    if (reading.area) addDetail(reading, line, 'subItem')
    else notUnderstood(reading, line, deckReasons.noAreaAbove)
  },
  subHeading(reading, line) {
    recognise(reading, line, 'subHeading')
    Object.assign(reading, { area: null, areaLevel: null })
  },
  heading(reading, line) {
    recognise(reading, line, 'heading')
    leaveRegion(reading, null)
    reading.section = 'regions'
  },
  leftOut: (reading, line) => notUnderstood(reading, line, deckReasons.leftOut),
  finding: (reading, line) => placeStatement(reading, line, 'findings'),
  wish: (reading, line) => placeStatement(reading, line, 'wishes'),
  nextStep: (reading, line) => placeStatement(reading, line, 'nextSteps'),
}

function placeAsRegion(reading: Reading, line: DeckLine, code: string): void {
  const name = reading.nameOf(code)
  if (name === null) return notUnderstood(reading, line, deckReasons.noRegion)
  openRegion(reading, line, { code, name, isMisspelt: false })
  reading.wasHeading = true
}
