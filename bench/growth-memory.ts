import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { RecordVersion } from '../src/records/record.ts'
import { search } from '../src/search/search.ts'
import { searchIndexOf } from '../src/search/search-of-snapshot.ts'
import { endOfTime, makeLiveRegistry } from '../src/changes/live-registry.ts'
import { getShippedBeside } from '../src/sources/facts/shipped-facts.ts'
import { allPriorities } from '../src/shapes/theme-shape.ts'
import { editionsByOwner } from '../src/snapshot/editions.ts'
import { snapshotAt } from '../src/snapshot/snapshot.ts'
import type { Store } from '../src/store/store.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Megabytes on the heap, after what is not used has been given back. */
function heap(): number {
  for (let time = 0; time < 3; time++) collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

/** What the snapshot and what hangs on it take, as a ratio to the versions as they are read from the store. */
export async function measureMemory(store: Store): Promise<void> {
  const start = heap()
  let versions: RecordVersion[] = await store.readVersions()
  const ofVersions = heap() - start
  versions = []
  const before = heap()
  const registry = makeLiveRegistry(store)
  const snapshot = snapshotAt(await registry.knownAt(endOfTime), '2026-11-26', getShippedBeside())
  snapshot.everBegun('priorityArea')
  const editions = editionsByOwner(snapshot)
  const ofSnapshot = heap() - before
  const index = searchIndexOf(snapshot)
  search(index, { text: 'solenergi', lang: 'sv' })
  const withIndex = heap() - before
  const table = allPriorities(snapshot)
  const withTable = heap() - before
  const ratio = (megabytes: number) => (megabytes / ofVersions).toFixed(2)
  console.log(`\n| memory, ${Math.round(ofVersions)} MB of versions | ratio to them | aim |\n|---|---|---|`)
  console.log(`| the registry with its versions, and the editions | ${ratio(ofSnapshot)} | 2 |`)
  console.log(`| with the search index | ${ratio(withIndex)} | 2 |`)
  console.log(`| with every area shaped for tables | ${ratio(withTable)} | |`)
  // They must still be there when they are weighed.
  if (versions.length + editions.size + index.documents.length + table.length === 0) throw new Error('Nothing was measured.')
}
