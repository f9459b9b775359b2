import { ExpectedError } from '../records/expected-error.ts'
import type { RecordVersion } from '../records/record.ts'
import { IsoInstant } from '../records/time.ts'
import { allKinds, contentHashOf, parseNewVersion } from '../records/version.ts'
import type { KindList } from '../records/version.ts'
import { z } from 'zod'
import type { Append, LoadableVersion } from './store.ts'

/** The newest sequence and time, which the next version must follow. */
export interface Head {
  sequence: number
  recordedAt: string
}

export const recordKey = ({ kind, recordId }: { kind: string; recordId: string }): string => `${kind}/${recordId}`

/** Checks every version against its schema. @throws ExpectedError `invalid_record` listing each fault with its path */
export function parseAppends(appends: readonly Append[], kinds: KindList = allKinds): Append[] {
  const issues: { record: string; path: string; message: string }[] = []
  const parsed = appends.map((append) => {
    const record = recordKey(append.version ?? { kind: '?', recordId: '?' })
    try {
      const version = parseNewVersion(append.version, kinds)
      issues.push(
        ...findUnstorableTexts(version).map((path) => ({
          record,
          path,
          message: 'The text contains characters that cannot be stored: NUL, or half of a surrogate pair.',
        })),
      )
      return { ...append, version }
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error
      issues.push(...error.issues.map((issue) => ({ record, path: issue.path.join('.'), message: issue.message })))
      return append
    }
  })
  if (issues.length > 0) {
    const [first] = issues
    throw new ExpectedError('invalid_record', {
      detail: `${first!.record}, field ${first!.path || '(whole)'}: ${first!.message}${issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''}`,
      data: { issues },
    })
  }
  return parsed
}

/**
 * Finds texts in separate columns that an engine would refuse (NUL) or store changed (an unpaired surrogate, after which
 * the checksum would not match). Bodies are stored as JSON, which escapes both.
 */
function findUnstorableTexts(version: Append['version']): string[] {
  return (['recordedBy', 'changeNote'] as const).filter(
    (field) => version[field].includes('\0') || !version[field].isWellFormed(),
  )
}

/**
 * Gives appends their number, time and hash.
 * @param current the newest version number of every record in the appends; 0 or absent for a new record
 * @returns the versions, and the appends whose record has changed since the writer read it
 */
export function numberVersions(
  appends: readonly Append[],
  { head, current, now }: { head: Head; current: ReadonlyMap<string, number>; now: Date },
): { versions: RecordVersion[]; stale: { append: Append; currentVersion: number }[] } {
  const newest = new Map(current)
  const stale: { append: Append; currentVersion: number }[] = []
  refuseWrongClock(now, head)
  const recordedAt = later(now, head.recordedAt)
  let { sequence } = head
  const versions = appends.map((append) => {
    const key = recordKey(append.version)
    const currentVersion = newest.get(key) ?? 0
    if (currentVersion !== append.expectedVersion) stale.push({ append, currentVersion })
    newest.set(key, currentVersion + 1)
    sequence += 1
    const version = { ...append.version, version: currentVersion + 1, recordedAt }
    return { ...version, sequence, contentHash: contentHashOf(version) } as RecordVersion
  })
  return { versions, stale }
}

/** Clocks that differ by more than this are not both right. */
const clocksDifferAtMostMs = 86_400_000

/**
 * What is written after a version of a clock that was far ahead would get a wrong time as well, for as long as it was ahead.
 * @throws ExpectedError `clock_wrong` with both times and what to do
 */
function refuseWrongClock(now: Date, { recordedAt }: Head): void {
  if (!recordedAt || Date.parse(recordedAt) - now.getTime() <= clocksDifferAtMostMs) return
  const clock = now.toISOString()
  const words = {
    sv: `Det nyaste i registret är infört ${recordedAt}, men klockan här är ${clock}. Ställ klockan, om det är den som är fel. Annars har något skrivits med en klocka som gick före: ”spets check” visar vad, och en säkerhetskopia från dessförinnan återställs med ”spets restore”.`,
    en: `The newest version was recorded ${recordedAt}, but the clock here is ${clock}. Set the clock, if it is the wrong one. Otherwise something was written by a clock that was ahead: “spets check” shows what, and “spets restore” restores a backup from before it.`,
  }
  throw new ExpectedError('clock_wrong', { detail: words.en, data: { recordedAt, clock, words } })
}

/** `now`, or one millisecond after `newest` when the clock is behind what is already recorded. */
function later(now: Date, newest: string): string {
  const floor = newest ? Date.parse(newest) + 1 : 0
  return new Date(Math.max(now.getTime(), floor)).toISOString()
}

/** The error for a writer with old data: it lists the records and the versions added since. */
export function outdated(
  stale: { append: Append; currentVersion: number }[],
  since: ReadonlyMap<string, readonly RecordVersion[]>,
): ExpectedError {
  const changed = stale.map(({ append, currentVersion }) => ({
    kind: append.version.kind,
    recordId: append.version.recordId,
    expectedVersion: append.expectedVersion,
    currentVersion,
    versions: since.get(recordKey(append.version)) ?? [],
  }))
  const [first] = changed
  return new ExpectedError('version_outdated', {
    detail: `${recordKey(first!)} is at version ${first!.currentVersion}, not ${first!.expectedVersion}. Read it again, see what changed, and repeat the edit.`,
    data: { changed },
  })
}

/** Checks versions that are loaded unchanged. @throws ExpectedError naming the first faulty version */
export function checkLoaded(versions: readonly LoadableVersion[], kinds: KindList = allKinds): void {
  const newest = new Map<string, number>()
  let recordedAt = ''
  for (const [index, version] of versions.entries()) {
    if (version === null || typeof version !== 'object') throw invalid(`version ${index + 1} of all`, 'it is not a record')
    const key = recordKey(version)
    const name = `${key} version ${version.version}`
    if (version.version !== (newest.get(key) ?? 0) + 1) throw invalid(name, 'the versions before it are missing')
    if (!IsoInstant.safeParse(version.recordedAt).success) throw invalid(name, 'its time of recording is not a moment in UTC')
    if (version.recordedAt < recordedAt) throw invalid(name, 'it was recorded before the version in front of it')
    newest.set(key, version.version)
    recordedAt = version.recordedAt
    if (contentHashOf(version as RecordVersion) !== version.contentHash) {
      throw new ExpectedError('archive_damaged', {
        detail: `${name}: its content does not match its checksum.`,
        data: { kind: version.kind, recordId: version.recordId },
      })
    }
  }
  parseAppends(
    versions.map((version) => ({ version: version as Append['version'], expectedVersion: version.version - 1 })),
    kinds,
  )
}

const invalid = (name: string, what: string): ExpectedError =>
  new ExpectedError('invalid_record', { detail: `${name}: ${what}.` })
