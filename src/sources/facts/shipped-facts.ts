import clusters from '../../../facts/clusters.tsv?raw'
import findings from '../../../facts/findings.tsv?raw'
import jointAreas from '../../../facts/joint-areas.tsv?raw'
import nextSteps from '../../../facts/next-steps.tsv?raw'
import priorityAreas from '../../../facts/priority-areas.tsv?raw'
import programmePeriods from '../../../facts/programme-periods.tsv?raw'
import regions from '../../../facts/regions.tsv?raw'
import sources from '../../../facts/sources.tsv?raw'
import strategies from '../../../facts/strategies.tsv?raw'
import wishes from '../../../facts/wishes.tsv?raw'
import { describeFactProblem } from './fact-problem.ts'
import type { Facts } from './fact-rows.ts'
import { readFacts } from './read-facts.ts'
import type { FactTexts } from './read-facts.ts'

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
}

/** The facts that ship with Spets. @throws Error naming every fault with file, line and column */
export function getShippedFacts(): Facts {
  const { facts, problems } = readFacts(shippedTexts)
  if (problems.length > 0) throw new Error(`The shipped facts have faults.\n${problems.map(describeFactProblem).join('\n')}`)
  return facts
}
