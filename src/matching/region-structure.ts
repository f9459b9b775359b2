import { deriveEach } from '../snapshot/derive-each.ts'
import {
  findStructuralPeers,
  interregionalLinkages,
  locationQuotient,
  type PairMatrix,
  poissonInterval,
  type Presence,
  proximity,
  relatednessDensity,
  specialisation,
  type Table,
} from '../../packages/relatedness/src/relatedness.ts'
import type { RegionActivities } from '../records/region-activities.ts'

/** A region with a similar structure, and the activities of which both have more than the regions taken together. */
export interface StructuralPeer {
  regionCode: string
  /** Jensen–Shannon distance between the shares of activities, 0–1. */
  distance: number
  alike: readonly string[]
}

/** An activity that one region is specialised in and the other is not, related to what the other has. */
export interface RelatedActivity {
  activity: string
  /** Location quotient in the region that brings it. */
  quotient: number
  /** The share of related activities that the other region has, 0–1. */
  density: number
  /** The other region's most related activity. */
  besideActivity: string
}

interface Structure {
  table: Table
  quotients: Table
  presence: Presence
  proximity: PairMatrix
  density: Table
  /** By activity: whether one region can bring it to another. */
  isBrought: readonly boolean[]
  /** A regions × regions matrix: what the second adds to the first, on average. */
  added: PairMatrix
}

const mostPeers = 5
const mostAlike = 3
const mostRelated = 3
const structureOf = deriveEach('structure of regions', makeStructure)

function makeStructure({ regionCodes, activities, distinctive, values }: RegionActivities): Structure {
  const table: Table = { regions: regionCodes, activities, values }
  const quotients = locationQuotient(table)
  const presence = specialisation(quotients)
  const near = proximity(presence)
  const density = relatednessDensity(presence, { proximity: near })
  const isBrought = activities.map((activity) => distinctive?.has(activity) ?? true)
  return {
    table,
    quotients,
    presence,
    proximity: near,
    density,
    isBrought,
    added: interregionalLinkages(presence, near).byRegion,
  }
}

/**
 * The regions whose shares of activities are most similar to a region's; empty when the table has nothing for the
 * region.
 * Source: `findStructuralPeers` of the engine (Jensen–Shannon distance; Endres & Schindelin 2003).
 */
export function structuralPeers(statistics: RegionActivities, regionCode: string): StructuralPeer[] {
  const { table } = structureOf(statistics)
  const width = table.activities.length
  const at = table.regions.indexOf(regionCode)
  const hasAny = at >= 0 && table.values.subarray(at * width, (at + 1) * width).some((value) => value > 0)
  if (!hasAny) return []
  // What every region has alike says nothing of two of them, so enough are asked for to leave it out.
  const named = statistics.distinctive ? table.activities.length : mostAlike
  return findStructuralPeers(table, regionCode, { limit: mostPeers, named }).map(({ region, distance, alike }) => ({
    regionCode: region,
    distance,
    alike: alike
      .map(({ activity }) => activity)
      .filter((activity) => statistics.distinctive?.has(activity) ?? true)
      .slice(0, mostAlike),
  }))
}

/**
 * What one region could bring another: activities that it is specialised in (location quotient at least 1) and the other
 * is not, sorted by how related they are to what the other has (relatedness density).
 * Source: Balland & Boschma 2021, doi:10.1080/00343404.2020.1861240.
 * @param isMeasured whether an activity and the one beside it speak for subjects near each other; then only those are kept of which both regions clearly have
 *   more than the nation
 */
export function relatedActivities(
  statistics: RegionActivities,
  {
    from,
    to,
    isMeasured = null,
  }: { from: string; to: string; isMeasured?: ((activity: string, beside: string) => boolean) | null },
): RelatedActivity[] {
  const { table, quotients, presence, proximity: near, density, isBrought } = structureOf(statistics)
  const [giver, taker] = [table.regions.indexOf(from), table.regions.indexOf(to)]
  if (giver < 0 || taker < 0) return []
  const width = table.activities.length
  const found: RelatedActivity[] = []
  for (let at = 0; at < width; at++) {
    if (!isBrought[at]) continue
    const share = density.values[taker * width + at]!
    if (presence.values[giver * width + at] !== 1 || presence.values[taker * width + at] !== 0 || !(share > 0)) continue
    const beside = nearestHad(presence, near, { region: taker, activity: at })
    if (beside === null) continue
    if (isMeasured) {
      const isClear = (cell: number) => isClearlyMore(table.values[cell]!, quotients.values[cell]!)
      if (!isMeasured(table.activities[at]!, table.activities[beside]!)) continue
      if (!isClear(giver * width + at) || !isClear(taker * width + beside)) continue
    }
    found.push({
      activity: table.activities[at]!,
      quotient: quotients.values[giver * width + at]!,
      density: share,
      besideActivity: table.activities[beside]!,
    })
  }
  return found.sort((a, b) => b.density - a.density || b.quotient - a.quotient).slice(0, mostRelated)
}

/** Whether a region has clearly more of an activity than the nation: the whole 95 % interval of its quotient is above 1. */
const isClearlyMore = (count: number, quotient: number): boolean => (poissonInterval(count)[0] * quotient) / count > 1

/** The activity of a region that is most related to another activity; null when none is related. */
function nearestHad(
  { values, activities }: Presence,
  near: PairMatrix,
  { region, activity }: { region: number; activity: number },
): number | null {
  const width = activities.length
  let best: number | null = null
  for (let at = 0; at < width; at++) {
    const nearness = near.values[activity * width + at]!
    if (at === activity || values[region * width + at] !== 1 || !(nearness > 0)) continue
    if (best === null || nearness > near.values[activity * width + best]!) best = at
  }
  return best
}

/** How much two regions add to each other, summed both ways, 0–2; 0 when the table lacks one of them. */
export function mutualLinkage(statistics: RegionActivities, firstCode: string, secondCode: string): number {
  const { added } = structureOf(statistics)
  const [a, b] = [added.labels.indexOf(firstCode), added.labels.indexOf(secondCode)]
  if (a < 0 || b < 0) return 0
  const size = added.labels.length
  return (added.values[a * size + b]! || 0) + (added.values[b * size + a]! || 0)
}
