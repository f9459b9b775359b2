import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { OutgoingHttpHeaders, RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { firstFacts } from '../src/publishing/first-facts.ts'
import { openSqliteStore } from '../src/store/sqlite-store.ts'
import { startServer } from '../src/web/main.ts'
import { snapshotRows } from './snapshot-rows.ts'

const root = process.cwd()
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4)
const connections = 8
const accept = { 'accept-encoding': 'br' }

interface Measured {
  requestsPerSecond: number
  p99Ms: number
  errors: number
  statuses: string[]
}

const cases = [
  { name: 'start', path: '/', headers: {} },
  { name: 'region', path: '/region/varmland', headers: {} },
  { name: 'search', path: '/sok?q=skog', headers: {} },
  { name: '304', path: '/', headers: { 'if-none-match': '' } },
]

/** Each page beside a bare node:http server that sends the same bytes with the same headers, in the same run. */
async function benchRequests(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'spets-bench-'))
  const store = await openSqliteStore(join(folder, 'spets.sqlite'), { clock: () => new Date() })
  await store.load(firstFacts())
  const rate = { perSecond: 1e9, burst: 1e9 }
  const site = await startServer({
    store,
    clientFolder: join(root, 'dist/client'),
    clock: () => new Date(),
    port: 0,
    host: '127.0.0.1',
    rate,
  })
  console.log(
    '\n| request | Spets, requests/s | bare Node, requests/s | ratio | Spets p99, ms | bare p99, ms |\n|---|---|---|---|---|---|',
  )
  for (const { name, path, headers } of cases) {
    const first = await fetch(site.url + path, { headers: accept })
    await first.arrayBuffer()
    const asked = { ...accept, ...('if-none-match' in headers ? { 'if-none-match': first.headers.get('etag')! } : {}) }
    const same = await rawAnswer(site.url + path, asked)
    const bare = await startBare((_request, response) => response.writeHead(same.status, same.headers).end(same.body))
    const [bareOnce, spetsOnce, spetsTwice, bareTwice] = [
      await load(bare.url + path, asked),
      await load(site.url + path, asked),
      await load(site.url + path, asked),
      await load(bare.url + path, asked),
    ]
    bare.stop()
    const spets = mean(spetsOnce, spetsTwice)
    const peer = mean(bareOnce, bareTwice)
    const ratio = spets.requestsPerSecond / peer.requestsPerSecond
    console.log(
      `| ${name} | ${spets.requestsPerSecond.toFixed(0)} | ${peer.requestsPerSecond.toFixed(0)} | ${ratio.toFixed(2)} | ${spets.p99Ms} | ${peer.p99Ms} |`,
    )
  }
  await site.stop(500)
  await store.close()
  rmSync(folder, { recursive: true })
}

const mean = (a: Measured, b: Measured) => ({
  requestsPerSecond: (a.requestsPerSecond + b.requestsPerSecond) / 2,
  p99Ms: Math.max(a.p99Ms, b.p99Ms),
})

/** The answer's bytes as they go over the wire, still packed. */
async function rawAnswer(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: OutgoingHttpHeaders; body: Buffer }> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...kept } = response.headers
        resolve({ status: response.statusCode!, headers: kept, body: Buffer.concat(chunks) })
      })
    }).on('error', reject)
  })
}

async function startBare(listener: RequestListener): Promise<{ url: string; stop: () => void }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => (server.closeAllConnections(), server.close()),
  }
}

function load(url: string, headers: Record<string, string>): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(root, 'bench/load.mjs'), url, String(seconds), String(connections), JSON.stringify(headers)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('close', () => {
      const measured = JSON.parse(said) as Measured
      if (measured.errors > 0) reject(new Error(`${measured.errors} requests failed.`))
      else resolve(measured)
    })
  })
}

/** From starting the program to the whole first page, on a registry that is there and on the very first start. */
async function benchColdStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'spets-cold-'))
  console.log('\n| cold start to first page | ms |\n|---|---|')
  for (const name of ['first start, loads the facts', 'second start', 'third start']) {
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    const startedAt = performance.now()
    const child = spawn(process.execPath, [join(root, 'dist/server/spets.js'), 'serve', '--port', String(port)], {
      env: { ...process.env, SPETS_DATA: folder, SPETS_LOG: 'silent' },
      stdio: 'ignore',
    })
    const giveUpAt = startedAt + 20_000
    for (;;) {
      const isThere = await fetch(`http://localhost:${port}/`).then(
        (response) => response.text(),
        () => null,
      )
      if (isThere) break
      if (performance.now() > giveUpAt) throw new Error('The server did not start.')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    console.log(`| ${name} | ${(performance.now() - startedAt).toFixed(0)} |`)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
  rmSync(folder, { recursive: true })
}

/** What a reader's browser fetches, as sent. */
async function benchWeights(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'spets-weights-'))
  const store = await openSqliteStore(join(folder, 'spets.sqlite'), { clock: () => new Date() })
  await store.load(firstFacts())
  const site = await startServer({
    store,
    clientFolder: join(root, 'dist/client'),
    clock: () => new Date(),
    port: 0,
    host: '127.0.0.1',
  })
  const manifest = JSON.parse(readFileSync(join(root, 'dist/client/manifest.json'), 'utf8')) as Record<
    string,
    { file: string; css?: string[] }
  >
  const size = async (path: string) => (await rawAnswer(site.url + path, { 'accept-encoding': 'gzip' })).body.length
  console.log('\n| what is sent | kB, gzip |\n|---|---|')
  for (const path of ['/', '/region/varmland', '/tema/skog-och-bioekonomi', '/tabell', '/sok?q=skog'])
    console.log(`| HTML ${path} | ${((await size(path)) / 1000).toFixed(1)} |`)
  const files = Object.values(manifest)
  const styles = files.flatMap(({ css = [] }) => css)
  const scripts = files.map(({ file }) => file).filter((file) => file.endsWith('.js'))
  const total = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(root, 'dist/client', name))).length, 0)
  console.log(
    `| CSS, all of it | ${(total(styles) / 1000).toFixed(1)} |\n| JavaScript, all of it | ${(total(scripts) / 1000).toFixed(1)} |`,
  )
  const fonts = files.map(({ file }) => file).filter((file) => file.endsWith('.woff2'))
  console.log(
    `| fonts (as they are) | ${(fonts.reduce((sum, name) => sum + readFileSync(join(root, 'dist/client', name)).length, 0) / 1000).toFixed(1)} |`,
  )
  await site.stop(100)
  await store.close()
  rmSync(folder, { recursive: true })
}

await benchRequests()
await benchColdStart()
await benchWeights()
console.log(snapshotRows())
