import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AppEnv, Effects } from '../http/effects.ts'
import type { Language } from '../../records/language.ts'
import { addAuditRoutes } from './audit-routes.ts'
import { addCatalogRoutes } from './catalog-routes.ts'
import { addCompanyMatchRoute } from './company-match-route.ts'
import { addEditRoutes } from './edit-routes.ts'
import { operationIdOf, problemResponse, readResponses, timeQuery } from './route-parts.ts'
import type { ReadRoute } from '../frame/read-route.ts'
import { canonicalInput } from '../frame/identifiers.ts'
import { makePaths } from '../frame/paths.ts'
import { addCubeRoute } from './cube-route.ts'
import { addDocumentRoutes } from './document-routes.ts'
import { addFeedRoutes } from './feed-routes.ts'
import { addFigureRoutes } from './figure-routes.ts'
import { addTableRoutes } from './table-routes.ts'
import { addThesaurusRoute } from './thesaurus-route.ts'

const document = {
  openapi: '3.1.0',
  info: {
    title: 'Spets API',
    version: '1.0.0',
    description:
      'Open data on smart specialisation in Sweden’s 21 regions. Every address takes `date` and `known`. Answers carry an ETag; errors are problem+json (RFC 9457).',
    license: { name: 'CC0 1.0 (data), EUPL 1.2 (program)', identifier: 'CC0-1.0' },
  },
  servers: [{ url: '/' }],
  tags: [
    { name: 'read', description: 'What the pages show, as JSON.' },
    { name: 'tables', description: 'Whole tables, for spreadsheets and programs.' },
    { name: 'documents', description: 'Decks, briefs and everything in one file.' },
    { name: 'edit', description: 'Writing, where an administrator’s key is configured.' },
  ],
}

/** The API under /api/v1/: reading, tables, editing (when turned on) and its own description. */
export function addApiRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  for (const route of effects.contents.readRoutes) addReadRoute(app, { route, effects })
  addTableRoutes(app, effects)
  addCubeRoute(app, effects)
  addFigureRoutes(app, effects)
  addDocumentRoutes(app, effects)
  addThesaurusRoute(app, effects)
  addCatalogRoutes(app, effects)
  addFeedRoutes(app, effects)
  addCompanyMatchRoute(app, effects)
  addEditRoutes(app, effects)
  addAuditRoutes(app, effects)
  const ownDescription = createRoute({
    method: 'get',
    path: '/api/v1/openapi.json',
    operationId: operationIdOf('get', 'openapi'),
    tags: ['read'],
    summary: 'This description',
    request: { query: z.strictObject({}) },
    responses: readResponses({
      description: 'An OpenAPI 3.1 document.',
      type: 'application/json',
      schema: z.record(z.string(), z.unknown()),
    }),
  })
  app.openapi(ownDescription, (async (c: Context<AppEnv>) =>
    effects.answer(c, {
      body: JSON.stringify(openApiDocument(app)),
      type: 'application/json; charset=utf-8',
      etag: `openapi-${effects.client.buildId}`,
      madeAt: null,
    })) as never)
}

/** The OpenAPI 3.1 description, generated from the routes' schemas. */
export const openApiDocument = (app: OpenAPIHono<AppEnv>) => app.getOpenAPI31Document(document)

function addReadRoute(app: OpenAPIHono<AppEnv>, { route, effects }: { route: ReadRoute; effects: Effects }): void {
  const request = {
    query: z.strictObject({ ...route.query, ...timeQuery }),
    ...(route.params ? { params: z.object(route.params) } : {}),
  }
  const responses = {
    ...readResponses({ description: 'Found.', type: 'application/json', schema: route.response }),
    ...(route.params ? { 404: problemResponse('There is nothing here.') } : {}),
    ...Object.fromEntries(Object.entries(route.problems ?? {}).map(([status, words]) => [status, problemResponse(words)])),
  }
  const definition = createRoute({
    method: 'get',
    path: `/api/v1/${route.path}`,
    operationId: operationIdOf('get', route.path),
    tags: ['read'],
    summary: route.summary,
    request,
    responses,
  })
  app.openapi(definition, (async (c: never) => readAnswer(c, { route, effects })) as never)
}

async function readAnswer(c: Context<AppEnv>, { route, effects }: { route: ReadRoute; effects: Effects }): Promise<Response> {
  const url = new URL(c.req.url)
  const reading = await effects.source.read(url.searchParams, route.needs)
  const { time, snapshot } = reading
  const asked = { ...Object.fromEntries(url.searchParams), ...(c.req.param() as Record<string, string>) }
  const input = canonicalInput(snapshot, asked, route.takes)
  const pathsIn = (lang: Language) => makePaths(effects.contents.addresses, { lang, time })
  const found = route.read({ snapshot, time, pathsIn }, input)
  return effects.answer(c, {
    body: JSON.stringify(found),
    type: 'application/json; charset=utf-8',
    etag: `${reading.etag()}-${effects.client.buildId}`,
    madeAt: reading.madeAt(),
    isPrivate: route.isPrivate?.(input) ?? false,
  })
}
