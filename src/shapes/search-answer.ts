import { search } from '../search/search.ts'
import type { SearchHit, SearchResult } from '../search/search.ts'
import { tokensOf } from '../language/tokens.ts'
import { searchIndexOf } from '../search/search-of-snapshot.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { Language } from '../records/language.ts'
import { findRegions } from './from-snapshot.ts'

/** How a region answers a query, the strongest of its areas in force deciding. */
export type RegionHow = Exclude<SearchHit['how'], 'place'>

/** What the regions answer to a query, before any list of hits. */
export interface SearchAnswer {
  /** What the query is about as it is quoted, without the places it names. */
  asked: string
  /** The regions in the order of the country, with how they answer; those that do not are left out. */
  regions: readonly { code: string; slug: string; name: string; how: RegionHow }[]
  /** Areas of joint areas that answer, by number; they belong to several regions. */
  jointCount: number
  /** The theme that the hits through a theme have in common most often; null when there are none. */
  theme: { id: string; label: LocalText } | null
  /** The best hit among the areas; null when no area answers. */
  nearest: { title: string; regionName: string } | null
}

/** An answer looks at this many areas at most. */
const mostAreas = 500
const strength: Record<RegionHow, number> = { word: 3, description: 2, synonym: 1, theme: 0 }

/**
 * What the areas in force answer to a query. Null for an empty one, and for one that names a region or a joint area, which
 * the list of hits answers better.
 */
export function searchAnswerOf(snapshot: Snapshot, { text, lang }: { text: string; lang: Language }): SearchAnswer | null {
  const index = searchIndexOf(snapshot)
  const [first] = search(index, { text, lang, limit: 1 }).hits
  const isPlace = first !== undefined && ['region', 'jointArea'].includes(first.document.kind) && first.matches.length > 0
  if (text.trim() === '' || isPlace) return null
  const found = search(index, { text, lang, facets: { kind: ['priorityArea'] }, onlyInForce: true, limit: mostAreas })
  const hits = found.hits.filter(({ how }) => how !== 'place')
  const theme = commonTheme(snapshot, hits, found.askedThemeIds)
  const best = new Map<string, RegionHow>()
  let jointCount = 0
  for (const { document, how } of hits) {
    if (how === 'place') continue
    // What only borders on the theme is among the hits, but is no answer to who has it.
    if (how === 'theme' && (!theme || !document.themeIds.includes(theme.id))) continue
    if (document.regionCodes.length !== 1) jointCount++
    else {
      const code = document.regionCodes[0]!
      const known = best.get(code)
      if (!known || strength[how] > strength[known]) best.set(code, how)
    }
  }
  const regions = findRegions(snapshot).flatMap(({ code, slug, name }) => {
    const how = best.get(code)
    return how ? [{ code, slug, name, how }] : []
  })
  const nearest = hits[0]?.document
  const named =
    nearest?.regionCodes.length === 1 ? findRegions(snapshot).find(({ code }) => code === nearest.regionCodes[0]) : null
  return {
    asked: found.askedWords.length < wordCount(text) ? found.askedWords.join(' ') : text.trim(),
    regions,
    jointCount,
    theme,
    nearest: nearest ? { title: nearest.title, regionName: named?.name ?? '' } : null,
  }
}

const wordCount = (text: string): number => tokensOf(text).length

/** The theme that most hits through a theme have, of those that the query means where it means any. */
function commonTheme(snapshot: Snapshot, hits: readonly SearchHit[], askedIds: readonly string[]): SearchAnswer['theme'] {
  const counts = new Map<string, number>()
  for (const { document, how } of hits)
    if (how === 'theme')
      for (const id of document.themeIds)
        if (askedIds.length === 0 || askedIds.includes(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const theme = most ? thesaurusOf(snapshot).findTheme(most[0]) : null
  return theme && { id: theme.id, label: theme.label }
}

/** How many hits of each kind a query has. */
export interface HitCounts {
  words: number
  synonyms: number
  /** The theme that the query means and most of its hits have, and how many have it; null when none has one. */
  theme: { label: LocalText; count: number } | null
  /** Hits beside the theme. */
  beside: number
  places: number
  /** The query has several words, any of which may have been met. */
  hasSeveralWords: boolean
}

/** Counts hits by how they were found. @param result with every hit */
export function countHits(snapshot: Snapshot, { hits, askedThemeIds, askedWords }: SearchResult): HitCounts {
  const countOf = (...ways: SearchHit['how'][]) => hits.filter(({ how }) => ways.includes(how)).length
  const theme = commonTheme(snapshot, hits, askedThemeIds)
  const throughTheme = hits.filter(({ how, document }) => how === 'theme' && theme && document.themeIds.includes(theme.id)).length
  return {
    words: countOf('word', 'description'),
    synonyms: countOf('synonym'),
    theme: theme && { label: theme.label, count: throughTheme },
    beside: countOf('theme') - throughTheme,
    places: countOf('place'),
    hasSeveralWords: askedWords.length > 1,
  }
}

/** A hit with the other lists that have the same area under the same name. */
export interface GroupedHit {
  hit: SearchHit
  /** The programme periods of the same area's other lists, newest first. */
  otherPeriods: readonly string[]
}

/** Puts an area that is in several lists of one owner under the same name into one hit, the first of them. */
export function groupSameAreas(hits: readonly SearchHit[]): GroupedHit[] {
  const byArea = Map.groupBy(hits, ({ document: { kind, id, title, regionCodes } }) =>
    kind === 'priorityArea' ? `${regionCodes.join()} ${title.toLowerCase()}` : `${kind} ${id}`,
  )
  return [...byArea.values()].map((same) => {
    const hit = same.find(({ document }) => document.isInForce) ?? same[0]!
    const others = same.filter((one) => one !== hit).flatMap(({ document }) => document.programmePeriodId ?? [])
    return { hit, otherPeriods: [...new Set(others)].sort().toReversed() }
  })
}
