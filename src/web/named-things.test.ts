import { XMLParser } from 'fast-xml-parser'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resourcePath } from '../documents/linked-data/resource-names.ts'
import type { Resource } from '../documents/linked-data/resource-names.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite, startServer } from './main.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
const base = 'https://spets.example'
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, baseUrl: base })
})
afterAll(() => registry.close())

const ask = (path: string, accept = '*/*', to = site) => to.app.request(`http://localhost${path}`, { headers: { accept } })

/** Everything that has a name: one of each kind, and every concept, of which most had no address. */
async function everyThing(): Promise<Resource[]> {
  const { source } = site.effects
  const snapshot = await source.snapshotFor({ validAt: source.today(), knownOn: null, isToday: true })
  const ofKind = (kind: 'jointArea' | 'strategy' | 'priorityArea' | 'source' | 'programmePeriod') =>
    snapshot.everBegun(kind).map(({ id }): Resource => ({ kind, id }))
  const { themes, concepts } = thesaurusOf(snapshot)
  return [
    { kind: 'scheme', id: '' },
    ...snapshot.inForce('region').map(({ slug }): Resource => ({ kind: 'region', id: slug })),
    ...themes.map(({ id }): Resource => ({ kind: 'theme', id })),
    ...concepts.map(({ id }): Resource => ({ kind: 'concept', id })),
    ...(['jointArea', 'strategy', 'priorityArea', 'source', 'programmePeriod'] as const).flatMap(ofKind),
  ]
}

test('every thing has an address that answers with Turtle about it, and each name in there of ours answers too', async () => {
  const things = await everyThing()
  const paths = new Set(things.map(resourcePath))
  expect(things.length).toBeGreaterThan(400)
  const named = new Set<string>()
  for (const path of paths) {
    const answer = await ask(`${path}.ttl`)
    expect([path, answer.status]).toEqual([path, 200])
    const quads = new Parser().parse(await answer.text())
    expect(
      quads.some(({ subject }) => subject.value === base + path),
      path,
    ).toBe(true)
    for (const { subject, object } of quads)
      for (const { value } of [subject, object]) if (value.startsWith(`${base}/`)) named.add(value.slice(base.length))
  }
  expect([...named].filter((path) => !paths.has(path))).toEqual([])
}, 120_000)

const one: readonly [string, string, string][] = [
  ['/region/varmland', '/en/region/varmland', '/api/v1/regions/varmland'],
  ['/samverkan/ostra-mellansverige', '/en/joint-area/ostra-mellansverige', '/api/v1/joint-areas/ostra-mellansverige'],
  ['/lista/norrbotten-2018', '/en/list/norrbotten-2018', '/api/v1/lists/norrbotten-2018'],
  [
    '/prioritet/varmland-2018-systemlosningar-med-sol',
    '/en/priority/varmland-2018-systemlosningar-med-sol',
    '/api/v1/priorities/varmland-2018-systemlosningar-med-sol',
  ],
  ['/kalla/deck-2018-01-31', '/en/source/deck-2018-01-31', '/api/v1/sources/deck-2018-01-31'],
  ['/period/2021-2027', '/en/period/2021-2027', '/api/v1/periods/2021-2027'],
  ['/tema/energi', '/en/theme/energy', '/api/v1/themes/energi'],
  ['/tema/lakemedel', '/en/theme/pharmaceuticals', '/api/v1/concepts/lakemedel'],
  ['/tema', '/en/theme', '/api/v1/themes'],
]

