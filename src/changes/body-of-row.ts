import { z } from 'zod'
import { unwrap } from '../records/fields.ts'
import { kindOf } from '../records/record.ts'
import type { BodyOf, RecordKind } from '../records/record.ts'

/**
 * The body of a record made of a row of the facts that ship. The kind tells which columns there are: a field is in the column that is called
 * as it is, in small letters with low lines and without `Id` at the end, or in the one that the kind's `factColumns` names.
 * @param given fields that are not in a column of their own; undefined leaves a field out
 * @throws Error when a field that must be there is in no column
 */
export function bodyOfRow<K extends RecordKind>(kind: K, row: object, given: Partial<BodyOf<K>> = {}): BodyOf<K> {
  const { schema, factColumns = {} } = kindOf(kind)
  const cells = row as Readonly<Record<string, unknown>>
  const read: ReadCell = (path) => cells[factColumns[path] ?? columnOf(path)] ?? null
  const body: Record<string, unknown> = {}
  for (const [name, field] of Object.entries((schema as z.ZodObject).shape)) {
    const isGiven = name in given
    const value = isGiven ? (given as Record<string, unknown>)[name] : valueOf(field as z.ZodType, name, read)
    if (value === null && !(field as z.ZodType).safeParse(null).success) {
      if (!(field instanceof z.ZodOptional))
        throw new Error(`No column of a ${kind} has its ${name}: ${Object.keys(row).join(', ')}.`)
    } else if (value !== undefined) body[name] = value
  }
  return body as BodyOf<K>
}

type ReadCell = (path: string) => unknown

const columnOf = (path: string): string =>
  path
    .replace(/Id(s?)$/, '$1')
    .replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replaceAll('.', '_')

/** The value of a field, or null when there is none. Of several parts, all that must be there have to be. */
function valueOf(field: z.ZodType, path: string, read: ReadCell): unknown {
  const { schema, isRequired } = unwrap(field)
  if (schema instanceof z.ZodUnion) return { kind: read(`${path}.kind`), id: read(`${path}.id`) }
  if (schema instanceof z.ZodObject) {
    const parts = Object.entries(schema.shape).map(([name, part]) => {
      const value = valueOf(part as z.ZodType, `${path}.${name}`, read)
      return { name, value, isMissing: value === null && unwrap(part as z.ZodType).isRequired }
    })
    return parts.some(({ isMissing }) => isMissing) ? null : Object.fromEntries(parts.map(({ name, value }) => [name, value]))
  }
  const value = read(path)
  return Array.isArray(value) && value.length === 0 && !isRequired ? null : value
}
