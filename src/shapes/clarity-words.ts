import type { LocalText } from '../records/shared-fields.ts'

/** How clearly words speak for a code, in words: a share of one is a measure of the program's own, which readers cannot judge. */
export function clarityWords(confidence: number): LocalText {
  if (confidence >= 0.9) return { sv: 'orden är mycket tydliga', en: 'the words are very clear' }
  if (confidence >= 0.7) return { sv: 'orden är tydliga', en: 'the words are clear' }
  return { sv: 'orden är inte så tydliga', en: 'the words are not very clear' }
}
