import { get } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSite, startServer } from '../main.ts'
import type { RunningServer } from '../main.ts'
import { readAddresses } from './testing/served-addresses.ts'
import { clock, openTestRegistry } from './testing/test-registry.ts'
import type { TestRegistry } from './testing/test-registry.ts'

let registry: TestRegistry
const running: RunningServer[] = []
beforeAll(async () => {
  registry = await openTestRegistry()
})
afterAll(async () => {
  for (const server of running) await server.stop(0)
  await registry.close()
})

/** One server for the tests that need nothing of their own. */
let shared: RunningServer
beforeAll(async () => {
  shared = await start(null)
})

async function start(baseUrl: string | null): Promise<RunningServer> {
  const { store, clientFolder } = registry
  const rate = { perSecond: 1e6, burst: 1e6 }
  const server = await startServer({ store, clientFolder, clock, baseUrl, rate, port: 0, host: '127.0.0.1' })
  running.push(server)
  return server
}

interface Sent {
  status: number
  headers: Record<string, unknown>
  body: string
}

/** Sends a request with exactly these headers, `host` among them. */
const ask = ({ url }: RunningServer, path: string, headers: Record<string, string>) =>
  new Promise<Sent>((resolve, reject) => {
    get(url + path, { headers, agent: false }, (response) => {
      const { 'x-request-id': _id, date: _date, ...kept } = response.headers
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode!, headers: kept, body }))
    }).on('error', reject)
  })

/** All that a reader may say of a host, a way there, a language or themselves. */
const readerAt = (name: string, lang: string): Record<string, string> => ({
  host: `${name}.example`,
  'x-forwarded-host': `forwarded-${name}.example`,
  'x-forwarded-proto': 'https',
  'x-forwarded-prefix': `/${name}`,
  'x-forwarded-for': '192.0.2.7',
  'x-original-url': `/${name}`,
  forwarded: `host=${name}.example;proto=https`,
  origin: `https://${name}.example`,
  referer: `https://${name}.example/`,
  'accept-language': lang,
  'user-agent': name,
  cookie: `name=${name}`,
})
const [one, other] = [readerAt('one', 'sv'), readerAt('other', 'de')]

/** The thesaurus as a whole has its data at one address, which the others lead to; pages for the signed in lead readers to sign in. */
const isElsewhere =
  /^\/tema\.json$|^\/en\/theme\.|^\/(?:min-region|att-gora|dialog(?:\/.*)?|samarbete\/.*|forum\/.*|runda\/\d+\/arbete|en\/(?:my-region|to-do|dialogue(?:\/.*)?|joint-actions\/.*|forum\/.*|round\/\d+\/work))$/
// Without an address there is no security.txt, and the test's site has no tables of statistics.
/** What is not there without settings or statistics of its own. */
const mayBeAbsent = /security\.txt$|opensearch|\/rounds\/|\/joint-actions\/|\/conclusions\/|\/statistics\/|\/figures\/|^\/oembed/

describe.each([['https://spets.example/atlas'], [null]])('with the address %s', (baseUrl) => {
  test('every route answers two readers at two hosts with the same bytes, whoever comes first', async () => {
    const { store, clientFolder } = registry
    const addresses = await readAddresses(makeSite({ store, clientFolder, clock }))
    expect(addresses.length).toBeGreaterThan(100)
    const [first, second] = [await start(baseUrl), await start(baseUrl)]
    for (const path of addresses) {
      const asked = await ask(first, path, one)
      const elsewhere = isElsewhere.test(path) ? [303] : []
      expect([200, ...elsewhere, ...(mayBeAbsent.test(path) ? [400, 404] : [])], path).toContain(asked.status)
      const numberless = ({ body, ...rest }: Sent) => ({ ...rest, body: body.replaceAll(/[0-9a-f-]{36}/g, '') })
      expect(numberless(await ask(first, path, other)), path).toEqual(numberless(asked))
      expect(numberless(await ask(second, path, other)), path).toEqual(numberless(asked))
      expect(JSON.stringify(asked), path).not.toMatch(/(?:one|other)\.example/)
    }
  })

  test('redirects, refusals and unknown addresses name no host either', async () => {
    const server = await start(baseUrl)
    for (const path of ['/om/', '//', '//?x', '/finns-inte', '/?datum=x', '/api/v1/nothing', '/api/v1/regions?x=1', '/.//a']) {
      const { status, headers, body } = await ask(server, path, one)
      expect([301, 400, 404], path).toContain(status)
      expect(JSON.stringify([headers, body]), path).not.toMatch(/one\.example/)
    }
  })
})

test('without an address of its own, nothing published claims a web address', async () => {
  const server = await start(null)
  const { body } = await ask(server, '/api/v1/thesaurus.ttl', one)
  expect(body).toContain('@prefix tema: <urn:x-spets:unpublished/tema/>')
  expect((await ask(server, '/robots.txt', one)).body).not.toContain('Sitemap')
  expect((await ask(server, '/sitemap.xml', one)).body).toContain('<loc>/region/varmland</loc>')
  expect((await ask(server, '/.well-known/security.txt', one)).status).toBe(404)
})

test('with one, that is what names begin with, and the ETag follows it', async () => {
  const [here, there] = [await start('https://spets.example/'), await start(null)]
  const turtle = await ask(here, '/api/v1/thesaurus.ttl', one)
  expect(turtle.body).toContain('@prefix tema: <https://spets.example/tema/>')
  expect((await ask(here, '/robots.txt', one)).body).toContain('Sitemap: https://spets.example/sitemap.xml')
  expect((await ask(here, '/sitemap.xml', one)).body).toContain('<loc>https://spets.example/region/varmland</loc>')
  expect((await ask(here, '/.well-known/security.txt', one)).body).toContain('Contact: https://spets.example/om')
  expect(turtle.headers['etag']).not.toBe((await ask(there, '/api/v1/thesaurus.ttl', one)).headers['etag'])
})

test.each(['spets.example', 'ftp://spets.example', 'https://me:key@spets.example', 'https://spets.example/?x', '://'])(
  'the address %s is refused in words',
  (baseUrl) => {
    const { store, clientFolder } = registry
    expect(() => makeSite({ store, clientFolder, clock, baseUrl })).toThrow(/SPETS_BASE_URL .*https:\/\//)
  },
)

/** Sends a request line by hand and gives the status. */
const statusOf = ({ url }: RunningServer, target: string, host: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('error', reject)
    let answer = ''
    socket.on('data', (part) => (answer += part.toString('latin1')))
    socket.on('close', () => resolve(answer))
    socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  })

test('a whole address as target is answered by its path, and poisons nothing', async () => {
  const server = shared
  const answer = await statusOf(server, 'http://one.example/api/v1/thesaurus.ttl', 'one.example')
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
  expect(answer).not.toContain('one.example')
  expect(await statusOf(server, 'http://one.example', 'one.example')).toMatch(/^HTTP\/1.1 200 /)
})

test.each(['a b', 'a/b', 'me@a', '[::1', 'a:99999'])('«%s» is no host', async (host) => {
  expect(await statusOf(shared, '/om', host)).toMatch(/^HTTP\/1.1 400 /)
})

test.each([
  ['//', '/'],
  ['//?x', '/?x'],
  ['//evil.example/om', '/evil.example/om'],
  ['/om//', '/om'],
])('%s is a slip for %s', async (path, plain) => {
  const { status, headers } = await ask(shared, path, { host: 'one.example' })
  expect([status, headers['location']]).toEqual([301, plain])
})