describe.each(one)('%s', (path, english, api) => {
  test('is a page in both languages that leads to the same for machines', async () => {
    for (const address of [path, english]) {
      const answer = await ask(address, 'text/html,application/xhtml+xml,*/*;q=0.8')
      expect([address, answer.status]).toEqual([address, 200])
      expect(answer.headers.get('vary')).toContain('accept')
      expect(await answer.text()).toContain(`<link rel="alternate" type="text/turtle" href="${path}.ttl"/>`)
    }
  })

  test('answers those who want data with the way to them', async () => {
    for (const address of [path, english]) {
      const leadsTo = async (accept: string) => {
        const { status, headers } = await ask(address, accept)
        return [status, headers.get('location'), headers.get('vary')]
      }
      expect(await leadsTo('text/turtle')).toEqual([303, `${path}.ttl`, 'accept'])
      expect(await leadsTo('application/ld+json')).toEqual([303, `${path}.jsonld`, 'accept'])
      expect(await leadsTo('application/rdf+xml')).toEqual([303, `${path}.rdf`, 'accept'])
      expect(await leadsTo('application/json')).toEqual([303, api, 'accept'])
    }
    expect((await ask(`${path}.json`)).headers.get('location')).toBe(api)
    expect((await ask(api)).status).toBe(200)
  })

  test('says the same in Turtle, JSON-LD and RDF/XML', async () => {
    const statements = new Parser().parse(await (await ask(`${path}.ttl`)).text()).length
    const jsonld = (await (await ask(`${path}.jsonld`)).json()) as { '@graph': Record<string, unknown[] | string>[] }
    const inJson = jsonld['@graph'].flatMap((node) => Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [])))
    expect(inJson).toHaveLength(statements)
    const parser = new XMLParser({ ignoreAttributes: false, isArray: () => true })
    const [xml] = parser.parse(await (await ask(`${path}.rdf`)).text())['rdf:RDF'] as Record<string, object[]>[]
    const inXml = xml!['rdf:Description']!.flatMap((node) =>
      Object.entries(node).flatMap(([name, value]) => (name.startsWith('@_') ? [] : (value as unknown[]))),
    )
    expect(inXml).toHaveLength(statements)
  })
})

test('a day, another way to write a name, and what is not there', async () => {
  const { status, headers } = await ask('/region/17.ttl?datum=2019-06-01')
  expect([status, headers.get('location')]).toEqual([303, '/region/varmland.ttl?datum=2019-06-01'])
  expect(await (await ask('/region/varmland.ttl?datum=2019-06-01')).text()).not.toContain('varmland-2022')
  expect((await ask('/region/ingen.ttl')).status).toBe(404)
  expect((await ask('/tema/ingen', 'text/turtle')).status).toBe(404)
})

test('a record’s data tell when it was recorded', async () => {
  const { strategy } = (await (await ask('/api/v1/lists/norrbotten-2018')).json()) as {
    strategy: { meta: { recordedAt: string } }
  }
  const modified = (await ask('/lista/norrbotten-2018.ttl')).headers.get('last-modified')!
  expect(new Date(modified).toISOString()).toBe(strategy.meta.recordedAt)
})

test('suggestions are not what an area is about', async () => {
  const quads = new Parser().parse(await (await ask('/prioritet/varmland-2018-systemlosningar-med-sol.ttl')).text())
  const toTheme = quads.filter(({ object }) => object.value.startsWith(`${base}/tema/`))
  expect(toTheme.map(({ predicate }) => predicate.value)).toEqual(['http://www.w3.org/2000/01/rdf-schema#seeAlso'])
})

test('without an address of its own, names are plainly no public ones', async () => {
  const local = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
  const answer = await ask('/region/varmland.ttl', '*/*', local)
  expect(answer.headers.get('x-spets-names')).toBe('unpublished')
  const ours = new Parser().parse(await answer.text()).flatMap(({ subject }) => subject.value)
  expect(new Set(ours)).toEqual(new Set(['urn:x-spets:unpublished/region/varmland']))
})

test('the page that is kept for readers is not what a machine gets, nor the other way round', async () => {
  const { store, clientFolder } = registry
  const server = await startServer({ store, clientFolder, clock, port: 0, host: '127.0.0.1' })
  const typeFor = async (accept: string) =>
    (await fetch(`${server.url}/kalla/deck-2018-01-31`, { headers: { accept } })).headers.get('content-type')
  const types = []
  for (const accept of ['text/html', 'text/turtle', 'text/html', 'text/turtle']) types.push(await typeFor(accept))
  await server.stop(0)
  expect(types).toEqual([
    'text/html; charset=utf-8',
    'text/turtle; charset=utf-8',
    'text/html; charset=utf-8',
    'text/turtle; charset=utf-8',
  ])
})
