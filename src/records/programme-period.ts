import { z } from 'zod'
import { administratorsWrite, defineKind } from './define-kind.ts'
import { labelled } from './field-labels.ts'
import { IsoDate } from './time.ts'

/** An EU programme period, half-open `[from, to)`. The record's id is like `2014-2020`. */
export const ProgrammePeriod = z.object({
  label: labelled(z.string().min(1).max(40), 'Benämning', 'Label'),
  from: labelled(IsoDate, 'Första dag', 'First day'),
  to: labelled(IsoDate, 'Dagen efter den sista', 'The day after the last'),
})
export type ProgrammePeriod = z.infer<typeof ProgrammePeriod>

export const programmePeriod = defineKind({
  name: 'programmePeriod',
  label: { one: { sv: 'programperiod', en: 'programme period' }, many: { sv: 'programperioder', en: 'programme periods' } },
  schema: ProgrammePeriod,
  since: '0.1.0',
  owner: () => null,
  references: () => [],
  title: ({ label }) => ({ sv: label, en: label }),
  search: null,
  page: null,
  may: administratorsWrite,
})
