import type { RecordVersion } from '../src/records/record.ts'
import { themesOfArea } from '../src/coding/area-coding.ts'
import { buildKnownRegistry, snapshotAt } from '../src/snapshot/snapshot.ts'
import type { Store } from '../src/store/store.ts'
import type { SnapshotSource } from '../src/web/http/snapshot-source.ts'

/**
 * Reading as it was before the registry grew: after a write the registry is built from all versions, every area is coded, and
 * all that is derived is derived again.
 */
export function fromScratch(source: SnapshotSource, store: Pick<Store, 'readVersions'>): SnapshotSource['read'] {
  const { read } = source
  const versions: RecordVersion[] = []
  return async (query, needs) => {
    versions.push(...(await store.readVersions({ after: versions.at(-1)?.sequence ?? 0 })))
    const reading = await read(query, [])
    const { validAt } = reading.time
    const { loaded } = reading.snapshot.inner.content
    const snapshot = snapshotAt(buildKnownRegistry(versions, '9999-12-31T23:59:59.999Z'), validAt, loaded)
    for (const area of snapshot.everBegun('priorityArea')) themesOfArea(snapshot, area)
    for (const derived of needs ?? []) await derived.ready(snapshot)
    return { ...reading, snapshot }
  }
}
