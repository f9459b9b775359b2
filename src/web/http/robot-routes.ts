import type { OpenAPIHono } from '@hono/zod-openapi'
import { ExpectedError } from '../../records/expected-error.ts'
import type { Language } from '../../records/language.ts'
import { makePaths } from '../frame/paths.ts'
import { hiddenPaths, sitemapOf } from '../frame/site-lists.ts'
import type { AppEnv, Effects } from './effects.ts'

const securityContactDays = 180

/**
 * What robots read. Addresses in it are the configured ones. Without a configured address the sitemap has paths only, which
 * search engines do not follow, and there is no `security.txt`, which must name a whole address (RFC 9116).
 */
export function addRobotRoutes(app: OpenAPIHono<AppEnv>, { baseUrl, source, contents, clock }: Effects): void {
  app.get('/robots.txt', (c) => {
    const hidden = hiddenPaths(contents).map((path) => `Disallow: ${path}\n`)
    return c.text(`User-agent: *\n${hidden.join('')}${baseUrl === null ? '' : `Sitemap: ${baseUrl}/sitemap.xml\n`}`)
  })
  app.get('/.well-known/security.txt', (c) => {
    if (baseUrl === null) throw new ExpectedError('not_found')
    const expires = new Date(clock().getTime() + securityContactDays * 86_400_000).toISOString()
    return c.text(`Contact: ${baseUrl}/om\nExpires: ${expires}\nPreferred-Languages: sv, en\n`)
  })
  for (const lang of ['sv', 'en'] as const) {
    app.get(`/opensearch-${lang}.xml`, (c) => {
      if (baseUrl === null) throw new ExpectedError('not_found')
      const search = baseUrl + makePaths(contents.addresses, { lang, time: null }).to('search')
      return c.body(openSearch(search.replaceAll('&', '&amp;'), lang), 200, {
        'content-type': 'application/opensearchdescription+xml; charset=utf-8',
      })
    })
  }
  app.get('/sitemap.xml', async (c) => {
    const snapshot = await source.snapshotFor({ validAt: source.today(), knownOn: null, isToday: true })
    const rows = sitemapOf(contents, snapshot).map(
      (address) => `<url><loc>${baseUrl ?? ''}${address.replaceAll('&', '&amp;')}</loc></url>`,
    )
    return c.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`,
      200,
      { 'content-type': 'application/xml; charset=utf-8' },
    )
  })
}

/** Lets a browser search the atlas from its own field. */
const openSearch = (search: string, lang: Language): string => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Spets</ShortName>
<Description>${lang === 'sv' ? 'Sök i atlasen över smart specialisering' : 'Search the atlas of smart specialisation'}</Description>
<Language>${lang}</Language>
<Url type="text/html" template="${search}?q={searchTerms}"/>
</OpenSearchDescription>
`
