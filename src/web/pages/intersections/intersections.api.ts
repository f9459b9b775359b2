import { intersections, IntersectionShape } from '../../../shapes/intersection-shape.ts'
import { allPriorities } from '../../../shapes/theme-shape.ts'
import { intersectionChoice, intersectionQuery, intersectionTakes } from '../../api/intersection-query.ts'
import { all, listOf } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** The page's rows as data. */
export const intersectionsApi: ReadRoute = {
  path: 'intersections',
  summary: 'Priority areas of every period that join two or more themes, with those themes, filtered',
  query: intersectionQuery,
  takes: intersectionTakes,
  response: listOf(IntersectionShape),
  needs: [allPriorities],
  read: ({ snapshot }, input) => all(intersections(snapshot, intersectionChoice(input))),
}
