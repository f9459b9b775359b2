import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { canonicalInput } from '../frame/identifiers.ts'
import type { DocumentContext, DocumentInput, DocumentRoute } from '../frame/document-route.ts'
import { makePaths } from '../frame/paths.ts'
import { isSameEtag } from '../http/answer-cache.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { makeKeptDocuments } from '../http/kept-documents.ts'
import type { KeptDocuments, MadeDocument } from '../http/kept-documents.ts'
import { operationIdOf, problemResponse, readResponses, timeQuery } from './route-parts.ts'

/** Every document that a page offers. */
export function addDocumentRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  const kept = makeKeptDocuments(effects.source)
  for (const route of effects.contents.pages.flatMap(({ documents }) => documents ?? [])) {
    const definition = createRoute({
      method: 'get',
      path: `/api/v1/${route.path}`,
      operationId: operationIdOf('get', route.path),
      tags: ['documents'],
      summary: route.summary,
      request: {
        ...(route.params ? { params: z.object(route.params) } : {}),
        query: z.strictObject({
          ...route.query,
          ...timeQuery,
          lang: z.enum(['sv', 'en']).optional().describe('The document’s language; sv when left out.'),
        }),
      },
      responses: {
        ...readResponses({ description: 'The document.', type: route.type, schema: z.string().openapi({ format: 'binary' }) }),
        ...(route.missing ? { 404: problemResponse(route.missing) } : {}),
      },
    })
    app.openapi(definition, (async (c: never) => answerDocument(c, { route, effects, kept })) as never)
  }
}

interface Asked {
  route: DocumentRoute
  effects: Effects
  kept: KeptDocuments
}

async function answerDocument(c: Context<AppEnv>, asked: Asked): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const { route, kept } = asked
  const made = (await kept.get(pathname + search)) ?? (await makeDocument(c, asked))
  kept.put(pathname + search, made)
  const common = { etag: made.etag, 'cache-control': 'public, max-age=0, must-revalidate' }
  if (isSameEtag(c.req.header('if-none-match'), made.etag)) return c.body(null, 304, common)
  return c.body(made.bytes, 200, {
    ...common,
    'content-type': route.type,
    'content-length': String(made.bytes.length),
    'content-disposition': `${route.type === 'image/png' ? 'inline' : 'attachment'}; filename="${made.fileName}"`,
  })
}

async function makeDocument(c: Context<AppEnv>, { route, effects }: Asked): Promise<MadeDocument> {
  const query = new URL(c.req.url).searchParams
  const reading = await effects.source.read(query, route.needs)
  const { snapshot, time } = reading
  const named = canonicalInput(snapshot, c.req.param() as Record<string, string>, route.takes)
  const input: DocumentInput = {
    lang: query.get('lang') === 'en' ? 'en' : 'sv',
    one: (name) => named[name] ?? (query.get(name) || null),
    all: (name) => query.getAll(name).filter(Boolean),
  }
  const pathsIn: DocumentContext['pathsIn'] = (lang) => makePaths(effects.contents.addresses, { lang, time })
  const context = { snapshot, time, pathsIn, baseUrl: effects.baseUrl }
  const bytes = await route.make(context, input)
  const ending = route.path.slice(route.path.lastIndexOf('.'))
  return {
    bytes,
    fileName: `${route.fileName(context, input)}-${time.validAt}${ending}`,
    etag: `W/"${reading.etag()}-${effects.client.buildId}"`,
    madeAt: reading.madeAt(),
  }
}
