import type { LocalText } from '../records/shared-fields.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { themesOfArea, labelAsCoded } from '../coding/area-coding.ts'
import { compareLabels, reasonFor } from '../likeness/similarity.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { mutualLinkage, relatedActivities } from './region-structure.ts'
import type { RelatedActivity } from './region-structure.ts'

/** Two areas of two regions that are about the same thing, and why. */
export interface SharedChoice {
  own: Known<'priorityArea'>
  other: Known<'priorityArea'>
  score: number
  reason: LocalText
}

export type Nearness = 'byLand' | 'acrossLake' | 'apart'

/** A region to talk to: what unites, what each brings, and how they stand to each other already. */
export interface RegionProposal {
  region: Known<'region'>
  /** Areas that are alike, most alike first; each area at most once. */
  shared: readonly SharedChoice[]
  /** Themes the other has chosen and this region has not, that lie next to one this region has. */
  brings: readonly Complement[]
  /** The same the other way round. */
  gives: readonly Complement[]
  nearness: Nearness
  /** By statistics: industries that the other has, this region lacks, and that lie near what it has; null when none are loaded. */
  industries: { brings: readonly RelatedActivity[]; gives: readonly RelatedActivity[]; linkage: number } | null
  /** Joint areas that both belong to already. */
  jointAreas: readonly Known<'jointArea'>[]
}

/** A theme one region brings, the theme of the other it lies next to, and an area that shows it. */
export interface Complement {
  themeId: string
  besideThemeId: string
  area: Known<'priorityArea'>
}

const leastShared = 0.5
/** A theme counts as chosen when an area is surely about it. */
const leastTheme = 0.5

/** Every other region as a possible partner. In no order of worth: by name, so that it is no league table. */
export function findRegionProposals(snapshot: Snapshot, regionCode: string): RegionProposal[] {
  const own = areasOf(snapshot, regionCode)
  const me = snapshot.get('region', regionCode)
  if (!me) return []
  const jointAreas = snapshot.inForce('jointArea')
  return snapshot
    .inForce('region')
    .filter(({ code }) => code !== regionCode)
    .map((region) => {
      const other = areasOf(snapshot, region.code)
      return {
        region,
        shared: sharedChoices(snapshot, own, other),
        brings: complements(snapshot, other, own),
        gives: complements(snapshot, own, other),
        industries: industriesOf(snapshot, regionCode, region.code),
        nearness: me.landNeighbours.includes(region.code)
          ? 'byLand'
          : me.waterNeighbours.includes(region.code)
            ? 'acrossLake'
            : 'apart',
        jointAreas: jointAreas.filter(({ memberCodes }) => memberCodes.includes(regionCode) && memberCodes.includes(region.code)),
      } satisfies RegionProposal
    })
    .sort((a, b) => a.region.name.localeCompare(b.region.name, 'sv'))
}

/** How well two regions would work together on the face of it; only for choosing which proposals to unfold. */
export const promiseOf = ({ shared, brings, gives, industries, nearness }: RegionProposal): number =>
  shared.reduce((sum, { score }) => sum + score, 0) +
  0.4 * Math.min(brings.length, gives.length) +
  (industries?.linkage ?? 0) +
  (nearness === 'apart' ? 0 : 0.3)

function industriesOf(snapshot: Snapshot, one: string, other: string): RegionProposal['industries'] {
  const { statistics } = snapshot
  if (!statistics) return null
  return {
    brings: relatedActivities(statistics, { from: other, to: one }),
    gives: relatedActivities(statistics, { from: one, to: other }),
    linkage: mutualLinkage(statistics, one, other),
  }
}

export const areasOf = (snapshot: Snapshot, regionCode: string): Known<'priorityArea'>[] =>
  snapshot.inForce('priorityArea').filter(({ owner }) => owner.kind === 'region' && owner.id === regionCode)

function sharedChoices(
  snapshot: Snapshot,
  own: readonly Known<'priorityArea'>[],
  others: readonly Known<'priorityArea'>[],
): SharedChoice[] {
  const thesaurus = thesaurusOf(snapshot)
  const pairs = own
    .flatMap((one) =>
      others.map((other) => ({
        own: one,
        other,
        similarity: compareLabels(thesaurus, labelAsCoded(snapshot, one), labelAsCoded(snapshot, other)),
      })),
    )
    .filter(({ similarity }) => similarity.score >= leastShared)
    .sort((a, b) => b.similarity.score - a.similarity.score || (a.own.id + a.other.id < b.own.id + b.other.id ? -1 : 1))
  const taken = new Set<string>()
  return pairs.flatMap((pair) => {
    if (taken.has(pair.own.id) || taken.has(pair.other.id)) return []
    taken.add(pair.own.id).add(pair.other.id)
    return [{ own: pair.own, other: pair.other, score: pair.similarity.score, reason: reasonFor(thesaurus, pair.similarity) }]
  })
}

/** The themes a region's areas are surely about, each with the area that shows it best. */
export function themesChosen(
  snapshot: Snapshot,
  areas: readonly Known<'priorityArea'>[],
): Map<string, { area: Known<'priorityArea'>; confidence: number }> {
  const chosen = new Map<string, { area: Known<'priorityArea'>; confidence: number }>()
  for (const area of areas)
    for (const { themeId, confidence } of themesOfArea(snapshot, area))
      if (confidence >= leastTheme && confidence > (chosen.get(themeId)?.confidence ?? 0))
        chosen.set(themeId, { area, confidence })
  return chosen
}

function complements(
  snapshot: Snapshot,
  from: readonly Known<'priorityArea'>[],
  to: readonly Known<'priorityArea'>[],
): Complement[] {
  const { findTheme } = thesaurusOf(snapshot)
  const [theirs, ours] = [themesChosen(snapshot, from), themesChosen(snapshot, to)]
  return [...theirs].flatMap(([themeId, { area }]) => {
    if (ours.has(themeId)) return []
    const besideThemeId = findTheme(themeId)!.relatedIds.find((id) => ours.has(id))
    return besideThemeId ? [{ themeId, besideThemeId, area }] : []
  })
}
