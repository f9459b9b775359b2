import { z } from '@hono/zod-openapi'
import { AreaPartnersShape, areaPartnersView } from '../../../shapes/area-partners-shape.ts'
import { groupsAnswer, GroupShape, PeersShape, peersView, ProposalShape, proposalsView } from '../../../shapes/match-shape.ts'
import { roundedNumbers } from '../../../shapes/rounded-numbers.ts'
import { RegionNetwork, regionNetworkOf } from '../../../shapes/region-network.ts'
import { all, listOf, text } from '../../frame/read-parts.ts'
import type { ReadRoute } from '../../frame/read-route.ts'

/** Partners, peers and groups of regions, as data. */
export const matchApi: readonly ReadRoute[] = [
  {
    path: 'match/network',
    summary: 'Which regions have chosen which themes, and which pairs of regions have areas alike',
    needs: [regionNetworkOf],
    response: RegionNetwork,
    read: ({ snapshot }) => regionNetworkOf(snapshot),
  },
  {
    path: 'match/regions/{slugOrCode}',
    summary: 'Every other region as a partner of this one: choices alike, what each brings, nearness, joint areas; by name',
    params: {
      slugOrCode: z.string().describe('Any code or name of a region: kronoberg, 07, G, SE-G, SE212 or Region Kronoberg.'),
    },
    takes: { slugOrCode: 'regionSlug' },
    problems: { 404: 'There is no such region, or none at all on the day asked for.' },
    response: listOf(ProposalShape),
    read: ({ snapshot }, { slugOrCode }) => roundedNumbers(all(proposalsView(snapshot, slugOrCode!))),
  },
  {
    path: 'match/regions/{slugOrCode}/peers',
    summary: 'The regions of the most alike structure by the statistics that are loaded, by name; none when none are',
    params: { slugOrCode: z.string().describe('Any code or name of a region.') },
    takes: { slugOrCode: 'regionSlug' },
    problems: { 404: 'There is no such region, or none at all on the day asked for.' },
    response: PeersShape,
    read: ({ snapshot }, { slugOrCode }) => roundedNumbers(peersView(snapshot, slugOrCode!)),
  },
  {
    path: 'match/areas/{id}',
    summary: 'At most three areas of other regions that an area could work with, and what each would bring',
    params: { id: z.string().describe('An area’s id.') },
    problems: { 404: 'There is no such area in force on the day asked for.' },
    response: AreaPartnersShape,
    read: ({ snapshot }, { id }) => roundedNumbers(areaPartnersView(snapshot, id!)),
  },
  {
    path: 'match/groups',
    summary: 'Groups of three to five regions that together cover some themes',
    query: {
      themes: z.string().max(200).optional().describe('Needed: one to six themes’ ids with commas between.'),
      region: text('Any code or name of a region that takes part.'),
      size: z.coerce.number().optional().describe('How many regions: 3, 4 or 5; 3 when left out.'),
    },
    takes: { region: 'regionSlug' },
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
