import type { LocalText } from '../domain/record.ts'
import { foldMarks } from '../language/folding.ts'
import { isSmallWord, subjectWeight } from '../language/filler-words.ts'
import { stemOf } from '../language/stems.ts'
import type { TextLang } from '../language/stems.ts'
import { wordsWithin } from '../language/tokens.ts'
import type { Token } from '../language/tokens.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { findSearchDocuments } from './search-documents.ts'
import type { SearchDocument } from './search-documents.ts'
import { buildSearchIndex, wordsFrom } from './search-index.ts'
import type { SearchIndex } from './search-index.ts'
import { findTerms } from './find-terms.ts'
import { compoundPartsOf, wholeTokensOf } from './term-index.ts'
import { findTheme } from './thesaurus.ts'

export const facetNames = ['kind', 'themeId', 'regionCode', 'programmePeriodId'] as const
export type FacetName = (typeof facetNames)[number]

export interface SearchQuery {
  text: string
  lang: TextLang
  facets?: Partial<Record<FacetName, readonly string[]>>
  onlyInForce?: boolean
  limit?: number
  offset?: number
}

export interface SearchHit {
  document: SearchDocument
  score: number
  /** Places in the title to mark. */
  matches: { start: number; end: number }[]
  /** How it was found, when that is not plain to see. */
  why: LocalText | null
}

export interface SearchResult {
  total: number
  hits: SearchHit[]
  /** Per facet, the values among the hits (as if that facet were not chosen), most first. */
  facets: Record<FacetName, { value: string; count: number }[]>
  /** A better spelling of the query. */
  suggestion: string | null
}

/** How much each way of meeting is worth. */
const worth = { word: 1, stem: 0.9, part: 0.62, prefix: 0.75, theme: 0.5, spelling: 0.55, folded: 0.5 }
const longestQuery = 200
const mostWords = 12
const mostPrefixed = 60
/** A hit must meet this share of the query's weight. */
const leastCoverage = 0.5
const kindBonus: Record<SearchDocument['kind'], number> = {
  region: 1.25,
  jointArea: 1.15,
  theme: 1.1,
  priorityArea: 1,
  cluster: 0.9,
  finding: 0.7,
  wish: 0.7,
  nextStep: 0.7,
}

const cache = new WeakMap<Snapshot, SearchIndex>()

/** The index of a snapshot; built once. */
export function searchIndexOf(snapshot: Snapshot): SearchIndex {
  const made = cache.get(snapshot) ?? buildSearchIndex(findSearchDocuments(snapshot))
  cache.set(snapshot, made)
  return made
}

/** One word of a query, with every key it may meet and how much that is worth. */
interface QueryWord {
  token: Token
  weight: number
  keys: Map<string, number>
  themeIds: string[]
  correctedTo: string | null
}

/**
 * Ranked search in Swedish and English. Deterministic; empty text gives every document.
 * Word forms, parts of compounds, beginnings of the last word, themes (synonyms and translations), misspellings and
 * letters without marks all count, in falling order.
 */
export function search(index: SearchIndex, query: SearchQuery): SearchResult {
  const words = readQuery(index, query.text.slice(0, longestQuery))
  const scored = words.length === 0 ? everything(index) : score(index, words)
  const isChosen = (document: SearchDocument, except: FacetName | null) =>
    (!query.onlyInForce || document.isInForce) &&
    facetNames.every((name) => {
      const chosen = query.facets?.[name] ?? []
      return name === except || chosen.length === 0 || valuesOf(document, name).some((value) => chosen.includes(value))
    })
  const facets = Object.fromEntries(
    facetNames.map((name) => [name, countFacet(scored, name, (document) => isChosen(document, name))]),
  ) as SearchResult['facets']
  const found = scored
    .filter(({ document }) => isChosen(document, null))
    .sort((a, b) => b.score - a.score || compareDocuments(a.document, b.document))
  const { limit = 20, offset = 0 } = query
  const hits = found
    .slice(offset, offset + limit)
    .map(({ document, score: value }) => ({ document, score: value, ...explain(document, words) }))
  return { total: found.length, hits, facets, suggestion: suggestionFor(query.text.slice(0, longestQuery), words) }
}

interface Scored {
  document: SearchDocument
  score: number
}

const everything = (index: SearchIndex): Scored[] =>
  index.documents.map((document) => ({ document, score: (document.isInForce ? 1 : 0.5) * kindBonus[document.kind] }))

function readQuery(index: SearchIndex, text: string): QueryWord[] {
  const all = wholeTokensOf(text).slice(0, mostWords)
  const meaning = all.filter((token) => !isSmallWord(token.word))
  const tokens = meaning.length > 0 ? meaning : all
  const terms = findTerms(text, 'sv').filter((term) => !term.isWeak)
  const endsOpen = !/\s$/.test(text)
  return tokens.map((token) => {
    const isLast = token === tokens.at(-1) && endsOpen
    const themeIds = [
      ...new Set(
        terms
          .filter((term) => term.start <= token.start && term.end >= token.end && term.kind !== 'spelling')
          .map((term) => term.themeId),
      ),
    ]
    return readWord(index, { token, isLast, themeIds })
  })
}

