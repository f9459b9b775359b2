import type { PriorityShape } from './shapes.ts'
import type { Language } from '../records/language.ts'

/** What to print for an area in the reader's language: the owner's words first, our translation beside them. */
export function labelsOf(priority: Pick<PriorityShape, 'displayLabel' | 'language' | 'translatedLabel'>, lang: Language) {
  const gloss = priority.language === lang ? null : priority.translatedLabel
  return { label: priority.displayLabel, labelLang: priority.language === lang ? undefined : priority.language, gloss }
}
