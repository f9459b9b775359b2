import { PriorityShape } from '../../../shapes/shapes.ts'
import { allPriorities } from '../../../shapes/theme-shape.ts'
import { prioritiesFor, priorityQuery, priorityTakes } from '../../api/priority-query.ts'
import { listOf, whole } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The table's rows as data. */
export const prioritiesApi: ReadRoute = {
  path: 'priorities',
  summary: 'Priority areas of every period, filtered',
  query: {
    ...priorityQuery,
    limit: whole('At most this many; 100 when left out.', 1000),
    offset: whole('Leave out this many first.', 1_000_000),
  },
  takes: priorityTakes,
  response: listOf(PriorityShape),
  needs: [allPriorities],
  read: ({ snapshot }, input) => {
    const found = prioritiesFor(snapshot, input)
    const offset = Number(input['offset'] ?? 0)
    return { total: found.length, items: found.slice(offset, offset + Number(input['limit'] ?? 100)) }
  },
}
