import type { LocalText } from '../records/shared-fields.ts'
import { conceptsOfArea, describedConcepts, themesOfArea } from '../coding/area-coding.ts'
import { codeCluster } from '../coding/cluster-coding.ts'
import { measurementOf } from '../evidence/areas-by-occupation.ts'
import { codesWithin } from '../evidence/codes-within.ts'
import { mainPanelOf } from '../evidence/main-panel.ts'
import { compareAreas } from '../likeness/area-likeness.ts'
import { reasonFor } from '../likeness/similarity.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { activityComplements } from './figure-complements.ts'
import type { ActivityComplement } from './figure-complements.ts'

/** A region's area to work with, and what it would bring. */
export interface AreaPartner {
  area: Known<'priorityArea'>
  /** Likeness of the two areas, 0–1, and why. */
  score: number
  reason: LocalText
  /** Concepts that the other area has, within a theme of both, and this one lacks. */
  brings: readonly string[]
  /** By figures: occupations in the field of both that the other region has, this one's region lacks, and that are near what it has. */
  complements: readonly ActivityComplement[]
  /** The other region's clusters that work with a theme of both. */
  clusters: readonly Known<'cluster'>[]
  /** The other region's areas about testing, in which what both are about could be tried. */
  testBeds: readonly Known<'priorityArea'>[]
}

const mostPartners = 3
const mostBrought = 4
/** Areas less alike share too little to talk about. */
const leastLikeness = 0.45
/** What counts beside likeness when partners are chosen: something to bring, by words or by figures, and a cluster to meet. */
const worthOf = { brings: 0.1, complements: 0.08, cluster: 0.05, testBed: 0.03 }
const testTheme = 'test-och-demonstration'

/**
 * At most three areas of other regions to work with, the best of each region: alike, and with something to bring. None
 * where no other is alike enough. Joint areas are left out, since their regions are partners already.
 */
export function findAreaPartners(snapshot: Snapshot, area: Known<'priorityArea'>): AreaPartner[] {
  const thesaurus = thesaurusOf(snapshot)
  const best = new Map<string, { partner: AreaPartner; worth: number }>()
  for (const other of snapshot.inForce('priorityArea')) {
    if (other.owner.kind !== 'region' || isOfSameOwner(snapshot, area, other)) continue
    const similarity = compareAreas(snapshot, area, other)
    if (similarity.score < leastLikeness) continue
    const shared = sharedThemes(snapshot, area, other)
    const partner: AreaPartner = {
      area: other,
      score: similarity.score,
      reason: reasonFor(thesaurus, similarity),
      brings: broughtBy(snapshot, { other, area, shared }),
      complements: complementsOf(snapshot, { area, other, shared }),
      clusters: clustersOf(snapshot, other.owner.id, shared),
      testBeds: testBedsOf(snapshot, other),
    }
    const worth =
      partner.score +
      (partner.brings.length > 0 ? worthOf.brings : 0) +
      (partner.complements.length > 0 ? worthOf.complements : 0) +
      (partner.clusters.length > 0 ? worthOf.cluster : 0) +
      (partner.testBeds.length > 0 ? worthOf.testBed : 0)
    if (worth > (best.get(other.owner.id)?.worth ?? 0)) best.set(other.owner.id, { partner, worth })
  }
  return [...best.values()]
    .sort((a, b) => b.worth - a.worth || (a.partner.area.id < b.partner.area.id ? -1 : 1))
    .slice(0, mostPartners)
    .map(({ partner }) => partner)
}

/** Whether both are of one region, or the first is of a joint area that the other's region belongs to. */
function isOfSameOwner(snapshot: Snapshot, { owner }: Known<'priorityArea'>, other: Known<'priorityArea'>): boolean {
  if (owner.kind === 'region') return owner.id === other.owner.id
  return snapshot.get('jointArea', owner.id)?.memberCodes.includes(other.owner.id) ?? false
}

function sharedThemes(snapshot: Snapshot, one: Known<'priorityArea'>, other: Known<'priorityArea'>): ReadonlySet<string> {
  const own = new Set(themesOfArea(snapshot, one).map(({ themeId }) => themeId))
  return new Set(themesOfArea(snapshot, other).flatMap(({ themeId }) => (own.has(themeId) ? [themeId] : [])))
}

const conceptsOf = (snapshot: Snapshot, area: Known<'priorityArea'>): string[] =>
  [...conceptsOfArea(snapshot, area), ...describedConcepts(snapshot, area)].map(({ conceptId }) => conceptId)

function broughtBy(
  snapshot: Snapshot,
  { other, area, shared }: { other: Known<'priorityArea'>; area: Known<'priorityArea'>; shared: ReadonlySet<string> },
): string[] {
  const own = new Set(conceptsOf(snapshot, area))
  const { findConcept } = thesaurusOf(snapshot)
  const isWithin = (id: string) => findConcept(id)!.themeIds.some((themeId) => shared.has(themeId))
  return [...new Set(conceptsOf(snapshot, other))].filter((id) => !own.has(id) && isWithin(id)).slice(0, mostBrought)
}

/** The occupations that speak for the themes of both, or for the other area, in which its region complements this one's. None for an area of several. */
function complementsOf(
  snapshot: Snapshot,
  { area, other, shared }: { area: Known<'priorityArea'>; other: Known<'priorityArea'>; shared: ReadonlySet<string> },
): ActivityComplement[] {
  const panel = snapshot.statistics ? null : mainPanelOf(snapshot)
  if (!panel || area.owner.kind !== 'region') return []
  const ofThemes = (snapshot.activityKey?.subjects ?? [])
    .filter(({ subjectId }) => shared.has(subjectId))
    .flatMap(({ occupations }) => occupations)
  const among = [...codesWithin(ofThemes, panel.activities), ...measurementOf(snapshot, other, panel).occupations]
  return activityComplements(panel, among, { from: other.owner.id, to: area.owner.id })
}

const clustersOf = (snapshot: Snapshot, regionCode: string, shared: ReadonlySet<string>): Known<'cluster'>[] =>
  snapshot
    .inForce('cluster')
    .filter((cluster) => cluster.regionCode === regionCode)
    .filter((cluster) => codeCluster(thesaurusOf(snapshot), cluster).themes.some(({ themeId }) => shared.has(themeId)))

const testBedsOf = (snapshot: Snapshot, { id, owner }: Known<'priorityArea'>): Known<'priorityArea'>[] =>
  snapshot
    .inForce('priorityArea')
    .filter((one) => one.id !== id && one.owner.kind === owner.kind && one.owner.id === owner.id)
    .filter((one) => themesOfArea(snapshot, one)[0]?.themeId === testTheme)
