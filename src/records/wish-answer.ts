import { z } from 'zod'
import { officersWrite, defineKind } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { LocalText, RecordId } from './shared-fields.ts'
import { IsoDate } from './time.ts'

/** How far the national level has come: somebody owns it, it is answered, done, or declined with a reason. */
export const answerStates = ['owned', 'answered', 'done', 'declined'] as const
export type AnswerState = (typeof answerStates)[number]

/** What the national level does about a wish. Its versions are the wish's time line. The record has the wish's id. */
export const WishAnswer = z
  .object({
    wishId: labelled(RecordId, 'Önskemål', 'Wish'),
    state: labelled(z.enum(answerStates), 'Läge', 'State'),
    /** Role and organisation, never a name. */
    ownerRole: labelled(z.string().min(1).max(120), 'Ansvarig (roll)', 'Owner (role)'),
    dueOn: labelled(IsoDate.nullable(), 'Klart senast', 'Due'),
    /** The answer, or why it is declined. */
    answer: labelled(LocalText.nullable(), 'Svar', 'Answer'),
    /** What shows that it is done: words, or an address. */
    proof: labelled(z.string().min(1).max(500).nullable(), 'Vad visar att det är gjort', 'What shows that it is done'),
  })
  .refine(({ state, answer }) => state === 'owned' || answer !== null, {
    path: ['answer'],
    error: 'An answer needs words, and so does a wish that is declined.',
  })
  .refine(({ state, proof }) => state !== 'done' || proof !== null, {
    path: ['proof'],
    error: 'What is done needs something that shows it: words, or an address.',
  })
export type WishAnswer = z.infer<typeof WishAnswer>

export const wishAnswer = defineKind({
  name: 'wishAnswer',
  label: {
    one: { sv: 'svar på önskemål', en: 'answer to a wish' },
    many: { sv: 'svar på önskemål', en: 'answers to wishes' },
  },
  schema: WishAnswer,
  since: '0.1.0',
  owner: () => null,
  references: ({ wishId }) => [{ field: 'wishId', kind: 'wish', id: wishId, on: 'firstDay' }],
  title: ({ wishId }) => ({ sv: wishId, en: wishId }),
  search: null,
  page: ({ wishId }) => ({ kind: 'wish', id: wishId }),
  may: officersWrite,
})
