import type { BodyOf, RecordKind, RecordVersion } from '../records/record.ts'
import type { SourceRef } from '../records/shared-fields.ts'
import type { IsoDate, IsoInstant } from '../records/time.ts'

/** What belongs to a record beside its body: when it is valid, when and by whom it was recorded, and where it comes from. */
export interface Meta {
  readonly kind: RecordKind
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
  /** The first day of the unbroken time in force that this stretch is a part of: a change of wording does not start it again. */
  readonly inForceFrom: IsoDate
  /** The first day after that time; null when it is open. */
  readonly inForceTo: IsoDate | null
  readonly version: number
  readonly recordedAt: IsoInstant
  readonly recordedBy: string
  readonly changeNote: string
  readonly source: SourceRef | null
}

export type StretchDays = Pick<Meta, 'validFrom' | 'validTo' | 'inForceFrom' | 'inForceTo'>

/** A record as known: its body with its id, and `meta`. The same object for as long as nothing about it changes. */
export type Known<K extends RecordKind> = Readonly<BodyOf<K>> & { readonly id: string; readonly meta: Meta }

/** A version's body over one stretch of valid time. */
export function toKnown(version: RecordVersion, days: StretchDays): Known<RecordKind> {
  const { kind, recordId, version: number, recordedAt, recordedBy, changeNote, source, body } = version
  const { validFrom, validTo, inForceFrom, inForceTo } = days
  const meta: Meta = {
    kind,
    validFrom,
    validTo,
    inForceFrom,
    inForceTo,
    version: number,
    recordedAt,
    recordedBy,
    changeNote,
    source,
  }
  return { ...body, id: recordId, meta } as Known<RecordKind>
}
