import { Agent, get } from 'node:http'
import { connect } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer } from '../main.ts'
import { securityHeaders } from './security-headers.ts'
import { clock, openTestRegistry } from './testing/test-registry.ts'
import type { TestRegistry } from './testing/test-registry.ts'

let registry: TestRegistry
beforeAll(async () => {
  registry = await openTestRegistry()
})
afterAll(() => registry.close())

type Options = Partial<Parameters<typeof startServer>[0]>
const start = (options: Options = {}) =>
  startServer({ store: registry.store, clientFolder: registry.clientFolder, clock, port: 0, host: '127.0.0.1', ...options })

/** Sends bytes as they stand and gives what comes back until the connection ends. */
function sendRaw(url: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text))
    let said = ''
    socket.on('data', (chunk) => (said += chunk.toString()))
    socket.on('error', () => resolve(said))
    socket.on('close', () => resolve(said))
  })
}

describe('what is hardly HTTP is refused with all our headers', () => {
  test.each([
    [400, 'GARBAGE\r\n\r\n'],
    [400, 'GET /om HTTP/1.1\r\nConnection: close\r\n\r\n'],
    [400, 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    [400, 'GET /om HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n'],
    [431, `GET /om HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`],
    [400, `GET /${'a'.repeat(10_000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`],
  ])('%i: %.40j', async (status, text) => {
    const server = await start()
    const said = await sendRaw(server.url, text)
    expect(said.split('\r\n')[0]).toContain(` ${status} `)
    for (const [name, value] of Object.entries(securityHeaders))
      expect(said.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase())
    expect(said).toMatch(/x-request-id: [0-9a-f-]{36}/)
    await server.stop(100)
  })
})

test('a server that stops does not wait for a reader who keeps asking', async () => {
  const server = await start()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const statuses: (number | string)[] = []
  const askOn = (): void => {
    get(`${server.url}/healthz`, { agent }, (response) => {
      response.resume().on('end', () => {
        statuses.push(response.statusCode!)
        setImmediate(askOn)
      })
    }).on('error', (error: NodeJS.ErrnoException) => statuses.push(error.code!))
  }
  askOn()
  await expect.poll(() => statuses.length, { timeout: 10_000 }).toBeGreaterThan(5)
  const startedAt = performance.now()
  await server.stop(5000)
  expect(performance.now() - startedAt).toBeLessThan(1000)
  await expect.poll(() => statuses.at(-1), { timeout: 10_000 }).toMatch(/^ECONN/)
  expect(new Set(statuses.slice(0, -1))).toEqual(new Set([200]))
  agent.destroy()
})

test('one machine may not take every connection', async () => {
  const server = await start()
  const { port } = new URL(server.url)
  let refused = 0
  const sockets = Array.from({ length: 520 }, () => connect(Number(port), '127.0.0.1').on('error', () => undefined))
  for (const socket of sockets) socket.on('close', () => (refused += 1))
  await expect.poll(() => refused, { timeout: 5000 }).toBe(8)
  for (const socket of sockets) socket.destroy()
  await expect.poll(async () => (await fetch(`${server.url}/healthz`)).status, { timeout: 5000 }).toBe(200)
  await server.stop(100)
})

test('a taken port is said in plain words', async () => {
  const server = await start()
  await expect(start({ port: Number(new URL(server.url).port) })).rejects.toThrow(/is taken/)
  await server.stop(100)
})

describe('the log', () => {
  test('tells what was asked for and how it went, under the number that the reader saw, and nothing private', async () => {
    const lines: string[] = []
    const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
    const server = await start({ logger })
    const ids: (string | null)[] = []
    for (const path of ['/sok?q=hemligt', '/sok?q=hemligt', '/api/v1/nothing'])
      ids.push((await fetch(server.url + path, { headers: { 'x-spets-request-id': 'forged' } })).headers.get('x-request-id'))
    await server.stop(500)
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(entries.map(({ requestId }) => requestId)).toEqual(ids)
    expect(entries.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/sok', 200],
      ['GET', '/sok', 200],
      ['GET', '/api/v1/nothing', 404],
    ])
    expect(lines.join('')).not.toMatch(/hemligt|127\.0\.0\.1|forged/)
  })
})

