import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApiDocument } from './api/api-routes.ts'
import { examplesIn, hiddenPaths } from './frame/site-lists.ts'
import { pageRoutesOf } from './http/page-routes.ts'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'
import { allAddresses } from './pages/all-addresses.ts'
import { demoContents, makeSiteContents, siteContents, siteParts } from './site-contents.ts'
import { trialPage } from './testing/trial/trial.page.tsx'

const adminToken = 'a-key-that-is-long-enough-for-tests'
const languages = ['sv', 'en'] as const
let registry: TestRegistry
beforeAll(async () => {
  registry = await openTestRegistry()
})
afterAll(() => registry.close())
const siteWith = (contents: typeof siteContents) =>
  makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, adminToken, contents })

describe('a page is a folder and one line: the trial page', () => {
  const contents = makeSiteContents({ ...siteParts, pages: [...siteParts.pages, trialPage] })
  let site: ReturnType<typeof makeSite>
  beforeAll(() => {
    site = siteWith(contents)
  })
  const htmlOf = async (path: string) => (await site.app.request(`http://localhost${path}`)).text()
  const trialOf = (html: string) => /<p id="trial">([^<]*)/.exec(html)?.[1]?.split(', ')

  test('answers at both addresses, and leads to itself in the other language with what was asked', async () => {
    const sv = await htmlOf('/prov?ordning=fallande&datum=2019-06-01')
    const en = await htmlOf('/en/trial?order=falling&date=2019-06-01')
    expect(sv).toContain('href="/en/trial?order=falling&amp;date=2019-06-01"')
    expect(en).toContain('href="/prov?ordning=fallande&amp;datum=2019-06-01"')
    expect(trialOf(en)).toEqual(trialOf(sv))
    expect(trialOf(sv)).toEqual(trialOf(await htmlOf('/prov?datum=2019-06-01'))!.toReversed())
  })

  test('stands last in the menu of every page, marked on its own', async () => {
    const entries = (html: string) => [...html.split('</nav>')[0]!.matchAll(/<li>(<a [^>]*>[^<]*)<\/a>/g)].map(([, link]) => link)
    expect(entries(await htmlOf('/om')).at(-1)).toBe('<a href="/prov">Prov')
    expect(entries(await htmlOf('/en/about')).at(-1)).toBe('<a href="/en/trial">Trial')
    expect(entries(await htmlOf('/prov')).at(-1)).toBe('<a href="/prov" aria-current="true">Prov')
  })

  test('is in the sitemap in both languages, and on the list that accessibility and HTML are tested by', async () => {
    const sitemap = await htmlOf('/sitemap.xml')
    expect(sitemap).toContain('<loc>/prov</loc>')
    expect(sitemap).toContain('<loc>/en/trial</loc>')
    expect(languages.map((lang) => examplesIn(contents, lang).at(-1))).toEqual(['/prov', '/en/trial'])
  })

  test('has a twin in the API, in its description and on the page about it', async () => {
    const answer = await site.app.request('http://localhost/api/v1/trial?date=2019-06-01')
    expect(await answer.json()).toEqual(trialOf(await htmlOf('/prov?datum=2019-06-01')))
    expect(openApiDocument(site.app).paths?.['/api/v1/trial']?.get?.operationId).toBe('getTrial')
    expect(await htmlOf('/api')).toContain('What the trial page shows')
  })

  test('what it makes ready first is made in pieces, and others are answered in between', async () => {
    const done: string[] = []
    const slow = {
      ...trialPage,
      *makeReady() {
        const until = performance.now() + 60
        while (performance.now() < until) yield
        done.push('ready')
      },
    }
    const { app } = siteWith(makeSiteContents({ ...siteParts, pages: [...siteParts.pages, slow] }))
    await app.request('http://localhost/om')
    const asked = Promise.resolve(app.request('http://localhost/prov')).then(() => done.push('shown'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    done.push('another')
    await asked
    expect(done).toEqual(['another', 'ready', 'shown'])
  })

  test('takes its form in both languages, from those who may write', async () => {
    const send = (path: string, token: string) => {
      const body = new FormData()
      body.set('word', 'ja')
      body.set('token', token)
      return site.app.request(`http://localhost${path}`, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
    }
    const taken = await Promise.all(['/prov', '/en/trial'].map((path) => send(path, adminToken)))
    expect(taken.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
      [303, '/prov?by=key&word=ja'],
      [303, '/en/trial?by=key&word=ja'],
    ])
    expect((await send('/prov', 'another-key-that-is-long-enough')).status).toBe(401)
  })
})

describe('every page of the site', () => {
  const { pages } = siteContents

  test('has a name and addresses of its own', () => {
    const routes = pageRoutesOf(pages).map(({ path }) => path.replaceAll(/:\w+/g, ':'))
    expect(routes.filter((path, at) => routes.indexOf(path) !== at)).toEqual([])
    expect(siteContents.addresses.size).toBe(pages.length)
  })

  test('has its address in a file that the browser and the command line find', () => {
    const known = [...allAddresses].map(([name, { paths, query }]) => [name, paths, query])
    expect(known.sort()).toEqual(demoContents.pages.map(({ name, paths, query }) => [name, paths, query]).sort())
  })

  test('has names and words in its query that no other field of it has', () => {
    for (const { query = {}, name } of pages)
      for (const lang of languages) {
        const names = Object.values(query).map((field) => field[lang])
        expect(new Set(names).size, name).toBe(names.length)
      }
  })

  test('has a place of its own in its menu', () => {
    const places = pages.flatMap(({ menu }) => (menu ? [`${menu.where} ${menu.place}`] : []))
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([])
    const confirming = ['/region/*/bekrafta', '/en/region/*/confirm']
    expect(hiddenPaths(siteContents)).toEqual([
      ...confirming,
      '/import',
      '/en/import',
      '/statistik/las-in',
      '/en/statistics/import',
      '/granska/uppgifter',
      '/en/review/facts',
      ...hiddenPaths({ pages: pages.filter(({ visit }) => visit) }),
    ])
    expect(hiddenPaths(siteContents)).toContain('/logga-in')
  })

  test('is there at each of its example addresses, and has one at least in each language', { timeout: 120_000 }, async () => {
    const { app } = siteWith(siteContents)
    for (const page of pages)
      for (const lang of languages) {
        const examples = examplesIn({ pages: [page] }, lang)
        expect(examples, page.name).not.toEqual([])
        const { path } = pageRoutesOf([page]).find((route) => route.lang === lang)!
        const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)
        for (const example of examples) {
          expect(new URL(example, 'http://localhost').pathname).toMatch(pattern)
          const answer = await app.request(`http://localhost${example}`)
          // A page for whoever is signed in leads everybody else to sign in, and back.
          const leadsToSignIn =
            page.visit && /^(\/en)?\/(logga-in|sign-in)\?(till|to)=/.test(answer.headers.get('location') ?? '')
          expect(answer.status, example).toBe(leadsToSignIn ? 303 : 200)
        }
      }
  })
})
