import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { findRegion } from '../../../shapes/from-snapshot.ts'
import { regionShape } from '../../../shapes/region-shape.ts'
import { RegionShape } from '../../../shapes/shapes.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The region page as data. */
export const regionApi: ReadRoute = {
  path: 'regions/{slugOrCode}',
  summary: 'One region, then and now',
  params: { slugOrCode: z.string().describe('For example varmland, 17, S, SE-S, SE311 or Värmlands län.') },
  takes: { slugOrCode: 'regionSlug' },
  response: RegionShape,
  read: ({ snapshot }, { slugOrCode }) => {
    const region = findRegion(snapshot, slugOrCode!)
    if (!region)
      throw new ExpectedError('region_not_found', {
        detail: `«${slugOrCode}» is not the slug or code of a region. See /api/v1/regions.`,
      })
    return regionShape(snapshot, region)
  },
}
