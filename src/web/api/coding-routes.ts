import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../records/expected-error.ts'
import { codeArea, codeText } from '../../coding/area-coding.ts'
import { reviewItems, ReviewItemShape } from '../../shapes/review-shape.ts'
import { codingShape, CodingShape } from '../../shapes/coding-shape.ts'
import { roundedNumbers } from '../../shapes/rounded-numbers.ts'
import type { ReadRoute } from '../frame/read-route.ts'

const longestText = 2000

/** What areas, and any text, are coded with. */
export const codingRoutes: readonly ReadRoute[] = [
  {
    path: 'priorities/{id}/coding',
    summary:
      'What an area is coded with: themes, concepts, kind, SNI 2007 and FORD, why, how surely, and what a person has decided',
    params: { id: z.string() },
    problems: { 404: 'There is no such area.' },
    response: CodingShape,
    read: ({ snapshot }, { id }) => {
      const area = snapshot.getBegun('priorityArea', id!)
      if (!area) throw new ExpectedError('priority_not_found', { data: { asked: id } })
      return roundedNumbers(codingShape(codeArea(snapshot, area)))
    },
  },
  {
    path: 'coding',
    summary:
      'What any text seems to be about, Swedish or English: the same codes, with the words that caused them; nothing is stored',
    query: { text: z.string().max(longestText).optional().describe(`Needed: the text, at most ${longestText} characters.`) },
    problems: { 400: 'No text was given, or it is too long.' },
    isPrivate: () => true,
    response: CodingShape,
    read: (_context, { text = '' }) => {
      if (text.trim() === '') throw new ExpectedError('bad_request', { detail: 'Say which text: coding?text=…' })
      return roundedNumbers(codingShape(codeText(text)))
    },
  },
  {
    path: 'review',
    summary: 'Every area in force with what nobody has decided yet, and where people and program disagree',
    response: z.object({ total: z.number(), items: z.array(ReviewItemShape) }),
    read: ({ snapshot }) => {
      const items = reviewItems(snapshot)
      return { total: items.length, items: [...items] }
    },
  },
]
