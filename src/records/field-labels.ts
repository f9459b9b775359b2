import { z } from 'zod'

/** What people call a field, in both languages. */
export interface FieldLabel {
  sv: string
  en: string
}

const labels = z.registry<FieldLabel>()

/** A field's schema with what forms, tables and histories call it. A schema used for several fields gets a copy for each. */
export function labelled<Schema extends z.ZodType>(schema: Schema, sv: string, en: string): Schema {
  const own = schema.clone() as Schema
  labels.add(own, { sv, en })
  return own
}

/** The label of a field's schema; null when nobody has given it one. */
export const labelOf = (schema: z.ZodType): FieldLabel | null => labels.get(schema) ?? null
