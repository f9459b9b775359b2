import { foldMarks } from '../language/folding.ts'
import { isSubjectless } from '../language/subject-words.ts'
import { buildSpellingIndex } from '../language/spelling.ts'
import type { SpellingIndex } from '../language/spelling.ts'
import { stemOf } from '../language/stems.ts'
import { tokensOf, wordsWithin } from '../language/tokens.ts'
import { findConcept } from '../thesaurus/concepts.ts'
import type { SearchDocument, SearchKind } from './search-documents.ts'
import { compoundPartsOf, wholeTokensOf } from '../thesaurus/term-index.ts'

export const facetNames = ['kind', 'themeId', 'regionCode', 'programmePeriodId'] as const
export type FacetName = (typeof facetNames)[number]

export interface Postings {
  /** Places of documents, rising. */
  documents: Uint32Array
  /** The field's weight for the document in the same place. */
  weights: Float32Array
}

/** A facet's values for every document: those of document `d` are `ids[starts[d]] … ids[starts[d + 1] - 1]`. */
export interface FacetColumn {
  values: readonly string[]
  starts: Uint32Array
  ids: Uint32Array
}

/** An inverted index over documents. Immutable once built. */
export interface SearchIndex {
  documents: readonly SearchDocument[]
  /**
   * `${meeting}:${key}` → where it stands. A query's word meets a document's as the same `word`, the same stem in one language
   * (`sv`, `en`), a `part` of a compound, `folded` without marks, or through the `theme`, the theme in `general` or the `concept`.
   */
  postings: ReadonlyMap<string, Postings>
  /** Every word, sorted, for prefixes. */
  words: readonly string[]
  /** The same for words with å, ä, ö or other marks, written without them … */
  unmarkedWords: readonly string[]
  /** … and the words that each of these may stand for. */
  markedWords: ReadonlyMap<string, readonly string[]>
  spelling: SpellingIndex
  /** Words of places' names in small letters → as they are written. */
  placeNames: ReadonlyMap<string, string>
  /** What a document's score is multiplied by: its kind, whether it is in force, the length of its title. */
  boosts: Float32Array
  /** The order of documents that score the same. */
  order: Uint32Array
  columns: Record<FacetName, FacetColumn>
}

const fieldWeights = { title: 1, titleEn: 0.8, text: 0.45 }
const joinedShare = 0.9
const noLongerInForce = 0.8
const kindBoost: Record<SearchKind, number> = {
  region: 1.25,
  jointArea: 1.15,
  theme: 1.1,
  priorityArea: 1,
  cluster: 0.9,
  finding: 0.7,
  wish: 0.7,
  nextStep: 0.7,
}

export function buildSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const lists = new Map<string, { documents: number[]; weights: number[] }>()
  /** Written forms in the order met, so that a correction reads well. */
  const words = new Set<string>()
  const keys = new Map<string, readonly [string, number][]>()
  documents.forEach((document, at) => {
    for (const [key, weight] of weightsOf(document, words, keys)) {
      const list = lists.get(key)
      if (list) {
        list.documents.push(at)
        list.weights.push(weight)
      } else lists.set(key, { documents: [at], weights: [weight] })
    }
  })
  const postings = new Map<string, Postings>()
  for (const [key, list] of lists)
    postings.set(key, { documents: Uint32Array.from(list.documents), weights: Float32Array.from(list.weights) })
  const markedWords = Map.groupBy(
    [...words].filter((word) => foldMarks(word) !== word),
    foldMarks,
  )
  return {
    documents,
    postings,
    words: [...words].sort(),
    unmarkedWords: [...markedWords.keys()].sort(),
    markedWords,
    spelling: buildSpellingIndex(words),
    placeNames: new Map(
      documents.filter(isPlace).flatMap(({ title }) => tokensOf(title).map(({ word, written }) => [word, written])),
    ),
    boosts: Float32Array.from(documents, boostOf),
    order: orderOf(documents),
    columns: Object.fromEntries(facetNames.map((name) => [name, columnOf(documents, name)])) as SearchIndex['columns'],
  }
}

