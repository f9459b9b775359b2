import { ExpectedError } from '../records/expected-error.ts'
import { describedFieldsOf } from '../evidence/area-fields.ts'
import { measurementOf } from '../evidence/areas-by-occupation.ts'
import { panelUntil } from '../evidence/activity-panel.ts'
import { mainPanelOf } from '../evidence/main-panel.ts'
import { derive } from '../snapshot/derive.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { bothLabelsOf } from './area-labels.ts'
import { measureOf } from './evidence-measure.ts'
import type { AreaEvidenceShape, EvidenceMeasureShape, notMeasurable } from './evidence-shapes.ts'
import { evidenceSource } from './evidence-source.ts'
import { evidenceMethod, evidenceReason } from './evidence-words.ts'
import { ownerRef } from './from-snapshot.ts'

/** What the figures say about one priority area. @throws ExpectedError `priority_not_found` */
export function areaEvidenceView(snapshot: Snapshot, id: string): AreaEvidenceShape {
  const area = snapshot.getBegun('priorityArea', id)
  if (!area) throw new ExpectedError('priority_not_found', { data: { asked: id } })
  return areaEvidenceOf(snapshot, area)
}

/** The answers of a snapshot, each made once. */
const madeAnswers = derive(
  'evidence on areas',
  ['priorityArea', 'coding', 'region', 'jointArea', 'thesaurus', 'cubes', 'activityKey'],
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
  const { owner } = area
  const base = {
    priorityId: area.id,
    label: bothLabelsOf(area),
    owner: ownerRef(snapshot, owner),
    method: evidenceMethod,
    source: panel && evidenceSource(panel.listing, panel.years),
  }
  const regionCode = owner.kind === 'region' ? owner.id : null
  const described = panel
    ? describedFieldsOf(snapshot, area).map(({ subjects }) => measureOf(snapshot, { panel, subjects, regionCode }))
    : []
  const without = (code: (typeof notMeasurable)[number], parts: EvidenceMeasureShape[] = []): AreaEvidenceShape => {
    const reason = evidenceReason(code)
    return {
      ...base,
      status: 'notMeasurable',
      measuredAs: null,
      reason,
      verdict: null,
      sentence: reason.words,
      measure: null,
      parts,
      described,
    }
  }
  if (!panel) return without('noData')
  const { how, fields, reason } = measurementOf(snapshot, area, panel)
  if (reason) return without(reason)
  if (how === 'byField') {
    const parts = fields.map(({ subjects }) => measureOf(snapshot, { panel, subjects, regionCode }))
    return { ...without('intersection', parts), measuredAs: parts.some(({ latest }) => latest !== null) ? 'byField' : null }
  }
  const measure = measureOf(snapshot, { panel, subjects: fields.flatMap(({ subjects }) => subjects), regionCode })
  if (measure.reason) return without(measure.reason.code, [measure])
  return {
    ...base,
    status: 'measured',
    measuredAs: 'whole',
    reason: null,
    verdict: measure.verdict,
    sentence: measure.sentence,
    measure,
    parts: [],
    described,
  }
}
