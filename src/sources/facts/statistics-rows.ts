import { z } from 'zod'
import { RecordId } from '../../records/shared-fields.ts'
import { IsoDate } from '../../records/time.ts'

const text = z.string().min(1, 'The cell must not be empty.')
const texts = z.string().transform((cell) => (cell === '' ? [] : cell.split('|'))).pipe(z.array(text))
const optionalNumber = z.string().transform((cell) => (cell === '' ? null : Number(cell))).pipe(z.number().positive().nullable())

const dimension = /^([a-z]+)=(region|activity|time|measure|group):([a-z0-9-]+)$/

/** The dimensions of a data file: `occupation=activity:ssyk-2012|…|year=time:year`. The last one is the columns of the years. */
const Dimensions = z.string().transform((cell, context) =>
  cell.split('|').map((one) => {
    const [, id = '', role = '', classification = ''] = dimension.exec(one) ?? []
    if (!id) context.addIssue({ code: 'custom', message: `«${one}» is no dimension. Write name=role:classification.` })
    return { id, role: role as 'region' | 'activity' | 'time' | 'measure' | 'group', classification }
  }),
)

/** A table of statistics that ships: what it is, whose, and how its data file is read. */
export const StatisticsTableRow = z
  .object({
    id: RecordId,
    title_sv: text,
    title_en: text,
    counted_sv: text,
    counted_en: text,
    unit_sv: text,
    unit_en: text,
    number_kind: z.enum(['count', 'amount']),
    counts_per_unit: optionalNumber,
    rounded_to: optionalNumber,
    publisher: text,
    publisher_table: text,
    licence: text,
    attribution_sv: text,
    attribution_en: text,
    recorded_on: IsoDate,
    level: z.enum(['county', 'nuts2']),
    dimensions: Dimensions,
    breaks: texts,
    break_notes_sv: texts,
    break_notes_en: texts,
    caveats_sv: texts,
    caveats_en: texts,
    source: RecordId,
    file: z.string().regex(/^[a-z0-9-]+\.tsv$/, 'Name a file of this folder.'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Write the 64 digits that scripts/make-statistics.ts prints.'),
  })
  .refine((row) => row.breaks.length === row.break_notes_sv.length && row.breaks.length === row.break_notes_en.length, {
    path: ['breaks'],
    error: 'Write a note in both languages for each break.',
  })
  .refine((row) => row.caveats_sv.length === row.caveats_en.length, {
    path: ['caveats_en'],
    error: 'Write each caveat in both languages.',
  })

/** The occupations and broad branches that speak for one theme or concept. Without occupations it cannot be measured, nor can its themes in its place. */
export const ActivityKeyRow = z.object({
  subject: RecordId,
  ssyk: z
    .string()
    .transform((cell) => (cell === '' ? [] : cell.split(' ')))
    .pipe(z.array(z.string().regex(/^\d{3,4}$/, 'Write codes of SSYK 2012 with three or four digits, and a blank between.'))),
  branches: z.string().transform((cell) => (cell === '' ? [] : cell.split(' '))),
  why_sv: text,
  why_en: text,
})
