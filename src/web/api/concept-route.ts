import { z } from '@hono/zod-openapi'
import { ExpectedError } from '../../records/expected-error.ts'
import type { Concept } from '../../thesaurus/thesaurus.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'
import { LocalTextShape } from '../../shapes/shapes.ts'
import { all, listOf, text } from '../frame/read-parts.ts'
import type { ReadRoute } from '../frame/read-route.ts'

const ConceptShape = z.object({
  id: z.string(),
  slugEn: z.string(),
  broaderIds: z.array(z.string()),
  themeIds: z.array(z.string()),
  kind: z.string(),
  label: LocalTextShape,
  definition: LocalTextShape,
  relatedIds: z.array(z.string()),
  sniCodes: z.array(z.string()),
  fordCodes: z.array(z.string()),
  sdgGoals: z.array(z.number()),
})

/** The concepts, which no page lists as a whole. */
export const conceptRoute: ReadRoute = {
  path: 'concepts',
  summary: 'The narrower concepts of the thesaurus, with codes of SNI 2007, FORD and Agenda 2030',
  query: { theme: text('Only concepts of this theme’s id.') },
  response: listOf(ConceptShape),
  read: ({ snapshot }, { theme }) =>
    all(
      thesaurusOf(snapshot)
        .concepts.filter(({ themeIds }) => !theme || themeIds.includes(theme))
        .map(conceptShape),
    ),
}

/** One concept, by its id or its English name in addresses. */
export const oneConceptRoute: ReadRoute = {
  path: 'concepts/{id}',
  summary: 'One concept of the thesaurus',
  params: { id: z.string().describe('For example lakemedel.') },
  response: ConceptShape,
  read: ({ snapshot }, { id }) => {
    const concept = thesaurusOf(snapshot).findConcept(id!)
    if (!concept) throw new ExpectedError('not_found', { detail: `«${id}» is no concept’s id. See /api/v1/concepts.` })
    return conceptShape(concept)
  },
}

const conceptShape = ({ signals: _signals, ...concept }: Concept) => concept
