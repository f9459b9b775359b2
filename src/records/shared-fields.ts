import { z } from 'zod'
import { labelled } from './field-labels.ts'

/** A short text in both languages of Spets. */
export const LocalText = z.object({ sv: z.string().min(1).max(2000), en: z.string().min(1).max(2000) })
export type LocalText = z.infer<typeof LocalText>

export const RecordId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug has small letters a–z, digits and single hyphens.')
  .max(120)

/** The statistical office's code of a region: a Swedish county code such as 17, or a NUTS code such as DE21 or FRK2. */
export const RegionCode = z
  .string()
  .regex(
    /^[A-Z0-9]{2,5}$/,
    'A region code is what the country’s office uses: two to five capitals and digits, for example 17 or DE21.',
  )
export type RegionCode = z.infer<typeof RegionCode>

/** The owner of a strategy: one region (by code) or several together (by the joint area's id). */
export const Owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('region'), id: RegionCode }),
  z.object({ kind: z.literal('jointArea'), id: RecordId }),
])
export type Owner = z.infer<typeof Owner>

/** How precisely a date is known; the more precise parts are then only used for sorting. */
export const DatePrecision = z.enum(['day', 'month', 'year', 'unknown'])
export type DatePrecision = z.infer<typeof DatePrecision>

/** A web address. */
export const WebAddress = z.url({ protocol: /^https?$/ })

/** The language of a document. */
export const DocumentLanguage = z.enum(['sv', 'en'])

/** The source of a statement, and the place in it. */
export const SourceRef = z.object({
  sourceId: RecordId,
  line: z.number().int().positive().nullable(),
  page: z.number().int().positive().nullable(),
  url: WebAddress.nullable(),
})
export type SourceRef = z.infer<typeof SourceRef>

export const verdicts = ['confirmed', 'rejected'] as const
export type Verdict = (typeof verdicts)[number]

/** Fields that several kinds share, with their labels. */
export const sharedFields = {
  owner: () => labelled(Owner, 'Vems', 'Whose'),
  programmePeriodId: () => labelled(RecordId, 'Programperiod', 'Programme period'),
  datePrecision: () => labelled(DatePrecision, 'Datumets precision', 'Precision of date'),
  note: () => labelled(LocalText.nullable(), 'Anmärkning', 'Note'),
  /** Of a source's words or of one of its sentences, folded: SHA-256, without a copy of them. */
  fingerprint: () => z.string().regex(/^[0-9a-f]{64}$/),
  /** The place in a list, from 1. */
  order: () => labelled(z.number().int().positive(), 'Nummer', 'Number'),
}
