import { foldMarks } from '../language/folding.ts'
import { foldWords } from '../records/fold-words.ts'
import { slugOf } from '../records/slug.ts'
import { derive } from '../snapshot/derive.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { findRegionCalled } from './region-called.ts'

/** How a text that names an area was understood. Of several editions of one owner the newest is meant; of several owners none is guessed. */
export type AreaReading =
  | { outcome: 'known'; area: Known<'priorityArea'> }
  | { outcome: 'several'; areas: readonly Known<'priorityArea'>[] }
  | { outcome: 'unknown' }

const longestName = 400

/**
 * Reads which area is meant: by its id, in any case; by its name now or before, in either language; or by its owner and its
 * name ("Värmland: Skoglig bioekonomi", "varmland-skoglig-bioekonomi"). @param before only an area of an older list of the same owner
 */
export function readArea(snapshot: Snapshot, asked: string, before?: Known<'priorityArea'>): AreaReading {
  const written = asked.slice(0, longestName).trim()
  const byId = snapshot.getBegun('priorityArea', written) ?? snapshot.getBegun('priorityArea', slugOf(written, longestName))
  if (byId) return { outcome: 'known', area: byId }
  const names = areasByName(snapshot)
  const named = names.get(keyOf(written)) ?? []
  const ids = named.length > 0 ? named : (ownersAndRest(snapshot, written).find((found) => found.length > 0) ?? [])
  const isMeant = (area: Known<'priorityArea'>) =>
    !before || (ownerKey(area.owner) === ownerKey(before.owner) && area.meta.validFrom < before.meta.validFrom)
  return readingOf(ids.flatMap((id) => snapshot.getBegun('priorityArea', id) ?? []).filter(isMeant))
}

function readingOf(areas: readonly Known<'priorityArea'>[]): AreaReading {
  if (areas.length === 0) return { outcome: 'unknown' }
  const byOwner = Map.groupBy(areas, ({ owner }) => ownerKey(owner))
  const newest = [...byOwner.values()].map((own) =>
    own.reduce((best, area) => (area.meta.validFrom > best.meta.validFrom ? area : best)),
  )
  return newest.length === 1 ? { outcome: 'known', area: newest[0]! } : { outcome: 'several', areas: newest }
}

/** The areas meant by an owner's name and an area's, at every place where the text can be parted in two. */
function ownersAndRest(snapshot: Snapshot, written: string): string[][] {
  const names = areasByName(snapshot)
  const words = written.split(/[\s:,/–-]+/).filter(Boolean)
  return Array.from({ length: Math.max(0, Math.min(words.length, longestOwner) - 1) }, (_, before) => {
    const at = before + 1
    const region = findRegionCalled(snapshot, words.slice(0, at).join(' '))
    const ids = names.get(keyOf(words.slice(at).join(' '))) ?? []
    return region ? ids.filter((id) => snapshot.getBegun('priorityArea', id)?.owner.id === region.code) : []
  })
}

/** An owner's name has at most this many words, less one. */
const longestOwner = 6

const keyOf = (name: string): string => foldMarks(foldWords(name))

/** The ids of the areas that have or had a name. */
const areasByName = derive('areas by name', ['priorityArea'], (snapshot): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>()
  for (const { id } of snapshot.everBegun('priorityArea')) {
    const labels = snapshot
      .history('priorityArea', id)
      .flatMap(({ displayLabel, verbatimLabel, translatedLabel }) => [displayLabel, verbatimLabel, translatedLabel ?? ''])
    // The id is the owner's, the list's year and the name; people leave out the year.
    const inId = id.replace(/^.*?-\d{4}-/, '')
    for (const name of new Set([...labels, inId].map(keyOf))) if (name) names.set(name, [...(names.get(name) ?? []), id])
  }
  return names
})
