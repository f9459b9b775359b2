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
  const stem = makeStem(word, lang)
  stems[lang].set(word, stem)
  return stem
}

/** The same without remembering it, for many words that are seldom asked for. */
export const makeStem = (word: string, lang: Language): string => (/\d/.test(word) || word.length < 4 ? word : makers[lang](word))

const makers = { sv: swedishStem, en: (word: string) => englishStemmer(word) }
