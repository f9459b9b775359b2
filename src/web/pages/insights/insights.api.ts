import { insightsOf } from '../../../shapes/insights.ts'
import { InsightsShape } from '../../../shapes/insight-shapes.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The page as data. */
export const insightsApi: ReadRoute = {
  path: 'insights',
  summary:
    'Each region’s largest specialisations of 2017: which had no area in the lists of 2018, which belong to an area of a later list, and how they stand now',
  response: InsightsShape,
  needs: [insightsOf],
  read: ({ snapshot }) => insightsOf(snapshot),
}
