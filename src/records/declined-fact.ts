import { z } from 'zod'
import { administratorsWrite, defineKind } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { LocalText, RecordId, sharedFields } from './shared-fields.ts'

/** A person's decision not to take in a fact that ships with Spets. It is proposed again when other facts ship about the record. */
export const DeclinedFact = z.object({
  /** The kind and id of the record that the fact is about, which the registry may not have. */
  about: z.object({
    kind: labelled(z.string().min(1).max(40), 'Slag', 'Kind'),
    id: labelled(RecordId, 'Post', 'Record'),
  }),
  what: labelled(LocalText, 'Vad uppgiften handlar om', 'What the fact is about'),
  fingerprint: labelled(sharedFields.fingerprint(), 'Uppgiften, som fingeravtryck', 'The fact, as a fingerprint'),
})
export type DeclinedFact = z.infer<typeof DeclinedFact>

export const declinedFact = defineKind({
  name: 'declinedFact',
  label: {
    one: { sv: 'avböjd uppgift', en: 'declined fact' },
    many: { sv: 'avböjda uppgifter', en: 'declined facts' },
  },
  schema: DeclinedFact,
  since: '0.1.0',
  owner: () => null,
  references: () => [],
  title: ({ what }) => what,
  search: null,
  page: () => ({ page: 'factsUpdate', params: {} }),
  may: administratorsWrite,
})
