import type { LocalText } from '../records/shared-fields.ts'
import { foldMarks } from '../language/folding.ts'
import { subjectWeight } from '../language/subject-words.ts'
import { stemOf } from '../language/stems.ts'
import { wordsWithin } from '../language/tokens.ts'
import type { Token } from '../language/tokens.ts'
import type { SearchDocument } from './search-document.ts'
import { chooseByFacets } from './search-facets.ts'
import type { FacetCounts } from './search-facets.ts'
import type { FacetName, SearchIndex } from './search-index.ts'
import { isAsSigned, readSigns } from './query-signs.ts'
import { joinCompounds, plainQuery } from './joined-words.ts'
import { readQuery } from './search-query.ts'
import type { QueryWord } from './search-query.ts'
import { scoreAll, scoreDocuments } from './search-scoring.ts'
import { compoundPartsOf, wholeTokensOf } from '../thesaurus/term-index.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'
import { topPlaces } from './top-places.ts'
import type { Language } from '../records/language.ts'

export interface SearchQuery {
  text: string
  lang: Language
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
}

export interface SearchResult {
  total: number
  hits: SearchHit[]
  /** Per facet, the number of hits by value (counted as if that facet were not chosen), most hits first. */
  facets: FacetCounts
  /** A corrected spelling of the query. */
  suggestion: string | null
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
  const words = readQuery(index, text, query.lang)
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
      return { document, score: scores[place]!, ...explain(thesaurus, document, words) }
    })
  return { total: kept.length, hits, facets: counts, suggestion: suggestionFor(text, words) }
}

/** The ranges of the title to highlight, and how the document was found when the title does not show it. */
function explain(
  thesaurus: Thesaurus,
  document: SearchDocument,
  words: readonly QueryWord[],
): Pick<SearchHit, 'matches' | 'why'> {
  const matches = wholeTokensOf(thesaurus, document.title)
    .filter((token) => words.some((word) => isMeeting(thesaurus, token, word)))
    .map(({ start, end }) => ({ start, end }))
  const corrected = words.filter((word) => word.correctedTo)
  if (corrected.length > 0) {
    const readings = (open: string, as: string) =>
      corrected.map(({ token, correctedTo }) => `${open}${token.written}” ${as} ${open}${correctedTo}”`).join(', ')
    return { matches, why: { sv: `Läste ${readings('”', 'som')}.`, en: `Read ${readings('“', 'as')}.` } }
  }
  if (matches.length > 0 || document.kind === 'theme') return { matches, why: null }
  const described = findDescribed(thesaurus, document, words)
  if (described) return { matches, why: { sv: `Vår beskrivning har ”${described}”.`, en: `Our description has “${described}”.` } }
  const themeId = words.flatMap((word) => word.themeIds).find((id) => document.themeIds.includes(id))
  const theme = themeId ? thesaurus.findTheme(themeId) : null
  if (theme) return { matches, why: { sv: `Genom temat ${theme.label.sv}.`, en: `Through the theme ${theme.label.en}.` } }
  return { matches, why: throughBeside(thesaurus, document, words) ?? elsewhereInRecord }
}

const elsewhereInRecord: LocalText = {
  sv: 'Ordet finns i postens övriga uppgifter.',
  en: 'The word is in the record’s other facts.',
}

/** That a document is about a theme beside one that the query means. */
function throughBeside(thesaurus: Thesaurus, document: SearchDocument, words: readonly QueryWord[]): LocalText | null {
  for (const asked of words.flatMap(({ themeIds }) => themeIds))
    for (const besideId of thesaurus.findTheme(asked)!.relatedIds)
      if (document.themeIds.includes(besideId)) {
        const [theme, beside] = [thesaurus.findTheme(asked)!.label, thesaurus.findTheme(besideId)!.label]
        return {
          sv: `Genom temat ${beside.sv}, som gränsar till ${theme.sv}.`,
          en: `Through the theme ${beside.en}, which borders on ${theme.en}.`,
        }
      }
  return null
}

/** The word by which the description alone meets a query; null when the document's other words do, or nothing does. */
function findDescribed(
  thesaurus: Thesaurus,
  { titleEn, text, description }: SearchDocument,
  words: readonly QueryWord[],
): string | null {
  if (description === null) return null
  const find = (field: string): Token | undefined =>
    wholeTokensOf(thesaurus, field).find((token) => words.some((word) => isMeeting(thesaurus, token, word)))
  return find(titleEn ?? '') || find(text) ? null : (find(description)?.written ?? null)
}

function isMeeting(thesaurus: Thesaurus, token: Token, { keys: all, quietKeys }: QueryWord): boolean {
  const keys = { has: (key: string) => all.has(key) && !quietKeys.has(key) }
  return wordsWithin(token).some(
    (word) =>
      keys.has(`word:${word}`) ||
      keys.has(`sv:${stemOf(word, 'sv')}`) ||
      keys.has(`en:${stemOf(word, 'en')}`) ||
      keys.has(`folded:${foldMarks(word)}`) ||
      compoundPartsOf(thesaurus, word, 'sv').some((part) => keys.has(`part:${stemOf(part, 'sv')}`) && subjectWeight(part) === 1),
  )
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
