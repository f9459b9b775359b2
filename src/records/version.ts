import { createHash } from 'node:crypto'
import { z } from 'zod'
import { bodySchemas, RecordId, recordKinds, SourceRef, versionStates } from './record.ts'
import type { NewVersion, RecordKind, RecordVersion } from './record.ts'
import { IsoDate } from './time.ts'

const envelope = z
  .object({
    kind: z.enum(recordKinds as [RecordKind, ...RecordKind[]]),
    recordId: RecordId,
    validFrom: IsoDate,
    validTo: IsoDate.nullable(),
    recordedBy: z.string().min(1).max(120),
    changeNote: z.string().min(1).max(1000),
    state: z.enum(versionStates),
    source: SourceRef.nullable(),
    body: z.unknown(),
  })
  .refine((v) => v.validTo === null || v.validFrom < v.validTo, {
    path: ['validTo'],
    error: 'validTo must be later than validFrom.',
  })

/** Each kind's body under its name, so that a fault is said to be at `body.order` and not at `order`. */
const namedBodies = new Map(recordKinds.map((kind) => [kind, z.object({ body: bodySchemas[kind] as z.ZodType })]))

/** Parses what a writer says of a version. @throws z.ZodError naming each field that is wrong */
export function parseNewVersion(input: unknown): NewVersion {
  const outer = envelope.parse(input)
  const { body } = namedBodies.get(outer.kind)!.parse({ body: outer.body })
  return { ...outer, body } as NewVersion
}

/** SHA-256 (hex) of a version's content as JSON with sorted keys; independent of engine and of place in the sequence. */
export function contentHashOf(version: Omit<RecordVersion, 'sequence' | 'contentHash'>): string {
  const { kind, recordId, validFrom, validTo, recordedBy, changeNote, state, source, body, recordedAt, version: number } = version
  const content = { kind, recordId, version: number, validFrom, validTo, recordedAt, recordedBy, changeNote, state, source, body }
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** JSON with keys sorted at every depth, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`
}
