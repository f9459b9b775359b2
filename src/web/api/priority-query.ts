import { z } from '@hono/zod-openapi'
import { tableView } from '../../shapes/priority-table.ts'
import type { PriorityShape } from '../../shapes/shapes.ts'
import { allPriorities } from '../../shapes/theme-shape.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { text } from '../frame/read-parts.ts'

/** How a program filters areas, as JSON or as a table. */
export const priorityQuery = {
  q: text('Words that must stand in the label, the owner or a theme.'),
  region: text('A region by any of its codes and names, or a joint area by id or name.'),
  theme: text('A theme’s id.'),
  period: text('A programme period’s id, for example 2014-2020.'),
  owner: z.enum(['region', 'jointArea']).optional().describe('Only what a region has chosen itself, or regions together.'),
  inForce: z.enum(['true', 'false']).optional().describe('true: only areas in force on the day.'),
}

/** What of it identifies something. */
export const priorityTakes = { region: 'ownerSlug' } as const

/** The areas that fit such a query. */
export function prioritiesFor(snapshot: Snapshot, input: Record<string, string>): PriorityShape[] {
  const choice = {
    text: input['q'] ?? '',
    region: input['region'] ?? '',
    theme: input['theme'] ?? '',
    period: input['period'] ?? '',
    onlyInForce: input['inForce'] === 'true',
    sort: 'owner' as const,
    isDescending: false,
  }
  const owned = allPriorities(snapshot).filter(({ owner }) => !input['owner'] || owner.kind === input['owner'])
  return tableView(owned, choice, 'sv')
}
