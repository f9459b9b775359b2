import fordTsv from '../../facts/ford-2015.tsv?raw'
import type { LocalText } from '../records/record.ts'

/** A field of research and development, second level of FORD (OECD, Frascati Manual 2015, chapter 2). */
export interface ScienceField {
  /** For example `2.11`. */
  code: string
  label: LocalText
}

/** All 42 fields, in the classification's order. */
export const scienceFields: readonly ScienceField[] = fordTsv
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([code, sv, en]) => ({ code: code!, label: { sv: sv!, en: en! } }))

const byCode = new Map(scienceFields.map((field) => [field.code, field]))

export const findScienceField = (code: string): ScienceField | null => byCode.get(code.trim()) ?? null
