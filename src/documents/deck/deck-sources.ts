import { withoutControls } from './safe-text.ts'
import type { Language } from '../../records/language.ts'
import type { EditionShape, SourceShape } from '../../shapes/shapes.ts'
import type { DeckContent } from './deck-content.ts'
import { deckText } from './deck-text.ts'

/** "Regional utvecklingsstrategi, 2022": a source with its date as far as it is known. */
export function sourceName({ title, date, datePrecision }: SourceShape, lang: Language): string {
  const text = deckText[lang]
  const known = !date || datePrecision === 'unknown' ? text.undated : date.slice(0, { year: 4, month: 7, day: 10 }[datePrecision])
  return withoutControls(text.sourceOf(title[lang], known))
}

/** Sources with their addresses, for notes. */
export const sourceLine = (source: SourceShape, lang: Language): string =>
  source.url ? `${sourceName(source, lang)}. ${source.url}` : sourceName(source, lang)

/** The notes of a slide that rests on all lists. */
export const sourceLines = ({ sources }: DeckContent, lang: Language): string[] => [
  `${deckText[lang].notes}:`,
  ...sources.map((source) => sourceLine(source, lang)),
]

/** The distinct sources of one list. */
export function sourcesOfEdition({ strategy, priorities }: EditionShape): SourceShape[] {
  const all = [strategy.citation, ...priorities.map(({ citation }) => citation)].flatMap((citation) => citation?.source ?? [])
  return [...new Map(all.map((source) => [source.id, source])).values()]
}
