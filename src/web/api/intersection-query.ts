import { z } from '@hono/zod-openapi'
import type { IntersectionChoice } from '../../shapes/intersection-shape.ts'
import { text } from '../frame/read-parts.ts'

/** How a program filters intersections, as JSON or as a table. */
export const intersectionQuery = {
  themes: text('Themes by id, English slug or name, with commas between; an area must join all of them.'),
  region: text('A region by any of its codes and names, or a joint area by id or name.'),
  period: text('A programme period’s id, for example 2021-2027.'),
  inForce: z.enum(['true', 'false']).optional().describe('true: only areas in force on the day.'),
}

/** What of it identifies something. */
export const intersectionTakes = { region: 'ownerSlug' } as const

/** The choice of such a query. */
export const intersectionChoice = (input: Record<string, string>): IntersectionChoice => ({
  themes: (input['themes'] ?? '')
    .split(',')
    .map((theme) => theme.trim())
    .filter(Boolean),
  owner: input['region'] ?? '',
  period: input['period'] ?? '',
  onlyInForce: input['inForce'] === 'true',
})
