import { companyAnswer, CompanyShape } from '../../../shapes/company-shape.ts'
import { roundedNumbers } from '../../../shapes/rounded-numbers.ts'
import { readEdition } from '../../../matching/register/register-columns.ts'
import { companyQuestion } from '../../api/company-question.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** Where a business fits, as data. */
export const companyApi: ReadRoute = {
  path: 'match/company',
  summary: 'Which areas a business fits, and why; nothing is stored. POST takes the same in a body',
  query: companyQuestion,
  problems: { 400: 'The place or the industry code is not known, or the place may be several; the detail says which.' },
  isPrivate: ({ about, place, industry }) => Boolean(about || place || industry),
  response: CompanyShape,
  read: ({ snapshot }, { about = '', place = '', industry = '', edition }) =>
    roundedNumbers(companyAnswer(snapshot, { text: about, place, industry, edition: readEdition(edition) })),
}
