import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { findDayHeads } from '../../accounts/audit-log.ts'
import { isSameEtag } from '../http/answer-cache.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { operationIdOf, readResponses } from './route-parts.ts'

const HeadsShape = z.object({
  heads: z.array(z.object({ day: z.string(), sequence: z.number(), hash: z.string() })),
})

/** The last hash of each day's log: who keeps one can prove later whether anything up to that day has been rewritten. */
export function addAuditRoutes(app: OpenAPIHono<AppEnv>, { store }: Effects): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/audit-heads',
    operationId: operationIdOf('get', 'audit-heads'),
    tags: ['edit'],
    summary: 'The last hash of each day of the log of who did what',
    description:
      'Each entry of the log has the hash of the one before, and of the content of every version written. Keep a head to prove later that nothing up to that day was rewritten.',
    request: { query: z.strictObject({}) },
    responses: readResponses({
      description: 'A head for each day with entries.',
      type: 'application/json',
      schema: HeadsShape,
    }),
  })
  app.openapi(route, (async (c: Context<AppEnv>) => {
    const heads = await findDayHeads(store.side)
    const etag = `"${heads.at(-1)?.hash ?? 'none'}"`
    // The log is beside the registry, so no kept answer can follow it: it is read each time.
    const headers = { etag, 'cache-control': 'public, max-age=0, must-revalidate' }
    if (isSameEtag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
    return c.json({ heads }, 200, headers)
  }) as never)
}
