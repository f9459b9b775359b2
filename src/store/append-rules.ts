import { ExpectedError } from '../domain/expected-error.ts'
import type { RecordVersion } from '../domain/record.ts'
import { contentHashOf, parseNewVersion } from '../domain/version.ts'
import { z } from 'zod'
import type { Append } from './store.ts'

/** The newest number and moment that a writer must build on. */
export interface Head {
  sequence: number
  recordedAt: string
}

export const recordKey = ({ kind, recordId }: { kind: string; recordId: string }): string => `${kind}/${recordId}`

/** Checks every version against its schema. @throws ExpectedError `invalid_record` listing each fault with its place */
export function parseAppends(appends: readonly Append[]): Append[] {
  const issues: { record: string; path: string; message: string }[] = []
  const parsed = appends.map((append) => {
    try {
      return { ...append, version: parseNewVersion(append.version) }
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error
      const record = recordKey(append.version ?? { kind: '?', recordId: '?' })
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
 * Turns appends into numbered, dated, hashed versions.
 * @param current the newest version number of every record that the appends name; 0 or absent = new
 * @returns the versions, and the records that have moved on since the writer looked
 */
export function numberVersions(
  appends: readonly Append[],
  { head, current, now }: { head: Head; current: ReadonlyMap<string, number>; now: Date },
): { versions: RecordVersion[]; stale: { append: Append; currentVersion: number }[] } {
  const newest = new Map(current)
  const stale: { append: Append; currentVersion: number }[] = []
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

/** `now`, or one millisecond after `newest` where the clock lags behind what is already recorded. */
function later(now: Date, newest: string): string {
  const floor = newest ? Date.parse(newest) + 1 : 0
  return new Date(Math.max(now.getTime(), floor)).toISOString()
}

/** What a stale writer needs to know: which records, and what happened to them since. */
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

/** Checks versions that are loaded as they are. @throws ExpectedError naming the first that is wrong */
export function checkLoaded(versions: readonly Omit<RecordVersion, 'sequence'>[]): void {
  const newest = new Map<string, number>()
  for (const version of versions) {
    const key = recordKey(version)
    const name = `${key} version ${version.version}`
    if (version.version !== (newest.get(key) ?? 0) + 1)
      throw new ExpectedError('invalid_record', { detail: `${name}: the versions before it are missing.` })
    newest.set(key, version.version)
    if (contentHashOf(version as RecordVersion) !== version.contentHash) {
      throw new ExpectedError('store_damaged', {
        detail: `${name}: its content does not match its checksum.`,
        data: { kind: version.kind, recordId: version.recordId },
      })
    }
  }
  parseAppends(versions.map((version) => ({ version: version as Append['version'], expectedVersion: version.version - 1 })))
}
