import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'
import type { Language } from '../records/language.ts'

const common: Record<Language, ReadonlySet<string>> = {
  sv: new Set(
    'och i att det som en på är av för med till den har de inte om ett men var vi jag man sig så från kan vid eller utan åt oss samt hos vad hur när där'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and to in is for on with as at by from that this are be or an we our their which who how what where into based through'.split(
      ' ',
    ),
  ),
}

/** The language a text seems to be in, told by å, ä, ö and its small words; `otherwise` when nothing tells. */
export const guessLanguage = (text: string, otherwise: Language): Language => languageOf(tokensOf(text), otherwise)

/** The same of a text's words. */
export function languageOf(tokens: readonly Token[], otherwise: Language): Language {
  let swedish = 0
  let english = 0
  for (const { word } of tokens) {
    if (common.sv.has(word) ? !common.en.has(word) : /[åäö]/.test(word)) swedish++
    else if (common.en.has(word) && !common.sv.has(word)) english++
  }
  return swedish === english ? otherwise : swedish > english ? 'sv' : 'en'
}
