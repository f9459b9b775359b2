import { describedFieldsOf, subjectsByActivity } from '../evidence/area-fields.ts'
import { areasByOccupation, jointChoices, measurementOf, occupationsOf, ownChoices } from '../evidence/areas-by-occupation.ts'
import { panelUntil } from '../evidence/activity-panel.ts'
import type { ActivityPanel } from '../evidence/activity-panel.ts'
import { distinctiveActivities } from '../evidence/distinctive-activities.ts'
import { mainPanelOf } from '../evidence/main-panel.ts'
import { fewestInNation, fewestInStep, nextStepsOf, peersOf } from '../evidence/related-activities.ts'
import {
  fewestInStrength,
  isAbove,
  jumpYearOf,
  quotientSeries,
  specialisationsOf,
  strengthsOf,
} from '../evidence/specialisations.ts'
import type { Specialisation, StrengthRule } from '../evidence/specialisations.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { derive } from '../snapshot/derive.ts'
import { areasKnownIn } from '../snapshot/areas-known.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { areaEvidenceOf } from './area-evidence.ts'
import { bothLabelsOf } from './area-labels.ts'
import { evidenceContext } from './evidence-context.ts'
import type { EvidenceStrengthShape, RegionEvidenceShape } from './evidence-shapes.ts'
import { evidenceSource, known } from './evidence-source.ts'
import { evidenceMethod, fewestInArea, regionSentence } from './evidence-words.ts'
import { findRegion, ownerRef, regionRef } from './from-snapshot.ts'
import { spaceShape } from './space-shape.ts'

const mostSteps = 40
const namedOfPeer = 5
const limits = { fewestInStrength, fewestInNation, fewestInArea, fewestInStep }

/** The thresholds that can be asked for. */
export const thresholds = [1, 1.25, 1.5, 2, 3] as const

/** What is asked for beside the region; the last year, above 1 beyond doubt, where left out. */
export interface AskedEvidence {
  year?: string
  threshold?: number
  basis?: StrengthRule['basis']
}

const madeAnswers = derive(
  'evidence on regions',
  ['priorityArea', 'coding', 'region', 'jointArea', 'strategy', 'thesaurus', 'cubes', 'activityKey'],
  () => new Map<string, RegionEvidenceShape>(),
)

/**
 * What the figures say about a region and its choices.
 * @throws ExpectedError `region_not_found`; `bad_request` for a year or threshold that there is not
 */
export function regionEvidenceView(snapshot: Snapshot, slugOrCode: string, asked: AskedEvidence = {}): RegionEvidenceShape {
  const region = findRegion(snapshot, slugOrCode)
  if (!region) throw new ExpectedError('region_not_found', { data: { asked: slugOrCode } })
  const main = mainPanelOf(snapshot)
  const choice = main && choiceOf(main, asked)
  const made = madeAnswers(snapshot)
  const key = `${region.code} ${choice?.year} ${choice?.threshold} ${choice?.basis}`
  const evidence = made.get(key) ?? makeEvidence(snapshot, region.code, choice)
  made.set(key, evidence)
  return evidence
}

/** @throws ExpectedError `bad_request` naming what there is */
function choiceOf({ years }: ActivityPanel, { year = years.at(-1)!, threshold = 1, basis = 'interval' }: AskedEvidence) {
  const isKnown = years.includes(year) && (thresholds as readonly number[]).includes(threshold)
  if (!isKnown) {
    const words = {
      sv: `År att välja: ${years.join(', ')}. Gränser: ${thresholds.map((one) => String(one).replace('.', ',')).join('; ')}.`,
      en: `Years: ${years.join(', ')}. Thresholds: ${thresholds.join(', ')}.`,
    }
    throw new ExpectedError('bad_request', { detail: words.en, data: { words } })
  }
  return { year, threshold, basis, years: [...years], thresholds: [...thresholds] }
}

function makeEvidence(snapshot: Snapshot, code: string, choice: RegionEvidenceShape['choice']): RegionEvidenceShape {
  const main = mainPanelOf(snapshot)
  const panel = main && choice && panelUntil(main, choice.year)
  const edition = findCurrentEdition(snapshot, { kind: 'region', id: code })
  const own = edition?.priorities ?? []
  const isPartly = own.length > 0 && edition?.strategy.isComplete === false
  const areasKnown: RegionEvidenceShape['areasKnown'] = isPartly ? 'partly' : areasKnownIn(edition)
  const base = {
    region: regionRef(snapshot, code),
    employees: panel && known(employeesOf(panel, code)),
    choice,
    areasKnown,
    areas: own.map((area) => areaEvidenceOf(snapshot, area, choice?.year === main?.years.at(-1) ? undefined : choice?.year)),
    context: evidenceContext(snapshot, code),
    limits,
    method: evidenceMethod,
    source: panel && evidenceSource(panel.listing, panel.years),
  }
  const about = { regionName: base.region.name, areasKnown }
  if (!main || !panel || !choice || specialisationsOf(panel, code).length === 0)
    return { ...base, ...nothingFound, sentence: regionSentence({ ...nothingTold, ...about }) }
  return { ...base, ...findingsOf(snapshot, { main, panel, code, choice, base }) }
}

