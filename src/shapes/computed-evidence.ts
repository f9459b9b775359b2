import { panelUntil } from '../evidence/activity-panel.ts'
import type { ActivityPanel } from '../evidence/activity-panel.ts'
import { areasByOccupation, codesWithin } from '../evidence/codes-within.ts'
import { distinctiveActivities } from '../evidence/distinctive-activities.ts'
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
import type { LocalText } from '../records/shared-fields.ts'
import type { AreaInputsShape, AreaRef, EvidenceInputsShape } from './evidence-inputs.ts'
import { occupationsIn } from './evidence-measure.ts'
import type { AreaEvidenceShape, EvidenceStrengthShape, RegionEvidenceShape } from './evidence-shapes.ts'
import { evidenceSource, known } from './evidence-source.ts'
import { evidenceMethod, fewestInArea, regionSentence } from './evidence-words.ts'
import { measuredArea, occupationsOfArea } from './measured-area.ts'
import { spaceShape } from './space-shape.ts'

/*
 * A region's evidence as a pure function of the main table and of what areas are about. The server and the browser both compute with this, so
 * that they give the same numbers to the last bit.
 */

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

export type EvidenceChoice = NonNullable<RegionEvidenceShape['choice']>

/** How it is counted; null for a year or threshold that there is not. */
export function choiceFor(
  { years }: Pick<ActivityPanel, 'years'>,
  { year = years.at(-1)!, threshold = 1, basis = 'interval' }: AskedEvidence,
): EvidenceChoice | null {
  const isKnown = years.includes(year) && (thresholds as readonly number[]).includes(threshold)
  return isKnown ? { year, threshold, basis, years: [...years], thresholds: [...thresholds] } : null
}

interface Computed {
  inputs: EvidenceInputsShape
  /** The areas of its list, measured until the year asked for. */
  areas: readonly AreaEvidenceShape[]
  context: RegionEvidenceShape['context']
  /** The main table of all years, and until the year asked for; null when it is not loaded. */
  main: ActivityPanel | null
  panel: ActivityPanel | null
  choice: EvidenceChoice | null
}

/** The evidence from a panel alone, for a choice that it has. */
export function evidenceFromPanel(
  main: ActivityPanel,
  { inputs, context, choice }: Pick<Computed, 'inputs' | 'context'> & { choice: EvidenceChoice },
): RegionEvidenceShape {
  const panel = panelUntil(main, choice.year)
  const areas = inputs.areas.map((area) => measuredArea(area, { panel, regions: inputs.regions }))
  return computedEvidence({ inputs, areas, context, main, panel, choice })
}

/** What the figures say about a region and its choices. */
export function computedEvidence({ inputs, areas, context, main, panel, choice }: Computed): RegionEvidenceShape {
  const { region, areasKnown } = inputs
  const base = {
    region,
    employees: panel && known(employeesOf(panel, region.code)),
    choice,
    areasKnown,
    areas: [...areas],
    context,
    limits,
    method: evidenceMethod,
    source: panel && evidenceSource(panel.listing, panel.years),
  }
  if (!main || !panel || !choice || specialisationsOf(panel, region.code).length === 0)
    return { ...base, ...nothingFound, sentence: regionSentence({ ...nothingTold, regionName: region.name, areasKnown }) }
  return { ...base, ...findingsOf({ inputs, main, panel, choice, base }) }
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
  inputs: EvidenceInputsShape
  main: ActivityPanel
  /** The same until the year asked for. */
  panel: ActivityPanel
  choice: EvidenceChoice
  base: Pick<RegionEvidenceShape, 'region' | 'areas' | 'areasKnown' | 'source'>
}

