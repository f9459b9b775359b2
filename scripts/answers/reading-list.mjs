// The addresses to read, from the program's own lists: its sitemap, its API's description, and the links on its pages.
import { ask } from './ask-address.mjs'
import { groupBy } from './group-by.mjs'
import { companies, descriptions, fewDays, fewSearches, halfTyped, manyDays, refusals, searches } from './questions.mjs'

const timeNames = { sv: { date: 'datum', known: 'kant' }, en: { date: 'date', known: 'known' } }
const langOf = (address) => (/^\/en(\/|\?|$)/.test(address) ? 'en' : address.startsWith('/api/v1/') ? 'en' : 'sv')
const every = (list, step) => list.filter((_item, index) => index % step === 0)

/** An address with more query values: `withQuery('/sok', { q: 'skog' })`; lists repeat their name. */
export function withQuery(address, query) {
  const words = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one])))
  return `${address}${address.includes('?') ? '&' : '?'}${words}`
}

/** The same address on other days, in the words of its language. */
const onDays = (address, days) =>
  days.map((day) => {
    const names = timeNames[langOf(address)]
    return withQuery(address, Object.fromEntries(Object.entries(day).map(([axis, value]) => [names[axis], value])))
  })

const getJson = async (site, address) => JSON.parse((await ask(site, { address })).body.toString('utf8'))

/** The names of figures on any page; where a page has no such figure, the refusal is recorded. */
const figures = [
  'areas',
  'axis',
  'grew-into',
  'left-out',
  'next-steps',
  'not-chosen',
  'over-time',
  'peers',
  'regions',
  'taken-up',
  'work',
]

/** The records of the registry, by the names that addresses use. */
export async function findSamples(site) {
  const items = async (path) => (await getJson(site, `/api/v1/${path}`)).items
  const spans = [
    'to=2018-06-01',
    'from=2018-06-01&to=2020-06-01',
    'from=2020-06-01&to=2022-06-01',
    'from=2022-06-01',
    'from=1990-01-01',
  ]
  const differences = await Promise.all(
    spans.map((span) => items(`differences?${span.startsWith('to') ? 'from=1990-01-01&' : ''}${span}`)),
  )
  const records = new Map(differences.flat().map(({ kind, recordId }) => [`${kind}/${recordId}`, { kind, id: recordId }]))
  const [regions, priorities, themes, periods, tables] = await Promise.all(
    ['regions', 'priorities?limit=1000', 'themes', 'periods', 'statistics'].map(items),
  )
  return {
    records: [...records.values()],
    regions: regions.map(({ slug }) => slug),
    regionCodes: regions.flatMap(({ code, nutsCode }) => [code, nutsCode]).filter(Boolean),
    priorities: priorities.map(({ id }) => id),
    themes: themes.map(({ id }) => id),
    periods: periods.map(({ id }) => id),
    tables: tables.map(({ table }) => table),
    figures,
  }
}

/** Every address to read, each once. */
export async function readingList(site, samples) {
  const sitemap = await sitemapAddresses(site)
  const description = await getJson(site, '/api/v1/openapi.json')
  const named = [
    ...files,
    ...sitemap,
    ...onOtherDays(sitemap),
    ...pageQuestions(samples),
    ...apiAddresses(description, samples),
    ...apiQuestions(samples),
    ...refusals,
  ]
  const linked = await linkedAddresses(site, [...sitemap, ...every(pageQuestions(samples), 25)])
  return [...new Set([...named, ...linked])]
}

/** Lists on many days; of long lists, a part on a few days. */
function onOtherDays(addresses) {
  const shapes = groupBy(addresses, shapeOf)
  return [...shapes.values()].flatMap((alike) =>
    alike.length === 1
      ? onDays(alike[0], manyDays)
      : every(alike, alike.length > 50 ? 3 : 1).flatMap((address) => onDays(address, fewDays)),
  )
}

const files = ['/robots.txt', '/.well-known/security.txt', '/sitemap.xml', '/healthz', '/readyz', '/favicon.svg', '/theme.js']

async function sitemapAddresses(site) {
  const xml = (await ask(site, { address: '/sitemap.xml' })).body.toString('utf8')
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url.replaceAll('&amp;', '&').replace(site.origin, '') || '/')
}

