import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorCodes } from '../../records/expected-error.ts'
import type { ErrorCode } from '../../records/expected-error.ts'
import { makeSite } from '../main.ts'
import { problemType } from '../http/problem.ts'
import { clock, openTestRegistry } from '../http/testing/test-registry.ts'
import type { TestRegistry } from '../http/testing/test-registry.ts'
import { openApiDocument } from './api-routes.ts'
import { shippedCubes } from '../../evidence/testing/shipped-cubes.ts'
import { siteContents } from '../site-contents.ts'

type Operation = {
  operationId: string
  responses: Record<string, { content?: object }>
  parameters?: { name: string; in: string }[]
}

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
let paths: Record<string, Record<string, Operation>>
beforeAll(async () => {
  registry = await openTestRegistry()
  const round = { kind: 'round', recordId: '2026', validFrom: '2026-11-27', validTo: null, recordedBy: 'prov' } as const
  const body = { year: 2026, opensOn: '2026-11-27', closesOn: '2026-12-20' }
  const version = { ...round, changeNote: 'Prov', state: 'published', source: null, body } as const
  const partner = { priorityAreaId: null, needs: 'provplatser', offers: 'kunskap' }
  const action = {
    ...version,
    kind: 'jointAction',
    recordId: 'samarbete-prov',
    body: {
      title: 'Prov över länsgränsen',
      partners: ['17', '20'].map((regionCode) => ({
        regionCode,
        ...partner,
      })),
      jointAreaId: null,
      agreedOn: '2026-11-27',
      state: 'agreed',
      nextStep: null,
      ownerRole: null,
      dueOn: null,
      money: null,
      result: null,
      why: null,
    },
  } as const
  await registry.store.append([
    { version, expectedVersion: 0 },
    { version: action, expectedVersion: 0 },
  ])
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, cubes: shippedCubes })
  paths = openApiDocument(site.app).paths as unknown as typeof paths
})
afterAll(() => registry.close())

const ask = (path: string, init?: RequestInit) => site.app.request(`http://localhost/api/v1/${path}`, init)

/** Something that is there, for each address with a name in it. */
const examples: Record<string, string> = {
  'regions/{slugOrCode}': 'regions/varmland',
  'match/regions/{slugOrCode}': 'match/regions/varmland',
  'match/regions/{slugOrCode}/peers': 'match/regions/varmland/peers',
  'priorities/{id}': 'priorities/varmland-2018-systemlosningar-med-sol',
  'priorities/{id}/evidence': 'priorities/varmland-2018-systemlosningar-med-sol/evidence',
  'regions/{slugOrCode}/evidence': 'regions/varmland/evidence',
  'regions/{slugOrCode}/evidence/inputs': 'regions/varmland/evidence/inputs',
  'statistics/{table}': 'statistics/gdp-by-county',
  'priorities/{id}/coding': 'priorities/varmland-2018-systemlosningar-med-sol/coding',
  coding: 'coding?text=Vi+bygger+tr%C3%A4hus',
  'themes/{id}': 'themes/energi',
  'concepts/{id}': 'concepts/lakemedel',
  'joint-areas/{id}': 'joint-areas/ostra-mellansverige',
  'lists/{id}': 'lists/norrbotten-2018',
  'periods/{id}': 'periods/2021-2027',
  'sources/{id}': 'sources/deck-2018-01-31',
  'records/{kind}/{id}/history': 'records/region/17/history',
  'match/groups': 'match/groups?themes=energi,livsmedel',
  search: 'search?q=skog',
  'match/areas/{id}': 'match/areas/norrbotten-2021-energiteknik',
  suggest: 'suggest?q=sko',
  searchDocuments: 'search-documents',
  'wishes/{id}': 'wishes/wish-2018-07',
  'bridge/{year}': 'bridge/2028',
  'rounds/{year}': 'rounds/2026',
  'joint-actions/{id}': 'joint-actions/samarbete-prov',
}
const exampleOf = (path: string): string => examples[path] ?? path
const tables = ['priorities', 'intersections', 'regions', 'changes', 'lineage', 'statements', 'clusters', 'sources']
const addresses = [
  ...siteContents.readRoutes.map(({ path }) => exampleOf(path)),
  ...tables.flatMap((name) => [`tables/${name}.csv`, `tables/${name}.json`]),
  'openapi.json',
]
const withQuery = (path: string, query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`

describe('the description', () => {
  test('says that it is OpenAPI 3.1', async () => {
    const sent = (await (await ask('openapi.json')).json()) as { openapi: string }
    expect(sent.openapi).toBe('3.1.0')
  })

  test('refers to nothing that is not in it', () => {
    const document = JSON.parse(JSON.stringify(openApiDocument(site.app))) as object
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!)
    const find = (path: string) =>
      path.split('/').reduce((at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key], document)
    expect(references.length).toBeGreaterThan(0)
    expect(references.filter((path) => find(path) === undefined)).toEqual([])
  })

  test('holds every address that the server answers at', () => {
    const served = site.app.routes
      .filter(({ path, method }) => path.startsWith('/api/v1/') && ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'].includes(method))
      .map(({ path, method }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect([...new Set(served)].sort()).toEqual(described.sort())
  })

  test('names each operation once, and tells of errors, of waiting and of what has not changed', () => {
    const operations = Object.values(paths).flatMap((methods) => Object.entries(methods))
    const names = operations.map(([, { operationId }]) => operationId)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('getRegionsBySlugOrCode')
    for (const [method, { operationId, responses }] of operations) {
      const any = ['200', '400', '429', '500', '503']
      const byMethod: Record<string, string[]> = { get: ['304'], post: ['413'], put: ['401', '403', '409', '413', '422'] }
      const needed = [...any, ...byMethod[method]!]
      expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(needed))
    }
  })

  test('tells every name in a path', () => {
    for (const [path, methods] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
      for (const { parameters = [] } of Object.values(methods))
        expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath)
    }
  })

  test('every error code has its place on the page, in both languages', async () => {
    for (const path of ['/api', '/en/api']) {
      const html = await (await site.app.request(`http://localhost${path}`)).text()
      for (const code of Object.keys(errorCodes) as ErrorCode[]) expect(html).toContain(`id="${problemType(code).split('#')[1]}"`)
    }
  })
})

