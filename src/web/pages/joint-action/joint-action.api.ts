import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { jointActionShape, JointActionShape, jointActionShapes } from '../../../shapes/joint-action-shape.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** Every joint action that all its regions have agreed on, as data. */
export const jointActionsApi: ReadRoute = {
  path: 'joint-actions',
  summary: 'What regions do together, once each of them has said yes: partners, need and offer, next step, money and result',
  response: listOf(JointActionShape),
  read: ({ snapshot }) => all(jointActionShapes(snapshot)),
}

/** One joint action, as data. */
export const jointActionApi: ReadRoute = {
  path: 'joint-actions/{id}',
  summary: 'One joint action that regions have agreed on',
  params: { id: z.string().max(120) },
  response: JointActionShape,
  problems: { 404: 'There is no such joint action, or it is not agreed on.' },
  read({ snapshot }, { id = '' }) {
    const action = snapshot.get('jointAction', id)
    if (!action) throw new ExpectedError('not_found', { detail: id })
    return jointActionShape(snapshot, action)
  },
}
