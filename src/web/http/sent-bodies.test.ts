import { Agent, request } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSite, startServer } from '../main.ts'
import type { RunningServer } from '../main.ts'
import { addressOf, routesOf } from './testing/served-addresses.ts'
import { clock, openTestRegistry } from './testing/test-registry.ts'
import type { TestRegistry } from './testing/test-registry.ts'

const adminToken = 'a-key-that-is-long-enough-for-tests'
let registry: TestRegistry
let server: RunningServer
const logged: { level: number; msg: string }[] = []
beforeAll(async () => {
  registry = await openTestRegistry()
  const logger = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line) as (typeof logged)[number]) })
  const { store, clientFolder } = registry
  // One client asks at every route at once: its own limit is not what is tested here.
  const rate = { perSecond: 10_000, burst: 100_000 }
  server = await startServer({ store, clientFolder, clock, logger, adminToken, rate, port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.stop(0)
  await registry.close()
})

type Headers = Record<string, string | number>

/** Begins a request and leaves its body to the test. */
function begin(
  method: string,
  path: string,
  headers: Headers,
  agent: Agent | false = false,
): { sending: ClientRequest; status: Promise<number> } {
  const sending = request(server.url + path, { method, headers, agent })
  const status = new Promise<number>((resolve, reject) => {
    sending.on('response', (response: IncomingMessage) => {
      response.resume()
      resolve(response.statusCode!)
    })
    sending.on('error', reject)
  })
  status.catch(() => undefined)
  return { sending, status }
}

const formType = 'multipart/form-data; boundary=x'
const fromHere = { 'sec-fetch-site': 'same-origin', 'content-type': formType }
const field = (name: string, value: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (content: string) => `--x\r\nContent-Disposition: form-data; name="file"; filename="deck.txt"\r\n\r\n${content}\r\n`
const deck = 'Nya listor\n2026-05-01\n\nVästmanland\n- Automation\n'

/** Routes that take a body from anybody: they store nothing, and read no more than a few kilobytes. */
const openToAll = new Set(['POST /api/v1/match/company', 'POST /foretag', 'POST /en/company'])

describe('a key is asked for before the body', () => {
  test('at every route that takes one', async () => {
    const { store, clientFolder } = registry
    const site = makeSite({ store, clientFolder, clock, adminToken })
    const writing = routesOf(site).filter(
      ({ method, path }) => !['GET', 'OPTIONS'].includes(method) && !openToAll.has(`${method} ${path}`),
    )
    expect(writing.length).toBeGreaterThan(10)
    const unfilled = writing.map(({ path }) => addressOf(path)).filter((address) => address.includes(':'))
    expect(unfilled, 'add examples').toEqual([])
    const wrong: string[] = []
    const ask = async ({ method, path }: (typeof writing)[number]) => {
      const isForm = method === 'POST'
      const sendTo = async (length: number) => {
        const headers = isForm ? { ...fromHere, 'content-length': length } : { 'content-length': length }
        const { sending, status } = begin(method, addressOf(path), headers)
        sending.write(isForm ? field('token', 'wrong') + field('a', 'b'.repeat(2000)) : '{"a":')
        // The rest never comes. Wrong keys are limited for all together, and both answers say that the key was looked at.
        const code = await Promise.race([status, new Promise((resolve) => setTimeout(resolve, 4000, 'waits'))])
        sending.destroy()
        return code
      }
      const code = await sendTo(60_000)
      if (code === 401 || code === 429) return
      // Forms of the signed in, or of those with a link, are small: what is larger is refused before it is read.
      const large = code === 413 ? code : await sendTo(300_000)
      if (large !== 413) wrong.push(`${code} and ${large} ${method} ${path}`)
    }
    // Each waits for answers that may not come, so all ask at once.
    await Promise.all(writing.map(ask))
    expect(wrong).toEqual([])
  })

  test('so that those without one keep no editor out', async () => {
    const slow = Array.from({ length: 12 }, () => {
      const { sending } = begin('POST', '/import', { ...fromHere, 'content-length': 20_000_000 })
      sending.on('error', () => undefined).write(field('a', 'b'))
      return sending
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    const { sending, status } = begin('POST', '/import', fromHere)
    sending.end(`${field('token', adminToken)}${file(deck)}--x--\r\n`)
    expect(await status).toBe(200)
    for (const one of slow) one.destroy()
  })

  test('and what is sent without one is not collected', async () => {
    const { sending, status } = begin('POST', '/import', { ...fromHere, 'content-length': 20_000_000 })
    sending.write(file('x'.repeat(100_000)))
    expect([401, 429]).toContain(await status)
    sending.destroy()
  })

  test('four editors who send slowly take the four places, and give them back', async () => {
    const slow = Array.from({ length: 4 }, () => {
      const { sending, status } = begin('POST', '/import', { ...fromHere, 'content-length': 20_000_000 })
      sending.write(field('token', adminToken) + file('x'.repeat(4000)))
      return { sending, status }
    })
    const post = async () => {
      const { sending, status } = begin('POST', '/import', fromHere)
      sending.end(`${field('token', adminToken)}${file(deck)}--x--\r\n`)
      return status
    }
    await expect.poll(post, { timeout: 10_000 }).toBe(429)
    for (const { sending } of slow) sending.destroy()
    await expect.poll(post, { timeout: 10_000 }).toBe(200)
  })
})

test('who sends everything before reading the answer sees the refusal, not a broken connection', async () => {
  // As browsers do, it keeps its connection: a server ends others as soon as it has answered.
  const agent = new Agent({ keepAlive: true })
  const { sending, status } = begin('POST', '/import', fromHere, agent)
  sending.write(field('token', 'wrong'))
  for (let sent = 0; sent < 80; sent++) {
    sending.write('x'.repeat(100_000))
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  sending.end('\r\n--x--\r\n')
  expect([401, 429]).toContain(await status)
  await new Promise<void>((resolve) => sending.once('close', resolve))
  agent.destroy()
})

test('uploads that are broken off are no errors in the log', async () => {
  logged.length = 0
  const { sending, status } = begin('POST', '/import', { ...fromHere, 'content-length': 20_000_000 })
  sending.write(field('token', adminToken) + file('x'.repeat(300_000)))
  await new Promise((resolve) => setTimeout(resolve, 300))
  sending.destroy()
  await expect(status).rejects.toThrow()
  const put = begin('PUT', '/api/v1/records/wish/x', {
    authorization: `Bearer ${adminToken}`,
    'content-length': 60_000,
    'if-none-match': '*',
  })
  put.sending.write('{')
  await new Promise((resolve) => setTimeout(resolve, 300))
  put.sending.destroy()
  await expect.poll(() => logged.length, { timeout: 5000 }).toBe(2)
  expect(logged.filter(({ level }) => level > 30)).toEqual([])
})
