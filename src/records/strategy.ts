import { z } from 'zod'
import { defineKind, ownersWrite } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { sharedFields } from './shared-fields.ts'
import { IsoDate } from './time.ts'

/** One edition of what a region or joint area has chosen: a dated list of priority areas. */
export const Strategy = z.object({
  owner: sharedFields.owner(),
  programmePeriodId: sharedFields.programmePeriodId(),
  /** Identifies the edition among the owner's: its date as far as known, e.g. `2018-01-31` or `2020`. */
  edition: labelled(z.string().min(1).max(40), 'Utgåva', 'Edition'),
  datePrecision: sharedFields.datePrecision(),
  status: labelled(z.enum(['listed', 'adopted', 'currentPage']), 'Ställning', 'Status'),
  decidedOn: labelled(IsoDate.nullable(), 'Beslutad', 'Decided'),
  /** False when the source shows only part of the list; an area that is missing in it is then unknown, not dropped. */
  isComplete: labelled(z.boolean(), 'Hela listan är känd', 'The whole list is known'),
  note: sharedFields.note(),
})
export type Strategy = z.infer<typeof Strategy>

export const strategy = defineKind({
  name: 'strategy',
  label: { one: { sv: 'strategi', en: 'strategy' }, many: { sv: 'strategier', en: 'strategies' } },
  schema: Strategy,
  factColumns: { isComplete: 'complete' },
  since: '0.1.0',
  owner: ({ owner }) => owner,
  references: ({ owner, programmePeriodId }) => [
    { field: 'owner', ...owner, on: 'everyDay' },
    { field: 'programmePeriodId', kind: 'programmePeriod', id: programmePeriodId, on: 'anyDay' },
  ],
  title: ({ edition }) => ({ sv: `Strategi, utgåva ${edition}`, en: `Strategy, edition ${edition}` }),
  search: null,
  page: ({ owner }) => owner,
  may: ownersWrite,
})
