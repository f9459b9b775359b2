// What one write costs at the size of Europe, as a reader feels it, beside building everything from scratch in the same run.
import { mkdtempSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BodyOf, NewVersion, RecordKind } from '../src/records/record.ts'
import { openSqliteStore } from '../src/store/sqlite-store.ts'
import { makeSite } from '../src/web/main.ts'
import { growthVersions } from './growth-registry.ts'
import { measureMemory } from './growth-memory.ts'
import { fromScratch } from './growth-scratch.ts'
import { forget, readRaw, startSpets } from './programs.ts'

const clock = () => new Date('2026-11-26T12:00:00.000Z')
const runs = Number(process.env['BENCH_RUNS'] ?? 5)
const pages = { region: '/region/varmland', search: '/sok?q=solenergi', review: '/granska', table: '/tabell' } as const
type PageName = keyof typeof pages

/** One version of each kind that other records refer to, or that pages of many kinds show. */
const writes = {
  // An area on the region page that is asked for next.
  priorityArea: (label: string) =>
    change('priorityArea', 'varmland-2018-systemlosningar-med-sol', { translatedLabel: `Solar systems, ${label}` }),
  region: (label: string) => change('region', '17', { residenceCity: `Karlstad ${label}` }),
  jointArea: (label: string) => change('jointArea', 'ostra-mellansverige', { nameEn: `East Middle Sweden ${label}` }),
  // Every made-up area cites it.
  source: (label: string) => change('source', 'deck-2018-01-31', { publisher: `Tillväxtverket ${label}` }),
}

const data = mkdtempSync(join(tmpdir(), 'spets-growth-'))
const path = join(data, 'spets.sqlite')
const clientFolder = 'dist/client'

const store = await openSqliteStore(path, { clock })
await store.load(growthVersions())
console.log(`${await store.getSequence()} versions in all`)
try {
  // First, because nothing that is weighed may have been made before.
  await measureMemory(store)
  await writeAndRead('nothing beside')
  await writeOtherKinds()
  addConversations()
  await writeAndRead('100 000 conversation rows beside')
  await store.close()
  await coldStarts()
} finally {
  forget(data)
}

/** Times the first region page and the first search after one write, grown and from scratch by turns. */
async function writeAndRead(name: string): Promise<void> {
  const site = makeSite({ store, clock, clientFolder })
  const scratch = makeSite({ store, clock, clientFolder })
  scratch.effects.source.read = fromScratch(scratch.effects.source, store)
  for (const page of ['region', 'search'] as const) await timeOf(site, pages[page])
  await site.effects.source.prepare(site.effects.contents.needs)
  let block = 0
  const times = { region: [], search: [], scratchRegion: [], scratchSearch: [] } as Record<string, Time[]>
  for (let run = 0; run < runs; run++)
    for (const page of ['region', 'search'] as const) {
      await writes.priorityArea(`${name} ${run} ${page}`)
      site.effects.source.refresh()
      const measured = await longestBlock(() => timeOf(site, pages[page]))
      times[page]!.push(measured.result)
      block = Math.max(block, measured.block)
      scratch.effects.source.refresh()
      times[page === 'region' ? 'scratchRegion' : 'scratchSearch']!.push(await timeOf(scratch, pages[page]))
    }
  console.log(`\n| ${name}: after one write | ms | from scratch, ms | aim |\n|---|---|---|---|`)
  console.log(`| first region page | ${medianTime(times['region']!)} | ${medianTime(times['scratchRegion']!)} | 30 |`)
  console.log(`| first search | ${medianTime(times['search']!)} | ${medianTime(times['scratchSearch']!)} | 100 |`)
  console.log(`| longest block of the serving thread meanwhile, processor time | ${Math.round(block)} | | 50 |`)
}

/** Does some work while a heartbeat measures the longest that nothing else could run, in the thread's processor time. */
async function longestBlock<T>(work: () => Promise<T>): Promise<{ result: T; block: number }> {
  const now = () => process.threadCpuUsage().user / 1000
  let [last, block] = [now(), 0]
  const beat = setInterval(() => {
    block = Math.max(block, now() - last)
    last = now()
  }, 1)
  const turn = () => new Promise((resolve) => setTimeout(resolve, 3))
  await turn()
  const result = await work()
  await turn()
  clearInterval(beat)
  return { result, block }
}

/** By the clock, and in processor time of the thread, which does not count what other programs on the machine took. */
interface Time {
  clock: number
  cpu: number
}

async function timeOf({ app }: ReturnType<typeof makeSite>, page: string): Promise<Time> {
  const [clockBefore, cpuBefore] = [performance.now(), threadCpu()]
  const response = await app.request(`http://localhost${page}`)
  await response.text()
  if (response.status !== 200) throw new Error(`${page} answered ${response.status}.`)
  return { clock: performance.now() - clockBefore, cpu: threadCpu() - cpuBefore }
}