const nothingFound = {
  hasData: false,
  unsettled: [],
  notChosen: [],
  chosen: [],
  mentioned: [],
  areaNames: [],
  withoutBacking: [],
  grewInto: [],
  grewOutOf: [],
  nextSteps: null,
  space: null,
  peers: [],
}
const nothingTold = { strengths: [], withoutBacking: 0, measured: 0, byField: 0, source: null }

interface Found {
  main: ActivityPanel
  /** The same until the year asked for. */
  panel: ActivityPanel
  code: string
  choice: NonNullable<RegionEvidenceShape['choice']>
  base: Pick<RegionEvidenceShape, 'region' | 'areas' | 'areasKnown' | 'source'>
}

/** Strengths, backing, next steps and peers of a region that has figures. */
function findingsOf(snapshot: Snapshot, { main, panel, code, choice, base: { region, areas, areasKnown, source } }: Found) {
  const strength = strengthShaper({ panel, regionCode: code }, spokenForIn(snapshot, panel, code))
  const strengths = strengthsOf(panel, code, { rule: choice }).map(strength)
  const groups = groupStrengths(strengths, areasKnown)
  const grownOut = grewOutOf(panel, code).map(strength)
  const nextSteps = nextStepsShape(snapshot, { panel, code })
  const measured = areas.filter(({ status }) => status === 'measured')
  const withoutBacking = measured.filter(({ measure }) => !isAbove(measure!.latest!, choice)).map(({ priorityId }) => priorityId)
  return {
    hasData: true,
    ...groups,
    areaNames: areaNamesOf(snapshot, [...strengths, ...grownOut]),
    withoutBacking,
    grewInto: strengths.filter(({ firstQuotient }) => firstQuotient !== null && firstQuotient < 1),
    grewOutOf: grownOut,
    nextSteps,
    space: spaceShape({ main, panel, regionCode: code }, { ...groups, nextSteps }),
    peers: peersShape(snapshot, panel, code),
    sentence: regionSentence({
      regionName: region.name,
      areasKnown,
      strengths: [...groups.unsettled, ...groups.notChosen],
      withoutBacking: withoutBacking.length,
      measured: measured.length,
      byField: areas.filter(({ measuredAs }) => measuredAs === 'byField').length,
      source,
    }),
  }
}

/** Strengths by whether an area is about them; those that no known area is about are unsettled where the areas are unknown. */
function groupStrengths(
  strengths: readonly EvidenceStrengthShape[],
  areasKnown: RegionEvidenceShape['areasKnown'],
): Pick<RegionEvidenceShape, 'chosen' | 'mentioned' | 'unsettled' | 'notChosen'> {
  const [chosen, others] = partition(strengths, ({ areaIds, jointAreaIds }) => areaIds.length + jointAreaIds.length > 0)
  const [mentioned, rest] = partition(others, ({ mentionedByIds }) => mentionedByIds.length > 0)
  return areasKnown === 'unknown' || areasKnown === 'partly'
    ? { chosen, mentioned, unsettled: rest, notChosen: [] }
    : { chosen, mentioned, unsettled: [], notChosen: rest }
}

/** All of a region's employees in the last year; missing cells left out, NaN for a region that is not in the panel. */
function employeesOf({ tables, regionCodes, activities }: ActivityPanel, code: string): number {
  const row = regionCodes.indexOf(code)
  if (row < 0) return NaN
  return tables
    .at(-1)!
    .values.subarray(row * activities.length, (row + 1) * activities.length)
    .reduce((sum, value) => sum + (value || 0), 0)
}

function partition<Item>(items: readonly Item[], isIn: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isIn), items.filter((item) => !isIn(item))]
}

interface SpokenFor {
  own: AreasByOccupation
  joint: AreasByOccupation
  mentioned: AreasByOccupation
}

type AreasByOccupation = ReturnType<typeof areasByOccupation>

