import { z } from 'zod'
import { defineKind, officersWrite, ownersSay } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { heardSteps, heardTopicIds } from './heard-topics.ts'
import { RecordId, RegionCode } from './shared-fields.ts'
import { Statement, statementKind } from './statement.ts'

/** Something heard in dialogues: those read out of a deck, and those that a region has agreed to show after a dialogue here. */
export const Finding = Statement.extend({
  /** The region that said it; absent when the source does not tell. */
  regionCode: labelled(RegionCode.optional(), 'Region som sade det', 'Region that said it'),
  topic: labelled(z.enum(heardTopicIds).optional(), 'Ämne', 'Topic'),
  step: labelled(z.enum(heardSteps).optional(), 'Steg i arbetet', 'Step of the work'),
  priorityAreaId: labelled(RecordId.optional(), 'Område', 'Area'),
  /** Whether the text is what was said, word by word. */
  isQuote: labelled(z.boolean().optional(), 'Citat', 'Quote'),
})
export type Finding = z.infer<typeof Finding>

export const finding = defineKind({
  ...statementKind,
  name: 'finding',
  label: { one: { sv: 'iakttagelse', en: 'finding' }, many: { sv: 'iakttagelser', en: 'findings' } },
  schema: Finding,
  owner: ({ regionCode }) => (regionCode ? { kind: 'region', id: regionCode } : null),
  references: ({ regionCode, priorityAreaId }) => [
    ...(regionCode ? [{ field: 'regionCode', kind: 'region', id: regionCode, on: 'anyDay' } as const] : []),
    ...(priorityAreaId ? [{ field: 'priorityAreaId', kind: 'priorityArea', id: priorityAreaId, on: 'firstDay' } as const] : []),
  ],
  may: ownersSay,
  mayWithoutOwner: officersWrite,
})
