import { sourceShape } from '../../../shapes/from-snapshot.ts'
import { SourceShape } from '../../../shapes/shapes.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The sources as data. */
export const sourcesApi: ReadRoute = {
  path: 'sources',
  summary: 'Sources',
  response: listOf(SourceShape),
  read: ({ snapshot }) => all(snapshot.everBegun('source').map(sourceShape)),
}
