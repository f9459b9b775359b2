import { z } from '@hono/zod-openapi'
import { concepts } from '../../thesaurus/concepts.ts'
import { companyAnswer, CompanyShape } from '../../shapes/company-shape.ts'
import { groupsAnswer, GroupShape, PeersShape, peersView, ProposalShape, proposalsView } from '../../shapes/match-shape.ts'
import { LocalTextShape } from '../../shapes/shapes.ts'
import { companyQuestion } from './company-match-route.ts'
import { roundedNumbers } from '../../shapes/rounded-numbers.ts'
import type { ReadRoute } from '../frame/read-route.ts'

const text = (description: string) => z.string().max(200).optional().describe(description)
const listOf = <T extends z.ZodType>(shape: T) => z.object({ total: z.number(), items: z.array(shape) })
const all = <T>(items: readonly T[]) => ({ total: items.length, items })

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

/** Addresses that match: businesses to areas, regions to regions; and the concepts they are matched by. */
export const matchRoutes: readonly ReadRoute[] = [
  {
    path: 'concepts',
    summary: 'The narrower concepts of the thesaurus, with codes of SNI 2007, FORD and Agenda 2030',
    query: { theme: text('Only concepts of this theme’s id.') },
    response: listOf(ConceptShape),
    read: (_context, { theme }) =>
      all(
        concepts.filter(({ themeIds }) => !theme || themeIds.includes(theme)).map(({ signals: _signals, ...concept }) => concept),
      ),
  },
  {
    path: 'match/company',
    summary: 'Which areas a business fits, and why; nothing is stored. POST takes the same in a body',
    query: companyQuestion,
    problems: { 400: 'The place or the industry code is not known, or the place may be several; the detail says which.' },
    isPrivate: ({ about, place, industry }) => Boolean(about || place || industry),
    response: CompanyShape,
    read: ({ snapshot }, { about = '', place = '', industry = '' }) =>
      roundedNumbers(companyAnswer(snapshot, { text: about, place, industry })),
  },
  {
    path: 'match/regions/{slugOrCode}',
    summary: 'Every other region as a partner of this one: choices alike, what each brings, nearness, joint areas; by name',
    params: { slugOrCode: z.string().describe('A region’s slug, county code or NUTS 3 code: kronoberg, 07 or SE212.') },
    problems: { 404: 'There is no such region, or none at all on the day asked for.' },
    response: listOf(ProposalShape),
    read: ({ snapshot }, { slugOrCode }) => roundedNumbers(all(proposalsView(snapshot, slugOrCode!))),
  },
  {
    path: 'match/regions/{slugOrCode}/peers',
    summary: 'The regions of the most alike structure by the statistics that are loaded, by name; none when none are',
    params: { slugOrCode: z.string().describe('A region’s slug, county code or NUTS 3 code.') },
    problems: { 404: 'There is no such region, or none at all on the day asked for.' },
    response: PeersShape,
    read: ({ snapshot }, { slugOrCode }) => roundedNumbers(peersView(snapshot, slugOrCode!)),
  },
  {
    path: 'match/groups',
    summary: 'Groups of three to five regions that together cover some themes',
    query: {
      themes: z.string().max(200).optional().describe('Needed: one to six themes’ ids with commas between.'),
      region: text('A region’s slug, county code or NUTS 3 code that takes part.'),
      size: z.coerce.number().optional().describe('How many regions: 3, 4 or 5; 3 when left out.'),
    },
    problems: {
      400: 'No theme is asked for, more than six are, or one is not known; or a group has fewer than 3 or more than 5 regions.',
      404: 'There is no such region, or none at all on the day asked for.',
    },
    response: listOf(GroupShape),
    read: ({ snapshot }, { themes = '', region, size }) =>
      roundedNumbers(
        all(
          groupsAnswer(snapshot, {
            themeIds: themes.split(',').filter(Boolean),
            region: region ?? null,
            size: Number(size ?? 3),
          }),
        ),
      ),
  },
]
