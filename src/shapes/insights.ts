import { describedFieldsOf } from '../evidence/area-fields.ts'
import { jointChoices, measurementOf, occupationsOf, ownChoices } from '../evidence/areas-by-occupation.ts'
import { areasByOccupation } from '../evidence/codes-within.ts'
import { panelUntil } from '../evidence/activity-panel.ts'
import type { ActivityPanel } from '../evidence/activity-panel.ts'
import { distinctiveActivities } from '../evidence/distinctive-activities.ts'
import { mainPanelOf } from '../evidence/main-panel.ts'
import { quotientSeries, specialisationsOf, strengthsOf } from '../evidence/specialisations.ts'
import { northToSouth } from '../records/sweden.ts'
import { deriveInSteps } from '../snapshot/derive.ts'
import { areasKnownIn, isUnread } from '../snapshot/areas-known.ts'
import { editionsByOwner, findCurrentEdition, findEditions } from '../snapshot/editions.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { bothLabelsOf } from './area-labels.ts'
import { evidenceSource, known } from './evidence-source.ts'
import { regionRef } from './from-snapshot.ts'
import type { InsightsShape, RegionInsightShape } from './insight-shapes.ts'
import { insightsSentence } from './insight-words.ts'

/** The day of the deck, whose lists are looked back at. */
const deckDay = '2018-01-31'
/** The last year of figures that was known when the deck was shown. */
const yearBefore = '2017'
/** How many of each region's largest specialisations are looked at. */
const largest = 5

/**
 * What the lists of 2018 left out: of each region's largest specialisations of the year before, which no area was about,
 * which of those an area of a later list is measured by, and how they stand now. Made in pieces.
 */
export const insightsOf = deriveInSteps(
  'insights',
  ['priorityArea', 'coding', 'region', 'jointArea', 'strategy', 'thesaurus', 'cubes', 'activityKey'],
  function* (snapshot): Generator<void, InsightsShape, void> {
    const panel = mainPanelOf(snapshot)
    const before = panel && panelUntil(panel, yearBefore)
    const regions: RegionInsightShape[] = []
    // The lists of both days, and the figures that every region is compared with, are made first, in pieces of their own.
    for (const day of [snapshot, snapshot.at(deckDay)]) yield* editionsByOwner.steps(day)
    yield
    if (before) distinctiveActivities(before)
    yield
    if (before) specialisationsOf(before, before.regionCodes[0]!)
    if (panel && before)
      for (const code of northToSouth(panel.regionCodes)) {
        yield
        if (snapshot.get('region', code)) regions.push(regionInsight(snapshot, { panel, before, code }))
      }
    const source = panel && evidenceSource(panel.listing, panel.years)
    const totals = totalsOf(regions)
    return {
      deckDay,
      year: before?.years.at(-1) ?? yearBefore,
      largest,
      regions,
      totals,
      sentence: insightsSentence({ totals, source, year: yearBefore }),
      source,
    }
  },
)

interface Asked {
  panel: ActivityPanel
  before: ActivityPanel
  code: string
}

function regionInsight(snapshot: Snapshot, { panel, before, code }: Asked): RegionInsightShape {
  const distinctive = distinctiveActivities(before)
  const strengths = strengthsOf(before, code)
    .filter(({ activity }) => distinctive.has(activity))
    .slice(0, largest)
  const then = snapshot.at(deckDay)
  const owner = { kind: 'region', id: code } as const
  const deckList = findCurrentEdition(then, owner)
  const measured = (of: Snapshot) => (area: Known<'priorityArea'>) => measurementOf(of, area, panel).occupations
  const chosenThen = areasByOccupation([...ownChoices(then, code), ...jointChoices(then, code)], measured(then))
  const laterLists = findEditions(snapshot, owner).filter(({ strategy }) => strategy.meta.validFrom > deckDay)
  const laterAreas = laterLists.flatMap(({ priorities, parts }) => [...priorities, ...parts])
  const chosenLater = areasByOccupation([...laterAreas, ...jointChoices(snapshot, code)], measured(snapshot))
  const mentionedLater = areasByOccupation(laterAreas, (area) =>
    occupationsOf(describedFieldsOf(snapshot, area), panel.activities),
  )
  const now = new Map(specialisationsOf(panel, code).map((one) => [one.activity, one]))
  return {
    region: regionRef(snapshot, code),
    hasDeckList: areasKnownIn(deckList) === 'known',
    hasUnreadList: laterLists.some((list) => isUnread(list) || !list.strategy.isComplete),
    specialisations: strengths.map(({ activity, count, quotient, lower, upper }) => {
      const latest = now.get(activity)
      const column = panel.activities.indexOf(activity)
      return {
        code: activity,
        label: panel.labels[column]!,
        count,
        quotient,
        lower,
        upper,
        chosenThen: areaRefs(chosenThen.get(activity)),
        takenUp: areaRefs(chosenLater.get(activity)),
        mentionedBy: areaRefs(mentionedLater.get(activity)),
        latest: latest
          ? {
              count: known(latest.count),
              quotient: known(latest.quotient),
              lower: known(latest.lower),
              upper: known(latest.upper),
            }
          : null,
        series: quotientSeries(panel, { regionCode: code, activity }).map(({ year, quotient: value }) => ({
          year,
          quotient: known(value),
        })),
      }
    }),
  }
}

const areaRef = (area: Known<'priorityArea'>) => ({ id: area.id, label: bothLabelsOf(area), from: area.meta.validFrom })

/** Each area once; of those that several lists have under one name, the latest. */
const areaRefs = (areas: readonly Known<'priorityArea'>[] = []) => [
  ...new Map(areas.map(areaRef).map((one) => [one.label.sv, one])).values(),
]

function totalsOf(regions: readonly RegionInsightShape[]): InsightsShape['totals'] {
  const all = regions.filter(({ hasDeckList }) => hasDeckList).flatMap(({ specialisations }) => specialisations)
  const unread = regions.filter(({ hasDeckList, hasUnreadList }) => hasDeckList && hasUnreadList)
  const without = all.filter(({ chosenThen }) => chosenThen.length === 0)
  return {
    regions: regions.filter(({ hasDeckList }) => hasDeckList).length,
    specialisations: all.length,
    withoutArea: without.length,
    takenUp: without.filter(({ takenUp }) => takenUp.length > 0).length,
    unknown: unread
      .flatMap(({ specialisations }) => specialisations)
      .filter(({ chosenThen, takenUp }) => chosenThen.length === 0 && takenUp.length === 0).length,
    stillStrong: without.filter(({ latest }) => latest?.lower != null && latest.lower > 1).length,
    grown: without.filter(({ quotient, latest }) => latest?.quotient != null && latest.quotient > quotient).length,
  }
}
