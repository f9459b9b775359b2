import { compareDays } from '../../../records/time.ts'
import { areasKnownIn, isUnread } from '../../../snapshot/areas-known.ts'
import { findCurrentEdition, findEditions } from '../../../snapshot/editions.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { findLineage } from '../../../likeness/lineage.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import type { Theme } from '../../../records/thesaurus-facts.ts'
import { areaEvidenceOf } from '../../../shapes/area-evidence.ts'
import { editionShape, jointAreaShape } from '../../../shapes/from-snapshot.ts'
import { regionSummaries } from '../../../shapes/region-shape.ts'
import type { EditionShape, JointAreaShape, RegionSummaryShape } from '../../../shapes/shapes.ts'
import type { Language } from '../../../records/language.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { startAddress } from './start.address.ts'

export const mapModes = ['number', 'theme', 'changed', 'evidence'] as const
export type MapMode = (typeof mapModes)[number]

/** What became of a region's list since a day; `unread`: there is a newer one, but nobody has read its areas. */
export type ListNews = 'changed' | 'restated' | 'unread' | 'unknown'

/** How many of a region's areas can be measured, and how many of those the occupations clearly back. */
export interface BackedAreas {
  measured: number
  backed: number
}

export interface StartRegion extends RegionSummaryShape {
  news: ListNews
  /** Null unless the map is coloured by it, since it takes longer to make than the rest of the page, and where the areas are unknown. */
  evidence: BackedAreas | null
}

export interface StartShape {
  mode: MapMode
  theme: Theme
  since: string
  regions: StartRegion[]
  /** Areas in the regions' own lists; parts of areas are not counted. */
  areaCount: number
  /** Areas in the joint areas' lists. */
  jointAreaCount: number
  themeCounts: { theme: Theme; regionCount: number }[]
  latest: EditionShape[]
  jointAreas: JointAreaShape[]
}

/** The day the deck was shown: what changed is counted from it unless the snapshot's day is earlier. */
export const deckDay = '2018-01-31'

/** What the start page shows. */
export function startView(snapshot: Snapshot, { query, lang }: { query: URLSearchParams; lang: Language }): StartShape {
  const asked = namesIn(startAddress, lang)
  const words = wordsIn(startAddress.query.mode, lang)
  const mode = mapModes.find((name) => words[name] === query.get(asked.mode)) ?? (query.get(asked.theme) ? 'theme' : 'number')
  const regions = regionSummaries(snapshot).map((region) => ({
    ...region,
    news: newsSince(snapshot, region.code),
    evidence: mode === 'evidence' ? backedAreasOf(snapshot, region.code) : null,
  }))
  const { themes, findTheme } = thesaurusOf(snapshot)
  const themeCounts = themes
    .map((theme) => ({ theme, regionCount: regions.filter((region) => region.themeIds.includes(theme.id)).length }))
    .sort((a, b) => b.regionCount - a.regionCount)
  const editions = snapshot.inForce('region').flatMap(({ code }) => findEditions(snapshot, { kind: 'region', id: code }))
  const joint = snapshot.inForce('jointArea')
  const all = [...editions, ...joint.flatMap(({ id }) => findEditions(snapshot, { kind: 'jointArea', id }))]
  const latest = all
    .filter((e) => e.strategy.datePrecision !== 'unknown')
    .toSorted((a, b) => compareDays(b.strategy.meta.inForceFrom, a.strategy.meta.inForceFrom))
  return {
    mode,
    theme: findTheme(query.get(asked.theme) ?? '') ?? themeCounts[0]!.theme,
    since: deckDay,
    regions,
    areaCount: regions.reduce((sum, region) => sum + (region.current?.priorities.length ?? 0), 0),
    jointAreaCount: joint.reduce((sum, { id }) => sum + areasInForce(snapshot, id), 0),
    themeCounts,
    latest: latest.slice(0, 6).map((edition) => editionShape(snapshot, edition)),
    jointAreas: joint.map((area) => jointAreaShape(snapshot, area)),
  }
}

/** Of the areas of a region's list. */
function backedAreasOf(snapshot: Snapshot, code: string): BackedAreas | null {
  const edition = findCurrentEdition(snapshot, { kind: 'region', id: code })
  if (edition === null || areasKnownIn(edition) === 'unknown') return null
  const measured = edition.priorities.map((area) => areaEvidenceOf(snapshot, area)).filter(({ status }) => status === 'measured')
  return { measured: measured.length, backed: measured.filter(({ verdict }) => verdict === 'backed').length }
}

const areasInForce = (snapshot: Snapshot, jointAreaId: string): number =>
  findCurrentEdition(snapshot, { kind: 'jointArea', id: jointAreaId })?.priorities.length ?? 0

/** Whether a region's list has changed since the deck: every step between the two lists is looked at. */
function newsSince(snapshot: Snapshot, code: string): ListNews {
  const steps = findLineage(snapshot, { kind: 'region', id: code }).filter((step) => step.to.strategy.meta.inForceFrom > deckDay)
  if (steps.length === 0) return 'unknown'
  if (steps.some((step) => step.links.some((link) => link.change !== 'unchanged'))) return 'changed'
  return steps.some((step) => isUnread(step.from) || isUnread(step.to)) ? 'unread' : 'restated'
}
