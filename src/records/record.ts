import type { z } from 'zod'
import type { KindDefinition } from './define-kind.ts'
import { kinds } from './kinds.ts'
import type { SourceRef } from './shared-fields.ts'
import type { IsoDate, IsoInstant } from './time.ts'
import type { VersionState } from './version-states.ts'

export type RecordKind = keyof typeof kinds
export const recordKinds = Object.keys(kinds) as RecordKind[]
export type BodyOf<K extends RecordKind> = z.infer<(typeof kinds)[K]['schema']>

/** The definition of a kind, for code that treats all kinds alike. */
export const kindOf = (kind: RecordKind): KindDefinition => kinds[kind] as unknown as KindDefinition

/** Whether a kind has this name. */
export const isRecordKind = (name: string): name is RecordKind => Object.hasOwn(kinds, name)

/** A version as given by a writer; the store adds its number, its sequence and (unless loading) the time. */
export type NewVersion<K extends RecordKind = RecordKind> = {
  [Kind in K]: {
    kind: Kind
    recordId: string
    /** The first day on which it is in force. */
    validFrom: IsoDate
    /** The first day on which it is no longer in force; null = open. */
    validTo: IsoDate | null
    recordedBy: string
    changeNote: string
    state: VersionState
    source: SourceRef | null
    body: BodyOf<Kind>
  }
}[K]

/** One appended, never overwritten version of a record. */
export type RecordVersion<K extends RecordKind = RecordKind> = NewVersion<K> & {
  /** 1, 2, 3 … within the record. */
  version: number
  /** The place among all versions of this registry, from 1. */
  sequence: number
  recordedAt: IsoInstant
  /** `contentHashOf` everything but the sequence. It reveals damage, and the snapshot's id is made from these hashes. */
  contentHash: string
}
