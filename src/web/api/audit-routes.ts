import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { findDayHeads } from '../../accounts/audit-log.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { commonProblems, operationIdOf } from './route-parts.ts'

const HeadsShape = z.object({
  heads: z.array(z.object({ day: z.string(), sequence: z.number(), hash: z.string() })),
})

/** The last hash of each day's log: who keeps one can prove later whether anything up to that day has been rewritten. */
export function addAuditRoutes(app: OpenAPIHono<AppEnv>, { store }: Effects): void {
  const path = '/api/v1/audit-heads'
  const route = createRoute({
    method: 'get',
    path,
    operationId: operationIdOf('get', 'audit-heads'),
    tags: ['edit'],
    summary: 'The last hash of each day of the log of who did what',
    description:
      'Each entry of the log has the hash of the one before, and of the content of every version written. Keep a head to prove later that nothing up to that day was rewritten.',
    request: { query: z.strictObject({}) },
    responses: {
      200: { description: 'A head for each day with entries.', content: { 'application/json': { schema: HeadsShape } } },
      ...commonProblems,
    },
  })
  app.openapi(route, (async (c: { json: (body: unknown, status: number, headers: Record<string, string>) => Response }) =>
    c.json({ heads: await findDayHeads(store.side) }, 200, { 'cache-control': 'no-store' })) as never)
}
