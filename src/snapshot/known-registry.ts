import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import type { RecordKind, RecordVersion } from '../records/record.ts'
import { recordKinds } from '../records/record.ts'
import type { IsoInstant } from '../records/time.ts'
import { finish } from './in-pieces.ts'
import type { Steps } from './in-pieces.ts'
import { toKnown } from './known.ts'
import type { Known } from './known.ts'
import { LayeredMap } from './layered-map.ts'
import { withItems } from './sorted-list.ts'
import { timelineOf, withUnbrokenForce } from './timeline.ts'

/** What is known of one record. */
export interface RecordHistory {
  /** Its published and withdrawn versions, in the order they were recorded. */
  readonly versions: readonly RecordVersion[]
  /** Its non-overlapping stretches of valid time, oldest first. */
  readonly segments: readonly Known<RecordKind>[]
}

/** All that is known of one kind; the same object for as long as nothing of that kind is added. */
export interface KindRecords {
  /** SHA-256 (hex) of the kind's versions; equal content gives equal id whatever the engine. */
  readonly id: string
  /** Record id -> history, in the order in which the records were first recorded. */
  readonly histories: LayeredMap<string, RecordHistory>
  /** The ids of records with any stretch, ascending. */
  readonly ids: readonly string[]
  /** The ids touched since `earlier`, or null when this was not grown from it. */
  changedSince(earlier: KindRecords): readonly string[] | null
}

/** All that was known at one moment, over all of valid time. */
export interface KnownRegistry {
  /** SHA-256 (hex) of every version that counts; equal content gives equal id whatever the engine. */
  readonly id: string
  readonly knownAt: IsoInstant
  /** When the newest of what is known was recorded; null when nothing is. */
  readonly newestRecordedAt: IsoInstant | null
  readonly kinds: Readonly<Record<RecordKind, KindRecords>>
}

/** The part of the registry that was known at `knownAt`. Takes versions in the order they were recorded; linear. */
export const buildKnownRegistry = (versions: readonly RecordVersion[], knownAt: IsoInstant): KnownRegistry =>
  finish(registrySteps(versions, knownAt))

const recordsAStep = 200

/** The history of a record with one version: by far the most have one, so this takes half the memory of two lists. */
class ShortHistory implements RecordHistory {
  readonly #version: RecordVersion
  readonly #segment: Known<RecordKind> | null

  constructor(version: RecordVersion, segment: Known<RecordKind> | null) {
    this.#version = version
    this.#segment = segment
  }

  get versions(): readonly RecordVersion[] {
    return [this.#version]
  }

  get segments(): readonly Known<RecordKind>[] {
    return this.#segment ? [this.#segment] : []
  }
}

function historyOf(versions: readonly RecordVersion[], segments: readonly Known<RecordKind>[]): RecordHistory {
  return versions.length === 1 ? new ShortHistory(versions[0]!, segments[0] ?? null) : { versions, segments }
}

/** The same as work that can be interrupted. */
export function* registrySteps(versions: readonly RecordVersion[], knownAt: IsoInstant): Steps<KnownRegistry> {
  const byKind = new Map<RecordKind, Map<string, RecordVersion | RecordVersion[]>>(recordKinds.map((kind) => [kind, new Map()]))
  const hash = createHash('sha256')
  const hashes = new Map<RecordKind, string[]>(recordKinds.map((kind) => [kind, []]))
  // Hashed many at a time, because each call is expensive.
  let unhashed = ''
  let count = 0
  let newestRecordedAt: IsoInstant | null = null
  for (const version of versions) {
    if (++count % recordsAStep === 0) {
      hash.update(unhashed)
      unhashed = ''
      yield
    }
    if (!counts(version, knownAt)) continue
    newestRecordedAt = later(newestRecordedAt, version.recordedAt)
    unhashed += version.contentHash
    hashes.get(version.kind)!.push(version.contentHash)
    const ofKind = byKind.get(version.kind)!
    const ofRecord = ofKind.get(version.recordId)
    if (!ofRecord) ofKind.set(version.recordId, version)
    else if (Array.isArray(ofRecord)) ofRecord.push(version)
    else ofKind.set(version.recordId, [ofRecord, version])
  }
  hash.update(unhashed)
  const kinds = {} as Record<RecordKind, KindRecords>
  for (const [kind, records] of byKind) {
    const ids: string[] = []
    const histories = new Map<string, RecordHistory>()
    for (const [id, ofRecord] of records) {
      if (++count % recordsAStep === 0) yield
      const all = Array.isArray(ofRecord) ? ofRecord : [ofRecord]
      const segments = segmentsOf(all, knownAt, [])
      histories.set(id, historyOf(all, segments))
      if (segments.length > 0) ids.push(id)
    }
    kinds[kind] = new GrowingKind({
      hash: createHash('sha256').update(hashes.get(kind)!.join('')),
      histories: new LayeredMap(histories),
      ids: ids.sort(),
      log: { ids: [] },
    })
    yield
  }
  return new GrowingRegistry({ knownAt, newestRecordedAt, kinds, hash })
}

/**
 * What is known when `added` have been appended: kinds that they do not touch stay the same object, and so does every record
 * that they do not touch. The same as building it from all versions, ids included.
 */
export function growKnownRegistry(known: KnownRegistry, added: readonly RecordVersion[]): KnownRegistry {
  const grown = known as GrowingRegistry
  const counting = added.filter((version) => counts(version, known.knownAt))
  if (counting.length === 0) return known
  const hash = grown.hash.copy()
  for (const { contentHash } of counting) hash.update(contentHash)
  const newestRecordedAt = counting.reduce((newest, one) => later(newest, one.recordedAt), known.newestRecordedAt)
  const kinds = { ...known.kinds }
  for (const [kind, ofKind] of Map.groupBy(counting, ({ kind }) => kind))
    kinds[kind] = (kinds[kind] as GrowingKind).grow(ofKind, known.knownAt)
  return new GrowingRegistry({ knownAt: known.knownAt, newestRecordedAt, kinds, hash })
}

const later = (one: IsoInstant | null, other: IsoInstant): IsoInstant => (one !== null && one > other ? one : other)

/** Drafts, proposals and rejections are no part of what is known. */
const counts = ({ recordedAt, state }: RecordVersion, knownAt: IsoInstant): boolean =>
  recordedAt <= knownAt && (state === 'published' || state === 'withdrawn')

function segmentsOf(
  versions: RecordVersion[],
  knownAt: IsoInstant,
  before: readonly Known<RecordKind>[],
): readonly Known<RecordKind>[] {
  return withUnbrokenForce(timelineOf(versions, knownAt)).map(({ version, ...days }) => {
    const same = before.find(
      ({ meta }) => meta.version === version.version && stretchFields.every((field) => meta[field] === days[field]),
    )
    return same ?? toKnown(version, days)
  })
}

const stretchFields = ['validFrom', 'validTo', 'inForceFrom', 'inForceTo'] as const

class GrowingRegistry implements KnownRegistry {
  readonly knownAt: IsoInstant
  readonly newestRecordedAt: IsoInstant | null
  readonly kinds: Readonly<Record<RecordKind, KindRecords>>
  /** Of all versions so far; copied before anything is added to it. */
  readonly hash: Hash
  readonly id: string

