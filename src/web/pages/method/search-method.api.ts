import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../../records/expected-error.ts'
import { thesaurusOf } from '../../../thesaurus/thesaurus-of.ts'
import { codeText } from '../../../coding/area-coding.ts'
import { CodingShape, codingShape } from '../../../shapes/coding-shape.ts'
import { roundedNumbers } from '../../../shapes/rounded-numbers.ts'
import type { ReadRoute } from '../../frame/read-route.ts'
import { longestText } from './try-reading.tsx'

/** How any text is read, as data. */
export const textCodingApi: ReadRoute = {
  path: 'coding',
  summary:
    'What any text seems to be about, Swedish or English: the same codes, with the words that caused them; nothing is stored',
  query: { text: z.string().max(longestText).optional().describe(`Needed: the text, at most ${longestText} characters.`) },
  problems: { 400: 'No text was given, or it is too long.' },
  isPrivate: () => true,
  response: CodingShape,
  read: ({ snapshot }, { text = '' }) => {
    if (text.trim() === '') throw new ExpectedError('bad_request', { detail: 'Say which text: coding?text=…' })
    const thesaurus = thesaurusOf(snapshot)
    return roundedNumbers(codingShape(thesaurus, codeText(thesaurus, text)))
  },
}
