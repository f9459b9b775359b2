import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
let unpublished: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  const { store, clientFolder } = registry
  site = makeSite({ store, clientFolder, clock, baseUrl: 'https://spets.example' })
  unpublished = makeSite({ store, clientFolder, clock })
})
afterAll(() => registry.close())

const read = async (path: string, from = site) => (await from.app.request(`http://localhost${path}`)).text()
const links = (html: string, rel: string) =>
  [...html.matchAll(new RegExp(`<link rel="${rel}"([^>]*)>`, 'g'))].map(([, attributes]) => attributes!)

test('a page has one whole address, and one in each language', async () => {
  const page = await read('/en/theme/food?sort=x')
  expect(links(page, 'canonical')).toEqual([' href="https://spets.example/en/theme/food"/'])
  const alternates = links(page, 'alternate').filter((one) => one.includes('hreflang'))
  expect(alternates).toEqual([
    ' hreflang="en" href="https://spets.example/en/theme/food"/',
    ' hreflang="sv" href="https://spets.example/tema/livsmedel"/',
    ' hreflang="x-default" href="https://spets.example/tema/livsmedel"/',
  ])
})
test.each(['/?datum=2019-01-01', '/region/varmland?kant=2020-01-01', '/sok?q=skog', '/import'])(
  '%s is not for search engines, and claims no address',
  async (path) => {
    const page = await read(path)
    expect(page).toContain('<meta name="robots" content="noindex"/>')
    expect(links(page, 'canonical')).toEqual([])
  },
)
test('the way down to a page is there for people and for search engines alike', async () => {
  const page = await read('/region/varmland')
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!)
  const [crumbs, place] = data['@graph']
  expect(crumbs.itemListElement.map(({ item }: { item: string }) => item)).toEqual([
    'https://spets.example/',
    'https://spets.example/region/varmland',
  ])
  expect(place).toMatchObject({ '@type': 'AdministrativeArea', name: 'Värmland', identifier: 'SE-S' })
  expect(/<nav class="crumbs".*?<\/nav>/s.exec(page)![0]).toContain('href="/"')
})
test('a browser can search the atlas from its own field', async () => {
  expect(await read('/opensearch-en.xml')).toContain('template="https://spets.example/en/search?q={searchTerms}"')
})
test('a site without a public address claims none', async () => {
  const page = await read('/region/varmland', unpublished)
  expect([links(page, 'canonical'), page.includes('<script type="application/ld+json"'), page.includes('og:url')]).toEqual([
    [],
    false,
    false,
  ])
  expect((await unpublished.app.request('http://localhost/opensearch-sv.xml')).status).toBe(404)
})
