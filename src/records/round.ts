import { z } from 'zod'
import { officersWrite, defineKind } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { IsoDate } from './time.ts'

/** A yearly round, in which every region says whether its list is right. The record's id is the year. */
export const Round = z
  .object({
    year: labelled(z.number().int().min(2026).max(2100), 'År', 'Year'),
    opensOn: labelled(IsoDate, 'Öppnar', 'Opens'),
    /** The first day on which it is closed. */
    closesOn: labelled(IsoDate, 'Stänger', 'Closes'),
  })
  .refine(({ opensOn, closesOn }) => opensOn < closesOn, { path: ['closesOn'], error: 'A round closes after it opens.' })
export type Round = z.infer<typeof Round>

export const round = defineKind({
  name: 'round',
  label: { one: { sv: 'årlig runda', en: 'yearly round' }, many: { sv: 'årliga rundor', en: 'yearly rounds' } },
  schema: Round,
  id: z.string().regex(/^\d{4}$/, 'A round is named by its year.'),
  since: '0.1.0',
  owner: () => null,
  references: () => [],
  title: ({ year }) => ({ sv: `Runda ${year}`, en: `Round ${year}` }),
  search: null,
  page: (_body, id) => ({ page: 'round', params: { year: id } }),
  may: officersWrite,
})

/** The days after the opening on which a region that has not answered is reminded. */
export const reminderDays = [10, 20] as const
