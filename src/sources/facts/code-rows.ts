import { z } from 'zod'
import { RecordId } from '../../records/shared-fields.ts'
import { conceptKinds } from '../../records/thesaurus-facts.ts'

const text = z.string().min(1, 'The cell must not be empty.')
const listOf = <T extends z.ZodType<string, string>>(item: T) =>
  z.string().transform((cell) => (cell === '' ? [] : cell.split('|'))).pipe(z.array(item))
const optionalText = z.string().transform((cell) => (cell === '' ? null : cell))
const kind = z.enum(conceptKinds, `The kinds are ${conceptKinds.join(', ')}.`)
const divisions = listOf(z.string().regex(/^\d{2}$/, 'A division of SNI 2007 has two digits.'))
const fields = listOf(z.string().regex(/^[1-6]\.\d{1,2}$/, 'A field of FORD is written like 2.5 or 2.11.'))
const goals = listOf(z.string().regex(/^(?:[1-9]|1[0-7])$/, 'The goals of Agenda 2030 are numbered 1 to 17.'))

export const ThemeCodesRow = z
  .object({
    theme: RecordId,
    kinds: listOf(kind).refine((kinds) => kinds.length > 0, 'Name at least one kind.'),
    sni: divisions,
    sni_beside: divisions,
    sni_named: divisions,
    sni_made: divisions,
    ford: fields,
    ford_named: fields,
    sdg: goals.transform((list) => list.map(Number)),
    why_none_sv: optionalText,
    why_none_en: optionalText,
  })
  .refine((row) => (row.sni.length === 0) === (row.why_none_sv !== null) && (row.why_none_sv === null) === (row.why_none_en === null), {
    path: ['why_none_sv'],
    error: 'A theme without an industry of its own says why, in both languages; one with an industry does not.',
  })

export const KindSignRow = z.object({
  id: RecordId,
  kind,
  place: z.enum(['begin', 'end'], 'A sign is at the begin or at the end of a word.'),
  letters_sv: listOf(text),
  letters_en: listOf(text),
  weight: z.string().regex(/^\d(?:\.\d+)?$/, 'A weight is a number from 0 to 9.').transform(Number),
  why: text,
})

export const ObjectiveRow = z.object({
  code: z.string().regex(/^[1-5](?:\.\d)?$/, 'An objective is written like 2, or like 2.6 for a specific one.'),
  label_sv: text,
  label_en: text,
  themes: listOf(RecordId),
  concepts: listOf(RecordId),
})

export const GoalRow = z.object({
  code: z.string().regex(/^(?:[1-9]|1[0-7])$/, 'The goals of Agenda 2030 are numbered 1 to 17.'),
  label_sv: text,
  label_en: text,
})

export const FittedWeightRow = z.object({
  id: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/, 'A weight is named by what it is for, a dot and what it weighs: themes.label.'),
  weight: z.string().regex(/^-?\d+(?:\.\d+)?$/, 'A weight is a number with a point.').transform(Number),
  why: text,
})
