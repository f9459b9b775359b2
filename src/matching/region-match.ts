import { kinship } from '../thesaurus/kinship.ts'
import type { LocalText } from '../records/shared-fields.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { themesOfArea } from '../coding/area-coding.ts'
import type { ActivityPanel } from '../evidence/activity-panel.ts'
import { measurementOf, occupationsOf } from '../evidence/areas-by-occupation.ts'
import { mainPanelOf } from '../evidence/main-panel.ts'
import { matchingTableOf } from '../evidence/matching-table.ts'
import { compareAreas } from '../likeness/area-likeness.ts'
import { reasonFor } from '../likeness/similarity.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { fieldComplement } from './figure-complements.ts'
import type { FieldComplement } from './figure-complements.ts'
import { mutualLinkage, relatedActivities } from './region-structure.ts'
import type { RelatedActivity } from './region-structure.ts'

/** Two areas of two regions about the same subject, and the reason. */
export interface SharedChoice {
  own: Known<'priorityArea'>
  other: Known<'priorityArea'>
  score: number
  reason: LocalText
}

export type Nearness = 'byLand' | 'acrossLake' | 'apart'

/** A region to talk to: what both have chosen, what each could bring, and how they are connected already. */
export interface RegionProposal {
  region: Known<'region'>
  /** Pairs of similar areas, most similar first; each area is in at most one pair. */
  shared: readonly SharedChoice[]
  /** Themes that the other region has chosen and this one has not, related to a theme that this one has chosen. */
  brings: readonly Complement[]
  /** Themes that this region could bring to the other, by the same rule. */
  gives: readonly Complement[]
  nearness: Nearness
  /**
   * By statistics: industries that one region has, the other lacks, and that are related to what the other has; null
   * when no statistics are loaded.
   */
  industries: {
    brings: readonly RelatedActivity[]
    gives: readonly RelatedActivity[]
    areOccupations: boolean
    linkage: number
  } | null
  /** Joint areas that both already belong to. */
  jointAreas: readonly Known<'jointArea'>[]
}

/** A theme that one region has chosen and the other has not, the related theme of the other, and an area that shows it. */
export interface Complement {
  themeId: string
  besideThemeId: string
  area: Known<'priorityArea'>
  /** The figures by which it complements the other region; null where they do not show that, or nothing can be measured. */
  figures: FieldComplement | null
}

const leastShared = 0.5
/** A theme counts as chosen when an area has it with at least this confidence. */
const leastTheme = 0.5

/** Every other region as a possible partner. Sorted by name and not by score, so that the list is not read as a ranking. */
export function findRegionProposals(snapshot: Snapshot, regionCode: string): RegionProposal[] {
  const own = areasOf(snapshot, regionCode)
  const ownRegion = snapshot.get('region', regionCode)
  if (!ownRegion) return []
  const jointAreas = snapshot.inForce('jointArea')
  return snapshot
    .inForce('region')
    .filter(({ code }) => code !== regionCode)
    .map((region) => {
      const others = areasOf(snapshot, region.code)
      return {
        region,
        shared: similarChoices(snapshot, own, others),
        brings: complements(snapshot, { from: others, to: own, pair: { from: region.code, to: regionCode } }),
        gives: complements(snapshot, { from: own, to: others, pair: { from: regionCode, to: region.code } }),
        industries: industriesOf(snapshot, regionCode, region.code),
        nearness: ownRegion.landNeighbours.includes(region.code)
          ? 'byLand'
          : ownRegion.waterNeighbours.includes(region.code)
            ? 'acrossLake'
            : 'apart',
        jointAreas: jointAreas.filter(({ memberCodes }) => memberCodes.includes(regionCode) && memberCodes.includes(region.code)),
      } satisfies RegionProposal
    })
    .sort((a, b) => a.region.name.localeCompare(b.region.name, 'sv'))
}

