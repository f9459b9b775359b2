import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { escapeXml } from '../../documents/linked-data/rdf-files.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import type { Language } from '../../records/language.ts'
import { renderEmbed } from '../frame/embed-document.tsx'
import { embedCode, embedPathOf, figureEmbedPath, figureHeightOf } from '../frame/embed-fold.tsx'
import { canonicalInput } from '../frame/identifiers.ts'
import type { FigureSet } from '../frame/figure.ts'
import type { Embed, Page, PageReading } from '../frame/page.ts'
import { finishInPieces } from '../../snapshot/in-pieces.ts'
import type { AppEnv, Effects } from './effects.ts'
import { makePageContext, pageRoutesOf } from './page-routes.ts'
import type { PageRoute } from './page-routes.ts'
import type { Reading } from './snapshot-source.ts'
import { embedHeaders } from './security-headers.ts'

/** Parts of pages for frames on other sites, each at `/embed` before its page's address, and what oEmbed tells of them. */
export function addEmbedRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  const routes = pageRoutesOf(effects.contents.pages).filter(({ page }) => page.showEmbed)
  for (const route of routes) app.get(embedPathOf(route.path), (c) => answerEmbed(c, { route, effects }))
  for (const page of effects.contents.pages)
    if (page.figures) {
      const set = page.figures
      app.get(figureEmbedPath(set.path.replaceAll(/\{(\w+)\}/g, ':$1'), ':figure'), (c) =>
        answerFigure(c, { page, set, effects }),
      )
    }
  app.get('/oembed', (c) => answerOembed(c, { routes, effects }))
}

interface Embedding {
  route: PageRoute
  effects: Effects
}

async function answerEmbed(c: Context<AppEnv>, { route, effects }: Embedding): Promise<Response> {
  const url = new URL(c.req.url)
  url.pathname = url.pathname.replace(/^\/embed/, '') || '/'
  const { context, reading, embed, params } = await readEmbed({ route, effects }, { url, params: c.req.param() })
  const href = context.paths.to(route.page.name, params)
  return sendEmbed(c, { effects, context, reading, embed: { ...embed, href } })
}

/** Makes a part as it is asked for. Whoever is signed in sees what all see. @throws ExpectedError for what is not there */
async function readEmbed(
  { route: { page, lang }, effects }: Embedding,
  asked: { url: URL; params: Record<string, string> },
): Promise<{ context: PageReading; reading: Reading; embed: Embed; params: Record<string, string> }> {
  const { context, reading } = await makePageContext(effects, { url: asked.url, lang, needs: page.needs, viewer: null })
  const params = canonicalInput(context.snapshot, asked.params, page.takes) as Record<string, string>
  if (page.makeReady) await finishInPieces(page.makeReady(context.snapshot, params))
  return { context, reading, embed: page.showEmbed!(context, params), params }
}

/** One figure, with its finding, sentence, source and table. @throws ExpectedError for what is not there */
async function answerFigure(
  c: Context<AppEnv>,
  { page, set, effects }: { page: Page; set: FigureSet; effects: Effects },
): Promise<Response> {
  const url = new URL(c.req.url)
  const lang: Language = url.searchParams.get('lang') === 'en' ? 'en' : 'sv'
  const { context, reading } = await makePageContext(effects, { url, lang, needs: set.needs, viewer: null })
  const { figure: asked = '', ...params } = c.req.param() as Record<string, string>
  const query = Object.fromEntries([...url.searchParams].filter(([name]) => set.query && name in set.query))
  const input = canonicalInput(context.snapshot, { ...query, ...params }, set.takes)
  const figure = set.read(context, input, lang).find(({ id }) => id === asked)
  if (!figure) throw new ExpectedError('not_found', { detail: 'There is no such figure here.' })
  // The page's own address has the same variable parts in the same order.
  const names = [...page.paths[lang].matchAll(/:(\w+)/g)].map(([, name]) => name!)
  const values = [...set.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => input[name!]!)
  const href = context.paths.to(page.name, Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])))
  const path = set.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input[name]!))
  const body = set.show({ context, figure, href, path, query })
  return sendEmbed(c, {
    effects,
    context,
    reading,
    embed: { title: figure.finding, body, height: figureHeightOf(figure), href: `${href}#${figure.id}` },
  })
}

