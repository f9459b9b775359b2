import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { forget, readRaw, startBare, startSpets } from './programs.ts'
import type { Program } from './programs.ts'
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
  /** Processor time of the server for each request, in microseconds; NaN where the system does not tell. */
  cpuMicroseconds: number
  p99Ms: number
}

/**
 * Each answer beside a bare node:http server that sends the same bytes with the same headers, by turns in the same run.
 * Where the load itself is what limits, only processor time tells the two apart; so both are shown.
 */
async function benchRequests(): Promise<void> {
  const spets = await startSpets()
  console.log(
    '\n| request | requests/s, of a bare server’s | processor time, bare server’s of ours | Spets: requests/s, p99 ms, CPU µs | bare: requests/s, p99 ms, CPU µs |\n|---|---|---|---|---|',
  )
  for (const { name, path, isKnown } of cases) {
    const first = await readRaw(spets.url + path, packed)
    const headers = isKnown ? { ...packed, 'if-none-match': first.headers.etag! } : packed
    const same = await readRaw(spets.url + path, headers)
    const bare = await startBare(same)
    const asked = { path, headers, status: same.status }
    const measured: { spets: Measured[]; bare: Measured[] } = { spets: [], bare: [] }
    // Both warm up first; then they take turns, so that whatever else the machine does meets both.
    for (const program of [spets, bare]) await load(program, { ...asked, forSeconds: 1 })
    for (let round = 0; round < rounds; round++) {
      measured.spets.push(await load(spets, asked))
      measured.bare.push(await load(bare, asked))
    }
    await bare.stop()
    const [ours, theirs] = [middle(measured.spets), middle(measured.bare)]
    const rate = (ours.requestsPerSecond / theirs.requestsPerSecond).toFixed(2)
    const time = (theirs.cpuMicroseconds / ours.cpuMicroseconds).toFixed(2)
    console.log(`| ${name} | ${rate} | ${time} | ${inWords(ours)} | ${inWords(theirs)} |`)
  }
  await spets.stop()
  forget(spets.data)
}

const inWords = ({ requestsPerSecond, p99Ms, cpuMicroseconds }: Measured): string =>
  `${requestsPerSecond.toFixed(0)}, ${p99Ms}, ${cpuMicroseconds.toFixed(0)}`

/** The middle of several, each figure by itself. */
function middle(measured: readonly Measured[]): Measured {
  const of = (name: keyof Measured) =>
    measured.map((one) => one[name]).toSorted((a, b) => a - b)[Math.floor(measured.length / 2)]!
  return { requestsPerSecond: of('requestsPerSecond'), p99Ms: of('p99Ms'), cpuMicroseconds: of('cpuMicroseconds') }
}

/** Keeps eight connections busy from a process of its own. @throws Error when an answer is not the one expected */
async function load(
  program: Program,
  {
    path,
    headers,
    status,
    forSeconds = seconds,
  }: { path: string; headers: Record<string, string>; status: number; forSeconds?: number },
): Promise<Measured> {
  const before = program.cpuMs()
  const asked = [program.url + path, String(forSeconds), String(connections), JSON.stringify(headers)]
  const { stdout } = await run(process.execPath, [join(root, 'bench/load.mjs'), ...asked])
  const { errors, statuses, total, ...measured } = JSON.parse(stdout) as Loaded
  if (errors > 0 || statuses.join() !== String(status)) throw new Error(`${path}: ${errors} errors, answers ${statuses.join()}.`)
  return { ...measured, cpuMicroseconds: ((program.cpuMs() - before) * 1000) / total }
}

interface Loaded {
  requestsPerSecond: number
  p99Ms: number
  total: number
  errors: number
  statuses: string[]
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
