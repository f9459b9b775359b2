import { foldMarks } from '../language/folding.ts'
import { stemOf } from '../language/stems.ts'
import { isSubjectless } from '../language/subject-words.ts'
import { wordsWithin } from '../language/tokens.ts'
import type { Token } from '../language/tokens.ts'
import { compoundPartsOf, isLookalike, wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Language } from '../records/language.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { SearchDocument } from './search-document.ts'

const fieldWeights = { title: 1, titleEn: 0.8, text: 0.45, description: 0.45 }
const joinedShare = 0.9

/** The index keys of one document. */
export interface DocumentKeys {
  /** The number of every key, each once; `KeyReader.nameOf` gives the key. */
  numbers: readonly number[]
  /** At the same index, the highest weight among the fields that contain the key. */
  weights: readonly number[]
  /** The distinct words of the document. */
  words: ReadonlySet<string>
}

/** A text of a document, and the languages that it may be in. */
export interface DocumentText {
  field: 'title' | 'titleEn' | 'text' | 'description'
  text: string
  languages: readonly Language[]
}

const both: readonly Language[] = ['sv', 'en']

/** The texts of a document, its names first. A form is looked for only in its own language: "have" is no form of "hav". */
export function textsOf({ title, titleEn, text, description }: SearchDocument): DocumentText[] {
  // A description is the Swedish text, a semicolon, and the English one.
  const [sv = '', ...en] = (description ?? '').split(' ; ')
  const texts: DocumentText[] = [
    { field: 'title', text: title, languages: both },
    { field: 'titleEn', text: titleEn ?? '', languages: ['en'] },
    { field: 'text', text, languages: both },
    { field: 'description', text: sv, languages: ['sv'] },
    { field: 'description', text: en.join(' ; '), languages: ['en'] },
  ]
  return texts.filter((one) => one.text !== '')
}

/** Whether a word of a text in these languages is read as a form by the rules of a language: by its own, or where they leave it whole. */
export const isFormIn = (word: string, lang: Language, languages: readonly Language[]): boolean =>
  languages.includes(lang) || stemOf(word, lang) === word

/** A key's number, and its weight in the field that contains it. */
interface NumberedKey {
  number: number
  share: number
}

/**
 * Reads the keys of documents. Documents share most of their words, so what a word gives is found once, and keys are numbers, which
 * are counted several times quicker than texts.
 */
export class KeyReader {
  readonly #thesaurus: Thesaurus
  readonly #names: string[] = []
  readonly #numbers = new Map<string, number>()
  /** By languages and word; null for a word that is dropped. */
  readonly #words = new Map<string, Map<string, readonly NumberedKey[] | null>>()
  /** By the list of themes and the list of concepts, which documents with the same subjects share. */
  readonly #subjects = new Map<readonly string[], Map<readonly string[], readonly NumberedKey[]>>()
  /** By number, the weight in the document that is being read; 0 where the key has none. */
  readonly #weights: number[] = []

  constructor(thesaurus: Thesaurus) {
    this.#thesaurus = thesaurus
  }

  nameOf(number: number): string {
    return this.#names[number]!
  }

