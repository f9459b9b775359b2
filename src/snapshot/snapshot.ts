import type { Beside, SnapshotPart } from '../records/beside.ts'
import { nothingBeside } from '../records/beside.ts'
import type { RecordKind, RecordVersion } from '../records/record.ts'
import type { Owner } from '../records/shared-fields.ts'
import { isWithin } from '../records/time.ts'
import type { IsoDate, IsoInstant } from '../records/time.ts'
import type { BesideOnDay } from './beside-on-day.ts'
import { contentFor } from './day-content.ts'
import type { DayContent } from './day-content.ts'
import type { Known } from './known.ts'
import type { KnownRegistry } from './known-registry.ts'

export type { Known, Meta } from './known.ts'
export { buildKnownRegistry } from './known-registry.ts'
export type { KnownRegistry } from './known-registry.ts'

/** The immutable view for one day, as known at one moment. Everything published is rendered from it alone. */
export interface Snapshot {
  /** Names this view. Reading it counts as reading everything. */
  readonly id: string
  readonly validAt: IsoDate
  readonly knownAt: IsoInstant
  /** The records of a kind that are in force on `validAt`, by id. */
  inForce<K extends RecordKind>(kind: K): readonly Known<K>[]
  /** The record as it is in force on `validAt`, or null. */
  get<K extends RecordKind>(kind: K, id: string): Known<K> | null
  /** The newest state of every record of a kind that has begun by `validAt`, whether or not it is still in force. */
  everBegun<K extends RecordKind>(kind: K): readonly Known<K>[]
  /** Like `everBegun`, for one record. */
  getBegun<K extends RecordKind>(kind: K, id: string): Known<K> | null
  /** Every record of a kind over all of valid time: its non-overlapping stretches, oldest first. */
  histories<K extends RecordKind>(kind: K): (readonly Known<K>[])[]
  /** One record's stretches; empty when nothing is known of it. */
  history<K extends RecordKind>(kind: K, id: string): readonly Known<K>[]
  /** One record's published and withdrawn versions in the order they were recorded; empty when there is none. */
  versions<K extends RecordKind>(kind: K, id: string): readonly RecordVersion<K>[]
  /** When the newest of what is known was recorded; null when nothing is. */
  readonly newestRecordedAt: IsoInstant | null
  /** The same knowledge on another day. */
  at(date: IsoDate): Snapshot
  /** A table that was chosen for matching; others read it through `matchingTableOf`, which has another when there is none. */
  readonly statistics: BesideOnDay['statistics']
  /** The tables of statistics, in the vintages known on the day; null where none are read. */
  readonly cubes: BesideOnDay['cubes']
  /** Which activities speak for which subject; null where nothing is measured. */
  readonly activityKey: BesideOnDay['activityKey']
  /** The thesaurus of the day; read it through `thesaurusOf`. Null when none was loaded beside the registry. */
  readonly thesaurus: BesideOnDay['thesaurus']
  /** Municipalities and localities; read them through `gazetteerOf`. Null when none were loaded beside the registry. */
  readonly gazetteer: BesideOnDay['gazetteer']
  /** Links between areas that were reviewed before the facts were shipped. Null when none were loaded beside the registry. */
  readonly lineageReview: BesideOnDay['lineageReview']
  /** For `derive` and the noting of reads alone. */
  readonly inner: SnapshotInner
}

export interface SnapshotInner {
  readonly content: DayContent
  /** Called with each part before it is read. */
  note(part: SnapshotPart | 'everything'): void
}

/** The view of what is in force on `validAt`, out of what is known, with what was loaded beside it. */
export const snapshotAt = (known: KnownRegistry, validAt: IsoDate, beside: Beside = nothingBeside): Snapshot =>
  viewOf(contentFor(known, validAt, beside))

const noteNothing = () => undefined
const views = new WeakMap<DayContent, Snapshot>()

/** A view of a day's content; `note` is called with each part before it is read. */
export function viewOf(content: DayContent, note?: SnapshotInner['note']): Snapshot {
  if (note) return new DayView({ content, note })
  const made = views.get(content) ?? new DayView({ content, note: noteNothing })
  views.set(content, made)
  return made
}

class DayView implements Snapshot {
  readonly inner: SnapshotInner

  constructor(inner: SnapshotInner) {
    this.inner = inner
  }

  get id(): string {
    this.inner.note('everything')
    return this.inner.content.id
  }

  get validAt(): IsoDate {
    return this.inner.content.validAt
  }

  get knownAt(): IsoInstant {
    return this.inner.content.known.knownAt
  }

  get newestRecordedAt(): IsoInstant | null {
    this.inner.note('everything')
    return this.inner.content.known.newestRecordedAt
  }

  get statistics(): BesideOnDay['statistics'] {
    this.inner.note('statistics')
    return this.inner.content.beside.statistics
  }

  get cubes(): BesideOnDay['cubes'] {
    this.inner.note('cubes')
    return this.inner.content.beside.cubes
  }

  get activityKey(): BesideOnDay['activityKey'] {
    this.inner.note('activityKey')
    return this.inner.content.beside.activityKey
  }

  get thesaurus(): BesideOnDay['thesaurus'] {
    this.inner.note('thesaurus')
    return this.inner.content.beside.thesaurus
  }

  get gazetteer(): BesideOnDay['gazetteer'] {
    this.inner.note('gazetteer')
    return this.inner.content.beside.gazetteer
  }

  get lineageReview(): BesideOnDay['lineageReview'] {
    this.inner.note('lineageReview')
    return this.inner.content.beside.lineageReview
  }

  inForce<K extends RecordKind>(kind: K): readonly Known<K>[] {
    this.inner.note(kind)
    return this.inner.content.day(kind).inForce as unknown as readonly Known<K>[]
  }

  everBegun<K extends RecordKind>(kind: K): readonly Known<K>[] {
    this.inner.note(kind)
    return this.inner.content.day(kind).begun as unknown as readonly Known<K>[]
  }

  get<K extends RecordKind>(kind: K, id: string): Known<K> | null {
    return this.history(kind, id).find(({ meta }) => isWithin(this.validAt, meta)) ?? null
  }

  getBegun<K extends RecordKind>(kind: K, id: string): Known<K> | null {
    return this.history(kind, id).findLast(({ meta }) => meta.validFrom <= this.validAt) ?? null
  }

  histories<K extends RecordKind>(kind: K): (readonly Known<K>[])[] {
    this.inner.note(kind)
    const all = [...this.inner.content.kinds[kind].histories.values()]
    return all.map(({ segments }) => segments).filter(({ length }) => length > 0) as unknown as (readonly Known<K>[])[]
  }

  history<K extends RecordKind>(kind: K, id: string): readonly Known<K>[] {
    this.inner.note(kind)
    return (this.inner.content.kinds[kind].histories.get(id)?.segments ?? []) as unknown as readonly Known<K>[]
  }

  versions<K extends RecordKind>(kind: K, id: string): readonly RecordVersion<K>[] {
    this.inner.note(kind)
    return (this.inner.content.kinds[kind].histories.get(id)?.versions ?? []) as unknown as readonly RecordVersion<K>[]
  }

  at(date: IsoDate): Snapshot {
    const { content, note } = this.inner
    if (date === content.validAt) return this
    return viewOf(contentFor(content.known, date, content.loaded), note === noteNothing ? undefined : note)
  }
}

export const isSameOwner = (a: Owner, b: Owner): boolean => a.kind === b.kind && a.id === b.id

/** A text key for an owner, for use in maps: `region:17`. */
export const ownerKey = (owner: Owner): string => `${owner.kind}:${owner.id}`
