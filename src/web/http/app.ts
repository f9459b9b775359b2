import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { errorCodes, ExpectedError } from '../../records/expected-error.ts'
import { encodingFor, isSameEtag } from './answer-cache.ts'
import type { Answer, AnswerCache } from './answer-cache.ts'
import type { AppEnv, Effects } from './effects.ts'
import { addEmbedRoutes } from './embed-routes.ts'
import { addFileRoutes } from './file-routes.ts'
import { addFormRoutes } from './form-routes.ts'
import { timeQueryNames } from '../frame/paths.ts'
import { answerAskedPage, answerErrorPage, answerPage, pageRoutesOf } from './page-routes.ts'
import { expectedFrom, problemOf } from './problem.ts'
import { addRobotRoutes } from './robot-routes.ts'
import { openDataHeaders, preflightHeaders, preflightHeadersToAsk, securityHeaders } from './security-headers.ts'
import { namedAsDemonstration } from './demonstration-headers.ts'
import { dataForms } from './wanted-form.ts'

/** Adds routes to the site. The API's are given as a value, since they know of this folder and it knows nothing of them. */
export type AddRoutes = (app: OpenAPIHono<AppEnv>, effects: Effects) => void

/** The whole site as one Hono app: pages, API, files. */
export function makeApp(effects: Effects, addApiRoutes: AddRoutes): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({
    strict: true,
    defaultHook: (result) => {
      if (!result.success) throw result.error
    },
  })
  app.use(async (c, next) => {
    c.set('requestId', c.req.header('x-spets-request-id') ?? crypto.randomUUID())
    await next()
    for (const [name, value] of Object.entries(securityHeaders)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (isApi(c)) for (const [name, value] of Object.entries(openDataHeaders)) c.res.headers.set(name, value)
    c.res.headers.set('x-request-id', c.get('requestId'))
    if (effects.contents.isDemo) markAsDemonstration(c.res.headers)
  })
  for (const route of pageRoutesOf(effects.contents.pages)) {
    if (route.page.resource && !route.path.includes(':'))
      for (const form of Object.keys(dataForms)) app.get(`${route.path}.${form}`, (c) => answerPage(c, { route, effects }))
    app.get(route.path, (c) => answerPage(c, { route, effects }))
    if (route.page.isAskedByPost) app.post(route.path, (c) => answerAskedPage(c, { route, effects }))
  }
  addApiRoutes(app, effects)
  addEmbedRoutes(app, effects)
  addFileRoutes(app, effects)
  addRobotRoutes(app, effects)
  addFormRoutes(app, effects)
  app.options('/api/v1/*', (c) => {
    const methods = allowedMethods(app, new URL(c.req.url).pathname)
    if (methods.length === 0) throw new ExpectedError('not_found')
    const headers = methods.includes('POST') ? preflightHeadersToAsk : preflightHeaders
    return c.body(null, 204, { ...headers, allow: methods.join(', '), 'cache-control': 'no-store' })
  })
  app.notFound((c) => answerUnknown(c, effects, app))
  app.onError((error, c) => answerError(c, { error, effects }))
  return app
}

/** Files say by their name where they are from. */
function markAsDemonstration(headers: Headers): void {
  for (const [name, value] of Object.entries(namedAsDemonstration(Object.fromEntries(headers)))) headers.set(name, value)
}

const isApi = (c: Context<AppEnv>): boolean => c.req.path.startsWith('/api/v1/')

async function answerError(c: Context<AppEnv>, { error, effects }: { error: unknown; effects: Effects }): Promise<Response> {
  const expected = expectedFrom(error)
  const { status } = errorCodes[expected.code]
  if (status >= 500) effects.logger.error({ err: error, requestId: c.get('requestId') }, 'request failed')
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  if (typeof expected.data['retryAfterSeconds'] === 'number') headers['retry-after'] = String(expected.data['retryAfterSeconds'])
  if (expected.code === 'not_authorised') headers['www-authenticate'] = 'Bearer realm="Spets"'
  if (isApi(c))
    return c.body(JSON.stringify(problemOf(expected, c.get('requestId'))), status, {
      'content-type': 'application/problem+json',
      ...headers,
    })
  try {
    const response = await answerErrorPage(c, { error: expected, effects })
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    return response
  } catch (second) {
    // The registry itself cannot be reached, so this is answered without it.
    effects.logger.error({ err: second, requestId: c.get('requestId') }, 'error page failed')
    return c.text(`${errorCodes[expected.code].sv} ${errorCodes[expected.code].en} (${c.get('requestId')})`, status, headers)
  }
}

