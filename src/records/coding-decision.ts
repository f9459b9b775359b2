import { z } from 'zod'
import { defineKind, ownersWrite } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { RecordId, verdicts } from './shared-fields.ts'

/**
 * The aspects that a priority area is coded by: theme, narrower concept, kind of choice, SNI 2007, FORD, goals of Agenda 2030 and
 * objectives of the EU's cohesion policy.
 */
export const codingAspects = ['theme', 'concept', 'kind', 'industry', 'scienceField', 'goal', 'objective'] as const
export type CodingAspect = (typeof codingAspects)[number]

const common = {
  priorityAreaId: labelled(RecordId, 'Prioriterat område', 'Priority area'),
  /** `rejected` means that the area is not about it, although its words may suggest it. */
  verdict: labelled(z.enum(verdicts), 'Beslut', 'Verdict'),
}

/** A person's decision on one code of a priority area. It overrides the suggestion for that code. */
export const CodingDecision = z.union([
  z.object({
    priorityAreaId: common.priorityAreaId,
    aspect: labelled(z.enum(codingAspects), 'Vad som kodas', 'What is coded'),
    /** The theme's or concept's id, the kind's name, an SNI code without dots, a FORD code such as 2.11, a goal's number, or an objective such as 2.6. */
    code: labelled(
      z
        .string()
        .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'A code has small letters a–z, digits, single hyphens and dots.')
        .max(120),
      'Kod',
      'Code',
    ),
    verdict: common.verdict,
  }),
  /** The first form, when only themes could be decided on; it is still read and no longer written. */
  z.object({ priorityAreaId: common.priorityAreaId, themeId: RecordId, verdict: common.verdict }),
])
export type CodingDecision = z.infer<typeof CodingDecision>

export const coding = defineKind({
  name: 'coding',
  label: {
    one: { sv: 'beslut om kodning', en: 'decision on coding' },
    many: { sv: 'beslut om kodning', en: 'decisions on coding' },
  },
  schema: CodingDecision,
  since: '0.1.0',
  owner: ({ priorityAreaId }) => ({ kind: 'priorityArea', id: priorityAreaId }),
  references: ({ priorityAreaId }) => [{ field: 'priorityAreaId', kind: 'priorityArea', id: priorityAreaId, on: 'firstDay' }],
  title: (body) => {
    const code = 'code' in body ? `${body.aspect} ${body.code}` : `theme ${body.themeId}`
    return { sv: `${body.priorityAreaId}: ${code}`, en: `${body.priorityAreaId}: ${code}` }
  },
  search: null,
  page: ({ priorityAreaId }) => ({ page: 'coding', params: { id: priorityAreaId } }),
  may: ownersWrite,
})
