import { compareDays } from '../../../records/time.ts'
import { areasKnownIn, isUnread } from '../../../snapshot/areas-known.ts'
import { findCurrentEdition, findEditions } from '../../../snapshot/editions.ts'
import type { Known, Snapshot } from '../../../snapshot/snapshot.ts'
import { findLineage } from '../../../likeness/lineage.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import type { Theme } from '../../../records/thesaurus-facts.ts'
import type { DatePrecision, LocalText, Owner } from '../../../records/shared-fields.ts'
import { areaEvidenceOf } from '../../../shapes/area-evidence.ts'
import { countyLetters, editionShape, jointAreaShape, priorityShape } from '../../../shapes/from-snapshot.ts'
import { regionSummaries } from '../../../shapes/region-shape.ts'
import type { EditionShape, JointAreaShape, PriorityShape, RegionSummaryShape } from '../../../shapes/shapes.ts'
import type { Language } from '../../../records/language.ts'
import { namesIn, wordsIn } from '../../frame/page-address.ts'
import { mostOwnAreas } from './own-area.ts'
import type { OwnArea } from './own-area.ts'
import { startAddress } from './start.address.ts'

export const mapModes = ['own', 'theme', 'evidence', 'fresh', 'changed'] as const
export type MapMode = (typeof mapModes)[number]

/** What became of a region's list since a day; `unread`: there is a newer one, but nobody has read its areas. */
export type ListNews = 'changed' | 'restated' | 'unread' | 'unknown'

/** How many of a region's areas can be measured, and how many of those the occupations clearly back. */
export interface BackedAreas {
  measured: number
  backed: number
}

export interface StartRegion extends RegionSummaryShape {
  /** The county's letters: AB for Stockholm. */
  letters: string
  news: ListNews
  /** Null unless the map is coloured by it, since it takes longer to make than the rest of the page, and where the areas are unknown. */
  evidence: BackedAreas | null
  /** The area whose theme the fewest regions have; null where no area has a theme. */
  own: OwnArea | null
}

export interface ThemeCount {
  theme: Theme
  regionCount: number
  /** How many had it on the deck's day; null when that day is not before the one that is shown. */
  countThen: number | null
}

/** A list with what it has that the one before had not, and the other way round. */
export interface LatestList extends EditionShape {
  added: PriorityShape[]
  dropped: PriorityShape[]
  /** No list before it is known. */
  isFirst: boolean
}

export interface StartShape {
  mode: MapMode
  theme: Theme
  since: string
  validAt: string
  regions: StartRegion[]
  /** Areas in the regions' own lists; parts of areas are not counted. */
  areaCount: number
  /** Areas in the joint areas' lists. */
  jointAreaCount: number
  themeCounts: ThemeCount[]
  latest: LatestList[]
  /** Whose list, or words of an area in it, changed last, as far as the day is known. */
  newest: { name: LocalText; date: string; precision: DatePrecision } | null
  jointAreas: JointAreaShape[]
}

/** The day the deck was shown: what changed is counted from it unless the snapshot's day is earlier. */
export const deckDay = '2018-01-31'

/** What the start page shows. */
export function startView(snapshot: Snapshot, { query, lang }: { query: URLSearchParams; lang: Language }): StartShape {
  const asked = namesIn(startAddress, lang)
  const words = wordsIn(startAddress.query.mode, lang)
  const mode = mapModes.find((name) => words[name] === query.get(asked.mode)) ?? (query.get(asked.theme) ? 'theme' : 'own')
  const summaries = regionSummaries(snapshot)
  const own = mostOwnAreas(summaries)
  const letters = countyLetters(snapshot)
  const regions = summaries.map((region) => ({
    ...region,
    letters: letters.get(region.code) ?? '',
    news: newsSince(snapshot, region.code),
    evidence: mode === 'evidence' ? backedAreasOf(snapshot, region.code) : null,
    own: own.get(region.code) ?? null,
  }))
  const themeCounts = countThemes(snapshot, regions)
  const joint = snapshot.inForce('jointArea')
  const latest = latestLists(snapshot)
  return {
    mode,
    theme: thesaurusOf(snapshot).findTheme(query.get(asked.theme) ?? '') ?? themeCounts[0]!.theme,
    since: deckDay,
    validAt: snapshot.validAt,
    regions,
    areaCount: regions.reduce((sum, region) => sum + (region.current?.priorities.length ?? 0), 0),
    jointAreaCount: joint.reduce((sum, { id }) => sum + areasInForce(snapshot, id), 0),
    themeCounts,
    latest,
    newest: newestChange(regions, latest[0]),
    jointAreas: joint.map((area) => jointAreaShape(snapshot, area)),
  }
}

/** Every theme with the number of regions that have it now, and had it on the deck's day; the most chosen first. */
function countThemes(snapshot: Snapshot, regions: readonly RegionSummaryShape[]): ThemeCount[] {
  const then = deckDay < snapshot.validAt ? regionSummaries(snapshot.at(deckDay)) : null
  const countIn = (all: readonly RegionSummaryShape[], id: string) => all.filter(({ themeIds }) => themeIds.includes(id)).length
  return thesaurusOf(snapshot)
    .themes.map((theme) => ({
      theme,
      regionCount: countIn(regions, theme.id),
      countThen: then && countIn(then, theme.id),
    }))
    .sort((a, b) => b.regionCount - a.regionCount)
}

/** The six newest lists whose date is known, of regions and joint areas. */
function latestLists(snapshot: Snapshot): LatestList[] {
  const owners: Owner[] = [
    ...snapshot.inForce('region').map(({ code }): Owner => ({ kind: 'region', id: code })),
    ...snapshot.inForce('jointArea').map(({ id }): Owner => ({ kind: 'jointArea', id })),
  ]
  return owners
    .flatMap((owner) => findEditions(snapshot, owner).map((edition) => ({ owner, edition })))
    .filter(({ edition }) => edition.strategy.datePrecision !== 'unknown')
    .toSorted((a, b) => compareDays(b.edition.strategy.meta.inForceFrom, a.edition.strategy.meta.inForceFrom))
    .slice(0, 6)
    .map(({ owner, edition }) => {
      const step = findLineage(snapshot, owner).find(({ to }) => to.strategy.id === edition.strategy.id)
      const shapesOf = (areas: (Known<'priorityArea'> | null)[]) =>
        areas.flatMap((area) => (area ? [priorityShape(snapshot, area)] : []))
      const links = step?.links ?? []
      return {
        ...editionShape(snapshot, edition),
        isFirst: step === undefined,
        added: shapesOf(links.filter(({ change }) => change === 'new').map(({ successor }) => successor)),
        dropped: shapesOf(links.filter(({ change }) => change === 'dropped').map(({ predecessor }) => predecessor)),
      }
    })
}

/** The latest of the newest list and of words that were changed within a list after it began. */
function newestChange(regions: readonly RegionSummaryShape[], latest: LatestList | undefined): StartShape['newest'] {
  const list = latest && {
    name: latest.strategy.owner.name,
    date: latest.strategy.meta.inForceFrom,
    precision: latest.strategy.datePrecision,
  }
  const reworded = regions.flatMap(({ current }) =>
    (current?.priorities ?? [])
      .filter(({ meta }) => meta.validFrom > current!.strategy.meta.inForceFrom)
      .map(({ owner, meta }) => ({ name: owner.name, date: meta.validFrom, precision: 'day' as const })),
  )
  return [...(list ? [list] : []), ...reworded].toSorted((a, b) => compareDays(b.date, a.date))[0] ?? null
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
