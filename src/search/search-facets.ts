import { facetNames } from './search-index.ts'
import type { FacetColumn, FacetName, SearchIndex } from './search-index.ts'

export type FacetCounts = Record<FacetName, { value: string; count: number }[]>

/**
 * Keeps the places that every chosen facet allows. The values of each facet are counted among the places that the other
 * facets allow, so that the reader sees what another choice would give.
 */
export function chooseByFacets(
  index: SearchIndex,
  places: readonly number[],
  { chosen, onlyInForce }: { chosen: Partial<Record<FacetName, readonly string[]>>; onlyInForce: boolean },
): { kept: number[]; counts: FacetCounts } {
  const facets = facetNames.map((name) => {
    const column = index.columns[name]
    return { name, column, allowed: allowedIn(column, chosen[name] ?? []), counts: new Uint32Array(column.values.length) }
  })
  const kept: number[] = []
  for (const place of places) {
    if (onlyInForce && !index.documents[place]!.isInForce) continue
    const against = facets.filter(({ column, allowed }) => allowed && !isAllowed(column, allowed, place))
    if (against.length === 0) kept.push(place)
    if (against.length < 2)
      for (const { column, counts } of against.length === 0 ? facets : against)
        for (let at = column.starts[place]!; at < column.starts[place + 1]!; at++) counts[column.ids[at]!]!++
  }
  return {
    kept,
    counts: Object.fromEntries(facets.map(({ name, column, counts }) => [name, listed(column, counts)])) as FacetCounts,
  }
}

/** Per value, 1 when it is chosen; null when none is chosen, which allows all. */
function allowedIn({ values }: FacetColumn, chosen: readonly string[]): Uint8Array | null {
  return chosen.length === 0 ? null : Uint8Array.from(values, (value) => Number(chosen.includes(value)))
}

function isAllowed({ starts, ids }: FacetColumn, allowed: Uint8Array, place: number): boolean {
  for (let at = starts[place]!; at < starts[place + 1]!; at++) if (allowed[ids[at]!] === 1) return true
  return false
}

function listed({ values }: FacetColumn, counts: Uint32Array): { value: string; count: number }[] {
  return values
    .map((value, id) => ({ value, count: counts[id]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
