import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewVersion } from '../../records/record.ts'
import { startServer } from '../main.ts'
import type { RunningServer } from '../main.ts'
import { clock, openTestRegistry, wishOf } from './testing/test-registry.ts'
import type { TestRegistry } from './testing/test-registry.ts'

let registry: TestRegistry
let server: RunningServer
beforeAll(async () => {
  registry = await openTestRegistry()
  server = await startServer({ store: registry.store, clientFolder: registry.clientFolder, clock, port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.stop(0)
  await registry.close()
})

/** Status, ETag and body of one request, over a connection of its own. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; etag: string; body: string }>((resolve, reject) => {
    get(server.url + path, { headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode!, etag: response.headers.etag ?? '', body }))
    }).on('error', reject)
  })

let count = 0
/** Another process writes; it is seen when this one has asked the store again. */
const write = async (version: NewVersion, expectedVersion: number) => {
  await registry.store.append([{ version, expectedVersion }])
  await new Promise((resolve) => setTimeout(resolve, 120))
}
const writeWish = () => write(wishOf(`behalls-${++count}`, `Önskemål ${count}`), 0)

const areaId = 'varmland-2018-systemlosningar-med-sol'
async function writeArea(translatedLabel: string): Promise<void> {
  const versions = await registry.store.findVersions('priorityArea', areaId)
  const { validFrom, validTo, body, source, version } = versions.at(-1)!
  const changed = { ...(body as NewVersion<'priorityArea'>['body']), translatedLabel }
  const written = { kind: 'priorityArea', recordId: areaId, validFrom, validTo, source, body: changed } as const
  await write({ ...written, recordedBy: 'test', changeNote: 'Prov', state: 'published' } as NewVersion, version)
}

test.each([
  '/region/varmland',
  '/tillganglighet',
  '/api/v1/regions/varmland',
  '/api/v1/tables/priorities.csv',
  '/api/v1/openapi.json',
])('%s: what it did not read may be written; its bytes and its 304 stay', async (path) => {
  const first = await ask(path)
  expect(first.status).toBe(200)
  await writeWish()
  const again = await ask(path)
  expect([again.status, again.etag, again.body === first.body]).toEqual([200, first.etag, true])
  expect((await ask(path, { 'if-none-match': first.etag })).status).toBe(304)
})

test.each(['/en/region/varmland', '/api/v1/regions/varmland', '/en/search?q=solar', '/hort', '/om'])(
  '%s: what it read is written, and it is another answer with another ETag',
  async (path) => {
    const first = await ask(path)
    await (path === '/hort' ? writeWish() : writeArea(`Solar systems, number ${++count}`))
    const again = await ask(path, { 'if-none-match': first.etag })
    expect([again.status, again.etag === first.etag, again.body === first.body]).toEqual([200, false, false])
  },
)

test('search reads wishes too, so that a wish can be found at once', async () => {
  const first = await ask('/api/v1/search?q=regnb%C3%A5gsforskning')
  await write(wishOf('regnbage', 'Regnbågsforskning'), 0)
  const again = await ask('/api/v1/search?q=regnb%C3%A5gsforskning', { 'if-none-match': first.etag })
  expect([first.body.includes('Regnbågsforskning'), again.status, again.body.includes('Regnbågsforskning')]).toEqual([
    false,
    200,
    true,
  ])
})

test('an answer made by a server that starts later has the same ETag', async () => {
  const first = await ask('/region/varmland')
  const other = await startServer({
    store: registry.store,
    clientFolder: registry.clientFolder,
    clock,
    port: 0,
    host: '127.0.0.1',
  })
  const response = await fetch(`${other.url}/region/varmland`, { headers: { 'if-none-match': first.etag } })
  await response.text()
  await other.stop(0)
  expect(response.status).toBe(304)
})
