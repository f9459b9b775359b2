import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstFacts } from '../../changes/first-facts.ts'
import { serveCommand } from '../../cli/serve.ts'
import { makeTestIo } from '../../cli/testing/test-io.ts'
import { openPostgresStore } from '../../store/postgres-store.ts'
import type { Store } from '../../store/store.ts'
import { startPostgres } from '../../store/testing/postgres-server.ts'
import type { PostgresServer } from '../../store/testing/postgres-server.ts'
import { startServer } from '../main.ts'
import type { RunningServer } from '../main.ts'
import { startWaitingServer } from './waiting-server.ts'
import { clock, openTestRegistry, wishOf } from './testing/test-registry.ts'
import type { TestRegistry } from './testing/test-registry.ts'

const adminToken = 'a-key-that-is-long-enough-for-tests'
let database: PostgresServer
let files: TestRegistry
let store: Store
let server: RunningServer
let url: string
beforeAll(async () => {
  database = await startPostgres({ isToBeEnded: true })
  files = await openTestRegistry()
  url = await database.createDatabase()
  store = await openPostgresStore(url, { clock })
  await store.load(firstFacts())
  const rate = { perSecond: 1e6, burst: 1e6 }
  server = await startServer({ store, clientFolder: files.clientFolder, clock, adminToken, rate, port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.stop(0)
  await store.close()
  await files.close()
  await database.stop()
})

const put = (id: string) => {
  const { kind: _kind, recordId: _id, recordedBy: _by, ...body } = wishOf(id, 'Prov')
  return fetch(`${server.url}/api/v1/records/wish/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json', 'if-none-match': '*' },
    body: JSON.stringify(body),
  })
}

test('while the database is away readers get what was known, marked with its time; only writers are refused', async () => {
  const kept = await fetch(`${server.url}/region/varmland`)
  expect([kept.status, kept.headers.get('cache-control')]).toEqual([200, 'public, max-age=0, must-revalidate'])
  await kept.text()
  await database.crash()
  await new Promise((resolve) => setTimeout(resolve, 200))
  for (const path of ['/region/varmland', '/en/region/skane', '/sok?q=skog', '/?datum=2019-01-01', '/api/v1/regions']) {
    const response = await fetch(server.url + path)
    const body = await response.text()
    expect(response.status, path).toBe(200)
    expect(response.headers.get('x-spets-registry-away-since'), path).toMatch(/^2026-11-27T/)
    expect(response.headers.get('cache-control'), path).toBe('no-store')
    if (!path.startsWith('/api'))
      expect(body, path).toMatch(/Registret går inte att nå just nu.*2026-11-27|registry cannot be reached.*2026-11-27/)
  }
  const refused = await put('borta')
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ title: 'The registry cannot be reached right now.' })
  expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({
    ready: true,
    awaySince: expect.any(String) as string,
  })
  await database.restart()
  await expect.poll(async () => (await put('ater')).status, { timeout: 20_000, interval: 500 }).toBe(200)
  const back = await fetch(`${server.url}/hort`)
  expect(back.headers.get('x-spets-registry-away-since')).toBeNull()
  expect(await back.text()).not.toContain('går inte att nå')
})

/** Asks for pages over and over until it is told to stop. */
function readAllTheWhile(paths: readonly string[]) {
  const seen: { status: number; tookMs: number; isAway: boolean; text: string }[] = []
  const state = { isOn: true }
  const reading = Promise.all(
    paths.map(async (path) => {
      while (state.isOn) {
        const began = performance.now()
        const response = await fetch(server.url + path)
        const text = await response.text()
        const isAway = response.headers.has('x-spets-registry-away-since')
        seen.push({ status: response.status, tookMs: performance.now() - began, isAway, text })
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }),
  )
  const stop = async () => {
    state.isOn = false
    await reading
    return seen
  }
  return { stop, seen }
}

test('the database is stopped and started again, twice, while readers read: each gets an answer, and in the end the newest', async () => {
  const readers = readAllTheWhile(['/hort', '/region/varmland', '/?datum=2019-01-01', '/api/v1/statements', '/sok?q=skog'])
  for (const round of [1, 2]) {
    const before = readers.seen.length
    await database.crash()
    await expect.poll(() => readers.seen.slice(before).some(({ isAway }) => isAway), { timeout: 20_000 }).toBe(true)
    expect((await put(`nere-${round}`)).status).toBe(503)
    await database.restart()
    const other = await openPostgresStore(url, { clock })
    await other.append([{ version: wishOf(`uppe-${round}`, `Skrivet efter avbrott ${round}`), expectedVersion: 0 }])
    await other.close()
    const after = readers.seen.length
    const isNew = () => readers.seen.slice(after).some(({ text }) => text.includes(`Skrivet efter avbrott ${round}`))
    await expect.poll(isNew, { timeout: 20_000 }).toBe(true)
  }
  const seen = await readers.stop()
  expect(new Set(seen.map(({ status }) => status))).toEqual(new Set([200]))
  expect(Math.max(...seen.map(({ tookMs }) => tookMs))).toBeLessThan(10_000)
  expect(seen.at(-1)!.isAway).toBe(false)
  expect((await store.readVersions({ kind: 'wish' })).filter(({ recordId }) => recordId.startsWith('nere'))).toEqual([])
}, 120_000)

test('a start while the database is away answers 503 until it comes, although it goes again at once', async () => {
  await database.crash()
  const io = { ...makeTestIo({ DATABASE_URL: url, PORT: '0', HOST: '127.0.0.1', SPETS_LANG: 'en', SPETS_LOG: 'silent' }), clock }
  const started = Promise.withResolvers<void>()
  let waitingUrl = ''
  const running = serveCommand.run([], {
    ...io,
    startWaiting: async (place) => {
      const waiting = await startWaitingServer(place)
      waitingUrl = waiting.url
      return waiting
    },
    startSite: async ({ beforeListening, store: opened }) => {
      await beforeListening()
      expect(await opened.getSequence()).toBeGreaterThan(0)
      started.resolve()
      throw new Error('that will do')
    },
  })
  running.catch(() => undefined)
  await expect.poll(() => waitingUrl, { timeout: 20_000 }).not.toBe('')
  const page = await fetch(`${waitingUrl}/region/varmland`)
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5'])
  expect(await page.text()).toContain('Registret går inte att nå just nu.')
  expect((await fetch(`${waitingUrl}/api/v1/regions`)).headers.get('content-type')).toBe('application/problem+json')
  expect((await fetch(`${waitingUrl}/healthz`)).status).toBe(200)
  expect((await fetch(`${waitingUrl}/readyz`)).status).toBe(503)
  expect(io.errors()).toMatch(/PostgreSQL at .* cannot be used.*Trying again/)
  await database.restart()
  await database.crashAndRestart()
  await started.promise
  await expect(running).rejects.toThrow('that will do')
  await expect(fetch(waitingUrl)).rejects.toThrow()
})

test('what will not come back by itself is no reason to wait', async () => {
  const io = makeTestIo({ DATABASE_URL: url.replace(/\/[^/]*$/, '/no_such_database'), SPETS_LANG: 'en' })
  const never = () => Promise.reject(new Error('it must not wait'))
  expect(await serveCommand.run([], { ...io, startWaiting: never, startSite: never })).toBe(1)
  expect(io.errors()).toContain('cannot be used')
})
