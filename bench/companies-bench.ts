// `spets match companies` on made-up registers, and beside MiniSearch searching the same areas with the same texts in the same run.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { findCompanyFit } from '../src/matching/company-fit.ts'
import { findSearchDocuments } from '../src/search/search-documents.ts'
import { shippedSnapshot } from '../src/snapshot/testing/shipped-snapshot.ts'
import { makeCompany, makeRegister } from './company-register.ts'

/** Companies in the smaller register; the larger one has three times as many. */
const count = Number(process.env['BENCH_COMPANIES'] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'spets-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

interface Run {
  seconds: number
  peakMb: number
  hash: string
}

/** The command as people run it, in a process of its own. */
async function runCommand(register: string, workers: number): Promise<Run> {
  const out = join(folder, 'matches.csv')
  const entry = join(process.cwd(), 'dist/server/spets.js')
  const args = ['--disable-warning=ExperimentalWarning', entry, 'match', 'companies', register, '--out', out]
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...args, '--workers', String(workers)], {
    env: { ...process.env, SPETS_DATA: join(folder, 'data'), SPETS_LANG: 'sv' },
    stdio: 'inherit',
  })
  let peakMb = NaN
  const watch = setInterval(() => (peakMb = peakOf(child.pid!) ?? peakMb), 50)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearInterval(watch)
  if (code !== 0) throw new Error(`The command ended with ${code}.`)
  return { seconds: (performance.now() - startedAt) / 1000, peakMb, hash: await hashOf(out) }
}

/** The most memory a process has held, in MB; null where the system does not tell. */
function peakOf(pid: number): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes ? Number(kilobytes) / 1024 : null
  } catch {
    return null
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

function writeRegister(companies: number): string {
  const path = join(folder, `register-${companies}.csv`)
  const file = openSync(path, 'w')
  for (const piece of makeRegister(companies)) writeSync(file, piece)
  closeSync(file)
  return path
}

const [small, large] = [count, 3 * count].map((companies) => ({ companies, path: writeRegister(companies) })) as [Size, Size]
interface Size {
  companies: number
  path: string
}

// The very first start loads the facts; that is not what is measured.
await runCommand(writeRegister(1), 1)
console.log('| companies | workers | seconds | companies/s | a million would take | peak memory |\n|---|---|---|---|---|---|')
const hashes = new Map<number, Set<string>>()
for (const [{ companies, path }, workers] of [
  [small, 1],
  [small, 2],
  [large, 1],
  [large, 2],
] as const) {
  const { seconds, peakMb, hash } = await runCommand(path, workers)
  hashes.set(companies, (hashes.get(companies) ?? new Set()).add(hash))
  const rate = companies / seconds
  console.log(
    `| ${companies} | ${workers} | ${seconds.toFixed(1)} | ${rate.toFixed(0)} | ${(1_000_000 / rate).toFixed(0)} s | ${peakMb.toFixed(0)} MB |`,
  )
}
const isSame = [...hashes.values()].every(({ size }) => size === 1)
console.log(`\nOne worker and two write ${isSame ? 'the same bytes' : 'DIFFERENT BYTES'}.`)

const snapshot = shippedSnapshot('2026-11-01')
const companies = Array.from({ length: Math.min(count, 6_000) }, (_, at) => makeCompany(at)).filter(({ text }) => text !== '')
const mini = new MiniSearch({ fields: ['title', 'titleEn', 'text'], searchOptions: { boost: { title: 2 } } })
mini.addAll(
  findSearchDocuments(snapshot)
    .filter(({ kind }) => kind === 'priorityArea')
    .map(({ id, title, titleEn, text }) => ({ id, title, titleEn: titleEn ?? '', text })),
)

/** Texts in a second, after a first third that compiles and fills what is kept. */
function rateOf(match: (text: string) => unknown): number {
  const from = Math.floor(companies.length / 3)
  for (const { text } of companies.slice(0, from)) match(text)
  const startedAt = performance.now()
  for (const { text } of companies.slice(from)) match(text)
  return ((companies.length - from) * 1000) / (performance.now() - startedAt)
}

const ours = rateOf((text) => findCompanyFit(snapshot, { text, regionCode: null, industry: null }))
const peers = [
  ['whole words', rateOf((text) => mini.search(text))],
  ['prefixes and fuzzy spelling', rateOf((text) => mini.search(text, { prefix: true, fuzzy: 0.2 }))],
] as const
console.log(
  `\n| the same texts to the same areas, one thread | texts/s | ours to it |\n|---|---|---|\n| ours, compounds read and reasons given | ${ours.toFixed(0)} | 1 |`,
)
for (const [name, rate] of peers) console.log(`| MiniSearch, ${name} | ${rate.toFixed(0)} | ${(ours / rate).toFixed(2)} |`)
