import { jointAreaShape } from '../../../shapes/from-snapshot.ts'
import { JointAreaShape } from '../../../shapes/shapes.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The joint areas as data. */
export const jointAreasApi: ReadRoute = {
  path: 'joint-areas',
  summary: 'Regions that have chosen areas together',
  response: listOf(JointAreaShape),
  read: ({ snapshot }) => all(snapshot.inForce('jointArea').map((area) => jointAreaShape(snapshot, area))),
}
