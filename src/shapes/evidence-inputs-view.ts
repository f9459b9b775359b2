import { describedFieldsOf, fieldsOf } from '../evidence/area-fields.ts'
import type { AreaField, MeasuredSubject } from '../evidence/area-fields.ts'
import { jointChoices } from '../evidence/areas-by-occupation.ts'
import { areasByFieldOf } from '../evidence/areas-by-field.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { areasKnownIn } from '../snapshot/areas-known.ts'
import { derive } from '../snapshot/derive.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { bothLabelsOf } from './area-labels.ts'
import type { AreaInputsShape, EvidenceInputsShape, FieldInputsShape, ListedRegion } from './evidence-inputs.ts'
import { ownerRef, regionRef } from './from-snapshot.ts'

type Area = Known<'priorityArea'>

/** What a region's evidence is computed from, beside the cubes. */
export function evidenceInputsOf(snapshot: Snapshot, regionCode: string): EvidenceInputsShape {
  const edition = findCurrentEdition(snapshot, { kind: 'region', id: regionCode })
  const own = edition?.priorities ?? []
  const isPartly = own.length > 0 && edition?.strategy.isComplete === false
  const inputs = (areas: readonly Area[]) => areas.map((area) => areaInputsOf(snapshot, area))
  return {
    region: regionRef(snapshot, regionCode),
    regions: listedRegions(snapshot),
    areasKnown: isPartly ? 'partly' : areasKnownIn(edition),
    areas: inputs(own),
    parts: inputs(edition?.parts ?? []),
    joint: inputs(jointChoices(snapshot, regionCode)),
    subjects: measurableSubjects(snapshot),
  }
}

/** Every region with what is known of its list. */
export const listedRegions = derive<ListedRegion[]>(
  'listed regions',
  ['region', 'priorityArea', 'coding', 'strategy', 'thesaurus', 'activityKey'],
  (snapshot) => {
    const { known } = areasByFieldOf(snapshot)
    return [...known.keys()].map((code) => ({ ...regionRef(snapshot, code), areasKnown: known.get(code)! }))
  },
)

const measurableSubjects = derive<EvidenceInputsShape['subjects']>(
  'measurable subjects',
  ['thesaurus', 'activityKey'],
  (snapshot) =>
    (snapshot.activityKey?.subjects ?? []).map(({ subjectId, occupations }) => ({
      label: subjectName(snapshot, subjectId),
      occupations: [...occupations],
    })),
)

const madeInputs = derive(
  'inputs of areas',
  ['priorityArea', 'coding', 'region', 'jointArea', 'strategy', 'thesaurus', 'activityKey'],
  () => new Map<string, AreaInputsShape>(),
)

/** What an area's evidence is computed from, beside the cubes. */
export function areaInputsOf(snapshot: Snapshot, area: Area): AreaInputsShape {
  const made = madeInputs(snapshot)
  const inputs = made.get(area.id) ?? makeInputs(snapshot, area)
  made.set(area.id, inputs)
  return inputs
}

function makeInputs(snapshot: Snapshot, area: Area): AreaInputsShape {
  const { owner } = area
  const { fields, isOneField, reason } = fieldsOf(snapshot, area)
  const memberCodes = owner.kind === 'region' ? [owner.id] : (snapshot.getBegun('jointArea', owner.id)?.memberCodes ?? [])
  return {
    id: area.id,
    label: bothLabelsOf(area),
    owner: ownerRef(snapshot, owner),
    regionCodes: [...memberCodes],
    fields: fields.map((field) => fieldInputs(snapshot, field)),
    isOneField,
    reason,
    described: describedFieldsOf(snapshot, area).map((field) => fieldInputs(snapshot, field)),
  }
}

function fieldInputs(snapshot: Snapshot, { themeId, subjects }: AreaField): FieldInputsShape {
  const listedBy = areasByFieldOf(snapshot).byTheme.get(themeId) ?? new Map<string, readonly Area[]>()
  return {
    themeId,
    subjects: subjects.map((subject) => subjectInputs(snapshot, subject)),
    listedBy: [...listedBy].map(([regionCode, areas]) => ({
      regionCode,
      areas: areas.map((area) => ({ id: area.id, label: bothLabelsOf(area) })),
    })),
  }
}

function subjectInputs(snapshot: Snapshot, { activities, ...subject }: MeasuredSubject): FieldInputsShape['subjects'][number] {
  const { occupations, why } = activities
  return { ...subject, label: subjectName(snapshot, subject.id), why, occupations: [...occupations] }
}

/** The name of a theme or concept. */
function subjectName(snapshot: Snapshot, id: string): LocalText {
  const { findTheme, findConcept } = thesaurusOf(snapshot)
  return (findTheme(id) ?? findConcept(id))?.label ?? { sv: id, en: id }
}