interface Sent {
  effects: Effects
  context: PageReading
  reading: Reading
  embed: Embed & { href: string }
}

/** Sends a part with the headers that let it be framed. */
function sendEmbed(c: Context<AppEnv>, { effects, context, reading, embed }: Sent): Promise<Response> {
  return effects.answer(c, {
    body: renderEmbed(context, embed, effects.client.assets),
    type: 'text/html; charset=utf-8',
    etag: `embed-${reading.etag()}-${effects.client.buildId}-${context.today.replaceAll('-', '')}`,
    madeAt: reading.madeAt(),
    headers: embedHeaders,
  })
}

const widest = 1200
const usualWidth = 600

/** What another site's editor asks: the code for an address of ours (oembed.com 1.0, type `rich`). @throws ExpectedError */
async function answerOembed(
  c: Context<AppEnv>,
  { routes, effects }: { routes: readonly PageRoute[]; effects: Effects },
): Promise<Response> {
  const format = c.req.query('format') ?? 'json'
  if (format !== 'json' && format !== 'xml')
    return c.json({ error: 'Ask for format=json or format=xml.' }, 501, { 'cache-control': 'no-store' })
  const asked = askedAddress(c.req.query('url'), effects.baseUrl)
  const found = routes.flatMap((route) => matched(route, asked.pathname) ?? [])[0]
  if (!found)
    throw new ExpectedError('not_found', {
      detail: 'No part of that page can be shown elsewhere. A region, an area and the start page can.',
    })
  const { embed, context } = await readEmbed({ route: found.route, effects }, { url: asked, params: found.params })
  const path = embedPathOf(asked.pathname) + asked.search
  const height = Math.min(embed.height, limitOf(c.req.query('maxheight')))
  const answer = {
    type: 'rich',
    version: '1.0',
    title: embed.title,
    provider_name: 'Spets',
    provider_url: effects.baseUrl ?? effects.siteUrl,
    cache_age: 3600,
    html: embedCode(effects.baseUrl ?? effects.siteUrl, { title: embed.title, path, height }),
    width: Math.min(usualWidth, widest, limitOf(c.req.query('maxwidth'))),
    height,
  }
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300', 'content-language': context.lang }
  if (format === 'json') return c.json(answer, 200, headers)
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
  return c.body(`<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`, 200, {
    ...headers,
    'content-type': 'text/xml; charset=utf-8',
  })
}

const badAddress = {
  sv: 'Ange url: adressen till en sida här, med https://.',
  en: 'Give url: the address of a page here, with https://.',
}

/** @throws ExpectedError for no address, or one of another site */
function askedAddress(text: string | undefined, baseUrl: string | null): URL {
  const url = text === undefined || text.length > 2000 ? null : URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol))
    throw new ExpectedError('bad_request', { detail: badAddress.en, data: { words: badAddress } })
  if (baseUrl === null) return url
  const own = new URL(baseUrl)
  const below = own.pathname.replace(/\/$/, '')
  if (url.origin !== own.origin || !`${url.pathname}/`.startsWith(`${below}/`))
    throw new ExpectedError('not_found', { detail: 'That address is of another site.' })
  url.pathname = url.pathname.slice(below.length) || '/'
  return url
}

/** A number of pixels that must not be passed; none when it is no number. */
const limitOf = (text: string | undefined): number =>
  text && /^\d{1,5}$/.test(text) && Number(text) > 0 ? Number(text) : Infinity

/** The variable parts of a path that a route serves. */
function matched(route: PageRoute, pathname: string): { route: PageRoute; params: Record<string, string> } | null {
  const [own, asked] = [route.path.split('/'), pathname.split('/')]
  if (own.length !== asked.length) return null
  const params: Record<string, string> = {}
  for (const [at, part] of own.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decodePart(asked[at]!)
    else if (part !== asked[at]) return null
  }
  return { route, params }
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