  constructor({ knownAt, newestRecordedAt, kinds, hash }: Omit<KnownRegistry, 'id'> & { hash: Hash }) {
    this.knownAt = knownAt
    this.newestRecordedAt = newestRecordedAt
    this.kinds = kinds
    this.hash = hash
    this.id = hash.copy().digest('hex')
  }
}

interface KindParts {
  hash: Hash
  histories: LayeredMap<string, RecordHistory>
  ids: readonly string[]
  /** Shared by all that a kind has grown to: the ids touched, in order. */
  log: { ids: string[] }
}

class GrowingKind implements KindRecords {
  readonly #parts: KindParts
  /** How much of the shared log belongs to this one and those before it. */
  readonly #logged: number
  readonly id: string

  constructor(parts: KindParts) {
    this.#parts = parts
    this.#logged = parts.log.ids.length
    this.id = parts.hash.copy().digest('hex')
  }

  get histories(): LayeredMap<string, RecordHistory> {
    return this.#parts.histories
  }

  get ids(): readonly string[] {
    return this.#parts.ids
  }

  changedSince(earlier: KindRecords): readonly string[] | null {
    if (earlier === this) return []
    if (!(earlier instanceof GrowingKind) || earlier.#parts.log !== this.#parts.log || earlier.#logged > this.#logged) return null
    return [...new Set(this.#parts.log.ids.slice(earlier.#logged, this.#logged))]
  }

  grow(added: readonly RecordVersion[], knownAt: IsoInstant): GrowingKind {
    const hash = this.#parts.hash.copy()
    for (const { contentHash } of added) hash.update(contentHash)
    const changes = new Map<string, RecordHistory>()
    for (const [id, ofRecord] of Map.groupBy(added, ({ recordId }) => recordId)) {
      const before = this.histories.get(id)
      const versions = [...(before?.versions ?? []), ...ofRecord]
      changes.set(id, historyOf(versions, segmentsOf(versions, knownAt, before?.segments ?? [])))
    }
    const idChanges = [...changes].map(([id, { segments }]) => [id, segments.length > 0 ? id : null] as const)
    const ids = withItems(this.ids, idChanges, (id) => id)
    // Two that grow from the same one must not write in one log.
    const isNewest = this.#parts.log.ids.length === this.#logged
    const log = isNewest ? this.#parts.log : { ids: this.#parts.log.ids.slice(0, this.#logged) }
    log.ids.push(...changes.keys())
    return new GrowingKind({ hash, histories: this.histories.with(changes), ids, log })
  }
}
