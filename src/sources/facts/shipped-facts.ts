import descriptions from '../../../facts/area-descriptions.tsv?raw'
import goals from '../../../facts/agenda-2030.tsv?raw'
import clusters from '../../../facts/clusters.tsv?raw'
import contacts from '../../../facts/contacts.tsv?raw'
import findings from '../../../facts/findings.tsv?raw'
import weights from '../../../facts/fitted-weights.tsv?raw'
import ford from '../../../facts/ford-2015.tsv?raw'
import jointAreas from '../../../facts/joint-areas.tsv?raw'
import kindSigns from '../../../facts/kind-signs.tsv?raw'
import lineageNot from '../../../facts/lineage-not.tsv?raw'
import lineageProposals from '../../../facts/lineage-proposals.tsv?raw'
import localities from '../../../facts/localities.tsv?raw'
import municipalities from '../../../facts/municipalities.tsv?raw'
import nextSteps from '../../../facts/next-steps.tsv?raw'
import objectives from '../../../facts/policy-objectives.tsv?raw'
import priorityAreas from '../../../facts/priority-areas.tsv?raw'
import programmePeriods from '../../../facts/programme-periods.tsv?raw'
import regions from '../../../facts/regions.tsv?raw'
import industries from '../../../facts/sni-2007.tsv?raw'
import sources from '../../../facts/sources.tsv?raw'
import strategies from '../../../facts/strategies.tsv?raw'
import themeCodes from '../../../facts/theme-codes.tsv?raw'
import themes from '../../../facts/themes.tsv?raw'
import activityKeys from '../../../facts/statistics/activity-keys.tsv?raw'
import statisticsPresets from '../../../facts/statistics/presets.tsv?raw'
import statisticsTables from '../../../facts/statistics/tables.tsv?raw'
import wishes from '../../../facts/wishes.tsv?raw'
import type { Beside } from '../../records/beside.ts'
import { describeFactProblem } from './fact-problem.ts'
import type { FactProblem } from './fact-problem.ts'
import type { Facts } from './fact-rows.ts'
import { activityKeyOf, gazetteerFactsOf, lineageReviewOf, thesaurusFactsOf } from './plain-facts.ts'
import { readFacts, readFactSteps } from './read-facts.ts'
import type { FactTexts } from './read-facts.ts'

const conceptFiles = import.meta.glob<string>('../../../facts/concepts/*.tsv', { query: '?raw', import: 'default', eager: true })
const concepts = Object.fromEntries(Object.entries(conceptFiles).map(([path, text]) => [path.split('/facts/')[1]!, text]))

/** The texts of what is loaded beside the registry. */
const besideTexts = {
  themes,
  concepts,
  industries,
  scienceFields: ford,
  themeCodes,
  kindSigns,
  objectives,
  goals,
  weights,
  municipalities,
  localities,
  activityKeys,
  lineageProposals,
  lineageNot,
}

/** The texts of the facts files that ship with Spets; they are part of the program, so none needs to be found at run time. */
export const shippedTexts: FactTexts = {
  sources,
  regions,
  jointAreas,
  programmePeriods,
  strategies,
  priorityAreas,
  findings,
  wishes,
  nextSteps,
  clusters,
  descriptions,
  contacts,
  statisticsTables,
  statisticsPresets,
  ...besideTexts,
}

/** The facts that ship with Spets. @throws Error naming every fault with file, line and column */
export const getShippedFacts = (): Facts => withoutProblems(readFacts(shippedTexts))

/** The same as work that can be interrupted. @throws Error naming every fault with file, line and column */
export function* shippedFactSteps(): Generator<void, Facts, void> {
  return withoutProblems(yield* readFactSteps(shippedTexts))
}

let shippedBeside: Beside | null = null

/**
 * What ships with Spets and is loaded beside the registry: the thesaurus and the gazetteer. Read once, always the same object.
 * @throws Error naming every fault
 */
export function getShippedBeside(): Beside {
  if (shippedBeside) return shippedBeside
  const facts = withoutProblems(readFacts(besideTexts))
  shippedBeside = {
    statistics: null,
    cubes: null,
    activityKey: activityKeyOf(facts, null),
    thesaurus: thesaurusFactsOf(facts, null),
    gazetteer: gazetteerFactsOf(facts, null),
    lineageReview: lineageReviewOf(facts, null),
  }
  return shippedBeside
}

/** The tables of statistics that ship, without their cells. @throws Error naming every fault */
export const getShippedTables = (): Facts['statisticsTables'] =>
  withoutProblems(readFacts({ statisticsTables })).statisticsTables

/** The tables of services that analysts fetch. @throws Error naming every fault */
export const getShippedPresets = (): Facts['statisticsPresets'] =>
  withoutProblems(readFacts({ statisticsPresets })).statisticsPresets

function withoutProblems<T>({ facts, problems }: { facts: T; problems: FactProblem[] }): T {
  if (problems.length > 0) throw new Error(`The shipped facts have faults.\n${problems.map(describeFactProblem).join('\n')}`)
  return facts
}
