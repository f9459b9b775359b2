import { foldMarks } from '../language/folding.ts'
import { stemOf } from '../language/stems.ts'
import { isSubjectless } from '../language/subject-words.ts'
import { tokensOf, wordsWithin } from '../language/tokens.ts'
import { compoundPartsOf, wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Language } from '../records/language.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { SearchDocument } from './search-document.ts'

const fieldWeights = { title: 1, titleEn: 0.8, text: 0.45, description: 0.45 }
const joinedShare = 0.9

/** The index keys of one document. */
export interface DocumentKeys {
  /** Every key, with the highest weight among the fields that contain it. */
  weights: ReadonlyMap<string, number>
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

/** A cache of keys by languages and word, because documents share most of their words. */
export type ReadWords = Map<string, readonly [string, number][]>

export function keysOfDocument(thesaurus: Thesaurus, document: SearchDocument, read: ReadWords): DocumentKeys {
  const best = new Map<string, number>()
  const words = new Set<string>()
  const keepBest = (key: string, weight: number) => best.set(key, Math.max(best.get(key) ?? 0, weight))
  for (const { field, text, languages } of textsOf(document)) {
    for (const word of indexedWords(thesaurus, text)) {
      words.add(word)
      const readAs = `${languages.join()} ${word}`
      let ofWord = read.get(readAs)
      if (!ofWord) read.set(readAs, (ofWord = keysOf(thesaurus, word, languages)))
      for (const [key, share] of ofWord) keepBest(key, share * fieldWeights[field])
    }
    if (field === 'title' || field === 'titleEn')
      for (const joined of joinedPairs(text)) keepBest(`word:${joined}`, joinedShare * fieldWeights[field])
  }
  // A theme weighs more in a document with few themes, and the first theme more than the last.
  document.themeIds.forEach((themeId, rank) => {
    const weight = 1 / (1 + 0.1 * (document.themeIds.length - 1) + 0.1 * rank)
    keepBest(`theme:${themeId}`, weight)
    // `general` marks documents about a whole theme: "Energi", but not "Vindkraft", which is one concept of it.
    if (!document.conceptIds.some((id) => thesaurus.findConcept(id)!.themeIds.includes(themeId)))
      keepBest(`general:${themeId}`, weight)
  })
  document.conceptIds.forEach((conceptId, rank) => keepBest(`concept:${conceptId}`, 1 / (1 + 0.1 * rank)))
  return { weights: best, words }
}

/** The index keys of one word in a document. */
function keysOf(thesaurus: Thesaurus, word: string, languages: readonly Language[]): [string, number][] {
  const stem = stemOf(word, 'sv')
  const keys: [string, number][] = [[`word:${word}`, 1]]
  for (const lang of both) if (isFormIn(word, lang, languages)) keys.push([`${lang}:${stemOf(word, lang)}`, 1])
  for (const part of compoundPartsOf(thesaurus, word, 'sv')) keys.push([`part:${stemOf(part, 'sv')}`, 1])
  const folded = foldMarks(word)
  if (folded !== word) keys.push([`folded:${folded}`, 1], [`folded:${foldMarks(stem)}`, 0.9])
  return keys
}

/** Adjacent words joined, for people who write "lifescience". */
function joinedPairs(text: string): string[] {
  const words = tokensOf(text).map(({ word }) => word)
  return words
    .slice(1)
    .map((word, at) => [words[at]!, word])
    .filter((pair) => !pair.some(isSubjectless))
    .map((pair) => pair.join(''))
}

const indexedWords = (thesaurus: Thesaurus, text: string): string[] =>
  wholeTokensOf(thesaurus, text)
    .flatMap(wordsWithin)
    .filter((word) => !isSubjectless(word))
