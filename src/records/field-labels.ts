import { z } from 'zod'

/** The name of a field for people, in both languages. */
export interface FieldLabel {
  sv: string
  en: string
}

const labels = z.registry<FieldLabel>()

/**
 * Gives a field's schema the label used by forms, tables and histories. It copies the schema, so that a shared schema
 * can have a label per field.
 */
export function labelled<Schema extends z.ZodType>(schema: Schema, sv: string, en: string): Schema {
  const own = schema.clone() as Schema
  labels.add(own, { sv, en })
  return own
}

/** The label of a field's schema; null when it has none. */
export const labelOf = (schema: z.ZodType): FieldLabel | null => labels.get(schema) ?? null
