import { stemmer as englishStemmer } from '@orama/stemmers/english'
import { stemmer as swedishStemmer } from '@orama/stemmers/swedish'

export type TextLang = 'sv' | 'en'

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
  const stem = /\d/.test(word) || word.length < 4 ? word : makers[lang](word)
  cache[lang].set(word, stem)
  return stem
}

const makers = {
  sv: (word: string) => {
    const stem = swedishStemmer(withoutForeignEnding(word))
    return changedVowels.get(stem) ?? stem
  },
  en: (word: string) => englishStemmer(word),
}

/** Plurals that change their vowel, by stem: "städer" and "stad" are one word. */
const changedVowels = new Map([
  ['städ', 'stad'],
  ['länd', 'land'],
  ['stränd', 'strand'],
  ['böck', 'bok'],
  ['böcker', 'bok'],
  ['bönd', 'bond'],
  ['rött', 'rot'],
  ['händ', 'hand'],
])

/** Snowball misses the forms of loan words in -i ("industrin", "strategier") and in -alisera ("digitalisering", "digitaliserad"). */
const withoutForeignEnding = (word: string): string =>
  word.replace(/([rgm]i)(n|ns|er|ers|erna|ernas)$/, '$1').replace(/(al)iser\p{L}*$/u, '$1')
