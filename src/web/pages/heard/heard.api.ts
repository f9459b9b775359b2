import { heardShape } from '../../../shapes/heard-shape.ts'
import { heardTopicShapes, HeardTopicShape } from '../../../shapes/heard-topics-shape.ts'
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

/** What was said by topic and region, as data. */
export const heardTopicsApi: ReadRoute = {
  path: 'heard-topics',
  summary: 'Topics of dialogues with the regions that said it, and when',
  response: listOf(HeardTopicShape),
  read: ({ snapshot }) => all(heardTopicShapes(snapshot)),
}