/** Addresses of this site that pages link to, style sheets and fonts among them. */
async function linkedAddresses(site, addresses) {
  const found = new Set()
  for (const address of addresses) {
    const html = (await ask(site, { address })).body.toString('utf8')
    for (const [, link] of html.matchAll(/ (?:href|src|action)="(\/[^"#]*)/g)) found.add(link.replaceAll('&amp;', '&'))
  }
  return [...found].filter((address) => !address.startsWith('//'))
}

/** Pages with a question in their address. */
function pageQuestions({ records, regions, priorities, themes }) {
  const groups = regions.map((slug, index) => [
    slug,
    regions[(index + 5) % regions.length],
    regions[(index + 11) % regions.length],
  ])
  return [
    ...fewSearches.flatMap((q) => [withQuery('/sok', { q }), withQuery('/en/search', { q })]),
    ...every(fewSearches, 12).flatMap((q) => onDays(withQuery('/sok', { q }), fewDays)),
    ...companies.flatMap(({ about, place, industry }) => [
      withQuery('/foretag', { om: about, plats: place, sni: industry }),
      withQuery('/en/company', { about, place, industry }),
    ]),
    ...every(companies, 12).flatMap(({ about }) => onDays(withQuery('/foretag', { om: about }), fewDays)),
    ...descriptions.flatMap((text) => [withQuery('/metod/sok', { text })]),
    ...every(descriptions, 6).map((text) => withQuery('/en/method/search', { text })),
    ...regions.map((region) => withQuery('/matchning', { region })),
    ...every(regions, 3).flatMap((region) => [
      ...[3, 4, 5].map((antal) => withQuery('/matchning', { region, tema: themes.slice(2, 5), antal })),
      withQuery('/en/matching', { region, theme: 'energy', size: 3 }),
      ...onDays(withQuery('/matchning', { region }), fewDays),
    ]),
    '/matchning?antal=3&med=',
    withQuery('/matchning', { tema: themes.slice(0, 3), antal: 4, med: regions[4] }),
    ...groups.flatMap((region) => [withQuery('/jamfor', { region }), withQuery('/en/compare', { region })]),
    ...every(groups, 7).flatMap((region) => onDays(withQuery('/jamfor', { region }), fewDays)),
    ...records.map(({ kind, id }) => `/historik/${kind}/${id}`),
    ...every(records, 5).map(({ kind, id }) => `/en/history/${kind}/${id}`),
    ...priorities.map((id) => `/prioritet/${id}/kodning`),
    ...every(priorities, 5).flatMap((id) => [`/en/priority/${id}/coding`, ...onDays(`/prioritet/${id}/kodning`, fewDays)]),
    ...regions.flatMap((region) => [withQuery('/granska', { region, visa: 'alla' }), withQuery('/en/review', { region })]),
    ...themes.map((tema) => withQuery('/', { farg: 'tema', tema })),
    '/?farg=antal',
    '/?farg=andrat',
    '/en?colour=theme&theme=food',
    '/en?colour=changed',
    ...['owner', 'label', 'period', '-label', 'omrade'].map((sortera) => withQuery('/tabell', { galler: 'alla', sortera })),
    ...every(regions, 4).flatMap((region) => [
      withQuery('/tabell', { region, galler: 'alla' }),
      withQuery('/en/table', { region }),
    ]),
    ...every(themes, 4).map((tema) => withQuery('/tabell', { tema, q: 'industri' })),
    '/andrat?fran=2018-06-01&till=2021-06-01',
    '/andrat?fran=2020-06-01',
    '/en/changes?from=2018-01-31&to=2022-12-31',
    ...every(regions, 6).flatMap((region) => onDays(`/region/${region}`, manyDays)),
    '/region/varmland?date=2019-06-01&known=2020-01-01',
    '/en/region/varmland?datum=2019-06-01',
    '/import',
    '/en/import',
  ]
}

/** Names in paths of the API, with what they may be; `null` where there is no list for a name. */
const valuesOf = (path, samples) => {
  const { records, regions, regionCodes, priorities, themes, tables, figures } = samples
  if (path.endsWith('/figures/{file}')) {
    const owners = valuesOf(path.replace(/\/figures.*/, ''), samples)
    const files = figures.flatMap((name) => [`${name}.svg`, `${name}.csv`])
    return owners && every(owners, 5).flatMap((owner) => files.map((file) => ({ ...owner, file })))
  }
  if (path.includes('{table}')) return tables.map((table) => ({ table }))
  if (path.includes('{slugOrCode}')) return [...regions, ...regionCodes].map((slugOrCode) => ({ slugOrCode }))
  if (path.includes('{kind}')) return records
  if (path.includes('priorities/{id}') || path.includes('match/areas/{id}')) return priorities.map((id) => ({ id }))
  if (path.includes('themes/{id}')) return themes.map((id) => ({ id }))
  return path.includes('{') ? null : [{}]
}

/** Every address to read that the description names, with each value of its lists and each word of its query. */
function apiAddresses({ paths }, samples) {
  const queryValues = {
    region: ['varmland', '17', 'ostra-mellansverige'],
    theme: samples.themes,
    period: samples.periods,
    kind: ['priorityArea', 'region', 'theme', 'cluster', 'finding'],
    limit: ['0', '7'],
    offset: ['3'],
    q: ['skog', 'digital health'],
    from: ['2018-06-01', '2020-06-01'],
    to: ['2019-06-01', '2022-06-01'],
  }
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get) return []
    const values = valuesOf(path, samples)
    if (values === null) throw new Error(`No list is known for the names in ${path}: add it to scripts/answers/reading-list.mjs.`)
    const addresses = values.map((value) => path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(value[name])))
    const asked = (get.parameters ?? []).filter(({ name, in: place }) => place === 'query' && !timeAxes.has(name))
    const choices = asked.flatMap(({ name, schema }) =>
      (schema?.enum ?? queryValues[name] ?? []).map((value) => ({ [name]: value })),
    )
    const isList = values.length > 1
    return [
      ...addresses,
      ...every(addresses, isList ? 9 : 1).flatMap((address) => onDays(address, isList ? fewDays : manyDays)),
      ...choices.map((choice) => withQuery(addresses[0], choice)),
      ...(path.endsWith('.csv') ? excelVariants(path) : []),
    ]
  })
}

