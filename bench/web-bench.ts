import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { forget, readRaw, startBare, startSpets } from './programs.ts'
import { snapshotRows } from './snapshot-rows.ts'

const root = process.cwd()
const seconds = Number(process.env['BENCH_SECONDS'] ?? 3)
const rounds = 3
const connections = 8
const packed = { 'accept-encoding': 'br' }
const run = promisify(execFile)

const cases = [
  { name: 'start', path: '/' },
  { name: 'region', path: '/region/varmland' },
  { name: 'search', path: '/sok?q=skog' },
  { name: 'API, regions', path: '/api/v1/regions' },
  { name: 'start, 304', path: '/', isKnown: true },
]

interface Measured {
  requestsPerSecond: number
  p99Ms: number
}

/** Each answer beside a bare node:http server that sends the same bytes with the same headers, by turns in the same run. */
async function benchRequests(): Promise<void> {
  const spets = await startSpets()
  console.log(
    '\n| request | Spets, requests/s | bare Node, requests/s | ratio | Spets p99, ms | bare p99, ms |\n|---|---|---|---|---|---|',
  )
  for (const { name, path, isKnown } of cases) {
    const first = await readRaw(spets.url + path, packed)
    const headers = isKnown ? { ...packed, 'if-none-match': first.headers.etag! } : packed
    const same = await readRaw(spets.url + path, headers)
    const bare = await startBare(same)
    const measured: { spets: Measured[]; bare: Measured[] } = { spets: [], bare: [] }
    // Both warm up first; then they take turns, so that whatever else the machine does meets both.
    await load(spets.url + path, { headers, status: same.status, forSeconds: 1 })
    await load(bare.url + path, { headers, status: same.status, forSeconds: 1 })
    for (let round = 0; round < rounds; round++) {
      measured.spets.push(await load(spets.url + path, { headers, status: same.status }))
      measured.bare.push(await load(bare.url + path, { headers, status: same.status }))
    }
    await bare.stop()
    const [ours, theirs] = [middle(measured.spets), middle(measured.bare)]
    const ratio = (ours.requestsPerSecond / theirs.requestsPerSecond).toFixed(2)
    console.log(
      `| ${name} | ${ours.requestsPerSecond.toFixed(0)} | ${theirs.requestsPerSecond.toFixed(0)} | ${ratio} | ${ours.p99Ms} | ${theirs.p99Ms} |`,
    )
  }
  await spets.stop()
  forget(spets.data)
}

const middle = (measured: Measured[]): Measured =>
  measured.toSorted((a, b) => a.requestsPerSecond - b.requestsPerSecond)[Math.floor(measured.length / 2)]!

/** Keeps eight connections busy from a process of its own. @throws Error when an answer is not the one expected */
async function load(
  url: string,
  { headers, status, forSeconds = seconds }: { headers: Record<string, string>; status: number; forSeconds?: number },
): Promise<Measured> {
  const asked = [url, String(forSeconds), String(connections), JSON.stringify(headers)]
  const { stdout } = await run(process.execPath, [join(root, 'bench/load.mjs'), ...asked])
  const { errors, statuses, ...measured } = JSON.parse(stdout) as Measured & { errors: number; statuses: string[] }
  if (errors > 0 || statuses.join() !== String(status)) throw new Error(`${url}: ${errors} errors, answers ${statuses.join()}.`)
  return measured
}

/** From starting the program to the whole first page, on the very first start and on a registry that is there. */
async function benchColdStart(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'spets-cold-'))
  console.log('\n| cold start to the first page | ms |\n|---|---|')
  for (const name of ['first start, loads the facts', 'second start', 'third start']) {
    const spets = await startSpets(data)
    console.log(`| ${name} | ${spets.startedInMs.toFixed(0)} |`)
    await spets.stop()
  }
  forget(data)
}

/** What a reader's browser fetches, as sent. */
async function benchWeights(): Promise<void> {
  const spets = await startSpets()
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)
  console.log('\n| what is sent | kB, gzip | kB, Brotli |\n|---|---|---|')
  for (const path of ['/', '/region/varmland', '/tema/skog-och-bioekonomi', '/tabell', '/sok?q=skog']) {
    const [gzip, brotli] = [
      await readRaw(spets.url + path, { 'accept-encoding': 'gzip' }),
      await readRaw(spets.url + path, packed),
    ]
    console.log(`| HTML ${path} | ${kilobytes(gzip.body.length)} | ${kilobytes(brotli.body.length)} |`)
  }
  const manifest = JSON.parse(readFileSync(join(root, 'dist/client/manifest.json'), 'utf8')) as Record<
    string,
    { file: string; css?: string[] }
  >
  const names = [...new Set(Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]))]
  for (const [kind, end] of [
    ['CSS, all of it', '.css'],
    ['JavaScript, all of it', '.js'],
    ['fonts, all of them, packed as they are', '.woff2'],
  ] as const) {
    const bodies = names.filter((name) => name.endsWith(end)).map((name) => readFileSync(join(root, 'dist/client', name)))
    const sizes = bodies.map((body) => (end === '.woff2' ? body.length : gzipSync(body).length))
    console.log(`| ${kind} | ${kilobytes(sizes.reduce((sum, size) => sum + size, 0))} | |`)
  }
  await spets.stop()
  forget(spets.data)
}

await benchRequests()
await benchColdStart()
await benchWeights()
console.log(snapshotRows())
