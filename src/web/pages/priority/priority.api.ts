import { z } from '@hono/zod-openapi'
import { PriorityDetailShape, priorityView } from '../../../shapes/priority-detail-shape.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The area's page as data. */
export const priorityApi: ReadRoute = {
  path: 'priorities/{id}',
  summary: 'One priority area with its history and what is like it',
  params: { id: z.string().describe('The area’s id, or a name that only one owner’s areas have.') },
  takes: { id: 'areaId' },
  response: PriorityDetailShape,
  read: ({ snapshot }, { id }) => priorityView(snapshot, id!),
}
