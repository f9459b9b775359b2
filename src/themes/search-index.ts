import { foldMarks } from '../language/folding.ts'
import { isSmallWord } from '../language/filler-words.ts'
import { buildSpellingIndex } from '../language/spelling.ts'
import type { SpellingIndex } from '../language/spelling.ts'
import { stemOf } from '../language/stems.ts'
import { tokensOf, wordsWithin } from '../language/tokens.ts'
import type { SearchDocument } from './search-documents.ts'
import { compoundPartsOf, wholeTokensOf } from './term-index.ts'

/** How a query word may meet a document's word, each in a key space of its own. */
export type Meeting = 'word' | 'stem' | 'part' | 'folded' | 'theme'

interface Postings {
  documents: number[]
  /** The field's weight for the document in the same place. */
  weights: number[]
}

/** An inverted index over documents. Immutable once built. */
export interface SearchIndex {
  documents: readonly SearchDocument[]
  /** `${meeting}:${key}` → where it stands. */
  postings: ReadonlyMap<string, Postings>
  /** Every word, sorted, for prefixes. */
  words: readonly string[]
  spelling: SpellingIndex
  /** Number of words in each document's title, for length. */
  titleLengths: readonly number[]
}

const fieldWeights = { title: 1, titleEn: 0.8, text: 0.45 }

export function buildSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const postings = new Map<string, Postings>()
  const words = new Set<string>()
  /** Written forms in the order met, so that a correction reads well. */
  const spoken = new Set<string>()
  documents.forEach((document, at) => {
    const best = new Map<string, number>()
    const put = (key: string, weight: number) => best.set(key, Math.max(best.get(key) ?? 0, weight))
    for (const field of ['title', 'titleEn', 'text'] as const) {
      for (const word of indexedWords(document[field] ?? '')) {
        words.add(word)
        spoken.add(word)
        for (const [key, share] of keysOf(word)) put(key, share * fieldWeights[field])
      }
    }
    for (const themeId of document.themeIds) put(`theme:${themeId}`, 1)
    for (const [key, weight] of best) {
      const list = postings.get(key)
      if (list) {
        list.documents.push(at)
        list.weights.push(weight)
      } else postings.set(key, { documents: [at], weights: [weight] })
    }
  })
  return {
    documents,
    postings,
    words: [...words].sort(),
    spelling: buildSpellingIndex(spoken),
    titleLengths: documents.map((document) => Math.max(1, tokensOf(document.title).length)),
  }
}

/** The keys that a word of a document is found by. */
function keysOf(word: string): [string, number][] {
  const keys: [string, number][] = [
    [`word:${word}`, 1],
    [`stem:${stemOf(word, 'sv')}`, 1],
    [`stem:${stemOf(word, 'en')}`, 1],
  ]
  for (const part of compoundPartsOf(word, 'sv')) keys.push([`part:${stemOf(part, 'sv')}`, 1])
  const folded = foldMarks(word)
  if (folded !== word) keys.push([`folded:${folded}`, 1], [`folded:${foldMarks(stemOf(word, 'sv'))}`, 0.9])
  return keys
}

const indexedWords = (text: string): string[] =>
  wholeTokensOf(text)
    .flatMap(wordsWithin)
    .filter((word) => !isSmallWord(word))

/** The words that begin with `prefix`, in order, at most `limit`. */
export function wordsFrom(words: readonly string[], prefix: string, limit: number): string[] {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (words[middle]! < prefix) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; at < words.length && found.length < limit && words[at]!.startsWith(prefix); at++) found.push(words[at]!)
  return found
}
