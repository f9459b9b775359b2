import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { areasOf, themesChosen } from './region-match.ts'

/** A few regions that together cover a set of themes. */
export interface RegionGroup {
  regions: readonly Known<'region'>[]
  /** For each requested theme, the regions of the group that have chosen it, each with the area that shows it best. */
  covers: readonly { themeId: string; by: readonly { region: Known<'region'>; area: Known<'priorityArea'> }[] }[]
  /** Requested themes that no region of the group has chosen. */
  missing: readonly string[]
  /** Pairs of the group that share a land border, or else a lake. */
  neighbours: readonly { regions: readonly [Known<'region'>, Known<'region'>]; nearness: 'byLand' | 'acrossLake' }[]
  /** Joint areas that every region of the group belongs to. */
  jointAreas: readonly Known<'jointArea'>[]
}

export interface GroupQuery {
  themeIds: readonly string[]
  /** A region that must be in the group; null when there is no such demand. */
  regionCode: string | null
  /** 3 to 5 regions. */
  size: number
}

const mostGroups = 6

/**
 * Finds groups of regions that cover the chosen themes by scoring every set of that size (at most 20 349). Coverage
 * weighs most, then a second region for each theme, then borders within the group. Deterministic.
 */
export function findRegionGroups(snapshot: Snapshot, { themeIds, regionCode, size }: GroupQuery): RegionGroup[] {
  const regions = snapshot.inForce('region').toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const chosen = regions.map(({ code }) => themesChosen(snapshot, areasOf(snapshot, code)))
  const has = regions.map((_, at) => themeIds.map((themeId) => chosen[at]!.get(themeId)?.confidence ?? 0))
  const isNear = regions.map((one) =>
    regions.map(({ code }) => one.landNeighbours.includes(code) || one.waterNeighbours.includes(code)),
  )
  const must = regionCode === null ? -1 : regions.findIndex(({ code }) => code === regionCode)
  // Regions with none of the themes are left out, because they add nothing to a group.
  const useful = regions.map((_, at) => at).filter((at) => at === must || has[at]!.some((confidence) => confidence > 0))
  const best: { members: number[]; worth: number }[] = []
  for (const members of subsets(useful, size)) {
    if (must >= 0 && !members.includes(must)) continue
    const worth = worthOf(members, has, isNear)
    if (best.length === mostGroups && worth <= best.at(-1)!.worth) continue
    best.push({ members, worth })
    best.sort((a, b) => b.worth - a.worth)
    best.length = Math.min(best.length, mostGroups)
  }
  return best.map(({ members }) => describe(snapshot, { members, regions, chosen, isNear, themeIds }))
}

function worthOf(
  members: readonly number[],
  has: readonly (readonly number[])[],
  isNear: readonly (readonly boolean[])[],
): number {
  let worth = 0
  for (let theme = 0; theme < (has[0]?.length ?? 0); theme++) {
    const [first = 0, second = 0] = members.map((at) => has[at]![theme]!).sort((a, b) => b - a)
    worth += (first > 0 ? 1 : 0) + 0.2 * first + 0.25 * second
  }
  const near = members.reduce((sum, one, at) => sum + members.slice(at + 1).filter((other) => isNear[one]![other]).length, 0)
  return worth + 0.05 * near
}

function* subsets(items: readonly number[], size: number): Generator<number[]> {
  if (size === 0) yield []
  else
    for (let at = 0; at + size <= items.length; at++)
      for (const rest of subsets(items.slice(at + 1), size - 1)) yield [items[at]!, ...rest]
}

interface Described {
  members: readonly number[]
  regions: readonly Known<'region'>[]
  chosen: readonly ReturnType<typeof themesChosen>[]
  isNear: readonly (readonly boolean[])[]
  themeIds: readonly string[]
}

function describe(snapshot: Snapshot, { members, regions, chosen, isNear, themeIds }: Described): RegionGroup {
  const covers = themeIds.map((themeId) => ({
    themeId,
    by: members.flatMap((at) => {
      const found = chosen[at]!.get(themeId)
      return found ? [{ region: regions[at]!, area: found.area }] : []
    }),
  }))
  const codes = new Set(members.map((at) => regions[at]!.code))
  return {
    regions: members.map((at) => regions[at]!),
    covers,
    missing: covers.filter(({ by }) => by.length === 0).map(({ themeId }) => themeId),
    neighbours: members.flatMap((one, at) =>
      members
        .slice(at + 1)
        .filter((other) => isNear[one]![other])
        .map((other) => ({
          regions: [regions[one]!, regions[other]!] as const,
          nearness: regions[one]!.landNeighbours.includes(regions[other]!.code) ? ('byLand' as const) : ('acrossLake' as const),
        })),
    ),
    jointAreas: snapshot.inForce('jointArea').filter(({ memberCodes }) => [...codes].every((code) => memberCodes.includes(code))),
  }
}
