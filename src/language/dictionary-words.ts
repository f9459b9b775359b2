import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, dirname } from 'node:path'
import { makeStem, stemOf } from './stems.ts'
import { beginningsOfStem } from './swedish-stem.ts'
import type { Language } from '../records/language.ts'

const packages: Record<Language, string> = { sv: 'dictionary-sv', en: 'dictionary-en' }
const languages = ['sv', 'en'] as const
const shortestStem = 3
const linesAStep = 1000
/** Words are found by this many first letters. */
const firstLetters = 3

/**
 * A spelling dictionary as text. Most words are never asked for, and Swedish has some 150 000, so only words that begin like
 * one that was asked for are read and stemmed.
 */
interface Dictionary {
  lang: Language
  /** The lines whose letters are all in Latin-1, of one byte a letter in memory. */
  text: string
  /** The few other words, and their stems. */
  others: ReadonlySet<string>
  /** The stretches of the text that have the words with the same first letters, as starts and ends by turns. */
  stretches: ReadonlyMap<string, readonly number[]>
  /** By first letters, the words that have been read so far, and their stems. */
  read: Map<string, ReadonlySet<string>>
}

const opening: Partial<Record<Language, Generator<void, Dictionary, void>>> = {}
const opened: Partial<Record<Language, Dictionary>> = {}

function dictionaryOf(lang: Language): Dictionary {
  while (!opened[lang]) openOn(lang)
  return opened[lang]
}

/** Opens both dictionaries as work that can be interrupted, so that nobody has to wait for them later. */
export function* readDictionaries(): Generator<void, void, void> {
  for (const lang of languages)
    while (!opened[lang]) {
      openOn(lang)
      yield
    }
}

/** Takes the opening of a dictionary one step further; all who ask share it. One that has failed is begun again. */
function openOn(lang: Language): void {
  try {
    ;(opening[lang] ??= openDictionary(lang)).next()
  } catch (error) {
    delete opening[lang]
    throw error
  }
}

function* openDictionary(lang: Language): Generator<void, Dictionary, void> {
  const entry = createRequire(import.meta.url).resolve(packages[lang])
  const written = readFileSync(join(dirname(entry), 'index.dic'), 'utf8')
  yield
  const others = new Set<string>()
  // One letter outside Latin-1 makes a text take two bytes for each of its letters.
  const plain = written.replaceAll(/^.*[\u0100-\uffff].*$/gm, (line) => {
    addWord(others, wordAt(line, 0), lang)
    return ''
  })
  const text = Buffer.from(plain, 'latin1').toString('latin1')
  yield
  const stretches = new Map<string, number[]>()
  let [letters, from] = ['', 0]
  const endStretch = (end: number) => {
    const ofLetters = stretches.get(letters)
    if (ofLetters) ofLetters.push(from, end)
    else stretches.set(letters, [from, end])
  }
  let count = 0
  for (let at = 0; at < text.length; at = endOfLine(text, at) + 1) {
    if (++count % linesAStep === 0) yield
    // Comparing in place makes no string where the line before began in the same way, as it mostly did.
    if (letters.length === firstLetters && text.startsWith(letters, at)) continue
    endStretch(at)
    letters = wordAt(text, at).slice(0, firstLetters)
    from = at
  }
  endStretch(text.length)
  return (opened[lang] = { lang, text, others, stretches, read: new Map() })
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

/** The word of the line that begins at an index; what follows a slash tells how the word is inflected. */
const wordAt = (text: string, at: number): string => text.slice(at, endOfLine(text, at)).split('/', 1)[0]!.trim()

/** The words that begin with these letters, and the stems of those words. */
function wordsOf({ lang, text, stretches, read }: Dictionary, letters: string): ReadonlySet<string> {
  const known = read.get(letters)
  if (known) return known
  const words = new Set<string>()
  const ofLetters = stretches.get(letters) ?? []
  for (let stretch = 0; stretch < ofLetters.length; stretch += 2)
    for (let at = ofLetters[stretch]!; at < ofLetters[stretch + 1]!; at = endOfLine(text, at) + 1) {
      addWord(words, wordAt(text, at), lang)
    }
  read.set(letters, words)
  return words
}

/** Adds a word and its stem. Names and abbreviations are left out, because a writer of "Boll" may well have misspelt something else. */
function addWord(words: Set<string>, word: string, lang: Language): void {
  if (!/^\p{Ll}+$/u.test(word)) return
  words.add(word)
  const stem = makeStem(word, lang)
  if (stem.length >= shortestStem) words.add(stem)
}

/** Whether a word or stem is in a dictionary, looked up by all that the words with that stem may begin with. */
function isIn(dictionary: Dictionary, word: string): boolean {
  if (dictionary.others.has(word)) return true
  const beginnings = new Set(beginningsOf[dictionary.lang](word).map((beginning) => beginning.slice(0, firstLetters)))
  return [...beginnings].some((letters) => wordsOf(dictionary, letters).has(word))
}

const beginningsOf: Record<Language, (stem: string) => string[]> = {
  sv: beginningsOfStem,
  // The stemmer writes a final y as i: "say" gives "sai".
  en: (stem) => [stem, stem.replace(/i$/, 'y')],
}

/**
 * Whether a spelling dictionary of Swedish or English has the word, in any form, so that it is not treated as a
 * misspelling.
 * @param word in lower case
 */
export const isDictionaryWord = (word: string): boolean =>
  languages.some((lang) => {
    const dictionary = dictionaryOf(lang)
    return isIn(dictionary, word) || isIn(dictionary, stemOf(word, lang))
  })