/** Strengths, backing, next steps and peers of a region that has figures. */
function findingsOf({ inputs, main, panel, choice, base: { region, areas, areasKnown, source } }: Found) {
  const { code } = region
  const strength = strengthShaper({ panel, regionCode: code }, spokenForIn(inputs, panel))
  const strengths = strengthsOf(panel, code, { rule: choice }).map(strength)
  const groups = groupStrengths(strengths, areasKnown)
  const grownOut = grewOutOf(panel, code).map(strength)
  const nextSteps = nextStepsShape(inputs, { panel, code })
  const measured = areas.filter(({ status }) => status === 'measured')
  const withoutBacking = measured.filter(({ measure }) => !isAbove(measure!.latest!, choice)).map(({ priorityId }) => priorityId)
  return {
    hasData: true,
    ...groups,
    areaNames: areaNamesOf(inputs, [...strengths, ...grownOut]),
    withoutBacking,
    grewInto: strengths.filter(({ firstQuotient }) => firstQuotient !== null && firstQuotient < 1),
    grewOutOf: grownOut,
    nextSteps,
    space: spaceShape({ main, panel, regionCode: code }, { ...groups, nextSteps }),
    peers: peersShape(inputs, panel),
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

type AreasByOccupation = ReadonlyMap<string, readonly AreaRef[]>

/** Which areas each occupation speaks for: the region's own, those chosen with others, and by what descriptions mention. */
function spokenForIn({ areas, parts, joint }: EvidenceInputsShape, panel: ActivityPanel): SpokenFor {
  const measured = (area: AreaInputsShape) => occupationsOfArea(area, panel.activities)
  const own = [...areas, ...parts]
  return {
    own: areasByOccupation(own, measured),
    joint: areasByOccupation(joint, measured),
    mentioned: areasByOccupation(own, ({ described }) => occupationsIn(described, panel.activities)),
  }
}

/** The names of the areas that strengths belong to; one shared with others is named with those who share it. */
function areaNamesOf(
  { areas, parts, joint }: EvidenceInputsShape,
  strengths: readonly EvidenceStrengthShape[],
): RegionEvidenceShape['areaNames'] {
  const byId = new Map([...areas, ...parts, ...joint].map((area) => [area.id, area]))
  const own = strengths.flatMap(({ areaIds, mentionedByIds }) => [...areaIds, ...mentionedByIds])
  const shared = strengths.flatMap(({ jointAreaIds }) => jointAreaIds)
  return [
    ...[...new Set(own)].map((id) => ({ id, label: byId.get(id)!.label })),
    ...[...new Set(shared)].map((id) => {
      const { label, owner } = byId.get(id)!
      return { id, label: { sv: `${label.sv} (${owner.name.sv})`, en: `${label.en} (${owner.name.en})` } }
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
  { subjects }: EvidenceInputsShape,
  { panel, code }: { panel: ActivityPanel; code: string },
): RegionEvidenceShape['nextSteps'] {
  const subjectsOf = subjectsByActivity(subjects, panel.activities)
  const found = nextStepsOf(panel, code, (activity) => subjectsOf.has(activity))
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
      subjects: subjectsOf.get(activity)!,
      relatedTo: more.relatedTo.map((one) => ({ code: one.activity, label: label(one.activity), proximity: one.proximity })),
    }))
  return { steps, splits: found.splits, ranked: found.ranked }
}

/** The names of the subjects that each activity of a panel speaks for, by the activity's code; those of no subject are left out. */
function subjectsByActivity(
  subjects: EvidenceInputsShape['subjects'],
  activities: readonly string[],
): ReadonlyMap<string, LocalText[]> {
  const found = new Map<string, LocalText[]>()
  for (const { label, occupations } of subjects)
    for (const code of codesWithin(occupations, activities)) found.set(code, [...(found.get(code) ?? []), label])
  return found
}

function peersShape({ region, regions }: EvidenceInputsShape, panel: ActivityPanel): RegionEvidenceShape['peers'] {
  const named = <T extends { activity: string; share: number; peerShare: number }>({ activity, share, peerShare }: T) => ({
    code: activity,
    label: panel.labels[panel.activities.indexOf(activity)]!,
    share,
    peerShare,
  })
  const refs = new Map(regions.map(({ code, slug, name }) => [code, { code, slug, name }]))
  return peersOf(panel, region.code, namedOfPeer).map(({ region: code, distance, alike, apart }) => ({
    region: refs.get(code) ?? { code, slug: code, name: code },
    distance,
    alike: alike.map(named),
    apart: apart.map(named),
  }))
}
