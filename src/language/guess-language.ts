import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'
import { languageMarkers } from './word-lists.ts'
import type { Language } from '../records/language.ts'

/** The language of a text, judged by å, ä, ö and by function words; `otherwise` when they do not decide. */
export const guessLanguage = (text: string, otherwise: Language): Language => languageOf(tokensOf(text), otherwise)

/** Like `guessLanguage`, for a text that is already split into words. */
export function languageOf(tokens: readonly Token[], otherwise: Language): Language {
  let swedish = 0
  let english = 0
  for (const { word } of tokens) {
    if (languageMarkers.sv.has(word) ? !languageMarkers.en.has(word) : /[åäö]/.test(word)) swedish++
    else if (languageMarkers.en.has(word) && !languageMarkers.sv.has(word)) english++
  }
  return swedish === english ? otherwise : swedish > english ? 'sv' : 'en'
}
