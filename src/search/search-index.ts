import { foldMarks } from '../language/folding.ts'
import { makeGrowingSpelling } from '../language/spelling.ts'
import type { GrowingSpelling, SpellingIndex } from '../language/spelling.ts'
import { tokensOf } from '../language/tokens.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { finish, sortSteps } from '../snapshot/in-pieces.ts'
import type { Steps } from '../snapshot/in-pieces.ts'
import { LayeredMap } from '../snapshot/layered-map.ts'
import { withItems } from '../snapshot/sorted-list.ts'
import { growColumnsSteps, startColumns } from './document-columns.ts'
import type { DocumentColumns } from './document-columns.ts'
import { KeyReader } from './document-keys.ts'
import { changedPostings, PostingCollector } from './postings.ts'
import type { Postings } from './postings.ts'
import { keptWhole } from './search-document.ts'
import type { KeptDocument, SearchDocument, SearchKind } from './search-document.ts'

/** An inverted index over documents. It is immutable; `growSearchIndex` makes a new one that shares the unchanged parts. */
export interface SearchIndex extends DocumentColumns {
  /** The thesaurus that documents and queries are read with. */
  thesaurus: Thesaurus
  /** The documents by place; the order has no meaning. */
  documents: readonly KeptDocument[]
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
  /** The words of places' names and other names, by lower case, as they are written. */
  placeNames: ReadonlyMap<string, string>
}

export const documentKey = (kind: SearchKind, id: string): string => `${kind} ${id}`

/** Builds the index; each kind and id may occur once. */
export const buildSearchIndex = (thesaurus: Thesaurus, documents: readonly SearchDocument[]): SearchIndex =>
  finish(searchIndexSteps(thesaurus, documents.map(keptWhole)))

const documentsAStep = 10

/** Like `buildSearchIndex`, as work that can be interrupted. */
export function* searchIndexSteps(thesaurus: Thesaurus, documents: readonly KeptDocument[]): Steps<SearchIndex> {
  const collected = new PostingCollector()
  const wordCounts = new Map<string, number>()
  const columns = startColumns(documents)
  const reader = new KeyReader(thesaurus)
  for (const [at, document] of documents.entries()) {
    const whole = document.whole()
    columns.add(whole)
    const { numbers, weights, words } = reader.keysOf(whole)
    for (const word of words) wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1)
    for (let key = 0; key < numbers.length; key++) collected.add(numbers[key]!, at, weights[key]!)
    if (at % documentsAStep === 0) yield
  }
  const postings = yield* collected.join((number) => reader.nameOf(number))
  return {
    thesaurus,
    documents,
    postings: new LayeredMap(postings),
    ...(yield* wordSteps(wordCounts)),
    placeNames: placeNamesOf(documents),
    ...(yield* columns.finish()),
  }
}

type WordParts = Pick<SearchIndex, 'wordCounts' | 'words' | 'unmarkedWords' | 'markedWords' | 'everyWord' | 'spelling'>

const wordsAStep = 500

