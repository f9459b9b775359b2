import { z } from 'zod'
import { defineKind, ownersWrite } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { RecordId, verdicts } from './shared-fields.ts'

export const lineageChanges = ['unchanged', 'renamed', 'split', 'merged', 'dropped', 'new'] as const
export type LineageChange = (typeof lineageChanges)[number]
/** Changes that involve two areas; `dropped` and `new` involve one. */
export const pairChanges = ['unchanged', 'renamed', 'split', 'merged'] as const satisfies readonly LineageChange[]

/** A person's decision on what became of a priority area in the next list. It overrides the suggestion for that pair. */
export const LineageDecision = z.object({
  predecessorId: labelled(RecordId.nullable(), 'Föregångare', 'Predecessor'),
  successorId: labelled(RecordId.nullable(), 'Efterföljare', 'Successor'),
  change: labelled(z.enum(lineageChanges), 'Ändring', 'Change'),
  /** `rejected` means that the two areas are not linked. */
  verdict: labelled(z.enum(verdicts), 'Beslut', 'Verdict'),
})
export type LineageDecision = z.infer<typeof LineageDecision>

export const lineage = defineKind({
  name: 'lineage',
  label: {
    one: { sv: 'beslut om härstamning', en: 'decision on lineage' },
    many: { sv: 'beslut om härstamning', en: 'decisions on lineage' },
  },
  schema: LineageDecision,
  since: '0.1.0',
  owner: ({ predecessorId, successorId }) => areaName(successorId ?? predecessorId),
  references: ({ predecessorId, successorId }) =>
    Object.entries({ predecessorId, successorId }).flatMap(([field, id]) =>
      id === null ? [] : [{ field, kind: 'priorityArea', id, on: 'firstDay' as const }],
    ),
  title: ({ predecessorId, successorId }) => {
    const pair = [predecessorId, successorId].filter(Boolean).join(' → ')
    return { sv: pair, en: pair }
  },
  search: null,
  page: null,
  may: ownersWrite,
})

const areaName = (id: string | null) => (id === null ? null : { kind: 'priorityArea', id })
