import { z } from '@hono/zod-openapi'
import { concepts } from '../../themes/concepts.ts'
import { companyAnswer, CompanyShape, longestDescription } from '../pages/company/company.view.ts'
import { GroupShape, groupsView, ProposalShape, proposalsView } from '../pages/match/match.view.ts'
import { LocalTextShape } from '../shapes/shapes.ts'
import type { ReadRoute } from './route-parts.ts'

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
    read: (_snapshot, { theme }) =>
      all(
        concepts.filter(({ themeIds }) => !theme || themeIds.includes(theme)).map(({ signals: _signals, ...concept }) => concept),
      ),
  },
  {
    path: 'match/company',
    summary: 'Which areas a business fits, and why; nothing is stored',
    query: {
      about: z.string().max(longestDescription).optional().describe('What the business does, in its own words.'),
      place: text('A Swedish municipality or region, so that its own region comes first.'),
      industry: text('A code of SNI 2007, with or without dots.'),
    },
    response: CompanyShape,
    read: (snapshot, { about = '', place = '', industry = '' }) => companyAnswer(snapshot, { text: about, place, industry }),
  },
  {
    path: 'match/regions/{slugOrCode}',
    summary: 'Every other region as a partner of this one: choices alike, what each brings, nearness, joint areas; by name',
    params: { slugOrCode: z.string() },
    response: listOf(ProposalShape),
    read: (snapshot, { slugOrCode }) => all(proposalsView(snapshot, slugOrCode!)),
  },
  {
    path: 'match/groups',
    summary: 'Groups of three to five regions that together cover some themes',
    query: {
      themes: text('Themes’ ids with commas between, at most six.'),
      region: text('A region’s slug or code that takes part.'),
      size: z.coerce.number().int().min(3).max(5).optional().describe('How many regions; 3 when left out.'),
    },
    response: listOf(GroupShape),
    read: (snapshot, { themes = '', region, size }) =>
      all(groupsView(snapshot, { themeIds: themes.split(',').filter(Boolean), region: region ?? null, size: Number(size ?? 3) })),
  },
]
