import { stemmer as englishStemmer } from '@orama/stemmers/english'
import { makeMemory } from './memory.ts'
import { swedishStem } from './swedish-stem.ts'
import type { Language } from '../records/language.ts'

const remembered = 50_000
const stems = { sv: makeMemory<string>(remembered), en: makeMemory<string>(remembered) }

/**
 * The stem of a lower-case word: "näringar", "näringen" and "närings" all give "näring". Short words and words with
 * digits are returned unchanged.
 */
export function stemOf(word: string, lang: Language): string {
  const known = stems[lang].get(word)
  if (known !== undefined) return known
  const stem = /\d/.test(word) || word.length < 4 ? word : makers[lang](word)
  stems[lang].set(word, stem)
  return stem
}

const makers = { sv: swedishStem, en: (word: string) => englishStemmer(word) }
