import { heardShape } from '../../../shapes/heard-shape.ts'
import { StatementShape } from '../../../shapes/shapes.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** What was heard, as data. */
export const statementsApi: ReadRoute = {
  path: 'statements',
  summary: 'Findings, wishes and next steps',
  response: listOf(StatementShape),
  read: ({ snapshot }) => all(heardShape(snapshot).flatMap(({ statements }) => statements)),
}
