import { ExpectedError } from '../../records/expected-error.ts'
import type { RecordVersion } from '../../records/record.ts'
import { contentHashOf, parseNewVersion } from '../../records/version.ts'
import type { Append, Store } from '../../store/store.ts'
import { versionKey } from '../registry-view.ts'

/** A registry in memory for tests of planning: the store's rules for appending, and nothing else of it. */
export function makeMemoryStore(
  loaded: readonly Omit<RecordVersion, 'sequence'>[] = [],
): Pick<Store, 'append' | 'findNewest' | 'findVersions' | 'readVersions'> {
  const versions = loaded.map((version, index) => ({ ...version, sequence: index + 1 }) as RecordVersion)
  const numbers = new Map(versions.map((version) => [versionKey(version.kind, version.recordId), version.version]))
  let seconds = 0
  return {
    readVersions: async ({ after = 0, limit = Infinity } = {}) => versions.slice(after, after + limit),
    findVersions: async (kind, recordId) => versions.filter((version) => version.kind === kind && version.recordId === recordId),
    findNewest: async (records) =>
      records.flatMap(({ kind, recordId }) =>
        versions.filter((version) => version.kind === kind && version.recordId === recordId).slice(-1),
      ),
    append: async (appends: Append[]) => {
      const next = new Map(numbers)
      const recordedAt = new Date(Date.UTC(2030, 0, 1, 0, 0, seconds++)).toISOString()
      const added = appends.map(({ version, expectedVersion }, index) => {
        const parsed = parseNewVersion(version)
        const key = versionKey(parsed.kind, parsed.recordId)
        const current = next.get(key) ?? 0
        if (current !== expectedVersion)
          throw new ExpectedError('version_outdated', { detail: `${key} is at version ${current}, not ${expectedVersion}.` })
        next.set(key, current + 1)
        const whole = { ...parsed, version: current + 1, recordedAt }
        return { ...whole, sequence: versions.length + index + 1, contentHash: contentHashOf(whole) } as RecordVersion
      })
      for (const [key, number] of next) numbers.set(key, number)
      versions.push(...added)
      return added
    },
  }
}
