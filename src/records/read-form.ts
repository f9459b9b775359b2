import { z } from 'zod'
import type { KindDefinition } from './define-kind.ts'
import { fieldsOf } from './fields.ts'
import type { Field } from './fields.ts'
import type { LocalText } from './shared-fields.ts'

/** A fault in one field of a form, and how to mend it. */
export interface FieldError {
  path: string
  label: LocalText
  words: LocalText
}

export type ReadForm<Body> = { body: Body; errors: null } | { body: null; errors: FieldError[] }

/** Reads a record's body from a form whose fields are named by their paths. All faults are reported at once. */
export function readForm<Schema extends z.ZodType>(
  kind: Pick<KindDefinition<string, Schema>, 'schema'>,
  form: FormData,
): ReadForm<z.infer<Schema>> {
  const fields = fieldsOf(kind as unknown as KindDefinition)
  const body: Record<string, unknown> = {}
  const errors: FieldError[] = []
  for (const field of fields) {
    const value = valueOf(field, form)
    if (value instanceof Unreadable) errors.push({ path: field.path, label: field.label, words: value.words })
    else setAt(body, field.path.split('.'), value)
  }
  for (const [name, value] of Object.entries(body)) body[name] = nullWhenEmpty(value)
  for (const name of Object.keys(body)) if (body[name] === null && isOptional(kind, name)) delete body[name]
  const parsed = kind.schema.safeParse(body)
  if (parsed.success && errors.length === 0) return { body: parsed.data, errors: null }
  return { body: null, errors: [...errors, ...errorsIn(parsed.error?.issues ?? [], { fields, reported: errors })] }
}

class Unreadable {
  readonly words: LocalText
  constructor(words: LocalText) {
    this.words = words
  }
}

/** The value of a filled-in field, parsed by how it is filled in; null when it is empty. */
function valueOf({ path, input, isRequired }: Field, form: FormData): unknown {
  const sent = form.get(path)
  const text = typeof sent === 'string' ? sent.trim() : ''
  if (input === 'yesNo') return text !== '' && text !== 'false'
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  if (input === 'list') return lines.length === 0 && !isRequired ? null : lines
  if (text === '') return null
  if (input === 'number') return readNumber(text)
  return input === 'json' ? readJson(text) : text
}

function readNumber(text: string): number | Unreadable {
  const number = Number(text.replace(/\s/g, '').replace(',', '.'))
  return Number.isFinite(number) ? number : new Unreadable({ sv: 'Ange ett tal.', en: 'Give a number.' })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return new Unreadable({ sv: 'Det går inte att läsa som JSON.', en: 'It cannot be read as JSON.' })
  }
}

function setAt(body: Record<string, unknown>, [name, ...parts]: readonly string[], value: unknown): void {
  if (parts.length === 0) body[name!] = value
  else setAt((body[name!] ??= {}) as Record<string, unknown>, parts, value)
}

/** Null for an object in which nothing is filled in, at any depth; other values unchanged. */
function nullWhenEmpty(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const parts = Object.entries(value).map(([name, part]) => [name, nullWhenEmpty(part)] as const)
  return parts.every(([, part]) => part === null) ? null : Object.fromEntries(parts)
}

/** Whether a field of the body is omitted when it is empty, instead of null. */
const isOptional = ({ schema }: { schema: z.ZodType }, name: string): boolean =>
  schema instanceof z.ZodObject && schema.shape[name] instanceof z.ZodOptional

function errorsIn(
  issues: readonly z.core.$ZodIssue[],
  { fields, reported }: { fields: readonly Field[]; reported: readonly FieldError[] },
): FieldError[] {
  const found = new Map<string, FieldError>()
  for (const issue of issues) {
    const path = issue.path.join('.')
    const field = fields.find((one) => one.path === path) ?? fields.find((one) => one.path.startsWith(`${String(issue.path[0])}`))
    const key = field?.path ?? path
    if (found.has(key) || reported.some((error) => error.path === key)) continue
    found.set(key, { path: key, label: field?.label ?? { sv: path, en: path }, words: wordsOf(issue) })
  }
  return [...found.values()]
}

function wordsOf(issue: z.core.$ZodIssue): LocalText {
  if (issue.code === 'invalid_type') return { sv: 'Fyll i fältet.', en: 'Fill in the field.' }
  if (issue.code === 'too_small' && issue.inclusive === false)
    return { sv: `Mer än ${String(issue.minimum)}.`, en: `More than ${String(issue.minimum)}.` }
  if (issue.code === 'too_small') return { sv: `Minst ${String(issue.minimum)}.`, en: `At least ${String(issue.minimum)}.` }
  if (issue.code === 'too_big') return { sv: `Högst ${String(issue.maximum)}.`, en: `At most ${String(issue.maximum)}.` }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ')
    return { sv: `Välj något av: ${values}.`, en: `Choose one of: ${values}.` }
  }
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return { sv: 'Ett datum skrivs ÅÅÅÅ-MM-DD, till exempel 2018-01-31.', en: issue.message }
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return { sv: 'En adress börjar med https:// eller http://.', en: 'An address begins with https:// or http://.' }
  return { sv: `Det har inte den form som behövs (${issue.message})`, en: issue.message }
}
