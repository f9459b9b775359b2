import { ExpectedError } from '../records/expected-error.ts'
import { panelUntil } from '../evidence/activity-panel.ts'
import { mainPanelOf } from '../evidence/main-panel.ts'
import { derive } from '../snapshot/derive.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { areaInputsOf, listedRegions } from './evidence-inputs-view.ts'
import type { AreaEvidenceShape } from './evidence-shapes.ts'
import { measuredArea } from './measured-area.ts'

/** What the figures say about one priority area. @throws ExpectedError `priority_not_found` */
export function areaEvidenceView(snapshot: Snapshot, id: string): AreaEvidenceShape {
  const area = snapshot.getBegun('priorityArea', id)
  if (!area) throw new ExpectedError('priority_not_found', { data: { asked: id } })
  return areaEvidenceOf(snapshot, area)
}

/** The answers of a snapshot, each made once. */
const madeAnswers = derive(
  'evidence on areas',
  ['priorityArea', 'coding', 'region', 'jointArea', 'strategy', 'thesaurus', 'cubes', 'activityKey'],
  () => new Map<string, AreaEvidenceShape>(),
)

/** The same for an area that is at hand, with a year as the last; the last that there is unless given. */
export function areaEvidenceOf(snapshot: Snapshot, area: Known<'priorityArea'>, year?: string): AreaEvidenceShape {
  const made = madeAnswers(snapshot)
  const key = year === undefined ? area.id : `${area.id} ${year}`
  const evidence = made.get(key) ?? makeEvidence(snapshot, area, year)
  made.set(key, evidence)
  return evidence
}

function makeEvidence(snapshot: Snapshot, area: Known<'priorityArea'>, year?: string): AreaEvidenceShape {
  const main = mainPanelOf(snapshot)
  const panel = main && year !== undefined ? panelUntil(main, year) : main
  return measuredArea(areaInputsOf(snapshot, area), { panel, regions: listedRegions(snapshot) })
}
