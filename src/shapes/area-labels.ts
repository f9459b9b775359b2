import type { Language } from '../records/language.ts'
import type { PriorityArea } from '../records/priority-area.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { PriorityShape } from './shapes.ts'

type Labelled = Pick<PriorityShape, 'displayLabel' | 'language' | 'translatedLabel'>

/** What to print for an area in the reader's language: the owner's words first, our translation beside them. */
export function labelsOf(priority: Labelled, lang: Language) {
  const gloss = priority.language === lang ? null : priority.translatedLabel
  return { label: priority.displayLabel, labelLang: priority.language === lang ? undefined : priority.language, gloss }
}

/** What to print where the owner's own words are promised: the label as in the source, our translation beside it. */
export function ownWordsOf(priority: Labelled & Pick<PriorityShape, 'verbatimLabel'>, lang: Language) {
  return { ...labelsOf(priority, lang), label: priority.verbatimLabel }
}

/** An area's label in both languages: the owner's own, and our translation where there is one. */
export function bothLabelsOf({
  displayLabel,
  translatedLabel,
  language,
}: Pick<PriorityArea, 'displayLabel' | 'language' | 'translatedLabel'>): LocalText {
  const other = translatedLabel ?? displayLabel
  return language === 'sv' ? { sv: displayLabel, en: other } : { sv: other, en: displayLabel }
}