/** Estimates how promising a partner is; used only to choose which proposals to show expanded. */
export const promiseOf = ({ shared, brings, gives, industries, nearness }: RegionProposal): number =>
  shared.reduce((sum, { score }) => sum + score, 0) +
  0.4 * Math.min(brings.length, gives.length) +
  0.2 * [...brings, ...gives].filter(({ figures }) => figures !== null).length +
  (industries?.linkage ?? 0) +
  (nearness === 'apart' ? 0 : 0.3)

function industriesOf(snapshot: Snapshot, ownCode: string, otherCode: string): RegionProposal['industries'] {
  const statistics = matchingTableOf(snapshot)
  if (!statistics) return null
  const isMeasured = measuredOccupations(snapshot)
  return {
    areOccupations: isMeasured !== null,
    brings: relatedActivities(statistics, { from: otherCode, to: ownCode, isMeasured }),
    gives: relatedActivities(statistics, { from: ownCode, to: otherCode, isMeasured }),
    linkage: mutualLinkage(statistics, ownCode, otherCode),
  }
}

/** A pair of subjects that are less related than this has nothing to do with each other. */
const leastKinship = 0.3

/** Whether two occupations speak for subjects near each other; null when regions are matched by a table of another kind. */
function measuredOccupations(snapshot: Snapshot): ((activity: string, beside: string) => boolean) | null {
  const { statistics, activityKey } = snapshot
  if (statistics || !activityKey) return null
  const thesaurus = thesaurusOf(snapshot)
  const subjectsOf = (activity: string) =>
    activityKey.subjects.flatMap(({ subjectId, occupations }) =>
      occupations.some((code) => activity.startsWith(code)) ? [subjectId] : [],
    )
  return (activity, beside) =>
    subjectsOf(activity).some((one) => subjectsOf(beside).some((other) => kinship(thesaurus, one, other) >= leastKinship))
}

export const areasOf = (snapshot: Snapshot, regionCode: string): Known<'priorityArea'>[] =>
  snapshot.inForce('priorityArea').filter(({ owner }) => owner.kind === 'region' && owner.id === regionCode)

/** Pairs of areas alike of two regions, most alike first; each area is in at most one pair. */
export function similarChoices(
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
        similarity: compareAreas(snapshot, one, other),
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

/** The themes that a region's areas have with at least a confidence, each with the area that shows it best. */
export function themesChosen(
  snapshot: Snapshot,
  areas: readonly Known<'priorityArea'>[],
  least = leastTheme,
): Map<string, { area: Known<'priorityArea'>; confidence: number }> {
  const chosen = new Map<string, { area: Known<'priorityArea'>; confidence: number }>()
  for (const area of areas)
    for (const { themeId, confidence } of themesOfArea(snapshot, area))
      if (confidence >= least && confidence > (chosen.get(themeId)?.confidence ?? 0)) chosen.set(themeId, { area, confidence })
  return chosen
}

interface Sides {
  from: readonly Known<'priorityArea'>[]
  to: readonly Known<'priorityArea'>[]
  pair: { from: string; to: string }
}

function complements(snapshot: Snapshot, { from, to, pair }: Sides): Complement[] {
  const { findTheme } = thesaurusOf(snapshot)
  const [theirs, ours] = [themesChosen(snapshot, from), themesChosen(snapshot, to)]
  // A table that whoever runs Spets has chosen for matching takes the place of the main one, and has no themes.
  const panel = snapshot.statistics ? null : mainPanelOf(snapshot)
  return [...theirs].flatMap(([themeId, { area }]) => {
    if (ours.has(themeId)) return []
    const besideThemeId = findTheme(themeId)!.relatedIds.find((id) => ours.has(id))
    if (!besideThemeId) return []
    const figures = panel && fieldComplement(panel, occupationsOfTheme(snapshot, { panel, area, themeId }), pair)
    return [{ themeId, besideThemeId, area, figures }]
  })
}

/** The occupations that speak for what an area has of a theme. */
function occupationsOfTheme(
  snapshot: Snapshot,
  { panel, area, themeId }: { panel: ActivityPanel; area: Known<'priorityArea'>; themeId: string },
): string[] {
  const { fields } = measurementOf(snapshot, area, panel)
  return occupationsOf(
    fields.filter((field) => field.themeId === themeId),
    panel.activities,
  )
}
