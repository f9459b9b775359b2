import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { PeriodDetailShape, periodDetailShape, periodDetailShapes } from '../../../shapes/period-shape.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** One programme period as data. */
export const periodApi: ReadRoute = {
  path: 'periods/{id}',
  summary: 'One programme period with its lists',
  params: { id: z.string().describe('For example 2021-2027.') },
  response: PeriodDetailShape,
  read: ({ snapshot }, { id }) => {
    const period = snapshot.getBegun('programmePeriod', id!)
    if (!period) throw new ExpectedError('not_found', { detail: `«${id}» is no programme period’s id. See /api/v1/periods.` })
    return periodDetailShape(snapshot, period)
  },
}

/** The programme periods as data. */
export const periodsApi: ReadRoute = {
  path: 'periods',
  summary: 'Programme periods with their lists',
  response: listOf(PeriodDetailShape),
  read: ({ snapshot }) => all(periodDetailShapes(snapshot)),
}
