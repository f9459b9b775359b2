import type { LocalText } from '../records/shared-fields.ts'
import { explainHit, subjectWordsOf } from './explain-hit.ts'
import type { HowFound } from './explain-hit.ts'
import type { SearchDocument } from './search-document.ts'
import { chooseByFacets } from './search-facets.ts'
import type { FacetCounts } from './search-facets.ts'
import type { FacetName, SearchIndex } from './search-index.ts'
import { isAsSigned, readSigns } from './query-signs.ts'
import { joinCompounds, plainQuery } from './joined-words.ts'
import { readQuery } from './search-query.ts'
import type { QueryWord } from './search-query.ts'
import { scoreAll, scoreDocuments } from './search-scoring.ts'
import { topPlaces } from './top-places.ts'
import type { Language } from '../records/language.ts'

export interface SearchQuery {
  text: string
  lang: Language
  /** It is being typed: the last word may be a beginning of few letters. */
  isTyping?: boolean
  facets?: Partial<Record<FacetName, readonly string[]>>
  onlyInForce?: boolean
  limit?: number
  offset?: number
}

export interface SearchHit {
  document: SearchDocument
  score: number
  /** Ranges of the title to highlight. */
  matches: { start: number; end: number }[]
  /** How the document was found, when the title does not show it. */
  why: LocalText | null
  how: HowFound
}

export interface SearchResult {
  total: number
  hits: SearchHit[]
  /** Per facet, the number of hits by value (counted as if that facet were not chosen), most hits first. */
  facets: FacetCounts
  /** A corrected spelling of the query. */
  suggestion: string | null
  /** The words of the query that say what it is about, without those of places' names where there are others. */
  askedWords: readonly string[]
  /** The themes that these words mean. */
  askedThemeIds: readonly string[]
}

const longestQuery = 200

/**
 * Ranked search in Swedish and English. Deterministic; an empty query returns every document. A hit must contain the
 * phrases in quotation marks and must not contain the words after a minus. Word forms, parts of compounds, prefixes of
 * the last word, themes (synonyms and translations), misspellings and letters without marks all match, with decreasing
 * weight.
 */
export function search(index: SearchIndex, query: SearchQuery): SearchResult {
  const operators = readSigns(plainQuery(query.text.slice(0, longestQuery)))
  const text = joinCompounds(index, operators.text)
  const words = readQuery(index, text, query)
  // A query of punctuation only returns nothing; an empty one, or one with only excluded words, returns everything.
  const isAll = text.trim() === ''
  const { places: met, scores } = isAll ? scoreAll(index) : scoreDocuments(index, words)
  const isSigned = operators.phrases.length > 0 || operators.excluded.length > 0
  const places = isSigned ? met.filter((place) => isAsSigned(index.documents[place]!.whole(), operators)) : met
  const { facets: chosen = {}, onlyInForce = false, limit = 20, offset = 0 } = query
  const { kept, counts } = chooseByFacets(index, places, { chosen, onlyInForce })
  const { thesaurus, order, documents } = index
  const isBetter = (a: number, b: number) => scores[a]! > scores[b]! || (scores[a] === scores[b] && order[a]! < order[b]!)
  const hits = topPlaces(kept, offset + limit, isBetter)
    .slice(offset)
    .map((place) => {
      const document = documents[place]!.whole()
      return { document, score: scores[place]!, ...explainHit(thesaurus, document, words) }
    })
  const asked = subjectWordsOf(words)
  return {
    total: kept.length,
    hits,
    facets: counts,
    suggestion: suggestionFor(text, words),
    askedWords: asked.map(({ token }) => token.written),
    askedThemeIds: [...new Set(asked.flatMap(({ themeIds }) => themeIds))],
  }
}

function suggestionFor(text: string, words: readonly QueryWord[]): string | null {
  let suggestion = text
  for (const { token, correctedTo } of words.toReversed())
    if (correctedTo) suggestion = suggestion.slice(0, token.start) + correctedTo + suggestion.slice(token.end)
  return suggestion === text ? null : suggestion.trim()
}

export { facetNames } from './search-index.ts'
export type { FacetName, SearchIndex } from './search-index.ts'
export type { SearchDocument } from './search-document.ts'