/** What an index has of words. @param wordCounts the number of documents with each */
function* wordSteps(wordCounts: ReadonlyMap<string, number>): Steps<WordParts> {
  const everyWord = makeGrowingSpelling()
  let count = 0
  for (const word of wordCounts.keys()) {
    everyWord.add(word)
    if (++count % wordsAStep === 0) yield
  }
  const words = yield* sortSteps([...wordCounts.keys()], textOrder)
  const marked = Map.groupBy(words.filter(hasMarks), foldMarks)
  const counts = new LayeredMap(wordCounts)
  return {
    wordCounts: counts,
    words,
    unmarkedWords: [...marked.keys()].sort(),
    markedWords: new LayeredMap<string, readonly string[]>(marked),
    everyWord,
    spelling: spellingOf(everyWord, counts),
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

const isPlace = ({ kind }: KeptDocument): boolean => kind === 'region' || kind === 'jointArea'

function placeNamesOf(documents: readonly KeptDocument[]): ReadonlyMap<string, string> {
  // Sorted, because a word in several names is written as in the last of them, which must not vary.
  const places = documents.filter(isPlace).sort((a, b) => textOrder(b.kind, a.kind) || textOrder(a.id, b.id))
  const wordsOf = (text: string) => tokensOf(text).map(({ word, written }) => [word, written] as const)
  // A region's text is its other names and what it lies in; a name itself is written as in the title.
  const others = places.flatMap((place) => (place.kind === 'region' ? wordsOf(place.whole().text) : []))
  return new Map([...others, ...places.flatMap((place) => wordsOf(place.whole().title))])
}

/** Changes by `documentKey`: the document as it is now, or null when it is removed. */
export type DocumentChanges = ReadonlyMap<string, KeptDocument | null>

/** Applies changes to an index; the result answers like one built from scratch over the same documents. */
export const growSearchIndex = (index: SearchIndex, changes: DocumentChanges): SearchIndex =>
  finish(growSearchIndexSteps(index, changes))

/** Like `growSearchIndex`, as work that can be interrupted. */
export function* growSearchIndexSteps(index: SearchIndex, changes: DocumentChanges): Steps<SearchIndex> {
  const edit = startEdit(index, changes)
  yield
  for (const [key, document] of changes) {
    yield
    const place = edit.placeOf(key)
    if (place !== undefined) edit.takeOut(place)
    if (document) edit.insert(document, place ?? edit.documents.length)
    else if (place !== undefined) edit.closeGap(place, key)
  }
  const { documents, changed } = edit
  const wordChanges = [...edit.wordDeltas].map(([word, delta]) => [word, (index.wordCounts.get(word) ?? 0) + delta] as const)
  const wordCounts = index.wordCounts.with(wordChanges.map(([word, count]) => [word, count || undefined]))
  yield
  const comeOrGone = wordChanges.filter(([word, count]) => count > 0 !== index.wordCounts.has(word))
  for (const [word, count] of comeOrGone) if (count > 0) index.everyWord.add(word)
  const marked = growMarked(index.markedWords, comeOrGone)
  const unmarked = marked.changed.map((folded) => [folded, marked.words.has(folded) ? folded : null] as const)
  yield
  const postings: [string, Postings | undefined][] = []
  for (const [key, ofKey] of edit.postings) {
    postings.push([key, changedPostings(index.postings.get(key), ofKey)])
    yield
  }
  const grownPostings = index.postings.with(postings)
  yield
  const words = withItems(
    index.words,
    comeOrGone.map(([word, count]) => [word, count > 0 ? word : null] as const),
    (word) => word,
  )
  const hasPlaces = [...changes.keys()].some((key) => key.startsWith('region ') || key.startsWith('jointArea '))
  const placeNames = hasPlaces ? placeNamesOf(documents) : index.placeNames
  yield
  const columns = yield* growColumnsSteps(index, documents, changed)
  return {
    thesaurus: index.thesaurus,
    documents,
    postings: grownPostings,
    wordCounts,
    words,
    unmarkedWords: withItems(index.unmarkedWords, unmarked, (word) => word),
    markedWords: marked.words,
    everyWord: index.everyWord,
    spelling: spellingOf(index.everyWord, wordCounts),
    placeNames,
    ...columns,
  }
}

/** Collects the changes to an index. Places stay contiguous: when a document is removed, the last one moves to its place. */
function startEdit(index: SearchIndex, changes: DocumentChanges) {
  const documents = [...index.documents]
  const reader = new KeyReader(index.thesaurus)
  /** By key and place, the new weight, or null for a removed posting. */
  const postings = new Map<string, Map<number, number | null>>()
  /** The places of the documents that change. */
  const places = findPlaces(documents, changes)
  const wordDeltas = new Map<string, number>()
  const changed = new Set<number>()
  const setKeys = (document: KeptDocument, place: number, isIn: boolean) => {
    const { numbers, weights, words } = reader.keysOf(document.whole())
    for (const [at, number] of numbers.entries()) {
      const key = reader.nameOf(number)
      const ofKey = postings.get(key) ?? new Map<number, number | null>()
      postings.set(key, ofKey.set(place, isIn ? weights[at]! : null))
    }
    for (const word of words) wordDeltas.set(word, (wordDeltas.get(word) ?? 0) + (isIn ? 1 : -1))
  }
  const placeOf = (key: string) => places.get(key)
  const takeOut = (place: number) => setKeys(documents[place]!, place, false)
  const insert = (document: KeptDocument, place: number) => {
    documents[place] = document
    setKeys(document, place, true)
    places.set(documentKey(document.kind, document.id), place)
    changed.add(place)
  }
  const closeGap = (place: number, key: string) => {
    places.delete(key)
    const last = documents.length - 1
    const moved = documents[last]!
    if (place !== last) {
      takeOut(last)
      insert(moved, place)
    }
    documents.pop()
    changed.delete(last)
  }
  return { documents, postings, wordDeltas, changed, placeOf, takeOut, insert, closeGap }
}

/** The places of the documents with these keys, found in one pass: a map of all places would be kept for seldom use. */
function findPlaces(documents: readonly KeptDocument[], keys: DocumentChanges): Map<string, number> {
  const ids = new Set([...keys.keys()].map((key) => key.slice(key.indexOf(' ') + 1)))
  const places = new Map<string, number>()
  for (const [place, { kind, id }] of documents.entries())
    if (ids.has(id) && keys.has(documentKey(kind, id))) places.set(documentKey(kind, id), place)
  return places
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
