import type { SnapshotPart } from '../records/beside.ts'
import { deriveInSteps } from '../snapshot/derive.ts'
import type { Previous } from '../snapshot/derive.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { findDocument, searchDocumentSteps } from './search-documents.ts'
import type { SearchDocument, SearchKind } from './search-documents.ts'
import { documentKey, growSearchIndex, searchIndexSteps } from './search-index.ts'
import type { SearchIndex } from './search-index.ts'

const parts: readonly SnapshotPart[] = ['region', 'jointArea', 'priorityArea', 'coding', 'cluster', 'finding', 'wish', 'nextStep']

/** When more of the documents than this have changed, building the index from scratch is quicker than growing it. */
const mostGrown = 1 / 8

/**
 * The index over everything in a snapshot that can be searched; it takes what has changed without being built again.
 * It is not part of `search.ts`, which browsers load too.
 */
export const searchIndexOf = deriveInSteps<SearchIndex>('search index', parts, function* (snapshot, previous) {
  const changed = previous ? changedDocuments(snapshot, previous) : []
  if (!previous || changed.length > previous.value.documents.length * mostGrown)
    return yield* searchIndexSteps(yield* searchDocumentSteps(snapshot))
  const changes = new Map<string, SearchDocument | null>()
  for (const [kind, id] of changed) {
    changes.set(documentKey(kind, id), findDocument(snapshot, kind, id))
    yield
  }
  return changes.size > 0 ? growSearchIndex(previous.value, changes) : previous.value
})

/** The documents that may be others than before: of changed records, and of those that name a changed region or joint area. */
function changedDocuments(snapshot: Snapshot, { changed, touched }: Previous<SearchIndex>): [SearchKind, string][] {
  const own = (['region', 'jointArea', 'priorityArea', 'cluster', 'finding', 'wish', 'nextStep'] as const).flatMap((kind) =>
    changed(kind).map((id): [SearchKind, string] => [kind, id]),
  )
  const decided = touched('inForce', 'coding').map(({ priorityAreaId }): [SearchKind, string] => ['priorityArea', priorityAreaId])
  const [regions, jointAreas] = [new Set(changed('region')), new Set(changed('jointArea'))]
  if (regions.size === 0 && jointAreas.size === 0) return [...own, ...decided]
  const areas = snapshot
    .everBegun('priorityArea')
    .filter(({ owner }) => (owner.kind === 'region' ? regions : jointAreas).has(owner.id))
    .map(({ id }): [SearchKind, string] => ['priorityArea', id])
  const clusters = snapshot
    .inForce('cluster')
    .filter(({ regionCode }) => regions.has(regionCode))
    .map(({ id }): [SearchKind, string] => ['cluster', id])
  return [...own, ...decided, ...areas, ...clusters]
}
