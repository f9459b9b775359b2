import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'
import { languageMarkers } from './word-lists.ts'
import type { Language } from '../records/language.ts'

/** The language a text seems to be in, shown by å, ä, ö and by its function words; `otherwise` when nothing shows it. */
export const guessLanguage = (text: string, otherwise: Language): Language => languageOf(tokensOf(text), otherwise)

/** The same of a text's words. */
export function languageOf(tokens: readonly Token[], otherwise: Language): Language {
  let swedish = 0
  let english = 0
  for (const { word } of tokens) {
    if (languageMarkers.sv.has(word) ? !languageMarkers.en.has(word) : /[åäö]/.test(word)) swedish++
    else if (languageMarkers.en.has(word) && !languageMarkers.sv.has(word)) english++
  }
  return swedish === english ? otherwise : swedish > english ? 'sv' : 'en'
}
