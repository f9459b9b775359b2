import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, dirname } from 'node:path'
import { stemOf } from './stems.ts'
import type { Language } from '../records/language.ts'

const packages: Record<Language, string> = { sv: 'dictionary-sv', en: 'dictionary-en' }
const shortestStem = 3
const linesAStep = 500

type Words = ReadonlySet<string>
const reading: Partial<Record<Language, Generator<void, Words, void>>> = {}
const made: Partial<Record<Language, Words>> = {}

/** The words of a spelling dictionary and their stems; loaded at the first call, because Swedish has some 150 000 words. */
function dictionaryOf(lang: Language): Words {
  while (!made[lang]) readOn(lang)
  return made[lang]
}

/** Reads both dictionaries as work that can be interrupted, so that nobody has to wait for them later. */
export function* readDictionaries(): Generator<void, void, void> {
  for (const lang of ['sv', 'en'] as const)
    while (!made[lang]) {
      readOn(lang)
      yield
    }
}

/** Takes the reading of a dictionary one step further; all who ask share it. One that has failed is begun again. */
function readOn(lang: Language): void {
  try {
    ;(reading[lang] ??= makeWords(lang)).next()
  } catch (error) {
    delete reading[lang]
    throw error
  }
}

function* makeWords(lang: Language): Generator<void, Words, void> {
  const entry = createRequire(import.meta.url).resolve(packages[lang])
  const words = new Set<string>()
  let count = 0
  for (const line of readFileSync(join(dirname(entry), 'index.dic'), 'utf8').split('\n')) {
    if (++count % linesAStep === 0) yield
    const word = line.split('/', 1)[0]!.trim()
    // Names and abbreviations are skipped, because a writer of "Boll" may well have misspelt something else.
    if (!/^\p{Ll}+$/u.test(word)) continue
    words.add(word)
    const stem = stemOf(word, lang)
    if (stem.length >= shortestStem) words.add(stem)
  }
  return (made[lang] = words)
}

/**
 * Whether a spelling dictionary of Swedish or English has the word, in any form, so that it is not treated as a
 * misspelling.
 * @param word in lower case
 */
export const isDictionaryWord = (word: string): boolean =>
  (['sv', 'en'] as const).some((lang) => {
    const words = dictionaryOf(lang)
    return words.has(word) || words.has(stemOf(word, lang))
  })
