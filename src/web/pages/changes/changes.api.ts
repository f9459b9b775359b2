import { ChangesShape, changesShape } from '../../../shapes/changes-shape.ts'
import { readSpan, spanQuery } from '../../api/span-query.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** What changed between two days, as data. */
export const changesApi: ReadRoute = {
  path: 'changes',
  summary: 'What changed between two days, as known',
  query: spanQuery,
  response: ChangesShape,
  read: ({ snapshot }, { from, to }) => changesShape(snapshot, readSpan(snapshot, { from, to })),
}
