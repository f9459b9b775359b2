import { z } from 'zod'
import type { KindDefinition } from './define-kind.ts'
import { labelOf } from './field-labels.ts'
import type { LocalText } from './shared-fields.ts'

/** How a field is filled in: `list` takes one value per line, and `json` is for fields with a structure of their own. */
export type FieldInput = 'text' | 'number' | 'date' | 'yesNo' | 'choice' | 'list' | 'json'

/** One field of a kind, as forms, tables and histories need it; a text in two languages becomes two fields. */
export interface Field {
  /** The path in the body, with dots: `displayLabel`, `note.sv`. */
  path: string
  label: LocalText
  input: FieldInput
  isRequired: boolean
  /** The values that can be chosen. */
  options?: readonly string[]
  /** The most characters that a text may have. */
  maxLength?: number
}

/** The fields of a kind in the order of its schema. */
export function fieldsOf({ schema }: Pick<KindDefinition, 'schema'>): Field[] {
  const { schema: body } = unwrap(schema)
  // When a kind has several forms, the first is the one that is written.
  const written = body instanceof z.ZodUnion ? (body.options[0] as z.ZodType) : body
  return written instanceof z.ZodObject
    ? Object.entries(written.shape).flatMap(([name, field]) => fieldsAt(name, field as z.ZodType))
    : []
}

/** The label of a field of the body; its name when it has no label. */
export function fieldLabel({ schema }: Pick<KindDefinition, 'schema'>, name: string): LocalText {
  const { schema: body } = unwrap(schema)
  const objects = body instanceof z.ZodUnion ? body.options : [body]
  const field = objects.flatMap((one) =>
    one instanceof z.ZodObject && name in one.shape ? [one.shape[name] as z.ZodType] : [],
  )[0]
  return (field && labelOf(field)) ?? { sv: name, en: name }
}

function fieldsAt(path: string, field: z.ZodType): Field[] {
  const { schema, isRequired } = unwrap(field)
  const label = labelOf(field) ?? { sv: path, en: path }
  const common = { path, label, isRequired }
  if (schema instanceof z.ZodObject) return partsOf(schema, common)
  if (schema instanceof z.ZodUnion) return ownerParts(common)
  if (schema instanceof z.ZodEnum) return [{ ...common, input: 'choice', options: schema.options.map(String) }]
  if (schema instanceof z.ZodBoolean) return [{ ...common, input: 'yesNo' }]
  if (schema instanceof z.ZodNumber) return [{ ...common, input: 'number' }]
  if (schema instanceof z.ZodArray) {
    const isOfTexts = unwrap(schema.element as z.ZodType).schema instanceof z.ZodString
    return [{ ...common, input: isOfTexts ? 'list' : 'json' }]
  }
  if (schema instanceof z.ZodISODate) return [{ ...common, input: 'date' }]
  const { maxLength = null } = schema as { maxLength?: number | null }
  return [{ ...common, input: 'text', ...(maxLength === null ? {} : { maxLength }) }]
}

type Common = Pick<Field, 'path' | 'label' | 'isRequired'>

const languageNames: Record<string, LocalText> = {
  sv: { sv: 'på svenska', en: 'in Swedish' },
  en: { sv: 'på engelska', en: 'in English' },
}

function partsOf(schema: z.ZodObject, { path, label, isRequired }: Common): Field[] {
  return Object.entries(schema.shape).flatMap(([name, part]) =>
    fieldsAt(`${path}.${name}`, part as z.ZodType).map((field) => {
      const language = languageNames[name]
      const whole = language
        ? { sv: `${label.sv} ${language.sv}`, en: `${label.en} ${language.en}` }
        : { sv: `${label.sv}: ${field.label.sv}`, en: `${label.en}: ${field.label.en}` }
      return { ...field, label: whole, isRequired: isRequired && field.isRequired }
    }),
  )
}

/** The owner, which is the only union among the fields of bodies, becomes two fields. */
const ownerParts = ({ path, label, isRequired }: Common): Field[] => [
  {
    path: `${path}.kind`,
    label: { sv: `${label.sv}: slag`, en: `${label.en}: kind` },
    input: 'choice',
    options: ['region', 'jointArea'],
    isRequired,
  },
  { path: `${path}.id`, label: { sv: `${label.sv}: kod eller id`, en: `${label.en}: code or id` }, input: 'text', isRequired },
]

/** Unwraps optional and nullable schemas. */
export function unwrap(schema: z.ZodType): { schema: z.ZodType; isRequired: boolean } {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return { schema: unwrap(schema.unwrap() as z.ZodType).schema, isRequired: false }
  return { schema, isRequired: true }
}
