import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { roundShape, RoundShape } from '../../../shapes/round-shape.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** A round as a wall of regions, as data. */
export const roundApi: ReadRoute = {
  path: 'rounds/{year}',
  summary: 'A yearly round: what each region has answered, and how fresh its list is',
  params: { year: z.string().max(4) },
  response: RoundShape,
  problems: { 404: 'No round of that year has been started.' },
  read({ snapshot }, { year = '' }) {
    const round = snapshot.getBegun('round', year)
    if (!round) throw new ExpectedError('not_found', { detail: year })
    return roundShape(snapshot, round)
  },
}