/** Both medians, processor time in brackets. */
function medianTime(times: readonly Time[]): string {
  return `${median(times.map(({ clock }) => clock))} (${median(times.map(({ cpu }) => cpu))})`
}

function threadCpu(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Times pages that read many kinds of record, each as the first one after a write of one kind. */
async function writeOtherKinds(): Promise<void> {
  const site = makeSite({ store, clock, clientFolder })
  const asked: readonly PageName[] = ['search', 'review', 'table']
  await site.effects.source.prepare(site.effects.contents.needs)
  for (const page of asked) await timeOf(site, pages[page])
  console.log(`\n| first page after one write of | ${asked.join(', ms | ')}, ms | longest block, processor time |`)
  console.log('|---|---|---|---|---|')
  for (const kind of Object.keys(writes) as (keyof typeof writes)[]) {
    const times: Record<string, Time[]> = Object.fromEntries(asked.map((page) => [page, []]))
    let block = 0
    for (let run = 0; run < runs; run++)
      for (const page of asked) {
        await writes[kind](`${run} ${page}`)
        site.effects.source.refresh()
        const measured = await longestBlock(() => timeOf(site, pages[page]))
        times[page]!.push(measured.result)
        block = Math.max(block, measured.block)
      }
    console.log(`| ${kind} | ${asked.map((page) => medianTime(times[page]!)).join(' | ')} | ${Math.round(block)} |`)
  }
}

/** Appends a version of a record in which some fields differ. */
async function change<K extends RecordKind>(kind: K, id: string, fields: Partial<BodyOf<K>>): Promise<void> {
  const newest = (await store.findVersions(kind, id)).at(-1)
  if (!newest) throw new Error(`There is no ${kind} ${id}.`)
  const { recordId, validFrom, validTo, source, body, version } = newest
  const written = {
    kind,
    recordId,
    validFrom,
    validTo,
    source,
    body: { ...body, ...fields },
    recordedBy: 'bench',
    changeNote: 'bench',
    state: 'published',
  } as NewVersion
  await store.append([{ version: written, expectedVersion: version }])
}

/** A table of its own in the same file, as conversations will be: it never enters the snapshot. */
function addConversations(): void {
  const database = new DatabaseSync(path)
  database.exec('create table if not exists conversation_post (id integer primary key, owner text, written_at text, body text)')
  database.exec('begin')
  const insert = database.prepare('insert into conversation_post (owner, written_at, body) values (?, ?, ?)')
  for (let post = 0; post < 100_000; post++)
    insert.run(
      `europe-${post % 300}`,
      '2026-11-01T00:00:00.000Z',
      `Post ${post}: we read your list and would like to talk about it.`,
    )
  database.exec('commit')
  database.close()
}

interface Start {
  page: number
  search: number
  cpu: number
  starting: { cpu: number }
  serving: { cpu: number }
}

/**
 * Starts the program as people do and times the first region page, by turns with a registry of the shipped facts alone; a
 * heartbeat in it measures how long anything blocked its thread, in processor time.
 */
async function coldStarts(): Promise<void> {
  const shipped = mkdtempSync(join(tmpdir(), 'spets-shipped-'))
  try {
    await startOnce(shipped)
    const starts = { small: [] as Start[], large: [] as Start[] }
    for (let run = 0; run < runs; run++) {
      starts.small.push(await startOnce(shipped))
      starts.large.push(await startOnce(data))
    }
    const row = (name: string, read: (start: Start) => number, aim = '') =>
      console.log(`| ${name} | ${median(starts.large.map(read))} | ${median(starts.small.map(read))} | ${aim} |`)
    console.log('\n| cold start | ms | with the shipped facts alone | aim |\n|---|---|---|---|')
    row('to the first region page, whole', ({ page }) => page, '1000')
    row('to the first search', ({ search }) => search)
    row('processor time to the first region page, all threads', ({ cpu }) => cpu)
    row('longest block before it listens, processor time', ({ starting }) => starting.cpu)
    row('longest block from then until search is ready, processor time', ({ serving }) => serving.cpu, '50')
  } finally {
    forget(shipped)
  }
}

async function startOnce(folder: string): Promise<Start> {
  const heartbeat = join(folder, 'heartbeat.json')
  const options = ['--import', join(process.cwd(), 'bench/heartbeat.mjs')]
  const startedAt = performance.now()
  const server = await startSpets(folder, { path: pages.region, options, env: { BENCH_HEARTBEAT: heartbeat } })
  const cpu = server.cpuMs()
  await readRaw(server.url + pages.search, {})
  const search = performance.now() - startedAt
  await server.stop()
  const blocks = JSON.parse(readFileSync(heartbeat, 'utf8')) as Pick<Start, 'starting' | 'serving'>
  return { page: server.startedInMs, search, cpu, ...blocks }
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!)
}
