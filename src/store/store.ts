import type { NewVersion, RecordKind, RecordVersion } from '../records/record.ts'
import type { KindList } from '../records/version.ts'
import type { IsoInstant } from '../records/time.ts'

/** One version to append. `expectedVersion` is the number the writer last saw of the record; 0 says that it is new. */
export interface Append {
  version: NewVersion
  expectedVersion: number
}

/** Which record. */
export interface RecordName {
  kind: RecordKind
  recordId: string
}

/** A whole version but for its place in the sequence, which belongs to the registry that it is loaded into. */
export type LoadableVersion = Omit<RecordVersion, 'sequence'>

/**
 * Versions appended in order and never overwritten. Two engines, SQLite and PostgreSQL, behave alike:
 * the same test suite runs against both. When the engine
 * cannot be reached or is damaged, every call says so with `store_unavailable` or `store_damaged`.
 */
export interface Store {
  readonly engine: 'sqlite' | 'postgres'

  /**
   * Appends all of `appends` in one transaction, or none. All get the same `recordedAt`: now, or one millisecond
   * after the newest version where the clock lags. The result is acknowledged only when it is safe on disk.
   * @throws ExpectedError `version_outdated` when a record has moved on since `expectedVersion`; `data.changed`
   *   lists, per stale record, its kind, id, the expected and current numbers, and the versions in between
   * @throws ExpectedError `invalid_record` when a version does not fit its schema; `data.issues` says where
   * @throws ExpectedError `program_outdated` when a newer Spets has written what this one cannot read
   */
  append(appends: Append[]): Promise<RecordVersion[]>

  /**
   * Appends whole versions as they are (numbers, times), for first start, dump and restore, into an empty registry.
   * One transaction or nothing. Form, order, and each hash are checked first.
   * @throws ExpectedError `bad_request` when the registry is not empty; `invalid_record` or `store_damaged` naming the
   *   first version that is wrong
   */
  load(versions: LoadableVersion[]): Promise<void>

  /**
   * Versions with a sequence above `after`, in sequence order: all of them, or the first `limit`.
   * @throws ExpectedError `program_outdated` when there is something new, and a newer Spets has written what this one cannot read
   */
  readVersions(options?: { after?: number; limit?: number }): Promise<RecordVersion[]>

  /** All versions of one record, oldest first. */
  findVersions(kind: RecordKind, recordId: string): Promise<RecordVersion[]>

  /** The newest version of each of these records, whatever its state; a record that is not there is left out. */
  findNewest(records: readonly RecordName[]): Promise<RecordVersion[]>

  /** The sequence of the newest version, 0 when empty. Quick enough to ask on every request. */
  getSequence(): Promise<number>

  /** Every version's hash compared with its content, and the engine's own check. @throws ExpectedError `store_damaged` saying what is damaged */
  checkIntegrity(): Promise<void>

  /** Waits for what is under way, then lets go of the engine. */
  close(): Promise<void>
}

export interface StoreOptions {
  /** The kinds of record that this program knows; all of them when left out. */
  kinds?: KindList
  /** The present, for `recordedAt`. */
  clock: () => Date
}

export type { IsoInstant }
