import { bridgeVerdict } from './bridge-verdict.ts'
import { cluster } from './cluster.ts'
import { contact } from './contact.ts'
import { coding } from './coding-decision.ts'
import { declinedFact } from './declined-fact.ts'
import { finding } from './finding.ts'
import { forumConclusion } from './forum-conclusion.ts'
import { jointAction } from './joint-action.ts'
import { jointArea } from './joint-area.ts'
import { lineage } from './lineage-decision.ts'
import { loadedFacts } from './loaded-facts.ts'
import { nextStep } from './next-step.ts'
import { priorityArea } from './priority-area.ts'
import { programmePeriod } from './programme-period.ts'
import { region } from './region.ts'
import { round } from './round.ts'
import { roundAnswer } from './round-answer.ts'
import { source } from './source.ts'
import { strategy } from './strategy.ts'
import { wish } from './wish.ts'
import { wishAnswer } from './wish-answer.ts'
import { wishAsker } from './wish-asker.ts'

/** Every kind of record; those that others refer to come first. */
export const kinds = {
  region,
  jointArea,
  programmePeriod,
  source,
  strategy,
  priorityArea,
  finding,
  wish,
  nextStep,
  cluster,
  contact,
  lineage,
  coding,
  declinedFact,
  loadedFacts,
  wishAsker,
  wishAnswer,
  bridgeVerdict,
  round,
  roundAnswer,
  jointAction,
  forumConclusion,
} as const
