import type { Kysely } from 'kysely'
import type { NewVersion, RecordKind, RecordVersion } from '../records/record.ts'
import type { KindList } from '../records/version.ts'
import type { VersionState } from '../records/version-states.ts'
import type { IsoInstant } from '../records/time.ts'
import type { Tables } from './version-rows.ts'

/**
 * One version to append. `expectedVersion` is the number of the record's newest version that the writer has read; 0 for
 * a new record.
 */
export interface Append {
  version: NewVersion
  expectedVersion: number
}

/** The record that a version belongs to. */
export type VersionedRecord = Pick<RecordVersion, 'kind' | 'recordId'>

/** A kind of record that has been written, with its newest form and the first version of Spets that can read it. */
export interface RecordForm {
  kind: string
  form: number
  since: string
}

/** A whole version except its sequence, which the registry that loads it assigns. */
export type LoadableVersion = Omit<RecordVersion, 'sequence'>

/**
 * An append-only store of versions; nothing is overwritten. SQLite and PostgreSQL behave alike, and one test suite runs
 * against both. When the engine cannot be reached or is damaged, every call throws `store_unavailable` or
 * `store_damaged`.
 */
export interface Store {
  readonly engine: 'sqlite' | 'postgres'

  /** The tables beside the versions: accounts, conversations, drafts. They are in no snapshot and in no archive. */
  readonly side: SideTables

  /**
   * Appends all of `appends` in one transaction, or none. All get the same `recordedAt`: now, or one millisecond after
   * the newest version when the clock is behind. It resolves only when the versions are safe on disk.
   * @throws ExpectedError `version_outdated` when a record has changed since `expectedVersion`; `data.changed` lists,
   * per such record, its kind, id, the expected and current numbers, and the versions in between
   * @throws ExpectedError `invalid_record` when a version does not fit its schema; `data.issues` lists the faults
   * @throws ExpectedError `program_outdated` when a newer Spets has written what this one cannot read
   */
  append(appends: Append[], beside?: WriteBeside): Promise<RecordVersion[]>

  /**
   * Appends whole versions unchanged (with their numbers and times) to an empty registry, for first start and restore.
   * All in one transaction, or none. Form, order and every hash are checked first.
   * @throws ExpectedError `bad_request` when the registry is not empty; `invalid_record` or `archive_damaged` naming the
   * first faulty version
   */
  load(versions: LoadableVersion[]): Promise<void>

  /**
   * Versions with a sequence above `after`, in order: all of them, or the first `limit`; of all kinds, or of one.
   * @throws ExpectedError `program_outdated` when there are new versions, and a newer Spets has written what this one
   * cannot read
   */
  readVersions(options?: { after?: number; limit?: number; kind?: RecordKind }): Promise<RecordVersion[]>

  /** All versions of one record, oldest first. */
  findVersions(kind: RecordKind, recordId: string): Promise<RecordVersion[]>

  /** The newest version of each of these records, whatever its state; unknown records are left out. */
  findNewest(records: readonly VersionedRecord[]): Promise<RecordVersion[]>

  /** The newest version of each record whose newest version is in this state, oldest first: what waits for somebody. */
  findWaiting(state: VersionState): Promise<RecordVersion[]>

  /** The kinds that have been written, with their forms. */
  findForms(): Promise<RecordForm[]>

  /** The sequence of the newest version, 0 when empty. Quick enough to call on every request. */
  getSequence(): Promise<number>

  /**
   * Checks every version's hash against its content, and runs the engine's own check. @throws ExpectedError
   * `store_damaged` naming the damage
   */
  checkIntegrity(): Promise<void>

  /** Waits for work in progress, then closes the connections. */
  close(): Promise<void>
}

/** What is written beside versions in their transaction, such as the log. */
export type WriteBeside = (db: Kysely<Tables>, versions: readonly RecordVersion[]) => Promise<void>

/** How rooms read and write tables of their own in the registry's database. The versions are written by `append` alone. */
export interface SideTables {
  engine: 'sqlite' | 'postgres'
  /** For reading only. */
  read: Kysely<Tables>
  /** Runs `work` in one transaction that keeps other writers out. */
  write<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>
  /** For libraries that bring their own queries: each statement waits for its turn to write and is safe when it returns. */
  single: Kysely<Tables>
}

export interface StoreOptions {
  /** The kinds of record that this program knows; all kinds when omitted. */
  kinds?: KindList
  /** The current time, for `recordedAt`. */
  clock: () => Date
}

export type { IsoInstant }
