import type { BodyOf, RecordKind, RecordVersion } from '../records/record.ts'
import type { SourceRef } from '../records/shared-fields.ts'
import type { IsoDate, IsoInstant } from '../records/time.ts'

/** What belongs to a record beside its body: when it is valid, when and by whom it was recorded, and where it comes from. */
export interface Meta {
  readonly kind: RecordKind
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
  readonly version: number
  readonly recordedAt: IsoInstant
  readonly recordedBy: string
  readonly changeNote: string
  readonly source: SourceRef | null
}

/** A record as known: its body with its id, and `meta`. The same object for as long as nothing about it changes. */
export type Known<K extends RecordKind> = Readonly<BodyOf<K>> & { readonly id: string; readonly meta: Meta }

/** A version's body over one stretch of valid time. */
export function toKnown(
  version: RecordVersion,
  { validFrom, validTo }: { validFrom: IsoDate; validTo: IsoDate | null },
): Known<RecordKind> {
  const { kind, recordId, version: number, recordedAt, recordedBy, changeNote, source, body } = version
  const meta: Meta = { kind, validFrom, validTo, version: number, recordedAt, recordedBy, changeNote, source }
  return { ...body, id: recordId, meta } as Known<RecordKind>
}
