import { panelUntil } from '../evidence/activity-panel.ts'
import type { ActivityPanel } from '../evidence/activity-panel.ts'
import { mainPanelOf } from '../evidence/main-panel.ts'
import { ExpectedError } from '../records/expected-error.ts'
import { derive } from '../snapshot/derive.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { areaEvidenceOf } from './area-evidence.ts'
import { choiceFor, computedEvidence, thresholds } from './computed-evidence.ts'
import type { AskedEvidence, EvidenceChoice } from './computed-evidence.ts'
import { evidenceContext } from './evidence-context.ts'
import { evidenceInputsOf } from './evidence-inputs-view.ts'
import type { RegionEvidenceShape } from './evidence-shapes.ts'
import { findRegion } from './from-snapshot.ts'

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
  const choice = main && checkedChoice(main, asked)
  const made = madeAnswers(snapshot)
  const key = `${region.code} ${choice?.year} ${choice?.threshold} ${choice?.basis}`
  const evidence = made.get(key) ?? makeEvidence(snapshot, region.code, choice)
  made.set(key, evidence)
  return evidence
}

/** @throws ExpectedError `bad_request` naming what there is */
function checkedChoice(panel: ActivityPanel, asked: AskedEvidence): EvidenceChoice {
  const choice = choiceFor(panel, asked)
  if (choice) return choice
  const { years } = panel
  const words = {
    sv: `År att välja: ${years.join(', ')}. Gränser: ${thresholds.map((one) => String(one).replace('.', ',')).join('; ')}.`,
    en: `Years: ${years.join(', ')}. Thresholds: ${thresholds.join(', ')}.`,
  }
  throw new ExpectedError('bad_request', { detail: words.en, data: { words } })
}

function makeEvidence(snapshot: Snapshot, code: string, choice: EvidenceChoice | null): RegionEvidenceShape {
  const main = mainPanelOf(snapshot)
  const year = choice?.year === main?.years.at(-1) ? undefined : choice?.year
  const own = findCurrentEdition(snapshot, { kind: 'region', id: code })?.priorities ?? []
  return computedEvidence({
    inputs: evidenceInputsOf(snapshot, code),
    areas: own.map((area) => areaEvidenceOf(snapshot, area, year)),
    context: evidenceContext(snapshot, code),
    main,
    panel: main && choice && panelUntil(main, choice.year),
    choice,
  })
}