const isPlace = ({ kind }: SearchDocument): boolean => kind === 'region' || kind === 'jointArea'

/** Every key that finds the document, with the weight of the best field it stands in. Adds to the words met. */
function weightsOf(
  document: SearchDocument,
  words: Set<string>,
  keys: Map<string, readonly [string, number][]>,
): Map<string, number> {
  const best = new Map<string, number>()
  const put = (key: string, weight: number) => best.set(key, Math.max(best.get(key) ?? 0, weight))
  for (const field of ['title', 'titleEn', 'text'] as const) {
    for (const word of indexedWords(document[field] ?? '')) {
      words.add(word)
      let ofWord = keys.get(word)
      if (!ofWord) keys.set(word, (ofWord = keysOf(word)))
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
    if (!document.conceptIds.some((id) => findConcept(id)!.themeIds.includes(themeId))) put(`general:${themeId}`, weight)
  })
  document.conceptIds.forEach((conceptId, rank) => put(`concept:${conceptId}`, 1 / (1 + 0.1 * rank)))
  return best
}

/** The keys that a word of a document is found by. */
function keysOf(word: string): [string, number][] {
  const stem = stemOf(word, 'sv')
  const keys: [string, number][] = [
    [`word:${word}`, 1],
    [`sv:${stem}`, 1],
    [`en:${stemOf(word, 'en')}`, 1],
  ]
  for (const part of compoundPartsOf(word, 'sv')) keys.push([`part:${stemOf(part, 'sv')}`, 1])
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

const indexedWords = (text: string): string[] =>
  wholeTokensOf(text)
    .flatMap(wordsWithin)
    .filter((word) => !isSubjectless(word))

/** What was heard is a sentence, so that its length says nothing of how much it is about one thing. */
const isSentence = (kind: SearchKind): boolean => kind === 'finding' || kind === 'wish' || kind === 'nextStep'

function boostOf({ kind, isInForce, title }: SearchDocument): number {
  const length = 1 + 0.06 * Math.min(Math.max(1, tokensOf(title).length), isSentence(kind) ? 3 : 12)
  return (kindBoost[kind] * (isInForce ? 1 : noLongerInForce)) / length
}

/** What a document counts when nothing is asked for. */
export const restingScoreOf = ({ kind, isInForce }: SearchDocument): number => (isInForce ? 1 : 0.5) * kindBoost[kind]

/** In force first, then by title and id. */
function orderOf(documents: readonly SearchDocument[]): Uint32Array {
  const compare = (a: SearchDocument, b: SearchDocument) =>
    Number(b.isInForce) - Number(a.isInForce) || textOrder(a.title, b.title) || textOrder(a.kind, b.kind) || textOrder(a.id, b.id)
  const order = new Uint32Array(documents.length)
  documents
    .map((_, at) => at)
    .sort((a, b) => compare(documents[a]!, documents[b]!) || a - b)
    .forEach((at, place) => (order[at] = place))
  return order
}

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function columnOf(documents: readonly SearchDocument[], name: FacetName): FacetColumn {
  const idOf = new Map<string, number>()
  const starts = new Uint32Array(documents.length + 1)
  const ids: number[] = []
  documents.forEach((document, at) => {
    for (const value of valuesOf(document, name)) {
      if (!idOf.has(value)) idOf.set(value, idOf.size)
      ids.push(idOf.get(value)!)
    }
    starts[at + 1] = ids.length
  })
  return { values: [...idOf.keys()], starts, ids: Uint32Array.from(ids) }
}

function valuesOf(document: SearchDocument, name: FacetName): readonly string[] {
  if (name === 'kind') return [document.kind]
  if (name === 'themeId') return document.themeIds
  if (name === 'regionCode') return document.regionCodes
  return document.programmePeriodId ? [document.programmePeriodId] : []
}

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
