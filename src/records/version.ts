import { hash } from 'node:crypto'
import { z } from 'zod'
import type { KindDefinition } from './define-kind.ts'
import { kinds as listedKinds } from './kinds.ts'
import type { NewVersion, RecordVersion } from './record.ts'
import { RecordId, SourceRef } from './shared-fields.ts'
import { IsoDate, IsoInstant } from './time.ts'
import { versionStates } from './version-states.ts'

/** Kinds of record by name; usually all that the program knows. */
export type KindList = Readonly<Record<string, KindDefinition>>

/** The fields around a body, the same for all kinds. */
export const VersionEnvelope = z.object({
  kind: z.string(),
  recordId: z.string().max(120),
  validFrom: IsoDate,
  validTo: IsoDate.nullable(),
  recordedBy: z.string().min(1).max(120),
  changeNote: z.string().min(1).max(1000),
  state: z.enum(versionStates),
  source: SourceRef.nullable(),
  body: z.unknown(),
  version: z.number().int().positive(),
  recordedAt: IsoInstant,
})

/** Every kind of record that this program knows. */
export const allKinds = listedKinds as unknown as KindList

const newVersion = VersionEnvelope.omit({ version: true, recordedAt: true }).refine(
  (v) => v.validTo === null || v.validFrom < v.validTo,
  { path: ['validTo'], error: 'validTo must be later than validFrom.' },
)

/** Parses a version as given by a writer. @throws z.ZodError naming each field that is wrong */
export function parseNewVersion(input: unknown, kinds: KindList = allKinds): NewVersion {
  const outer = newVersion.parse(input)
  const kind = Object.hasOwn(kinds, outer.kind) ? kinds[outer.kind]! : null
  if (!kind) {
    const message = `There is no kind of that name. There are: ${Object.keys(kinds).join(', ')}.`
    throw new z.ZodError([{ code: 'custom', path: ['kind'], message, input: outer.kind }])
  }
  // The body is parsed inside an object, so that faults are reported at `body.order` and not at `order`.
  const { body } = z.object({ recordId: kind.id ?? RecordId, body: kind.schema }).parse(outer)
  return { ...outer, body } as NewVersion
}

/** SHA-256 (hex) of a version's content as JSON with sorted keys. It is independent of the engine and of the sequence. */
export function contentHashOf(version: Omit<RecordVersion, 'sequence' | 'contentHash'>): string {
  const { kind, recordId, validFrom, validTo, recordedBy, changeNote, state, source, body, recordedAt, version: number } = version
  const content = { kind, recordId, version: number, validFrom, validTo, recordedAt, recordedBy, changeNote, state, source, body }
  return hash('sha256', canonicalJson(content), 'hex')
}

/** JSON with keys sorted at every depth, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const fields: string[] = []
  const object = value as Readonly<Record<string, unknown>>
  for (const key of Object.keys(object).sort()) {
    const inner = object[key]
    if (inner !== undefined) fields.push(nameOf(key) + canonicalJson(inner))
  }
  return `{${fields.join(',')}}`
}

/** Names of fields as JSON: a registry has few, and every version is hashed when the registry is checked. */
const writtenNames = new Map<string, string>()
const mostNames = 1000

function nameOf(key: string): string {
  const known = writtenNames.get(key)
  if (known) return known
  const written = `${JSON.stringify(key)}:`
  if (writtenNames.size < mostNames) writtenNames.set(key, written)
  return written
}
