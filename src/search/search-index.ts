import { foldMarks } from '../language/folding.ts'
import { makeGrowingSpelling } from '../language/spelling.ts'
import type { GrowingSpelling, SpellingIndex } from '../language/spelling.ts'
import { tokensOf } from '../language/tokens.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { finish, sortSteps } from '../snapshot/in-pieces.ts'
import type { Steps } from '../snapshot/in-pieces.ts'
import { LayeredMap } from '../snapshot/layered-map.ts'
import { withItems } from '../snapshot/sorted-list.ts'
import { columnSteps, growColumns } from './document-columns.ts'
import type { DocumentColumns } from './document-columns.ts'
import { keysOfDocument } from './document-keys.ts'
import type { ReadWords } from './document-keys.ts'
import type { SearchDocument, SearchKind } from './search-document.ts'

export interface Postings {
  /** Places of documents, ascending. */
  documents: Uint32Array
  /** The weight of the document at the same position in `documents`. */
  weights: Float32Array
}

/** An inverted index over documents. It is immutable; `growSearchIndex` makes a new one that shares the unchanged parts. */
export interface SearchIndex extends DocumentColumns {
  /** The thesaurus that documents and queries are read with. */
  thesaurus: Thesaurus
  /** The documents by place; the order has no meaning. */
  documents: readonly SearchDocument[]
  /** The place of each document by `documentKey`. */
  places: LayeredMap<string, number>
  /**
   * Postings by `${kind of key}:${key}`. A query's word matches a document's by the same `word`, the same stem in a
   * language (`sv`, `en`), a `part` of a compound, the spelling without marks (`folded`), a `theme`, a theme as a whole
   * (`general`), or a `concept`.
   */
  postings: LayeredMap<string, Postings>
  /** The number of documents with each word. */
  wordCounts: LayeredMap<string, number>
  /** Every word, sorted, for lookup by prefix. */
  words: readonly string[]
  /** Words with å, ä, ö or other marks, written without them and sorted … */
  unmarkedWords: readonly string[]
  /** … and the marked words that each of them may be. */
  markedWords: LayeredMap<string, readonly string[]>
  spelling: SpellingIndex
  /** Every word that this index, or one grown from it, has ever had. */
  everyWord: GrowingSpelling
  /** The words of places' names, by lower case, as they are written. */
  placeNames: ReadonlyMap<string, string>
}

export const documentKey = (kind: SearchKind, id: string): string => `${kind} ${id}`

/** Builds the index; each kind and id may occur once. */
export const buildSearchIndex = (thesaurus: Thesaurus, documents: readonly SearchDocument[]): SearchIndex =>
  finish(searchIndexSteps(thesaurus, documents))

const documentsAStep = 10
const keysAStep = 1000

/** Like `buildSearchIndex`, as work that can be interrupted. */
export function* searchIndexSteps(thesaurus: Thesaurus, documents: readonly SearchDocument[]): Steps<SearchIndex> {
  const lists = new Map<string, { documents: number[]; weights: number[] }>()
  const wordCounts = new Map<string, number>()
  const read: ReadWords = new Map()
  for (const [at, document] of documents.entries()) {
    const { weights, words } = keysOfDocument(thesaurus, document, read)
    for (const word of words) wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1)
    for (const [key, weight] of weights) {
      const list = lists.get(key)
      if (list) {
        list.documents.push(at)
        list.weights.push(weight)
      } else lists.set(key, { documents: [at], weights: [weight] })
    }
    if (at % documentsAStep === 0) yield
  }
  const postings = new Map<string, Postings>()
  for (const [key, list] of lists) {
    postings.set(key, { documents: Uint32Array.from(list.documents), weights: Float32Array.from(list.weights) })
    if (postings.size % keysAStep === 0) yield
  }
  const everyWord = makeGrowingSpelling()
  let count = 0
  for (const word of wordCounts.keys()) {
    everyWord.add(word)
    if (++count % 50 === 0) yield
  }
  const words = yield* sortSteps([...wordCounts.keys()], textOrder)
  const marked = Map.groupBy(words.filter(hasMarks), foldMarks)
  const counts = new LayeredMap(wordCounts)
  return {
    thesaurus,
    documents,
    places: new LayeredMap(new Map(documents.map(({ kind, id }, at) => [documentKey(kind, id), at]))),
    postings: new LayeredMap(postings),
    wordCounts: counts,
    words,
    unmarkedWords: [...marked.keys()].sort(),
    markedWords: new LayeredMap<string, readonly string[]>(marked),
    everyWord,
    spelling: spellingOf(everyWord, counts),
    placeNames: placeNamesOf(documents),
    ...(yield* columnSteps(documents)),
  }
}

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const hasMarks = (word: string): boolean => foldMarks(word) !== word

/** Among equally near words, the one in more documents comes first. */
const spellingOf = (everyWord: GrowingSpelling, counts: ReadonlyMap<string, number>): SpellingIndex => ({
  near: (word) =>
    everyWord.near(word, {
      isKnown: (one) => counts.has(one),
      compare: (a, b) => counts.get(b)! - counts.get(a)! || textOrder(a, b),
    }),
})

const isPlace = ({ kind }: SearchDocument): boolean => kind === 'region' || kind === 'jointArea'

function placeNamesOf(documents: readonly SearchDocument[]): ReadonlyMap<string, string> {
  // Sorted, because a word in several names is written as in the last of them, which must not vary.
  const places = documents.filter(isPlace).sort((a, b) => textOrder(b.kind, a.kind) || textOrder(a.id, b.id))
  return new Map(places.flatMap(({ title }) => tokensOf(title).map(({ word, written }) => [word, written])))
}

/** Changes by `documentKey`: the document as it is now, or null when it is removed. */
export type DocumentChanges = ReadonlyMap<string, SearchDocument | null>

