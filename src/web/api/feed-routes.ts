import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { feedOf, feedToAtom, feedToJson } from '../../documents/feed.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { findRegion } from '../../shapes/from-snapshot.ts'
import type { Known, Snapshot } from '../../snapshot/snapshot.ts'
import { thesaurusOf } from '../../thesaurus/thesaurus-of.ts'
import { namesBase } from '../frame/public-address.ts'
import { text } from '../frame/read-parts.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { hashOf } from '../http/resource-answer.ts'
import { operationIdOf, problemResponse, readResponses, timeQuery } from './route-parts.ts'

const forms = {
  atom: { type: 'application/atom+xml', write: feedToAtom },
  json: { type: 'application/feed+json', write: feedToJson },
} as const
type Form = keyof typeof forms

/** What is new, to follow: all, a region's or a theme's, as Atom and as JSON Feed. */
export function addFeedRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  for (const form of Object.keys(forms) as Form[]) {
    const route = createRoute({
      method: 'get',
      path: `/api/v1/feed.${form}`,
      operationId: operationIdOf('get', `feed/${form}`),
      tags: ['read'],
      summary: `What is new, to follow, as ${form === 'atom' ? 'Atom' : 'JSON Feed'}`,
      request: {
        query: z.strictObject({
          region: text('Only a region’s, by any of its names and codes.'),
          theme: text('Only areas of this theme’s id.'),
          lang: z.enum(['sv', 'en']).optional().describe('The feed’s language; sv when left out.'),
          ...timeQuery,
        }),
      },
      responses: {
        ...readResponses({ description: 'The feed.', type: forms[form].type, schema: z.string() }),
        404: problemResponse('There is no such region or theme.'),
      },
    })
    app.openapi(route, (async (c: never) => answerFeed(c, { form, effects })) as never)
  }
}

async function answerFeed(c: Context<AppEnv>, { form, effects }: { form: Form; effects: Effects }): Promise<Response> {
  const { pathname, searchParams } = new URL(c.req.url)
  const base = namesBase(effects.baseUrl)
  const reading = await effects.source.read(searchParams)
  const { snapshot } = reading
  const region = regionOf(snapshot, searchParams.get('region'))
  const feed = feedOf(snapshot, {
    lang: searchParams.get('lang') === 'en' ? 'en' : 'sv',
    regionCode: region?.code ?? null,
    themeId: themeIdOf(snapshot, searchParams.get('theme')),
  })
  return effects.answer(c, {
    body: forms[form].write(feed, { base, self: selfOf(pathname, searchParams, region?.slug ?? null) }),
    type: `${forms[form].type}; charset=utf-8`,
    etag: `${reading.etag()}-${effects.client.buildId}-${hashOf(base)}`,
    madeAt: reading.madeAt(),
    headers: { 'last-modified': new Date(feed.updated).toUTCString() },
  })
}

/** The feed's own address, with the region in its one form: however it was asked for, it is one feed. */
function selfOf(pathname: string, asked: URLSearchParams, regionSlug: string | null): string {
  const query = new URLSearchParams(asked)
  if (regionSlug !== null) query.set('region', regionSlug)
  return query.size > 0 ? `${pathname}?${query}` : pathname
}

function regionOf(snapshot: Snapshot, asked: string | null): Known<'region'> | null {
  if (!asked) return null
  const region = findRegion(snapshot, asked)
  if (!region)
    throw new ExpectedError('region_not_found', { detail: `«${asked.slice(0, 80)}»`, data: { asked: asked.slice(0, 80) } })
  return region
}

function themeIdOf(snapshot: Snapshot, asked: string | null): string | null {
  if (!asked) return null
  const theme = thesaurusOf(snapshot).findTheme(asked)
  if (!theme) throw new ExpectedError('not_found', { detail: `«${asked.slice(0, 80)}» is no theme’s id. See /api/v1/themes.` })
  return theme.id
}