/** Nothing at this address: a slash too many, another method, or really nothing. */
function answerUnknown(c: Context<AppEnv>, effects: Effects, app: OpenAPIHono<AppEnv>): Response | Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const plain = pathname.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  if (plain !== pathname) return c.redirect(plain + search, 301)
  const allowed = allowedMethods(app, pathname)
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && allowed.length > 0) {
    c.header('allow', allowed.join(', '))
    return answerError(c, { error: new ExpectedError('method_not_allowed'), effects })
  }
  return answerError(c, { error: new ExpectedError('not_found'), effects })
}

function allowedMethods(app: OpenAPIHono<AppEnv>, pathname: string): string[] {
  const methods = ['GET', 'PUT', 'POST'].filter((method) =>
    app.router.match(method, pathname)[0].some(([[, route]]) => route.method !== 'ALL'),
  )
  return methods.includes('GET') ? ['HEAD', ...methods] : methods
}

/** Another day costs more: its snapshot, and what is found from it, may have to be made. */
const costOf = ({ searchParams }: URL): number => (timeNames.some((name) => searchParams.has(name)) ? 8 : 2)
const timeNames = Object.values(timeQueryNames).flatMap((names) => Object.values(names))

/** How `Effects.answer` works: 304 where the reader has it already, else the body in the best encoding, kept for the next reader. */
export function makeAnswerer({ cache, isDemo = false }: { cache: AnswerCache; isDemo?: boolean }): Effects['answer'] {
  return async (c, { body, type, etag, madeAt, status = 200, headers = {}, isPrivate = false }) => {
    const identity = Buffer.from(body)
    c.env?.charge?.(costOf(new URL(c.req.url)))
    const { pathname, search } = new URL(c.req.url)
    // Robots are shown each page once (the sitemap): not for other days, nor as answers to searches and filters.
    const forRobots: Record<string, string> = search === '' && !isPrivate ? {} : { 'x-robots-tag': 'noindex' }
    const away: Record<string, string> = madeAt?.awaySince ? { 'x-spets-registry-away-since': madeAt.awaySince } : {}
    if (isPrivate || madeAt?.awaySince)
      return c.body(body, status as ContentfulStatusCode, {
        'content-type': type,
        'cache-control': 'no-store',
        ...forRobots,
        ...away,
      })
    // Weak: packed and unpacked bodies are the same answer in different bytes.
    const quoted = `W/"${etag}"`
    const usual = {
      'content-type': type,
      'cache-control': 'public, max-age=0, must-revalidate',
      etag: quoted,
      vary: 'accept-encoding',
      ...forRobots,
      ...headers,
    }
    const common = isDemo ? namedAsDemonstration(usual) : usual
    const answer: Answer = { madeAt, etag: quoted, headers: common, bodies: { identity } }
    if (status === 200 && (c.req.method === 'GET' || c.req.method === 'HEAD')) {
      const isOpenData = isApi(c)
      cache.put(pathname + search, {
        ...answer,
        headers: { ...securityHeaders, ...common, ...(isOpenData ? openDataHeaders : {}) },
      })
      if (isSameEtag(c.req.header('if-none-match'), quoted)) return new Response(null, { status: 304, headers: common })
    }
    const encoding = encodingFor(c.req.header('accept-encoding'), identity.length)
    const bytes = await cache.bodyOf(cache.get(pathname + search) ?? answer, encoding)
    if (encoding !== 'identity') c.header('content-encoding', encoding)
    return c.body(new Uint8Array(bytes), status as ContentfulStatusCode, { ...common, 'content-length': String(bytes.length) })
  }
}