const timeAxes = new Set(Object.values(timeNames).flatMap((names) => Object.values(names)))

const excelVariants = (path) =>
  ['sv', 'en'].flatMap((lang) => {
    const address = withQuery(path, { variant: 'excel', lang })
    return [address, ...onDays(address, fewDays)]
  })

/** Questions to the API that do not follow from its description. */
function apiQuestions({ regions, themes }) {
  const path = (name, query) => withQuery(`/api/v1/${name}`, query)
  return [
    ...searches.map((q) => path('search', { q, lang: 'sv' })),
    ...fewSearches.map((q) => path('search', { q, lang: 'en', limit: '100' })),
    ...every(fewSearches, 10).flatMap((q) => onDays(path('search', { q }), fewDays)),
    ...halfTyped.map((q) => path('suggest', { q })),
    ...every(halfTyped, 3).map((q) => path('suggest', { q, lang: 'en' })),
    ...companies.map(({ about, place, industry }) => path('match/company', { about, place, industry })),
    ...descriptions.map((text) => path('coding', { text })),
    ...themes.map((theme, index) => path('match/groups', { themes: [theme, themes[(index + 3) % themes.length]].join(',') })),
    ...every(regions, 4).flatMap((region, index) =>
      [3, 4, 5].map((size) => path('match/groups', { themes: themes.slice(index, index + 4).join(','), region, size })),
    ),
    path('priorities', { limit: '1000', date: '2018-01-31', period: '2014-2020', inForce: 'true' }),
    path('changes', { from: '2018-06-01', to: '2021-06-01' }),
    path('differences', { from: '2018-06-01', to: '2021-06-01', known: '2020-01-01' }),
  ]
}

/** Other ways to ask the same: with an ETag, for the head, compressed, with a surplus slash, by another method. */
export async function variantsOf(site, addresses) {
  const examples = [...new Map(addresses.map((address) => [shapeOf(address), address])).values()]
  const asks = await Promise.all(
    examples.map(async (address) => {
      const { status, headers } = await ask(site, { address })
      if (status !== 200) return []
      return [
        ...(headers.etag ? [{ address, headers: { 'if-none-match': headers.etag } }] : []),
        { address, method: 'HEAD' },
        { address, headers: { 'accept-encoding': 'br' } },
        { address, headers: { 'accept-encoding': 'gzip' } },
        ...(address.startsWith('/api/v1/') ? [{ address, method: 'OPTIONS' }] : []),
        { address, method: 'DELETE' },
        { address: address.replace(/(?=\?|$)/, '/') },
      ]
    }),
  )
  return asks.flat()
}

/** Addresses of the same page: `/region/…`, `/historik/…/…`. */
const shapeOf = (address) => {
  const [path] = address.split('?')
  const parts = path.split('/')
  const fixed = parts.slice(0, path.startsWith('/api/v1/') ? 4 : path.startsWith('/en/') ? 3 : 2)
  return `${fixed.join('/')} ${parts.length} ${parts.at(-1).match(/^(history|coding|kodning|peers)$|\.\w+$/)?.[0] ?? ''}`
}
