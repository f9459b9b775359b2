import { z } from 'zod'
import { defineKind, ownersSay } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { RecordId, RegionCode } from './shared-fields.ts'
import { IsoDate } from './time.ts'

/** What a region answers in a round: the list is right, something has changed, or it needs more time. */
export const roundAnswers = ['confirmed', 'changes', 'moreTime'] as const
export type RoundAnswerWord = (typeof roundAnswers)[number]

/** A region's answer in one round. What it would change is proposed on the areas themselves. The record's id is the round's and the region's. */
export const RoundAnswer = z
  .object({
    roundId: labelled(z.string().regex(/^\d{4}$/), 'Runda', 'Round'),
    regionCode: labelled(RegionCode, 'Region', 'Region'),
    answer: labelled(z.enum(roundAnswers), 'Svar', 'Answer'),
    answeredOn: labelled(IsoDate, 'Dag', 'Day'),
    /** By role, never by name. */
    role: labelled(z.string().min(1).max(120), 'Roll', 'Role'),
    /** The areas that it would change, with those that it would add; what it would change is proposed on them. Empty for other answers. */
    changedIds: labelled(z.array(RecordId).max(500), 'Områden som skulle ändras', 'Areas that would change'),
    /** The day until which it needs time. */
    until: labelled(IsoDate.nullable(), 'Behöver tid till', 'Needs time until'),
  })
  .refine(({ answer, changedIds }) => (answer === 'changes') === changedIds.length > 0, {
    path: ['changedIds'],
    error: 'An answer that something has changed names the areas, and no other answer does.',
  })
  .refine(({ answer, until }) => (answer === 'moreTime') === (until !== null), {
    path: ['until'],
    error: 'A region that needs more time says until when.',
  })
export type RoundAnswer = z.infer<typeof RoundAnswer>

export const roundAnswerId = ({ roundId, regionCode }: Pick<RoundAnswer, 'roundId' | 'regionCode'>): string =>
  `${roundId}-${regionCode.toLowerCase()}`

export const roundAnswer = defineKind({
  name: 'roundAnswer',
  label: { one: { sv: 'svar i rundan', en: 'answer in the round' }, many: { sv: 'svar i rundan', en: 'answers in the round' } },
  schema: RoundAnswer,
  since: '0.1.0',
  owner: ({ regionCode }) => ({ kind: 'region', id: regionCode }),
  references: ({ roundId, regionCode }) => [
    { field: 'roundId', kind: 'round', id: roundId, on: 'anyDay' },
    { field: 'regionCode', kind: 'region', id: regionCode, on: 'anyDay' },
  ],
  title: ({ roundId, regionCode }) => ({ sv: `${roundId}: ${regionCode}`, en: `${roundId}: ${regionCode}` }),
  search: null,
  page: ({ roundId }) => ({ kind: 'round', id: roundId }),
  may: ownersSay,
})
