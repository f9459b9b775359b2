import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { jointAreaShape } from '../../../shapes/from-snapshot.ts'
import { JointAreaShape } from '../../../shapes/shapes.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** One joint area as data. */
export const jointAreaApi: ReadRoute = {
  path: 'joint-areas/{id}',
  summary: 'Regions that have chosen areas together, one group',
  params: { id: z.string().describe('For example ostra-mellansverige.') },
  takes: { id: 'jointAreaId' },
  response: JointAreaShape,
  read: ({ snapshot }, { id }) => {
    const area = snapshot.getBegun('jointArea', id!)
    if (!area) throw new ExpectedError('not_found', { detail: `«${id}» is no joint area’s id. See /api/v1/joint-areas.` })
    return jointAreaShape(snapshot, area)
  },
}

/** The joint areas as data. */
export const jointAreasApi: ReadRoute = {
  path: 'joint-areas',
  summary: 'Regions that have chosen areas together',
  response: listOf(JointAreaShape),
  read: ({ snapshot }) => all(snapshot.inForce('jointArea').map((area) => jointAreaShape(snapshot, area))),
}
