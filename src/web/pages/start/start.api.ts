import { regionSummaries } from '../../../shapes/region-shape.ts'
import { RegionSummaryShape } from '../../../shapes/shapes.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The start page's list as data. */
export const regionsApi: ReadRoute = {
  path: 'regions',
  summary: 'All regions with their current areas',
  response: listOf(RegionSummaryShape),
  read: ({ snapshot }) => all(regionSummaries(snapshot)),
}
