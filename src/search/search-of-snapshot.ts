import { derive } from '../snapshot/derive.ts'
import { findSearchDocuments } from './search-documents.ts'
import { buildSearchIndex } from './search-index.ts'

/** The index over everything in a snapshot that can be searched. It is not part of `search.ts`, which browsers load too. */
export const searchIndexOf = derive(
  'search index',
  ['region', 'jointArea', 'priorityArea', 'coding', 'cluster', 'finding', 'wish', 'nextStep'],
  (snapshot) => buildSearchIndex(findSearchDocuments(snapshot)),
)
