import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { securityHeaders } from '../src/web/http/security-headers.ts'
import { startServer } from '../src/web/main.ts'
import { clientFolder, startTestSite, testDay } from './site.ts'
import type { TestSite } from './site.ts'

const adminToken = 'a-key-that-is-long-enough-for-tests'
let site: TestSite
beforeAll(async () => {
  site = await startTestSite({ adminToken })
})
afterAll(() => site.stop())

const get = (path: string, init?: RequestInit) => fetch(site.url + path, { redirect: 'manual', ...init })

/** Sends a path unchanged; fetch would normalise it first. */
function getRaw(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const url = new URL(site.url)
    httpRequest({ host: url.hostname, port: url.port, path, method: 'GET' }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
      .on('error', reject)
      .end()
  })
}

describe('every answer is safe', () => {
  test.each([
    '/',
    '/en/region/skane',
    '/api/v1/regions',
    '/api/v1/nothing',
    '/nothing',
    '/?datum=igår',
    '/theme.js',
    '/healthz',
    '/om/',
    '/api/v1/tables/priorities.csv',
  ])('%s', async (path) => {
    for (const response of [await get(path), await get(path)]) {
      for (const [name, value] of Object.entries(securityHeaders)) {
        const expected = name === 'cross-origin-resource-policy' && path.startsWith('/api/v1/') ? 'cross-origin' : value
        expect(response.headers.get(name), name).toBe(expected)
      }
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(response.headers.get('x-powered-by')).toBeNull()
    }
  })

  test('pages have nothing inline and nothing from elsewhere', async () => {
    for (const path of ['/', '/region/varmland', '/andrat', '/en/search?q=food']) {
      const html = await (await get(path)).text()
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|<[^>]*\s(?:style|on[a-z]+)=/)
      expect([...html.matchAll(/<(?:script|link|img)[^>]*(?:src|href)="(https?:)?\/\//g)]).toEqual([])
    }
  })

  test('what a reader writes is shown as text', async () => {
    const html = await (await get(`/sok?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).text()
    expect(html).not.toContain('<script>alert')
    expect(await (await get(`/${encodeURIComponent('<img src=x>')}`)).text()).not.toContain('<img src=x>')
  })
})

describe('answers are kept by readers and renewed when something changes', () => {
  test.each(['/', '/region/varmland', '/api/v1/regions', '/api/v1/tables/regions.csv'])(
    '%s is 304 for one who has it',
    async (path) => {
      const first = await get(path)
      const etag = first.headers.get('etag')!
      const again = await get(path, { headers: { 'if-none-match': etag } })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('etag')).toBe(etag)
    },
  )

  test('another day is another answer', async () => {
    const [then, now] = [await get('/region/jonkoping?datum=2019-01-01'), await get('/region/jonkoping')]
    expect(then.headers.get('etag')).not.toBe(now.headers.get('etag'))
    expect(await then.text()).toContain('Attityder för innovationer')
  })

  test('both languages’ names for time are understood on pages and in the API', async () => {
    const answers = await Promise.all(
      ['date', 'datum'].map(
        async (name) =>
          (await get(`/api/v1/regions/jonkoping?${name}=2019-01-01`)).json() as Promise<{ current: { priorities: unknown[] } }>,
      ),
    )
    expect(answers.map(({ current }) => current.priorities.length)).toEqual([3, 3])
    const known = (await (await get('/api/v1/regions/jonkoping?known=2019-01-01')).json()) as {
      current: { priorities: unknown[] }
    }
    expect(known.current.priorities).toHaveLength(3)
  })

  test('pages come packed when the reader takes it, whole when not, and HEAD without body', async () => {
    const packed = await get('/', { headers: { 'accept-encoding': 'br' } })
    expect(packed.headers.get('content-encoding')).toBe('br')
    const plain = await get('/', { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(await packed.text())
    const head = await get('/', { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})

describe('a request that cannot be answered gets a plain message', () => {
  test.each([
    ['/api/v1/regions/narnia', 404, 'region_not_found'],
    ['/api/v1/priorities/none', 404, 'priority_not_found'],
    ['/api/v1/regions?colour=blue', 400, 'bad_request'],
    ['/api/v1/regions?date=2018-02-30', 400, 'invalid_date'],
    ['/api/v1/priorities?limit=-1', 400, 'bad_request'],
    ['/api/v1/changes?from=2026-01-01&to=2018-01-01', 400, 'bad_request'],
  ])('%s is problem %i', async (path, status, code) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      type: `/api#error-${code.replaceAll('_', '-')}`,
      status,
      title: expect.any(String) as string,
      instance: response.headers.get('x-request-id'),
    })
  })

  test('an unknown query word is named', async () => {
    expect(await (await get('/api/v1/regions?colour=blue')).text()).toContain('colour')
  })

  test.each([
    ['/%', 404],
    ['/%00', 404],
    ['/?tema=%00', 400],
    ['/region/%E0%A4%A', 404],
    ['/..%2f..%2fpackage.json', 404],
    ['//evil.example/', 301],
    [`/${'a'.repeat(10_000)}`, 400],
  ])('a malformed address is refused or led to where it belongs, not a fault: %.30s', async (path, status) => {
    expect(await getRaw(path)).toBe(status)
  })

  test('a surplus slash redirects; a wrong method gets the list of allowed ones', async () => {
    const slash = await get('/om/')
    expect([slash.status, slash.headers.get('location')]).toEqual([301, '/om'])
    const wrong = await get('/om', { method: 'DELETE' })
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'HEAD, GET'])
  })

  test('a missing page searches for what was meant', async () => {
    const response = await get('/region/varmlnad')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('/region/varmland')
  })
})

