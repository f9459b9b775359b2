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
    if (contents.isDemo) return c.text('User-agent: *\nDisallow: /\n')
    const hidden = hiddenPaths(contents).map((path) => `Disallow: ${path}\n`)
    return c.text(`User-agent: *\n${hidden.join('')}${baseUrl === null ? '' : `Sitemap: ${baseUrl}/sitemap.xml\n`}`)
  })
  app.get('/llms.txt', (c) => c.text(guideForAssistants(contents, baseUrl ?? '')))
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

/** What a program that reads text for people should know, and where to begin; in the form of llmstxt.org. */
function guideForAssistants({ addresses }: Effects['contents'], base: string): string {
  const paths = makePaths(addresses, { lang: 'en', time: null })
  const link = (name: string, path: string, about: string) => `- [${name}](${base}${path}): ${about}`
  return `# Spets

> Open atlas of smart specialisation (S3) in Sweden's 21 regions: the priority areas that each region has chosen, in its own words, over time, with evidence, partners and sources.

Names of areas are the regions' own words. Themes, codes and likeness are suggested by the program unless a decision is given. Regions are not ranked. Missing figures are missing, never 0. Data are CC0; statistics name their own source and licence. Cite the address and the source. Add \`?date=YYYY-MM-DD\` to see any day.

## Pages

${[
  link('Start', paths.to('start'), 'what the regions bet on, on a map and in a list'),
  link('Themes', paths.to('themes'), 'who has chosen what'),
  link('Changes', paths.to('changes'), 'what became of the areas of 2018'),
  link('Insights', paths.to('insights'), 'the largest specialisations, and who chose them'),
  link('Partners', paths.to('match'), 'whom a region or an area could work with'),
  link('Wishes', paths.to('wishes'), 'what regions asked the national level for, and the answers'),
].join('\n')}

## Data

${[
  link('API description', '/api/v1/openapi.json', 'OpenAPI; every page has a twin in the API'),
  link('Regions', '/api/v1/regions', 'all regions with their current lists'),
  link('Areas', '/api/v1/priorities', 'areas in force, by region, theme and period'),
  link('Search', '/api/v1/search?q=hydrogen&lang=en', 'Swedish or English words, in any inflection'),
  link('Everything', '/api/v1/documents/everything.zip', 'all records with their history, checksums and licence'),
  link('Catalogue', '/datasets/dcat', 'DCAT-AP-SE'),
].join('\n')}

## Optional

- \`spets mcp\` answers assistants on standard input and output (Model Context Protocol): search, regions, region, area, changes, evidence, partners.
`
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
