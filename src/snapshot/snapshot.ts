import { createHash } from 'node:crypto'
import type { BodyOf, Owner, RecordKind, RecordVersion, SourceRef } from '../records/record.ts'
import { recordKinds } from '../records/record.ts'
import type { RegionActivities } from '../records/region-activities.ts'
import { isWithin } from '../records/time.ts'
import type { IsoDate, IsoInstant } from '../records/time.ts'
import { timelineOf } from './timeline.ts'

/** What stands around a record's body: when it holds, when and by whom it was recorded, and where it comes from. */
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

/** A record as known: its body with its id, and `meta`. */
export type Known<K extends RecordKind> = Readonly<BodyOf<K>> & { readonly id: string; readonly meta: Meta }

/** All that was known at one moment, over all of valid time. */
export interface KnownRegistry {
  /** SHA-256 (hex) of every version that counts; equal content gives equal id whatever the engine. */
  readonly id: string
  readonly knownAt: IsoInstant
  /** kind -> record id -> its non-overlapping segments, oldest first. */
  readonly histories: ReadonlyMap<RecordKind, ReadonlyMap<string, readonly Known<RecordKind>[]>>
  /** kind -> record id -> its published and withdrawn versions, in the order they were recorded. */
  readonly versions: ReadonlyMap<RecordKind, ReadonlyMap<string, readonly RecordVersion[]>>
}

/** The immutable view for one day, as known at one moment. Everything published is rendered from it alone. */
export interface Snapshot {
  /** Names this view; the ETag of all that is rendered from it. */
  readonly id: string
  readonly validAt: IsoDate
  readonly knownAt: IsoInstant
  /** The records of a kind that hold on `validAt`, by id. */
  inForce<K extends RecordKind>(kind: K): readonly Known<K>[]
  /** The record as it holds on `validAt`, or null. */
  get<K extends RecordKind>(kind: K, id: string): Known<K> | null
  /** The newest state of every record of a kind that has begun to hold by `validAt`, whether or not it still does. */
  everBegun<K extends RecordKind>(kind: K): readonly Known<K>[]
  /** Like `everBegun`, for one record. */
  getBegun<K extends RecordKind>(kind: K, id: string): Known<K> | null
  readonly known: KnownRegistry
  /** Statistics that were loaded beside the registry; null when none were. */
  readonly statistics: RegionActivities | null
}

/** The part of the registry that was known at `knownAt`. Takes versions in the order they were recorded; linear. */
export function buildKnownRegistry(versions: readonly RecordVersion[], knownAt: IsoInstant): KnownRegistry {
  const byRecord = new Map<RecordKind, Map<string, RecordVersion[]>>(recordKinds.map((kind) => [kind, new Map()]))
  const hash = createHash('sha256')
  for (const version of versions) {
    if (version.recordedAt > knownAt) continue
    if (version.state !== 'published' && version.state !== 'withdrawn') continue
    hash.update(version.contentHash)
    const ofKind = byRecord.get(version.kind)!
    const ofRecord = ofKind.get(version.recordId)
    if (ofRecord) ofRecord.push(version)
    else ofKind.set(version.recordId, [version])
  }
  const histories = new Map<RecordKind, Map<string, Known<RecordKind>[]>>()
  for (const [kind, records] of byRecord) {
    const ofKind = new Map<string, Known<RecordKind>[]>()
    for (const [id, ofRecord] of records) {
      const segments = timelineOf(ofRecord, knownAt)
      if (segments.length > 0)
        ofKind.set(
          id,
          segments.map((segment) => toKnown(segment.version, segment)),
        )
    }
    histories.set(kind, ofKind)
  }
  return { id: hash.digest('hex'), knownAt, histories, versions: byRecord }
}

/** The view of what holds on `validAt`, out of what is known, with the statistics that were loaded. */
export function snapshotAt(known: KnownRegistry, validAt: IsoDate, statistics: RegionActivities | null = null): Snapshot {
  const content = statistics ? `${known.id} ${validAt} ${statistics.id}` : `${known.id} ${validAt}`
  const id = createHash('sha256').update(content).digest('hex').slice(0, 32)
  const inForce = lazily((kind) => pick(known, kind, (history) => history.find((entry) => isWithin(validAt, entry.meta))))
  const begun = lazily((kind) => pick(known, kind, (history) => history.findLast((entry) => entry.meta.validFrom <= validAt)))
  const list = <K extends RecordKind>(of: Map<string, Known<RecordKind>>) => [...of.values()] as unknown as readonly Known<K>[]
  const one = <K extends RecordKind>(of: Map<string, Known<RecordKind>>, recordId: string) =>
    (of.get(recordId) ?? null) as Known<K> | null
  return {
    id,
    validAt,
    knownAt: known.knownAt,
    known,
    statistics,
    inForce: (kind) => list(inForce(kind)),
    get: (kind, recordId) => one(inForce(kind), recordId),
    everBegun: (kind) => list(begun(kind)),
    getBegun: (kind, recordId) => one(begun(kind), recordId),
  }
}

export const isSameOwner = (a: Owner, b: Owner): boolean => a.kind === b.kind && a.id === b.id

/** A text key for an owner, for use in maps: `region:17`. */
export const ownerKey = (owner: Owner): string => `${owner.kind}:${owner.id}`

function toKnown(
  version: RecordVersion,
  { validFrom, validTo }: { validFrom: IsoDate; validTo: IsoDate | null },
): Known<RecordKind> {
  const { kind, recordId, version: number, recordedAt, recordedBy, changeNote, source, body } = version
  const meta: Meta = { kind, validFrom, validTo, version: number, recordedAt, recordedBy, changeNote, source }
  return { ...body, id: recordId, meta } as Known<RecordKind>
}

function pick(
  known: KnownRegistry,
  kind: RecordKind,
  choose: (history: readonly Known<RecordKind>[]) => Known<RecordKind> | undefined,
): Map<string, Known<RecordKind>> {
  const picked = new Map<string, Known<RecordKind>>()
  const ids = [...(known.histories.get(kind)?.keys() ?? [])].sort()
  for (const id of ids) {
    const chosen = choose(known.histories.get(kind)!.get(id)!)
    if (chosen) picked.set(id, chosen)
  }
  return picked
}

function lazily<V>(make: (kind: RecordKind) => V): (kind: RecordKind) => V {
  const made = new Map<RecordKind, V>()
  return (kind) => {
    let value = made.get(kind)
    if (value === undefined) made.set(kind, (value = make(kind)))
    return value
  }
}
