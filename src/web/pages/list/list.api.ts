import { z } from '@hono/zod-openapi'
import { listShape } from '../../../shapes/list-shape.ts'
import { EditionShape } from '../../../shapes/shapes.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** One list as data. */
export const listApi: ReadRoute = {
  path: 'lists/{id}',
  summary: 'One list as one edition states it, with its areas',
  params: { id: z.string().describe('For example varmland-2022.') },
  response: EditionShape,
  read: ({ snapshot }, { id }) => listShape(snapshot, id!),
}
