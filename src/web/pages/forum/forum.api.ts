import { conclusionShapes, ConclusionShape } from '../../../shapes/forum-shape.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** What came of the forum's questions, as data. The talk itself is for the signed in. */
export const conclusionsApi: ReadRoute = {
  path: 'conclusions',
  summary: 'What came of the questions in the forum, with theme and days',
  response: listOf(ConclusionShape),
  read: ({ snapshot }) => all(conclusionShapes(snapshot)),
}
