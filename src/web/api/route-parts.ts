import { z } from '@hono/zod-openapi'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import { ProblemShape } from '../server/problem.ts'

/** One address to read. `read` is pure: the same functions shape the pages. */
export interface ReadRoute {
  path: string
  summary: string
  params?: z.ZodRawShape
  query?: z.ZodRawShape
  response: z.ZodType
  read(snapshot: Snapshot, input: Record<string, string>): unknown
}

/** Both time axes, understood at every address; the Swedish names work too. */
export const timeQuery = {
  date: z.string().optional().describe('The day to show, YYYY-MM-DD; today when left out.'),
  known: z.string().optional().describe('Show only what was known on this day, YYYY-MM-DD.'),
  datum: z.string().optional().describe('The same as `date`.'),
  kant: z.string().optional().describe('The same as `known`.'),
}

export const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemShape } },
})
