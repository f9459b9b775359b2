import { stemmer as englishStemmer } from '@orama/stemmers/english'
import { stemmer as swedishStemmer } from '@orama/stemmers/swedish'

export type TextLang = 'sv' | 'en'

const stemmers = { sv: swedishStemmer, en: englishStemmer }
const cache = { sv: new Map<string, string>(), en: new Map<string, string>() }
const largestCache = 50_000

/**
 * The Snowball stem of a lower-case word. Swedish plurals and definites that Snowball leaves apart are brought
 * together: "näringar", "näringen", "närings" all give "näring".
 */
export function stemOf(word: string, lang: TextLang): string {
  const known = cache[lang].get(word)
  if (known !== undefined) return known
  if (cache[lang].size >= largestCache) cache[lang].clear()
  const stem = /\d/.test(word) || word.length < 4 ? word : stemmers[lang](lang === 'sv' ? withoutForeignEnding(word) : word)
  cache[lang].set(word, stem)
  return stem
}

/** Snowball misses the forms of loan words in -i ("industrin", "strategier") and in -alisera ("digitalisering", "digitaliserad"). */
const withoutForeignEnding = (word: string): string =>
  word.replace(/([rgm]i)(n|ns|er|ers|erna|ernas)$/, '$1').replace(/(al)iser\p{L}*$/u, '$1')