describe('every answer', () => {
  test.each(siteContents.readRoutes.map((route) => [route.path, route] as const))(
    '%s is as described, nothing more and nothing less',
    async (path, route) => {
      const response = await ask(exampleOf(path))
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
      const body: unknown = await response.json()
      expect(route.response.parse(body)).toEqual(body)
    },
  )

  test('that is a whole table has its bytes, packed or not, and never changes', async () => {
    const { cubeId } = (await (await ask('regions/varmland/evidence/inputs')).json()) as { cubeId: string }
    const plain = await ask(`statistics/cubes/${cubeId}.cube`)
    const bytes = new Uint8Array(await plain.arrayBuffer())
    expect(bytes).toEqual(new Uint8Array(shippedCubes.bytesOf(cubeId)!))
    expect(plain.headers.get('cache-control')).toContain('immutable')
    const packed = await ask(`statistics/cubes/${cubeId}.cube`, { headers: { 'accept-encoding': 'gzip' } })
    const sent = new Uint8Array(await packed.arrayBuffer())
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(sent.length).toBeLessThan(bytes.length / 2)
    expect(new Uint8Array(gunzipSync(sent))).toEqual(bytes)
    const etag = plain.headers.get('etag')!
    expect((await ask(`statistics/cubes/${cubeId}.cube`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    for (const file of [`${'0'.repeat(64)}.cube`, 'x.cube', cubeId, '..%2Fspets.sqlite'])
      expect((await ask(`statistics/cubes/${file}`)).status).toBe(404)
  })

  test('about a text that somebody wrote is kept nowhere', async () => {
    const { headers } = await ask(exampleOf('coding'))
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null])
    expect((await ask('coding?text=%20')).status).toBe(400)
    expect((await ask(`coding?text=${'x'.repeat(2001)}`)).status).toBe(400)
  })

  test.each(addresses.filter((path) => !path.startsWith('coding')))(
    '%s is 304 for one who has it, and open to pages elsewhere',
    async (path) => {
      const first = await ask(path)
      const again = await ask(path, { headers: { 'if-none-match': first.headers.get('etag')! } })
      expect([first.status, again.status, await again.text()]).toEqual([200, 304, ''])
      for (const response of [first, again]) {
        expect(response.headers.get('access-control-allow-origin')).toBe('*')
        expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      }
    },
  )

  test.each(addresses)('%s names a query word that it does not know', async (path) => {
    const response = await ask(withQuery(path, 'farg=bl%C3%A5'))
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    expect(await response.text()).toContain('farg')
  })

  test.each(addresses.filter((path) => path !== 'openapi.json'))('%s refuses a day that is none', async (path) => {
    const response = await ask(withQuery(path, 'date=2018-02-30'))
    expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([400, '/api#error-invalid-date'])
  })
})

describe('priority areas', () => {
  type List = { total: number; items: { id: string }[] }
  const list = async (query: string) => (await (await ask(`priorities?${query}`)).json()) as List

  test('come page by page, each once, in the same order', async () => {
    const whole = await list('limit=1000')
    const pages = await Promise.all([0, 50, 100, 150].map((offset) => list(`limit=50&offset=${offset}`)))
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(whole.items.slice(0, 200).map(({ id }) => id))
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => whole.total))
    expect((await list(`offset=${whole.total}`)).items).toEqual([])
  })

  test('the deck’s are 80 on the day of the deck', async () => {
    expect((await list('date=2018-01-31&period=2014-2020&inForce=true')).total).toBe(80)
  })

  test('are chosen by a region itself, or by regions together', async () => {
    const [own, joint, both] = [await list('owner=region'), await list('owner=jointArea'), await list('')]
    expect(joint.total).toBeGreaterThan(0)
    expect(own.total + joint.total).toBe(both.total)
    expect((await ask('priorities?owner=17')).status).toBe(400)
  })

  test('a region by its slug or by its code is the same region', async () => {
    const [bySlug, byCode] = [await list('region=varmland'), await list('region=17')]
    expect(bySlug.total).toBeGreaterThan(0)
    expect(bySlug).toEqual(byCode)
  })
})

test('a table is saved under a name with its day', async () => {
  const response = await ask('tables/priorities.csv?variant=excel&lang=sv&date=2018-06-01')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="spets-priorities-2018-06-01.csv"')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
})

test('the snapshot tells when its newest fact was recorded, also as known on an earlier day', async () => {
  const [now, then] = (await Promise.all(
    ['snapshot', 'snapshot?known=2018-12-31'].map(async (path) => (await ask(path)).json()),
  )) as [{ knownAt: string }, { knownAt: string }]
  expect(then.knownAt <= '2018-12-31T22:59:59.999Z').toBe(true)
  expect(now.knownAt > then.knownAt).toBe(true)
})
