import { z } from '@hono/zod-openapi'
import { readyEvidenceOf } from '../../../evidence/ready-evidence.ts'
import { readDeckChoice } from '../../../documents/deck/deck-choice.ts'
import { deckContent } from '../../../documents/deck/deck-content.ts'
import { allPriorities } from '../../../shapes/theme-shape.ts'
import { countyPaths } from '../../charts/sweden-geometry.ts'
import type { DocumentContext, DocumentInput, DocumentRoute } from '../../frame/document-route.ts'

const several = z.union([z.string().max(200), z.array(z.string().max(200)).max(30)]).optional()

/** The national deck as PPTX. */
export const deckDocument: DocumentRoute = {
  path: 'documents/deck.pptx',
  summary: 'The regions’ lists as a deck (PPTX) that can be edited, and read in again',
  type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  query: {
    region: several.describe('Only this region, by any of its names and codes; several when named several times.'),
    theme: several.describe('A map and the regions’ words for this theme, by its id; several when named several times.'),
    since: z.string().max(10).optional().describe('The day that changes are counted from; five years before when left out.'),
    layout: z.enum(['one', 'many']).optional().describe('one: a region to a slide; many: six to a slide.'),
  },
  missing: 'There is no such region.',
  needs: [readyEvidenceOf, allPriorities],
  fileName: (_context, input) => ['spets', input.lang === 'sv' ? 'bildspel' : 'deck', ...namedIn(input)].join('-'),
  make: async (context, input) =>
    (await import('../../../documents/deck/write-deck.ts')).writeDeck(contentOf(context, input), countyPaths),
}

const contentOf = ({ snapshot }: DocumentContext, input: DocumentInput) =>
  deckContent(
    snapshot,
    readDeckChoice(snapshot, {
      lang: input.lang,
      regions: input.all('region'),
      themes: input.all('theme'),
      since: input.one('since'),
      layout: input.one('layout') === 'many' ? 'many' : 'one',
    }),
  )

/** What was asked for, as far as a file's name takes it. */
const namedIn = (input: DocumentInput): string[] =>
  [...input.all('region'), ...input.all('theme')].slice(0, 3).flatMap((name) => /^[a-z0-9-]{1,40}$/.exec(name)?.[0] ?? [])