/** Which areas each occupation speaks for: the region's own, those chosen with others, and by what descriptions mention. */
function spokenForIn(snapshot: Snapshot, panel: ActivityPanel, code: string): SpokenFor {
  const measured = (area: Known<'priorityArea'>) => measurementOf(snapshot, area, panel).occupations
  const own = ownChoices(snapshot, code)
  return {
    own: areasByOccupation(own, measured),
    joint: areasByOccupation(jointChoices(snapshot, code), measured),
    mentioned: areasByOccupation(own, (area) => occupationsOf(describedFieldsOf(snapshot, area), panel.activities)),
  }
}

/** The names of the areas that strengths belong to; one shared with others is named with those who share it. */
function areaNamesOf(snapshot: Snapshot, strengths: readonly EvidenceStrengthShape[]): RegionEvidenceShape['areaNames'] {
  const own = strengths.flatMap(({ areaIds, mentionedByIds }) => [...areaIds, ...mentionedByIds])
  const joint = strengths.flatMap(({ jointAreaIds }) => jointAreaIds)
  const label = (id: string) => bothLabelsOf(snapshot.getBegun('priorityArea', id)!)
  return [
    ...[...new Set(own)].map((id) => ({ id, label: label(id) })),
    ...[...new Set(joint)].map((id) => {
      const { sv, en } = ownerRef(snapshot, snapshot.getBegun('priorityArea', id)!.owner).name
      return { id, label: { sv: `${label(id).sv} (${sv})`, en: `${label(id).en} (${en})` } }
    }),
  ]
}

const strengthShaper =
  ({ panel, regionCode }: { panel: ActivityPanel; regionCode: string }, { own, joint, mentioned }: SpokenFor) =>
  ({ activity, count, quotient, lower, upper, firstQuotient }: Specialisation): EvidenceStrengthShape => ({
    code: activity,
    label: panel.labels[panel.activities.indexOf(activity)]!,
    count,
    quotient,
    lower,
    upper,
    firstQuotient: known(firstQuotient),
    jumpYear: jumpYearOf(quotientSeries(panel, { regionCode, activity })),
    isDistinctive: distinctiveActivities(panel).has(activity),
    areaIds: idsOf(own, activity),
    jointAreaIds: idsOf(joint, activity),
    mentionedByIds: idsOf(mentioned, activity),
  })

const idsOf = (areas: AreasByOccupation, activity: string): string[] => (areas.get(activity) ?? []).map(({ id }) => id)

/** Strengths of the first year that are beyond doubt below the nation's share in the last, the largest then first. */
function grewOutOf(panel: ActivityPanel, code: string): Specialisation[] {
  const then = new Map(strengthsOf(panel, code, { year: panel.years[0]! }).map((one) => [one.activity, one.quotient]))
  return specialisationsOf(panel, code)
    .filter(({ activity, upper }) => then.has(activity) && upper < 1)
    .sort((a, b) => then.get(b.activity)! - then.get(a.activity)!)
}

function nextStepsShape(
  snapshot: Snapshot,
  { panel, code }: { panel: ActivityPanel; code: string },
): RegionEvidenceShape['nextSteps'] {
  const key = snapshot.activityKey
  const subjects = key ? subjectsByActivity(key, panel.activities) : new Map<string, never[]>()
  const found = nextStepsOf(panel, code, (activity) => subjects.has(activity))
  if (!found) return null
  const label = (activity: string) => panel.labels[panel.activities.indexOf(activity)]!
  const steps = found.steps
    .slice(0, mostSteps)
    .map(({ activity, density, complexity, complexityRank, quadrant, score, ...more }) => ({
      code: activity,
      label: label(activity),
      density,
      complexity,
      complexityRank,
      quadrant,
      score,
      count: known(more.count),
      nationCount: more.nationCount,
      subjects: subjects.get(activity)!.map(({ subjectId }) => subjectName(snapshot, subjectId)),
      relatedTo: more.relatedTo.map((one) => ({ code: one.activity, label: label(one.activity), proximity: one.proximity })),
    }))
  return { steps, splits: found.splits, ranked: found.ranked }
}

/** The name of a theme or concept. */
function subjectName(snapshot: Snapshot, id: string): LocalText {
  const { findTheme, findConcept } = thesaurusOf(snapshot)
  return (findTheme(id) ?? findConcept(id))?.label ?? { sv: id, en: id }
}

function peersShape(snapshot: Snapshot, panel: ActivityPanel, code: string): RegionEvidenceShape['peers'] {
  const named = <T extends { activity: string; share: number; peerShare: number }>({ activity, share, peerShare }: T) => ({
    code: activity,
    label: panel.labels[panel.activities.indexOf(activity)]!,
    share,
    peerShare,
  })
  return peersOf(panel, code, namedOfPeer).map(({ region, distance, alike, apart }) => ({
    region: regionRef(snapshot, region),
    distance,
    alike: alike.map(named),
    apart: apart.map(named),
  }))
}
