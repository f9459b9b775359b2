import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../store/store.ts'
import { makeSite } from '../main.ts'
import { securityHeaders } from './security-headers.ts'
import { clock, openTestRegistry, wishOf } from './testing/test-registry.ts'
import type { TestRegistry } from './testing/test-registry.ts'

const adminToken = 'a-key-that-is-long-enough-for-tests'
let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({
    store: registry.store,
    clientFolder: registry.clientFolder,
    clock,
    adminToken,
    baseUrl: 'https://spets.example',
  })
})
afterAll(() => registry.close())

const ask = (path: string, init?: RequestInit) => site.app.request(`http://localhost${path}`, init)
const put = (body: string, headers: Record<string, string>) =>
  ask('/api/v1/records/wish/prov', { method: 'PUT', body, headers: { authorization: `Bearer ${adminToken}`, ...headers } })

test('a key that can be guessed is refused before anything starts', () => {
  const options = { store: registry.store, clientFolder: registry.clientFolder, clock }
  expect(() => makeSite({ ...options, adminToken: 'hemligt' })).toThrow(/at least 24 characters/)
})

describe('a page elsewhere may read the open data', () => {
  test('after asking first, also with what it has already', async () => {
    const response = await ask('/api/v1/regions', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-headers': 'if-none-match' },
    })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-headers')).toBe('if-none-match')
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
    expect(response.headers.get('content-security-policy')).toBe(securityHeaders['content-security-policy'])
  })

  test('but there is nothing to ask about where nothing is', async () => {
    expect((await ask('/api/v1/nothing', { method: 'OPTIONS' })).status).toBe(404)
  })

  test('pages are for their own site', async () => {
    expect((await ask('/om')).headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('what is written must be JSON', () => {
  test.each([
    ['{bad', { 'content-type': 'application/json', 'if-none-match': '*' }],
    ['{}', { 'content-type': 'text/plain', 'if-none-match': '*' }],
    ['', { 'content-type': 'application/json', 'if-none-match': '*' }],
    ['[]', { 'content-type': 'application/json', 'if-none-match': '*' }],
  ])('%s is a mistake to mend, not a fault of ours', async (body, headers) => {
    const response = await put(body, headers)
    expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([400, '/api#error-bad-request'])
  })
})

test('a fault of ours tells a number and nothing of the inside', async () => {
  const broken: Store = { ...registry.store, getSequence: () => Promise.reject(new Error('secret path /srv/x')) }
  const { app } = makeSite({ store: broken, clientFolder: registry.clientFolder, clock })
  for (const path of ['/', '/api/v1/regions', '/readyz']) {
    const response = await app.request(`http://localhost${path}`)
    const text = await response.text()
    expect([path, response.status, /secret|srv|at .*\.ts/.test(text)]).toEqual([path, 500, false])
    expect(text).toContain(response.headers.get('x-request-id'))
  }
  expect((await app.request('http://localhost/healthz')).status).toBe(200)
})

test('two servers on one file: what is written through one shows in the other', async () => {
  const other = await registry.openAgain()
  const { app } = makeSite({ store: other, clientFolder: registry.clientFolder, clock })
  const read = async () => (await app.request('http://localhost/hort')).text()
  expect(await read()).not.toContain('Skrivet bredvid')
  await registry.store.append([{ version: wishOf('bredvid', 'Skrivet bredvid'), expectedVersion: 0 }])
  await expect.poll(read, { timeout: 2000, interval: 20 }).toContain('Skrivet bredvid')
  await other.close()
})

test('a page that was being made while something was written is not kept as new', async () => {
  const slow: Store = { ...registry.store }
  const { app, effects } = makeSite({ store: slow, clientFolder: registry.clientFolder, clock })
  await app.request('http://localhost/hort')
  const { answer } = effects
  effects.answer = async (c, rendered) => {
    await registry.store.append([{ version: wishOf('under-tiden', 'Skrivet under tiden'), expectedVersion: 0 }])
    effects.source.refresh()
    return answer(c, rendered)
  }
  expect(await (await app.request('http://localhost/hort?x=1')).text()).not.toContain('Skrivet under tiden')
  const kept = effects.cache.get('/hort?x=1')!
  expect(await effects.source.isCurrent(kept.madeAt!)).toBe(false)
})

describe('built files', () => {
  test('keep for a year under their hashed names, packed', async () => {
    const response = await ask('/assets/site-1.js', { headers: { 'accept-encoding': 'br' } })
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const again = await ask('/assets/site-1.js', { headers: { 'if-none-match': response.headers.get('etag')! } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('fonts are packed already', async () => {
    const response = await ask('/assets/letters-1.woff2', { headers: { 'accept-encoding': 'br' } })
    expect([response.headers.get('content-type'), response.headers.get('content-encoding')]).toEqual(['font/woff2', null])
  })

  test.each(['/manifest.json', '/assets/../manifest.json', '/assets/%2e%2e/manifest.json', '/..%2fspets.sqlite', '/assets/'])(
    '%s is not among them',
    async (path) => {
      expect([301, 404]).toContain((await ask(path)).status)
    },
  )
})

test('robots find every page in both languages, and nothing that is not there', async () => {
  const sitemap = await (await ask('/sitemap.xml')).text()
  const addresses = [...sitemap.matchAll(/<loc>https:\/\/spets\.example([^<]*)<\/loc>/g)].map(([, path]) => path!)
  expect(addresses.length).toBe(new Set(addresses).size)
  expect(addresses.filter((path) => /^\/region\/[^/]+$/.test(path))).toHaveLength(21)
  expect(addresses.filter((path) => /^\/en\/region\/[^/]+$/.test(path))).toHaveLength(21)
  const statuses = await Promise.all(addresses.map(async (path) => [path, (await ask(path)).status]))
  expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
  expect(await (await ask('/robots.txt')).text()).toContain('Sitemap: https://spets.example/sitemap.xml')
})

test('programs that read text are told where to begin, by links that lead there', async () => {
  const answer = await ask('/llms.txt')
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  const text = await answer.text()
  expect(text).toMatch(/^# Spets\n\n> /)
  const links = [...text.matchAll(/\]\(https:\/\/spets\.example([^)]*)\)/g)].map(([, path]) => path!)
  expect(links.length).toBeGreaterThan(10)
  const statuses = await Promise.all(links.map(async (path) => [path, (await ask(path)).status]))
  expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
})

test.each([
  ['/sok?q=skog&tema=energi', '/en/search?q=skog&theme=energi'],
  ['/en/table?holds=all&sort=-label&known=2020-01-01', '/tabell?galler=alla&sortera=-label&kant=2020-01-01'],
  ['/jamfor?region=varmland&region=dalarna&date=2019-01-01', '/en/compare?region=varmland&region=dalarna&date=2019-01-01'],
  // What search engines may show has whole addresses.
  ['/en/region/varmland', 'https://spets.example/region/varmland'],
])('%s leads to the same in the other language', async (path, other) => {
  const html = await (await ask(path)).text()
  const lang = path.startsWith('/en') ? 'sv' : 'en'
  expect(html).toContain(`<link rel="alternate" hreflang="${lang}" href="${other.replaceAll('&', '&amp;')}"`)
  expect((await ask(other.replace('https://spets.example', ''))).status).toBe(200)
})

test('a day under the other language’s name can be changed, and left for today', async () => {
  const html = await (await ask('/en/region/varmland?datum=2019-01-01&x=1')).text()
  expect(html).toContain('href="/en/region/varmland?x=1"')
  expect(html).not.toMatch(/<input[^>]*name="datum"/)
})

test('any text can be read on the page of methods, and is kept nowhere', async () => {
  const response = await ask('/metod/sok?text=%3Cb%3ESvetsar+b%C3%A5tar%3C%2Fb%3E')
  const html = await response.text()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(html).toContain('&lt;b>Svetsar båtar')
  expect(html).toContain('Hav och vatten')
  expect(await (await ask('/en/method/search?text=xyzzyx')).text()).toContain('The words suggest nothing.')
  expect((await ask('/metod/sok')).headers.get('cache-control')).not.toBe('no-store')
})
