import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { thesaurusToRdf } from '../../documents/linked-data/thesaurus-skos.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { namesBase } from '../frame/public-address.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'
import { operationIdOf, readResponses, timeQuery } from './route-parts.ts'

/** The thesaurus as linked data. */
export function addThesaurusRoute(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  const route = createRoute({
    method: 'get',
    path: '/api/v1/thesaurus.ttl',
    operationId: operationIdOf('get', 'thesaurus/ttl'),
    tags: ['tables'],
    summary: 'Themes and concepts as SKOS, in Turtle',
    description:
      'Names begin with the configured address of the site; where none is configured, with `urn:x-spets:unpublished`, which are not public names.',
    request: { query: z.strictObject(timeQuery) },
    responses: readResponses({ description: 'The thesaurus.', type: 'text/turtle', schema: z.string() }),
  })
  app.openapi(route, (async (c: never) => answer(c, effects)) as never)
}

async function answer(c: Context<AppEnv>, { source, client, ...effects }: Effects): Promise<Response> {
  const base = namesBase(effects.baseUrl)
  const reading = await source.read(new URL(c.req.url).searchParams)
  return effects.answer(c, {
    body: thesaurusToRdf(thesaurusOf(reading.snapshot), { base, form: 'ttl' }),
    // The names in it follow the configured address, so the address is part of the answer's name.
    etag: `${reading.etag()}-${client.buildId}-${createHash('sha256').update(base).digest('hex').slice(0, 8)}`,
    madeAt: reading.madeAt(),
    type: 'text/turtle; charset=utf-8',
    headers: { 'content-disposition': 'attachment; filename="spets-thesaurus.ttl"' },
  })
}