describe('behind TLS', () => {
  const hsts = async (options: Options, headers: Record<string, string> = {}) => {
    const server = await start(options)
    const [first, second] = [await fetch(`${server.url}/om`, { headers }), await fetch(`${server.url}/om`, { headers })]
    await server.stop(100)
    return [first, second].map((response) => response.headers.get('strict-transport-security') !== null)
  }
  const forwarded = { 'x-forwarded-proto': 'https' }

  test('the browser is told to stay there', async () => {
    expect(await hsts({ baseUrl: 'https://spets.example' })).toEqual([true, true])
    expect(await hsts({ isProxyTrusted: true }, forwarded)).toEqual([true, true])
  })

  test('but not because anybody says so', async () => {
    expect(await hsts({}, forwarded)).toEqual([false, false])
  })
})

test('who asks too often sees a page in the address’s language, with when to come back', async () => {
  const server = await start({ rate: { perSecond: 0.5, burst: 1 } })
  await fetch(`${server.url}/robots.txt`)
  for (const [path, words] of [
    ['/om', 'För många anrop'],
    ['/en/about', 'Too many requests'],
    ['/en?x=<b>', 'Too many requests'],
  ] as const) {
    const response = await fetch(server.url + path)
    const html = await response.text()
    expect([response.status, response.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8'])
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(html).toContain(words)
    expect(html).not.toContain('<b>')
  }
  await server.stop(100)
})

describe('every kind of answer carries all our headers', () => {
  let server: Awaited<ReturnType<typeof start>>
  beforeAll(async () => {
    server = await start({ adminToken: 'a-key-that-is-long-enough-for-tests' })
  })
  afterAll(() => server.stop(100))

  const cases: [number, string, RequestInit][] = [
    [200, '/om', {}],
    [304, '/om', { headers: { 'if-none-match': '*' } }],
    [304, '/api/v1/snapshot', { headers: { 'if-none-match': '*' } }],
    [304, '/favicon.svg', { headers: { 'if-none-match': '*' } }],
    [204, '/api/v1/regions', { method: 'OPTIONS' }],
    [301, '/om/', { redirect: 'manual' }],
    [400, '/?datum=x', {}],
    [401, '/api/v1/records/wish/x', { method: 'PUT', body: '{}' }],
    [404, '/finns-inte', {}],
    [405, '/om', { method: 'DELETE' }],
    [
      413,
      '/api/v1/records/wish/x',
      { method: 'PUT', body: 'x'.repeat(70_000), headers: { authorization: 'Bearer a-key-that-is-long-enough-for-tests' } },
    ],
  ]
  test.each(cases)('%i %s', async (status, path, init) => {
    // Twice: made anew, then as kept.
    for (const response of [await fetch(server.url + path, init), await fetch(server.url + path, init)]) {
      expect(response.status).toBe(status)
      for (const [name, value] of Object.entries(securityHeaders))
        if (name !== 'cross-origin-resource-policy') expect(response.headers.get(name), name).toBe(value)
      expect(response.headers.get('cross-origin-resource-policy')).toBe(
        path.startsWith('/api/v1/') ? 'cross-origin' : 'same-origin',
      )
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(response.headers.get('set-cookie')).toBeNull()
    }
  })
})

test('making an answer costs more than sending it again, and another day more still', async () => {
  const server = await start({ rate: { perSecond: 0.001, burst: 60 } })
  const count = async (path: (index: number) => string) => {
    for (let asked = 0; ; asked++) if ((await fetch(server.url + path(asked))).status === 429) return asked
  }
  const days = await count((index) => `/api/v1/snapshot?date=2019-01-${String((index % 28) + 1).padStart(2, '0')}`)
  expect(days).toBeGreaterThan(0)
  expect(days, 'nine for each, and the work that it took').toBeLessThanOrEqual(7)
  await server.stop(100)
  const fresh = await start({ rate: { perSecond: 0.001, burst: 60 } })
  let answered = 0
  while ((await fetch(`${fresh.url}/api/v1/snapshot`)).status === 200) answered++
  // The first one is made; how long that takes differs from machine to machine.
  expect(answered).toBeGreaterThan(30)
  expect(answered).toBeLessThanOrEqual(58)
  await fresh.stop(100)
})
