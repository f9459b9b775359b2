import { kindOf } from '../records/record.ts'
import type { RecordKind } from '../records/record.ts'
import { deriveInSteps } from '../snapshot/derive.ts'
import type { Previous } from '../snapshot/derive.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { searchedKinds, searchedParts, searchedRecords } from './record-documents.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { findDocument, searchDocumentSteps } from './search-documents.ts'
import type { KeptDocument, SearchKind } from './search-document.ts'
import { documentKey, growSearchIndexSteps, searchIndexSteps } from './search-index.ts'
import type { SearchIndex } from './search-index.ts'

/** Above this share of changed documents, building the index from scratch is quicker than growing it. */
const mostGrown = 1 / 8

/**
 * The index over everything in a snapshot that search finds; it is grown from the previous one where that is quicker. It
 * is kept out of `search.ts`, because browsers load that module too.
 */
export const searchIndexOf = deriveInSteps<SearchIndex>('search index', searchedParts, function* (snapshot, previous) {
  const changed = previous ? changedDocuments(snapshot, previous) : []
  if (!previous || changed.length > previous.value.documents.length * mostGrown)
    return yield* searchIndexSteps(thesaurusOf(snapshot), yield* searchDocumentSteps(snapshot))
  const changes = new Map<string, KeptDocument | null>()
  for (const [kind, id] of changed) {
    changes.set(documentKey(kind, id), findDocument(snapshot, kind, id))
    yield
  }
  return changes.size > 0 ? yield* growSearchIndexSteps(previous.value, changes) : previous.value
})

/** The documents that may have changed: of changed records, of areas with changed decisions, and of records with a changed owner. */
function changedDocuments(snapshot: Snapshot, { changed, touched }: Previous<SearchIndex>): [SearchKind, string][] {
  const own = searchedKinds.flatMap((kind) => changed(kind).map((id): [SearchKind, string] => [kind, id]))
  const decided = touched('inForce', 'coding').map(({ priorityAreaId }): [SearchKind, string] => ['priorityArea', priorityAreaId])
  const owners = new Set((['region', 'jointArea'] as const).flatMap((kind) => changed(kind).map((id) => `${kind}/${id}`)))
  if (owners.size === 0) return [...own, ...decided]
  const isOfChangedOwner = (record: Known<RecordKind>): boolean => {
    const owner = kindOf(record.meta.kind).owner(record)
    return owner !== null && owners.has(`${owner.kind}/${owner.id}`)
  }
  const owned = searchedKinds.flatMap((kind) =>
    searchedRecords(snapshot, kind)
      .filter(isOfChangedOwner)
      .map(({ id }): [SearchKind, string] => [kind, id]),
  )
  return [...own, ...decided, ...owned]
}
