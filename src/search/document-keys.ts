import { foldMarks } from '../language/folding.ts'
import { stemOf } from '../language/stems.ts'
import { isSubjectless } from '../language/subject-words.ts'
import { tokensOf, wordsWithin } from '../language/tokens.ts'
import { compoundPartsOf, wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import type { SearchDocument } from './search-document.ts'

const fieldWeights = { title: 1, titleEn: 0.8, text: 0.45 }
const joinedShare = 0.9

/** What a document is found by. */
export interface DocumentKeys {
  /** Every key that finds it, with the weight of the best field that the key is in. */
  weights: ReadonlyMap<string, number>
  /** The words in it, each once. */
  words: ReadonlySet<string>
}

/** Words that have been read, with their keys: the same come back in document after document. */
export type ReadWords = Map<string, readonly [string, number][]>

export function keysOfDocument(thesaurus: Thesaurus, document: SearchDocument, read: ReadWords): DocumentKeys {
  const best = new Map<string, number>()
  const words = new Set<string>()
  const put = (key: string, weight: number) => best.set(key, Math.max(best.get(key) ?? 0, weight))
  for (const field of ['title', 'titleEn', 'text'] as const) {
    for (const word of indexedWords(thesaurus, document[field] ?? '')) {
      words.add(word)
      let ofWord = read.get(word)
      if (!ofWord) read.set(word, (ofWord = keysOf(thesaurus, word)))
      for (const [key, share] of ofWord) put(key, share * fieldWeights[field])
    }
    if (field !== 'text')
      for (const joined of joinedPairs(document[field] ?? '')) put(`word:${joined}`, joinedShare * fieldWeights[field])
  }
  // A document with one theme is more about it than one with three, and about the first more than the last.
  document.themeIds.forEach((themeId, rank) => {
    const weight = 1 / (1 + 0.1 * (document.themeIds.length - 1) + 0.1 * rank)
    put(`theme:${themeId}`, weight)
    // "Energi" is about all of its theme; "Vindkraft" is about one concept of it and no other.
    if (!document.conceptIds.some((id) => thesaurus.findConcept(id)!.themeIds.includes(themeId)))
      put(`general:${themeId}`, weight)
  })
  document.conceptIds.forEach((conceptId, rank) => put(`concept:${conceptId}`, 1 / (1 + 0.1 * rank)))
  return { weights: best, words }
}

/** The keys that a word of a document is found by. */
function keysOf(thesaurus: Thesaurus, word: string): [string, number][] {
  const stem = stemOf(word, 'sv')
  const keys: [string, number][] = [
    [`word:${word}`, 1],
    [`sv:${stem}`, 1],
    [`en:${stemOf(word, 'en')}`, 1],
  ]
  for (const part of compoundPartsOf(thesaurus, word, 'sv')) keys.push([`part:${stemOf(part, 'sv')}`, 1])
  const folded = foldMarks(word)
  if (folded !== word) keys.push([`folded:${folded}`, 1], [`folded:${foldMarks(stem)}`, 0.9])
  return keys
}

/** Neighbours written together, for those who write "lifescience". */
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