function readWord(
  index: SearchIndex,
  { token, isLast, themeIds }: { token: Token; isLast: boolean; themeIds: string[] },
): QueryWord {
  const keys = new Map<string, number>()
  const put = (key: string, value: number) => {
    if (index.postings.has(key)) keys.set(key, Math.max(keys.get(key) ?? 0, value))
  }
  const putWord = (word: string, factor: number) => {
    put(`word:${word}`, worth.word * factor)
    for (const lang of ['sv', 'en'] as const) {
      put(`stem:${stemOf(word, lang)}`, worth.stem * factor)
      put(`part:${stemOf(word, lang)}`, worth.part * factor)
    }
    for (const part of compoundPartsOf(word, 'sv')) {
      const share = worth.part * factor * Math.max(subjectWeight(part), 0.25)
      put(`stem:${stemOf(part, 'sv')}`, share)
      put(`part:${stemOf(part, 'sv')}`, share * 0.8)
    }
  }
  for (const word of wordsWithin(token)) putWord(word, word === token.word ? 1 : 0.8)
  if (isLast && token.word.length >= 2)
    for (const word of wordsFrom(index.words, token.word, mostPrefixed)) put(`word:${word}`, worth.prefix)
  for (const themeId of themeIds) put(`theme:${themeId}`, worth.theme)
  const isMet = keys.size > 0
  put(`folded:${foldMarks(token.word)}`, worth.folded)
  put(`folded:${foldMarks(stemOf(token.word, 'sv'))}`, worth.folded * 0.9)
  const near = isMet || keys.size > 0 ? [] : index.spelling.near(token.word).slice(0, 3)
  near.forEach(({ word, distance }, at) => putWord(word, worth.spelling / (distance + at * 0.4)))
  if (near[0]) {
    for (const term of findTerms(near[0].word, 'sv')) put(`theme:${term.themeId}`, worth.theme * worth.spelling)
  }
  return { token, weight: subjectWeight(token.word) || 0.1, keys, themeIds, correctedTo: near[0]?.word ?? null }
}

function score(index: SearchIndex, words: readonly QueryWord[]): Scored[] {
  const total = words.reduce((sum, word) => sum + word.weight, 0)
  const scores = new Float64Array(index.documents.length)
  const covered = new Float64Array(index.documents.length)
  const touched = new Set<number>()
  for (const word of words) {
    const best = new Map<number, number>()
    for (const [key, value] of word.keys) {
      const { documents, weights } = index.postings.get(key)!
      const rarity = Math.log(1 + index.documents.length / documents.length)
      documents.forEach((document, at) => {
        const points = value * weights[at]! * rarity
        if (points > (best.get(document) ?? 0)) best.set(document, points)
      })
    }
    for (const [document, points] of best) {
      scores[document]! += points * word.weight
      covered[document]! += word.weight
      touched.add(document)
    }
  }
  const found: Scored[] = []
  for (const at of touched) {
    const coverage = covered[at]! / total
    if (coverage < leastCoverage) continue
    const document = index.documents[at]!
    const length = 1 + 0.06 * Math.min(index.titleLengths[at]!, 12)
    found.push({
      document,
      score: (scores[at]! * coverage * coverage * kindBonus[document.kind] * (document.isInForce ? 1 : 0.8)) / length,
    })
  }
  return found
}

/** Which words of the title to mark, and in words how the document was found when nothing can be marked. */
function explain(document: SearchDocument, words: readonly QueryWord[]): Pick<SearchHit, 'matches' | 'why'> {
  const matches = wholeTokensOf(document.title)
    .filter((token) => words.some((word) => isMeeting(token, word)))
    .map(({ start, end }) => ({ start, end }))
  const corrected = words.filter((word) => word.correctedTo)
  if (corrected.length > 0) {
    const said = (open: string) =>
      corrected.map(({ token, correctedTo }) => `${open}${token.written}” → ${open}${correctedTo}”`).join(', ')
    return { matches, why: { sv: `Tolkat som ${said('”')}.`, en: `Read as ${said('“')}.` } }
  }
  if (matches.length > 0) return { matches, why: null }
  const themeId =
    document.kind === 'theme' ? null : words.flatMap((word) => word.themeIds).find((id) => document.themeIds.includes(id))
  const theme = themeId ? findTheme(themeId) : null
  return { matches, why: theme && { sv: `Genom temat ${theme.label.sv}.`, en: `Through the theme ${theme.label.en}.` } }
}

function isMeeting(token: Token, { keys }: QueryWord): boolean {
  return wordsWithin(token).some(
    (word) =>
      keys.has(`word:${word}`) ||
      keys.has(`stem:${stemOf(word, 'sv')}`) ||
      keys.has(`stem:${stemOf(word, 'en')}`) ||
      keys.has(`folded:${foldMarks(word)}`) ||
      compoundPartsOf(word, 'sv').some((part) => keys.has(`part:${stemOf(part, 'sv')}`) && subjectWeight(part) === 1),
  )
}

function suggestionFor(text: string, words: readonly QueryWord[]): string | null {
  let suggestion = text
  for (const { token, correctedTo } of words.toReversed())
    if (correctedTo) suggestion = suggestion.slice(0, token.start) + correctedTo + suggestion.slice(token.end)
  return suggestion === text ? null : suggestion.trim()
}

function valuesOf(document: SearchDocument, name: FacetName): readonly string[] {
  if (name === 'kind') return [document.kind]
  if (name === 'themeId') return document.themeIds
  if (name === 'regionCode') return document.regionCodes
  return document.programmePeriodId ? [document.programmePeriodId] : []
}

function countFacet(scored: readonly Scored[], name: FacetName, isChosen: (document: SearchDocument) => boolean) {
  const counts = new Map<string, number>()
  for (const { document } of scored) {
    if (isChosen(document)) for (const value of valuesOf(document, name)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

const compareDocuments = (a: SearchDocument, b: SearchDocument): number =>
  Number(b.isInForce) - Number(a.isInForce) || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1)

export type { SearchDocument, SearchIndex }
