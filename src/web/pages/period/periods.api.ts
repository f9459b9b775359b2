import { PeriodDetailShape, periodDetailShapes } from '../../../shapes/period-shape.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The programme periods as data. */
export const periodsApi: ReadRoute = {
  path: 'periods',
  summary: 'Programme periods with their lists',
  response: listOf(PeriodDetailShape),
  read: ({ snapshot }) => all(periodDetailShapes(snapshot)),
}