  keysOf(document: SearchDocument): DocumentKeys {
    const numbers: number[] = []
    const words = new Set<string>()
    const keepBest = (number: number, weight: number) => {
      const before = this.#weights[number]!
      if (before === 0) numbers.push(number)
      if (weight > before) this.#weights[number] = weight
    }
    for (const { field, text, languages } of textsOf(document)) {
      const weight = fieldWeights[field]
      const ofLanguages = mapIn(this.#words, languages.join())
      let before: string | null = null
      for (const token of wholeTokensOf(this.#thesaurus, text)) {
        for (const word of isWhole(token) ? [token.word] : wordsWithin(token)) {
          let keys = ofLanguages.get(word)
          if (keys === undefined) ofLanguages.set(word, (keys = this.#readWord(word, languages)))
          if (!keys) continue
          words.add(word)
          for (const { number, share } of keys) keepBest(number, share * weight)
        }
        // Adjacent words are joined too, for people who write "lifescience".
        const joins = (field === 'title' || field === 'titleEn') && !isSubjectless(token.word)
        if (joins && before !== null) keepBest(this.#numberOf(`word:${before}${token.word}`), joinedShare * weight)
        before = joins ? token.word : null
      }
    }
    for (const { number, share } of this.#readSubjects(document)) keepBest(number, share)
    const weights = numbers.map((number) => this.#weights[number]!)
    for (const number of numbers) this.#weights[number] = 0
    return { numbers, weights, words }
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.#names.push(name) - 1
    this.#numbers.set(name, number)
    this.#weights.push(0)
    return number
  }

  #readWord(word: string, languages: readonly Language[]): readonly NumberedKey[] | null {
    if (isSubjectless(word)) return null
    return keysOfWord(this.#thesaurus, word, languages).map(([name, share]) => ({ number: this.#numberOf(name), share }))
  }

  #readSubjects(document: SearchDocument): readonly NumberedKey[] {
    const { themeIds, conceptIds, describedThemeIds, touchedThemeIds } = document
    const byConcepts = mapIn(this.#subjects, themeIds)
    // Few documents have themes of another ground, and their lists alone do not tell them apart.
    const isPlain = describedThemeIds.length + touchedThemeIds.length === 0
    const known = isPlain ? byConcepts.get(conceptIds) : undefined
    if (known) return known
    const keys = keysOfSubjects(this.#thesaurus, document).map(([name, share]) => ({ number: this.#numberOf(name), share }))
    if (isPlain) byConcepts.set(conceptIds, keys)
    return keys
  }
}

function mapIn<A, B, V>(maps: Map<A, Map<B, V>>, key: A): Map<B, V> {
  const known = maps.get(key)
  if (known) return known
  const made = new Map<B, V>()
  maps.set(key, made)
  return made
}

/** Whether a token is one word, without parts or a completed form. */
const isWhole = ({ word, completed }: Token): boolean => completed === undefined && !word.includes('-')

function keysOfSubjects(
  thesaurus: Thesaurus,
  { themeIds, conceptIds, describedThemeIds, touchedThemeIds }: SearchDocument,
): [string, number][] {
  const keys: [string, number][] = describedThemeIds.map((themeId) => [`describedTheme:${themeId}`, 1])
  // A theme weighs more in a document that names few, and the first theme more than the last.
  const named = [...themeIds.filter((themeId) => !describedThemeIds.includes(themeId)), ...touchedThemeIds]
  named.forEach((themeId, rank) => {
    const weight = 1 / (1 + 0.1 * (named.length - 1) + 0.1 * rank)
    keys.push([`theme:${themeId}`, weight])
    // `general` marks documents about a whole theme: "Energi", but not "Vindkraft", which is one concept of it.
    if (!conceptIds.some((id) => thesaurus.findConcept(id)!.themeIds.includes(themeId))) keys.push([`general:${themeId}`, weight])
  })
  conceptIds.forEach((conceptId, rank) => keys.push([`concept:${conceptId}`, 1 / (1 + 0.1 * rank)]))
  return keys
}

/** The index keys of one word in a document. */
function keysOfWord(thesaurus: Thesaurus, word: string, languages: readonly Language[]): [string, number][] {
  const stem = stemOf(word, 'sv')
  const keys: [string, number][] = [[`word:${word}`, 1]]
  for (const lang of both)
    if (isFormIn(word, lang, languages) && !isLookalike(thesaurus, word, lang)) keys.push([`${lang}:${stemOf(word, lang)}`, 1])
  for (const part of compoundPartsOf(thesaurus, word, 'sv')) keys.push([`part:${stemOf(part, 'sv')}`, 1])
  const folded = foldMarks(word)
  if (folded !== word) keys.push([`folded:${folded}`, 1], [`folded:${foldMarks(stem)}`, 0.9])
  return keys
}
