import { stemmer as englishStemmer } from '@orama/stemmers/english'
import { swedishStem } from './swedish-stem.ts'

export type TextLang = 'sv' | 'en'

const cache = { sv: new Map<string, string>(), en: new Map<string, string>() }
const largestCache = 50_000

/** The stem of a lower-case word: "näringar", "näringen" and "närings" all give "näring". Words with digits and short words are kept. */
export function stemOf(word: string, lang: TextLang): string {
  const known = cache[lang].get(word)
  if (known !== undefined) return known
  if (cache[lang].size >= largestCache) cache[lang].clear()
  const stem = /\d/.test(word) || word.length < 4 ? word : makers[lang](word)
  cache[lang].set(word, stem)
  return stem
}

const makers = { sv: swedishStem, en: (word: string) => englishStemmer(word) }
