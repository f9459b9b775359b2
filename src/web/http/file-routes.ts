import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { everyEditionOf } from '../../snapshot/beside-on-day.ts'
import { thesaurusFileOf } from '../frame/thesaurus-file.ts'
import { hiddenPaths, sitemapOf } from '../frame/site-lists.ts'
import type { AppEnv, Effects } from './effects.ts'
import { encodingFor, isSameEtag } from './answer-cache.ts'

/** Built files, health checks, and what robots read. */
export function addFileRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  const { client, store, source, contents } = effects
  for (const [path, file] of client.files) {
    app.get(path, (c) => {
      const headers = {
        'content-type': file.type,
        etag: file.etag,
        vary: 'accept-encoding',
        'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      }
      if (isSameEtag(c.req.header('if-none-match'), file.etag)) return c.body(null, 304, headers)
      const wanted = encodingFor(c.req.header('accept-encoding'), file.bodies.identity.length)
      const encoding = file.bodies[wanted] ? wanted : 'identity'
      if (encoding !== 'identity') c.header('content-encoding', encoding)
      return c.body(new Uint8Array(file.bodies[encoding]!), 200, headers)
    })
  }
  app.get('/assets/:name{thesaurus-[0-9a-f]+\\.json}', (c) => answerThesaurusFile(c, effects))
  app.get('/healthz', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }))
  app.get('/readyz', async (c) => {
    const sequence = await store.getSequence()
    await source.snapshotFor({ validAt: source.today(), knownOn: null, isToday: true })
    return c.json({ ready: true, engine: store.engine, sequence }, 200, { 'cache-control': 'no-store' })
  })
  app.get('/robots.txt', (c) => {
    const hidden = hiddenPaths(contents).map((path) => `Disallow: ${path}\n`)
    return c.text(`User-agent: *\n${hidden.join('')}Sitemap: ${baseOf(effects, c.req.url)}/sitemap.xml\n`)
  })
  app.get('/.well-known/security.txt', (c) => {
    const expires = new Date(effects.clock().getTime() + 180 * 86_400_000).toISOString()
    return c.text(`Contact: ${baseOf(effects, c.req.url)}/om\nExpires: ${expires}\nPreferred-Languages: sv, en\n`)
  })
  app.get('/sitemap.xml', async (c) => {
    const snapshot = await source.snapshotFor({ validAt: source.today(), knownOn: null, isToday: true })
    const base = baseOf(effects, c.req.url)
    const rows = sitemapOf(contents, snapshot).map(
      (address) => `<url><loc>${base}${address.replaceAll('&', '&amp;')}</loc></url>`,
    )
    return c.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`,
      200,
      { 'content-type': 'application/xml; charset=utf-8' },
    )
  })
}

/** An edition of the thesaurus for search in the browser, which `search-documents` gives the address of. */
async function answerThesaurusFile(c: Context<AppEnv>, { source, answer }: Effects): Promise<Response> {
  const { thesaurus } = source.registry.beside
  const editions = thesaurus ? everyEditionOf(thesaurus) : []
  const file = editions.map(thesaurusFileOf).find(({ address }) => address === c.req.path)
  if (!file) return c.notFound()
  return answer(c, {
    body: file.text,
    etag: file.hash,
    madeAt: null,
    type: 'application/json; charset=utf-8',
    headers: { 'cache-control': 'public, max-age=31536000, immutable' },
  })
}

const baseOf = ({ baseUrl }: Effects, url: string): string => (baseUrl ?? new URL(url).origin).replace(/\/$/, '')
