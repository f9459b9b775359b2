import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { sourceShape } from '../../../shapes/from-snapshot.ts'
import { SourceShape } from '../../../shapes/shapes.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** One source as data. */
export const sourceApi: ReadRoute = {
  path: 'sources/{id}',
  summary: 'One source',
  params: { id: z.string().describe('For example deck-2018-01-31.') },
  response: SourceShape,
  read: ({ snapshot }, { id }) => {
    const source = snapshot.getBegun('source', id!)
    if (!source) throw new ExpectedError('not_found', { detail: `«${id}» is no source’s id. See /api/v1/sources.` })
    return sourceShape(source)
  },
}

/** The sources as data. */
export const sourcesApi: ReadRoute = {
  path: 'sources',
  summary: 'Sources',
  response: listOf(SourceShape),
  read: ({ snapshot }) => all(snapshot.everBegun('source').map(sourceShape)),
}
