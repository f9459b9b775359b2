import { z } from '@hono/zod-openapi'
import { reviewItems, ReviewItemShape } from '../../../shapes/review-shape.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** What waits for a decision, as data. */
export const reviewApi: ReadRoute = {
  path: 'review',
  summary: 'Every area in force with what nobody has decided yet, and where people and program disagree',
  response: z.object({ total: z.number(), items: z.array(ReviewItemShape) }),
  needs: [reviewItems],
  read: ({ snapshot }) => {
    const items = reviewItems(snapshot)
    return { total: items.length, items: [...items] }
  },
}
