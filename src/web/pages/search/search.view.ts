import { regionRef } from '../../../shapes/from-snapshot.ts'
import { countHits, groupSameAreas, searchAnswerOf } from '../../../shapes/search-answer.ts'
import type { GroupedHit, HitCounts, SearchAnswer } from '../../../shapes/search-answer.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { search } from '../../../search/search.ts'
import { searchIndexOf } from '../../../search/search-of-snapshot.ts'
import type { SearchResult } from '../../../search/search.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import type { Language } from '../../../records/language.ts'
import { namesIn } from '../../frame/page-address.ts'
import { searchAddress } from './search.address.ts'

export const facetNames = ['kind', 'themeId', 'regionCode', 'programmePeriodId'] as const
export type FacetName = (typeof facetNames)[number]

export const hitsPerPage = 20

/** Of more hits it is not told how each was found, because finding that out takes longer than the search. */
const mostCounted = 1000

export interface SearchShape {
  text: string
  chosen: Record<FacetName, string>
  page: number
  result: SearchResult
  /** The hits of this page by how they were found, and each area once with its periods; one group for an empty query. */
  groups: readonly HitGroup[]
  /** What the regions answer; only on the first page, without facets. */
  answer: SearchAnswer | null
  /** The hits by how they were found; null for an empty query, which asks for nothing. */
  counts: HitCounts | null
  /** The names of the regions and themes that hits and facets name, by code and by id. */
  names: { regions: ReadonlyMap<string, string>; themes: ReadonlyMap<string, string> }
}

/** Hits found in the same way: by the word, by a synonym or through a theme. */
export interface HitGroup {
  how: 'word' | 'synonym' | 'theme' | 'place'
  hits: readonly GroupedHit[]
}

/** What the search page shows for a query. */
export function searchView(snapshot: Snapshot, { query, lang }: { query: URLSearchParams; lang: Language }): SearchShape {
  const names = namesIn(searchAddress, lang)
  const text = (query.get(names.text) ?? '').trim().slice(0, 200)
  const chosen = Object.fromEntries(facetNames.map((name) => [name, (query.get(names[name]) ?? '').slice(0, 100)])) as Record<
    FacetName,
    string
  >
  const page = Math.min(Math.max(1, Math.trunc(Number(query.get(names.page) ?? 1)) || 1), 500)
  const facets = Object.fromEntries(facetNames.filter((name) => chosen[name]).map((name) => [name, [chosen[name]]]))
  const shown = page * hitsPerPage
  const limit = text === '' ? shown : Math.max(shown, mostCounted)
  const all = search(searchIndexOf(snapshot), { text, lang, facets, limit })
  const result = { ...all, hits: all.hits.slice((page - 1) * hitsPerPage, page * hitsPerPage) }
  const counts = text === '' || all.hits.length < all.total ? null : countHits(snapshot, all)
  const isFirst = page === 1 && Object.keys(facets).length === 0
  const answer = isFirst ? searchAnswerOf(snapshot, { text, lang }) : null
  return { text, chosen, page, result, groups: groupsOf(result), answer, counts, names: namesOf(snapshot, result, lang) }
}

function groupsOf({ hits }: SearchResult): HitGroup[] {
  const grouped = groupSameAreas(hits)
  return (['word', 'synonym', 'theme', 'place'] as const)
    .map((how) => ({ how, hits: grouped.filter(({ hit }) => (hit.how === 'description' ? 'word' : hit.how) === how) }))
    .filter((group) => group.hits.length > 0)
}

function namesOf(snapshot: Snapshot, { hits, facets }: SearchResult, lang: Language): SearchShape['names'] {
  const codes = [...hits.flatMap(({ document }) => document.regionCodes), ...facets.regionCode.map(({ value }) => value)]
  const { findTheme } = thesaurusOf(snapshot)
  return {
    regions: new Map(codes.map((code) => [code, regionRef(snapshot, code).name])),
    themes: new Map(facets.themeId.map(({ value }) => [value, findTheme(value)?.label[lang] ?? value])),
  }
}
