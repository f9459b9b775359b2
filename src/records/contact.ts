import { z } from 'zod'
import { defineKind, ownersWrite } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { LocalText, RecordId, WebAddress } from './shared-fields.ts'

/** Whom to ask about a strategy or one of its areas: a role at an organisation, never a person's name. */
export const Contact = z.object({
  strategyId: labelled(RecordId, 'Lista', 'List'),
  /** Null when the contact is for the whole strategy. */
  priorityAreaId: labelled(RecordId.nullable(), 'Område', 'Area'),
  /** `contact`: ask here; `coordinator`: leads the work; `partner`: a cluster or arena in it. */
  use: labelled(z.enum(['contact', 'coordinator', 'partner']), 'Uppgift', 'Part'),
  role: labelled(LocalText, 'Roll', 'Role'),
  organisation: labelled(z.string().min(1).max(200), 'Organisation', 'Organisation'),
  url: labelled(WebAddress.nullable(), 'Adress', 'Address'),
})
export type Contact = z.infer<typeof Contact>

export const contact = defineKind({
  name: 'contact',
  label: { one: { sv: 'kontakt', en: 'contact' }, many: { sv: 'kontakter', en: 'contacts' } },
  schema: Contact,
  factColumns: { use: 'kind' },
  since: '0.1.0',
  owner: ({ strategyId }) => ({ kind: 'strategy', id: strategyId }),
  references: ({ strategyId, priorityAreaId }) => [
    { field: 'strategyId', kind: 'strategy', id: strategyId, on: 'firstDay' },
    ...(priorityAreaId ? [{ field: 'priorityAreaId', kind: 'priorityArea', id: priorityAreaId, on: 'firstDay' } as const] : []),
  ],
  title: ({ role, organisation }) => ({ sv: `${role.sv}, ${organisation}`, en: `${role.en}, ${organisation}` }),
  search: null,
  page: ({ strategyId }) => ({ kind: 'strategy', id: strategyId }),
  may: ownersWrite,
})
