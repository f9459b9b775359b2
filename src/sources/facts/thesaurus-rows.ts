import { z } from 'zod'
import { RecordId, RegionCode } from '../../records/shared-fields.ts'
import { conceptKinds, readSignals, themeFamilies } from '../../records/thesaurus-facts.ts'
import type { Signal } from '../../records/thesaurus-facts.ts'
import { IsoDate } from '../../records/time.ts'

const text = z.string().min(1, 'The cell must not be empty.')
const listOf = <T extends z.ZodType<string, string>>(item: T) =>
  z.string().transform((cell) => (cell === '' ? [] : cell.split('|'))).pipe(z.array(item))
const optionalDate = z.string().transform((cell) => (cell === '' ? null : cell)).pipe(IsoDate.nullable())

const terms = z.string().transform((cell, context): Signal[] => {
  const signals = readSignals(cell)
  if (signals.some(({ term }) => term.trim() === ''))
    context.addIssue({ code: 'custom', message: 'Write at least one term, and no empty one between two |.' })
  return signals
})

const dated = { valid_from: IsoDate, valid_to: optionalDate }
const isBegunBeforeEnd = (row: { valid_from: string; valid_to: string | null }) =>
  row.valid_to === null || row.valid_from < row.valid_to
const endsTooEarly = { path: ['valid_to'], error: 'The row ends before it begins. Write a day after valid_from, or nothing.' }

export const ThemeRow = z
  .object({
    id: RecordId,
    slug_en: RecordId,
    family: z.enum(themeFamilies, `The families are ${themeFamilies.join(', ')}.`),
    label_sv: text,
    label_en: text,
    definition_sv: text,
    definition_en: text,
    related: listOf(RecordId),
    terms_sv: terms,
    terms_en: terms,
    ...dated,
  })
  .refine(isBegunBeforeEnd, endsTooEarly)

export const ConceptRow = z
  .object({
    id: RecordId,
    slug_en: RecordId,
    broader: listOf(RecordId).refine((ids) => ids.length > 0, 'Name at least one theme or concept above it.'),
    kind: z.enum(conceptKinds, `The kinds are ${conceptKinds.join(', ')}.`),
    label_sv: text,
    label_en: text,
    definition_sv: text,
    definition_en: text,
    related: listOf(RecordId),
    sni: listOf(z.string()),
    ford: listOf(z.string()),
    sdg: listOf(z.string().regex(/^(?:[1-9]|1[0-7])$/, 'The goals of Agenda 2030 are numbered 1 to 17.')).transform((goals) => goals.map(Number)),
    terms_sv: terms,
    terms_en: terms,
    ...dated,
  })
  .refine(isBegunBeforeEnd, endsTooEarly)

export const IndustryRow = z.object({
  code: z.string().regex(/^(?:[A-U]|\d{2,5})$/, 'A code of SNI 2007 is a letter A to U, or two to five digits without dots.'),
  label_sv: text,
})

export const ScienceFieldRow = z.object({
  code: z.string().regex(/^[1-6]\.\d{1,2}$/, 'A field of FORD is written like 2.5 or 2.11.'),
  label_sv: text,
  label_en: text,
})

export const MunicipalityRow = z.object({
  code: z.string().regex(/^\d{4}$/, 'A municipality has a code of four digits.'),
  name: text,
  lan_code: RegionCode,
})

export const LocalityRow = z.object({
  name: text,
  lies_in: z.string().regex(/^\d{2}(?:\d{2})?$/, 'Write a municipality’s code, four digits, or a county’s, two digits.'),
})
