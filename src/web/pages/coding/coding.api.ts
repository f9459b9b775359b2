import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import { codeArea } from '../../../coding/area-coding.ts'
import { CodingShape, codingShape } from '../../../shapes/coding-shape.ts'
import { roundedNumbers } from '../../../shapes/rounded-numbers.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** What an area is coded with, as data. */
export const areaCodingApi: ReadRoute = {
  path: 'priorities/{id}/coding',
  summary:
    'What an area is coded with: themes, concepts, kind, SNI 2007 and FORD, why, how surely, and what a person has decided',
  params: { id: z.string() },
  takes: { id: 'areaId' },
  problems: { 404: 'There is no such area.' },
  response: CodingShape,
  read: ({ snapshot }, { id }) => {
    const area = snapshot.getBegun('priorityArea', id!)
    if (!area) throw new ExpectedError('priority_not_found', { data: { asked: id } })
    return roundedNumbers(codingShape(thesaurusOf(snapshot), codeArea(snapshot, area)))
  },
}
