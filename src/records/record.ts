import type { z } from 'zod'
import type { KindDefinition } from './define-kind.ts'
import { kinds } from './kinds.ts'
import type { SourceRef } from './shared-fields.ts'
import type { IsoDate, IsoInstant } from './time.ts'
import type { VersionState } from './version-states.ts'

export type RecordKind = keyof typeof kinds
export const recordKinds = Object.keys(kinds) as RecordKind[]
export type BodyOf<K extends RecordKind> = z.infer<(typeof kinds)[K]['schema']>

/** A kind by its name, for what is done alike with all of them. */
export const kindOf = (kind: RecordKind): KindDefinition => kinds[kind] as unknown as KindDefinition

/** Whether there is a kind of that name. */
export const isRecordKind = (name: string): name is RecordKind => Object.hasOwn(kinds, name)

/** What a writer says of one version; the store adds its number, its place in the sequence and (unless loading) the time. */
export type NewVersion<K extends RecordKind = RecordKind> = {
  [Kind in K]: {
    kind: Kind
    recordId: string
    /** First day it holds. */
    validFrom: IsoDate
    /** First day it no longer holds; null = open. */
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
  /** Place in the order of all writes to this registry, from 1. */
  sequence: number
  recordedAt: IsoInstant
  /** `contentHashOf` everything but the sequence: guards against damage, and makes up the snapshot's id. */
  contentHash: string
}