describe('editing over HTTP', () => {
  const body = {
    validFrom: '2026-11-23',
    validTo: null,
    changeNote: 'Prov',
    state: 'published',
    source: null,
    body: { order: 1, text: { sv: 'Ett prov', en: 'A trial' }, fingerprint: null },
  }
  const put = (headers: Record<string, string>, sent: unknown = body, at = site) =>
    fetch(`${at.url}/api/v1/records/wish/prov`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(sent),
    })
  const key = { authorization: `Bearer ${adminToken}` }

  test('needs the key', async () => {
    expect((await put({ 'if-none-match': '*' })).status).toBe(401)
    expect((await put({ authorization: 'Bearer wrong', 'if-none-match': '*' })).status).toBe(401)
  })

  test('is off where no key is set', async () => {
    const closed = await startTestSite()
    expect((await put({ ...key, 'if-none-match': '*' }, body, closed)).status).toBe(403)
    await closed.stop()
  })

  test('appends, shows at once, and refuses who comes late with what changed', async () => {
    const before = (await get('/hort')).headers.get('etag')
    expect((await put({ ...key, 'if-none-match': '*' })).status).toBe(200)
    const page = await get('/hort')
    expect(page.headers.get('etag')).not.toBe(before)
    expect(await page.text()).toContain('Ett prov')
    const late = await put({ ...key, 'if-none-match': '*' })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({
      changed: [{ recordId: 'prov', expectedVersion: 0, currentVersion: 1, versions: [{ version: 1 }] }],
    })
    expect((await put({ ...key, 'if-match': '"1"' })).status).toBe(200)
  })

  test('names the field that is wrong, and what is too large', async () => {
    const wrong = await put(
      { ...key, 'if-match': '"2"' },
      { ...body, body: { order: 0, text: { sv: '', en: 'x' }, fingerprint: null } },
    )
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('body.order')
    expect((await put({ ...key, 'if-match': '"2"' }, { ...body, changeNote: 'x'.repeat(100_000) })).status).toBe(413)
    expect((await put(key)).status).toBe(400)
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(16_384).fill(32)) })
    const chunked = await fetch(`${site.url}/api/v1/records/wish/prov`, {
      method: 'PUT',
      headers: { ...key, 'content-type': 'application/json', 'if-match': '"2"' },
      body: endless,
      duplex: 'half',
    } as RequestInit).then(
      (response) => response.status,
      () => 'cut off',
    )
    expect([413, 'cut off']).toContain(chunked)
  })
})

test('a client that asks too often is told how long to wait', async () => {
  const busy = await startTestSite({ rate: { perSecond: 1, burst: 7 } })
  const statuses: number[] = []
  for (let asked = 0; asked < 8; asked++) statuses.push((await fetch(`${busy.url}/api/v1/snapshot`)).status)
  const refused = await fetch(`${busy.url}/api/v1/snapshot`)
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(1)
  expect([refused.status, Number(refused.headers.get('retry-after')) >= 1, refused.headers.get('content-type')]).toEqual([
    429,
    true,
    'application/problem+json',
  ])
  expect((await fetch(`${busy.url}/healthz`)).status).toBe(200)
  await busy.stop()
})

test('two servers on one registry: what is written through one soon shows in the other', async () => {
  const other = await startServer({ store: site.store, clientFolder, clock: () => testDay, port: 0, host: '127.0.0.1' })
  const read = async () => (await fetch(`${other.url}/api/v1/statements`)).text()
  await read()
  await fetch(`${site.url}/api/v1/records/wish/two-servers`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}`, 'if-none-match': '*' },
    body: JSON.stringify({
      validFrom: '2026-11-23',
      validTo: null,
      changeNote: 'Prov',
      state: 'published',
      source: null,
      body: { order: 9, text: { sv: 'Syns i båda', en: 'Shows in both' }, fingerprint: null },
    }),
  })
  await expect.poll(read, { timeout: 3000 }).toContain('Syns i båda')
  await other.stop(100)
})

test('a request under way is answered before the server stops', async () => {
  const leaving = await startTestSite()
  const slow = new Promise<number>((resolve, reject) => {
    const url = new URL(leaving.url)
    const request = httpRequest(
      {
        host: url.hostname,
        port: url.port,
        path: '/api/v1/records/wish/x',
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'content-length': 2 },
      },
      (response) => {
        response.resume()
        resolve(response.statusCode!)
      },
    )
    request.on('error', reject)
    request.write('{')
    setTimeout(() => request.end('}'), 300)
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await leaving.stop()
  expect(await slow).toBe(403)
})

test('the API describes itself: every address that answers is in the description', async () => {
  const description = (await (await get('/api/v1/openapi.json')).json()) as { openapi: string; paths: Record<string, unknown> }
  expect(description.openapi).toBe('3.1.0')
  for (const path of [
    'regions',
    'regions/{slugOrCode}',
    'priorities',
    'themes',
    'periods',
    'changes',
    'search',
    'tables/priorities.csv',
    'records/{kind}/{id}',
  ])
    expect(Object.keys(description.paths)).toContain(`/api/v1/${path}`)
  const documented = await (await get('/api')).text()
  const told = Object.keys(description.paths).filter((path) => !path.includes('/tables/'))
  expect(told.filter((path) => !documented.includes(path))).toEqual([])
})
