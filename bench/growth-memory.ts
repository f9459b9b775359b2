import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { search } from '../src/search/search.ts'
import { searchIndexOf } from '../src/search/search-of-snapshot.ts'
import { endOfTime, makeLiveRegistry } from '../src/changes/live-registry.ts'
import { getShippedBeside } from '../src/sources/facts/shipped-facts.ts'
import { allPriorities } from '../src/shapes/theme-shape.ts'
import { editionsByOwner } from '../src/snapshot/editions.ts'
import { snapshotAt } from '../src/snapshot/snapshot.ts'
import { readyThesaurusOf } from '../src/thesaurus/thesaurus-of.ts'
import type { Store } from '../src/store/store.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Megabytes on the heap and in buffers, after what is not used has been given back. */
async function heap(): Promise<number> {
  // What the last turn of the event loop has read is let go only in the next one.
  await new Promise((resolve) => setTimeout(resolve, 5))
  for (let time = 0; time < 3; time++) collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

/** What the snapshot and what is derived from it take, as a ratio to the versions as they are read from the store. */
export async function measureMemory(store: Store): Promise<void> {
  const ofVersions = await weighVersions(store)
  const before = await heap()
  const row = async (name: string, aim = '') => {
    const megabytes = (await heap()) - before
    rows.push(`| ${name} | ${Math.round(megabytes)} | ${(megabytes / ofVersions).toFixed(1)} | ${aim} |`)
  }
  const rows: string[] = []
  const registry = makeLiveRegistry(store)
  const snapshot = snapshotAt(await registry.knownAt(endOfTime), '2026-11-26', getShippedBeside())
  const editions = editionsByOwner(snapshot)
  await row('the registry with its versions, and the editions', '2')
  readyThesaurusOf(snapshot)
  await row('with the thesaurus, the dictionaries and the gazetteer')
  const index = searchIndexOf(snapshot)
  search(index, { text: 'solenergi', lang: 'sv' })
  await row('with the search index', '2')
  const table = allPriorities(snapshot)
  await row('with every area shaped for tables')
  console.log(`\n| memory, ${Math.round(ofVersions)} MB of versions | MB | ratio to them | aim |\n|---|---|---|---|`)
  for (const one of rows) console.log(one)
  // They must still be there when they are weighed.
  if (editions.size + index.documents.length + table.length === 0) throw new Error('Nothing was measured.')
}

/** Megabytes of the versions alone, as they are read from the store. */
async function weighVersions(store: Store): Promise<number> {
  const before = await heap()
  const versions = await store.readVersions()
  const megabytes = (await heap()) - before
  if (versions.length === 0) throw new Error('The registry is empty.')
  return megabytes
}
