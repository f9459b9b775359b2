import type { DeckDraft, DeckLines, RecognisedLine } from './deck-draft.ts'
import type { LocalText } from '../../records/shared-fields.ts'

/** What a line of a deck was taken for. */
export type TakenFor =
  | RecognisedLine['as']
  | 'region'
  | 'area'
  | 'subItem'
  | 'description'
  | 'finding'
  | 'wish'
  | 'nextStep'
  | 'notPlaced'

export interface ExplainedLine {
  line: number
  text: string
  takenFor: TakenFor
  /** The region it is, or that it belongs to. */
  regionCode: string | null
  /** Why it was not placed, or is no part of the deck's content. */
  reason: LocalText | null
  /** Areas that came out of the line of their region, and explanations that came out of the line of their area. */
  also: { takenFor: 'area' | 'description'; text: string }[]
}

/** A slide or page with what its lines were taken for; one alone where the document has none. */
export interface ExplainedSlide {
  page: number | null
  lines: ExplainedLine[]
}

/** What each line of a deck was taken for, slide by slide, in the order of the deck. */
export function explainDeck(deck: DeckLines, draft: DeckDraft): ExplainedSlide[] {
  const places = placesIn(draft)
  const slides: ExplainedSlide[] = []
  for (const { line, text, page } of deck.lines) {
    const place = places.get(line) ?? unplaced
    if (slides.at(-1)?.page !== page || slides.length === 0) slides.push({ page, lines: [] })
    const { label, ...rest } = place
    slides.at(-1)!.lines.push({ line, text: label ?? text, ...rest })
  }
  return slides
}

/** `label`: the part of the line that is the area's name, where a line break parts it from what explains it. */
type Place = Omit<ExplainedLine, 'line' | 'text'> & { label?: string }

const unplaced: Place = { takenFor: 'notPlaced', regionCode: null, reason: null, also: [] }

function placesIn(draft: DeckDraft): Map<number, Place> {
  const places = new Map<number, Place>()
  const put = (line: number, place: Partial<Place> & Pick<Place, 'takenFor'>): void => {
    places.set(line, { ...unplaced, ...place, also: [] })
  }
  for (const { line, as, reason } of draft.recognised) put(line, { takenFor: as, reason: reason ?? null })
  for (const { line, reason } of draft.notUnderstood) put(line, { takenFor: 'notPlaced', reason })
  for (const { line } of draft.findings) put(line, { takenFor: 'finding' })
  for (const { line } of draft.wishes) put(line, { takenFor: 'wish' })
  for (const { line } of draft.nextSteps) put(line, { takenFor: 'nextStep' })
  for (const region of draft.regions) put(region.line, { takenFor: 'region', regionCode: region.code })
  for (const region of draft.regions) putAreas(places, put, region)
  return places
}

function putAreas(
  places: Map<number, Place>,
  put: (line: number, place: Partial<Place> & Pick<Place, 'takenFor'>) => void,
  { code, priorities }: DeckDraft['regions'][number],
): void {
  for (const { verbatimLabel, line, details = [] } of priorities) {
    const shared = places.get(line)
    if (shared) shared.also.push({ takenFor: 'area', text: verbatimLabel })
    else put(line, { takenFor: 'area', regionCode: code, label: verbatimLabel })
    for (const detail of details) {
      const above = places.get(detail.line)
      if (above) above.also.push({ takenFor: 'description', text: detail.text })
      else put(detail.line, { takenFor: detail.kind, regionCode: code })
    }
  }
}
