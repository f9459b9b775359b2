import type { ActivityPanel } from '../evidence/activity-panel.ts'
import type { AreaInputsShape, FieldInputsShape, ListedRegion } from './evidence-inputs.ts'
import { measureOf, occupationsIn } from './evidence-measure.ts'
import type { AreaEvidenceShape, EvidenceMeasureShape, EvidenceReasonShape } from './evidence-shapes.ts'
import { evidenceSource } from './evidence-source.ts'
import { evidenceMethod, evidenceReason } from './evidence-words.ts'

interface Against {
  panel: ActivityPanel | null
  regions: readonly ListedRegion[]
}

/** What the figures of a panel say about an area. */
export function measuredArea(inputs: AreaInputsShape, { panel, regions }: Against): AreaEvidenceShape {
  const { id, label, owner, regionCodes } = inputs
  const measuredOwner = { name: owner.name, regionCodes, isJoint: owner.kind === 'jointArea' }
  const measure = (fields: readonly FieldInputsShape[]) => measureOf({ panel: panel!, fields, owner: measuredOwner, regions })
  const base = {
    priorityId: id,
    label,
    owner,
    regionCodes,
    method: evidenceMethod,
    source: panel && evidenceSource(panel.listing, panel.years),
    described: panel ? inputs.described.map((field) => measure([field])) : [],
  }
  const without = (code: EvidenceReasonShape['code'], parts: EvidenceMeasureShape[] = []): AreaEvidenceShape => {
    const reason = evidenceReason(code)
    const sentence = reason.words
    return { ...base, status: 'notMeasurable', measuredAs: null, reason, verdict: null, sentence, measure: null, parts }
  }
  if (!panel) return without('noData')
  const reason = inputs.reason ?? (occupationsIn(inputs.fields, panel.activities).length === 0 ? 'noOccupation' : null)
  if (reason) return without(reason)
  if (!inputs.isOneField) {
    const parts = inputs.fields.map((field) => measure([field]))
    return { ...without('intersection', parts), measuredAs: parts.some(({ latest }) => latest !== null) ? 'byField' : null }
  }
  const whole = measure(inputs.fields)
  if (whole.reason) return without(whole.reason.code, [whole])
  const { verdict, sentence } = whole
  return { ...base, status: 'measured', measuredAs: 'whole', reason: null, verdict, sentence, measure: whole, parts: [] }
}

/** The panel's codes that an area's fields take in; none where it is not measured. */
export const occupationsOfArea = ({ fields, reason }: AreaInputsShape, all: readonly string[]): string[] =>
  reason === null ? occupationsIn(fields, all) : []
