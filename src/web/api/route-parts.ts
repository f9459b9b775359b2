import { z } from '@hono/zod-openapi'
import { ProblemShape } from '../http/problem.ts'

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

/** What any address may answer when it cannot do its work. */
export const commonProblems = {
  400: problemResponse('The request cannot be understood, or a day is not written YYYY-MM-DD.'),
  429: problemResponse('Too many requests; `Retry-After` tells how many seconds to wait.'),
  500: problemResponse('Something went wrong on our side.'),
  503: problemResponse('The registry cannot be reached right now.'),
}

const headerOf = (description: string) => ({ description, schema: { type: 'string' as const } })

/** The answers of an address to read: the body, or word that the reader has it already. */
export const readResponses = ({ description, type, schema }: { description: string; type: string; schema: z.ZodType }) => ({
  200: {
    description,
    headers: { ETag: headerOf('Names the answer; changes when anything in it may have changed.') },
    content: { [type]: { schema } },
  },
  304: { description: 'Unchanged since the ETag in If-None-Match.' },
  ...commonProblems,
})

/** A name for each operation, for programs that are generated from the description: `getRegionsBySlugOrCode`. */
export function operationIdOf(method: string, path: string): string {
  const words = path
    .replaceAll(/\{(\w+)\}/g, 'by-$1')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
  return method + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
}