/** Applies changes to an index; the result answers like one built from scratch over the same documents. */
export function growSearchIndex(index: SearchIndex, changes: DocumentChanges): SearchIndex {
  const edit = startEdit(index)
  for (const [key, document] of changes) {
    const place = edit.placeOf(key)
    if (place !== undefined) edit.takeOut(place)
    if (document) edit.insert(document, place ?? edit.documents.length)
    else if (place !== undefined) edit.closeGap(place, key)
  }
  const { documents, changed } = edit
  const wordChanges = [...edit.wordDeltas].map(([word, delta]) => [word, (index.wordCounts.get(word) ?? 0) + delta] as const)
  const wordCounts = index.wordCounts.with(wordChanges.map(([word, count]) => [word, count || undefined]))
  const comeOrGone = wordChanges.filter(([word, count]) => count > 0 !== index.wordCounts.has(word))
  for (const [word, count] of comeOrGone) if (count > 0) index.everyWord.add(word)
  const marked = growMarked(index.markedWords, comeOrGone)
  const hasPlaces = [...changes.keys()].some((key) => key.startsWith('region ') || key.startsWith('jointArea '))
  const unmarked = marked.changed.map((folded) => [folded, marked.words.has(folded) ? folded : null] as const)
  return {
    thesaurus: index.thesaurus,
    documents,
    places: index.places.with(edit.placeChanges),
    postings: index.postings.with(
      [...edit.postings].map(([key, ofKey]) => [key, changedPostings(index.postings.get(key), ofKey)]),
    ),
    wordCounts,
    words: withItems(
      index.words,
      comeOrGone.map(([word, count]) => [word, count > 0 ? word : null] as const),
      (word) => word,
    ),
    unmarkedWords: withItems(index.unmarkedWords, unmarked, (word) => word),
    markedWords: marked.words,
    everyWord: index.everyWord,
    spelling: spellingOf(index.everyWord, wordCounts),
    placeNames: hasPlaces ? placeNamesOf(documents) : index.placeNames,
    ...growColumns(index, documents, changed),
  }
}

/** Collects the changes to an index. Places stay contiguous: when a document is removed, the last one moves to its place. */
function startEdit(index: SearchIndex) {
  const documents = [...index.documents]
  const read: ReadWords = new Map()
  /** By key and place, the new weight, or null for a removed posting. */
  const postings = new Map<string, Map<number, number | null>>()
  const placeChanges = new Map<string, number | undefined>()
  const wordDeltas = new Map<string, number>()
  const changed = new Set<number>()
  const setKeys = (document: SearchDocument, place: number, isIn: boolean) => {
    const { weights, words } = keysOfDocument(index.thesaurus, document, read)
    for (const [key, weight] of weights) {
      const ofKey = postings.get(key) ?? new Map<number, number | null>()
      postings.set(key, ofKey.set(place, isIn ? weight : null))
    }
    for (const word of words) wordDeltas.set(word, (wordDeltas.get(word) ?? 0) + (isIn ? 1 : -1))
  }
  const placeOf = (key: string) => (placeChanges.has(key) ? placeChanges.get(key) : index.places.get(key))
  const takeOut = (place: number) => setKeys(documents[place]!, place, false)
  const insert = (document: SearchDocument, place: number) => {
    documents[place] = document
    setKeys(document, place, true)
    placeChanges.set(documentKey(document.kind, document.id), place)
    changed.add(place)
  }
  const closeGap = (place: number, key: string) => {
    placeChanges.set(key, undefined)
    const last = documents.length - 1
    const moved = documents[last]!
    if (place !== last) {
      takeOut(last)
      insert(moved, place)
    }
    documents.pop()
    changed.delete(last)
  }
  return { documents, postings, placeChanges, wordDeltas, changed, placeOf, takeOut, insert, closeGap }
}

function changedPostings(before: Postings | undefined, changes: ReadonlyMap<number, number | null>): Postings | undefined {
  const added = [...changes].sort(([a], [b]) => a - b).filter(([, weight]) => weight !== null)
  const longest = (before?.documents.length ?? 0) + added.length
  const [documents, weights] = [new Uint32Array(longest), new Float32Array(longest)]
  let count = 0
  let next = 0
  const add = (place: number, weight: number) => {
    documents[count] = place
    weights[count++] = weight
  }
  const addUpTo = (place: number) => {
    for (; next < added.length && added[next]![0] < place; next++) add(added[next]![0], added[next]![1]!)
  }
  for (let at = 0; at < (before?.documents.length ?? 0); at++) {
    const place = before!.documents[at]!
    addUpTo(place)
    if (!changes.has(place)) add(place, before!.weights[at]!)
  }
  addUpTo(Infinity)
  return count === 0 ? undefined : { documents: documents.slice(0, count), weights: weights.slice(0, count) }
}

function growMarked(
  before: SearchIndex['markedWords'],
  comeOrGone: readonly (readonly [string, number])[],
): { words: SearchIndex['markedWords']; changed: string[] } {
  const byFolded = Map.groupBy(
    comeOrGone.filter(([word]) => hasMarks(word)),
    ([word]) => foldMarks(word),
  )
  const changes = [...byFolded].map(([folded, words]) => {
    const list = withItems(
      before.get(folded) ?? [],
      words.map(([word, count]) => [word, count > 0 ? word : null]),
      (word) => word,
    )
    return [folded, list.length > 0 ? list : undefined] as const
  })
  return { words: before.with(changes), changed: [...byFolded.keys()] }
}

/** At most `limit` words that begin with `prefix`, in order. */
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

export { facetNames, restingScoreOf } from './document-columns.ts'
export type { FacetColumn, FacetName } from './document-columns.ts'
