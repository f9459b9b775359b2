// The engine beside numpy on the same tables, run by run in turn, one thread each, and in a browser's worker.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'

interface Run {
  ms: number
  /** Processor time of all threads. */
  cpuMs: number
  peakMegabytes: number
  checkSums: Record<string, [number, number]>
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
/** Enough rounds that both programs have found what memory they use again, which here takes the engine some forty runs. */
const sizes = [
  { regions: 21, activities: 88, rounds: 150 },
  { regions: 21, activities: 800, rounds: 120 },
  { regions: 290, activities: 88, rounds: 150 },
  { regions: 290, activities: 800, rounds: 120 },
  { regions: 1300, activities: 1000, rounds: 40 },
  { regions: 250, activities: 5000, rounds: 10 },
  { regions: 1500, activities: 10_000, rounds: 3 },
]
const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0)
if (!python)
  console.log('numpy is not here, so there is nothing to compare with: apt-get install python3-numpy libopenblas0-pthread\n')

console.log(
  '| table | numpy | ours | with the proximity matrix | ours to numpy | with the matrix | plain TypeScript | with worker threads, to numpy | first call, ours | first call, numpy | peak memory, ours | with the matrix | numpy | same answers |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|')
const only = process.argv.find((argument) => /^\d+x\d+$/.test(argument))
for (const { regions, activities, rounds } of sizes) {
  if (only ? only !== `${regions}x${activities}` : process.argv.includes('--quick') && activities > 1000) continue
  await compare([String(regions), String(activities)], rounds)
}
if (!only) await measureInBrowser()

/** One row of the table: a process for each program, which run in turn: first the two alone, then what else there is. */
async function compare(size: string[], rounds: number): Promise<void> {
  const node = (...options: string[]) => [process.execPath, here('measure-node.ts'), ...size, ...options]
  const beside = python && { numpy: [python, here('pipeline.py'), ...size] }
  const { ours, numpy } = (await runInTurn({ ours: node(), ...beside }, rounds)) as { ours: Run[]; numpy?: Run[] }
  const others = Number(size[1]) <= 7000 && { matrix: node('proximity'), plain: node('typescript'), ...beside }
  const workers = Number(size[0]) * Number(size[1]) >= 5e6 && { workers: node('workers') }
  const later = others ? await runInTurn(others, Math.ceil(rounds / 3)) : {}
  const { matrix, plain } = later as { matrix?: Run[]; plain?: Run[] }
  const shared = workers ? await runInTurn({ ...workers, ...beside }, Math.max(2, Math.ceil(rounds / 4))) : {}
  const ratio = (one: Run[] | undefined, other: Run[] | undefined) => {
    if (!one || !other) return '–'
    return `${(median(one) / median(other)).toFixed(2)} (${(median(one, 'cpuMs') / median(other, 'cpuMs')).toFixed(2)})`
  }
  const memory = (one?: Run[]) => (one ? `${one.at(-1)!.peakMegabytes.toFixed(0)} MB` : '–')
  const cells = [
    size.join(' × '),
    numpy ? ms(median(numpy)) : '–',
    ms(median(ours)),
    matrix ? ms(median(matrix)) : 'not made',
    ratio(ours, numpy),
    ratio(matrix, later['numpy']),
    plain ? ms(median(plain)) : 'not run',
    ratio(shared['workers'], shared['numpy']),
    firstCall(ours),
    firstCall(numpy),
    memory(ours),
    memory(matrix),
    memory(numpy),
    numpy ? largestDifference(ours[0]!, numpy[0]!).toExponential(0) : '–',
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

async function runInTurn(programs: Record<string, string[]>, rounds: number): Promise<Record<string, Run[]>> {
  const running = await Promise.all(Object.entries(programs).map(async ([name, parts]) => ({ name, ...(await begin(parts)) })))
  const runs: Record<string, Run[]> = Object.fromEntries(running.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) for (const { name, once } of running) runs[name]!.push(await once())
  for (const { child } of running) child.stdin!.end()
  return runs
}

/** Starts a program that answers each line with a run; the BLAS has one thread and chooses its own kernel. */
async function begin([program, ...parameters]: string[]): Promise<{ child: ChildProcess; once: () => Promise<Run> }> {
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
  for (const name of Object.keys(env))
    if (/^OPENBLAS_(?!NUM_THREADS)|_CPU_TYPE$/.test(name)) delete (env as NodeJS.ProcessEnv)[name]
  const child = spawn(program!, parameters, { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const read = async () => JSON.parse((await lines.next()).value as string) as Run
  await read()
  return {
    child,
    once: () => {
      child.stdin.write('\n')
      return read()
    },
  }
}

/** The first run of a process: nothing compiled, no page of memory touched; in brackets its processor time. */
function firstCall(runs?: Run[]): string {
  return runs ? `${ms(runs[0]!.ms)} (${ms(runs[0]!.cpuMs)})` : '–'
}

/** Without the first runs, in which programs warm up, where there are enough. */
function median(runs: Run[], what: 'ms' | 'cpuMs' = 'ms'): number {
  const times = runs.slice(runs.length >= 6 ? Math.floor(runs.length / 4) : runs.length > 1 ? 1 : 0).map((run) => run[what])
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)]!
}

function ms(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : value < 2000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(1)} s`
}

/** The largest difference of a check sum, as a share of it. */
function largestDifference(one: Run, other: Run): number {
  const pairs = Object.keys(one.checkSums).map((name) => [one.checkSums[name]![0], other.checkSums[name]![0]] as const)
  return Math.max(...pairs.map(([left, right]) => Math.abs(left - right) / Math.abs(right)))
}

async function measureInBrowser(): Promise<void> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
  if (!executablePath) return console.log('\nNo Chromium is here, so nothing was measured in a browser.')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: here('measure-worker.ts') } },
  })
  const { output } = (Array.isArray(built) ? built[0]! : built) as { output: { code?: string }[] }
  const code = output[0]!.code!
  const server = createServer((request, response) =>
    request.url === '/worker.js'
      ? response.setHeader('content-type', 'text/javascript').end(code)
      : response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/`)
  for (const { regions, activities, rounds } of sizes.filter(({ activities }) => activities <= 800)) {
    const times = await page.evaluate(
      (size) =>
        new Promise<number[]>((resolve) => {
          const worker = new Worker('/worker.js', { type: 'module' })
          worker.addEventListener('message', ({ data }) => resolve(data as number[]))
          worker.postMessage(size, [])
        }),
      { regions, activities, rounds },
    )
    console.log(
      `\nIn a browser's worker, ${regions} × ${activities}: first ${times[0]!.toFixed(1)} ms, warm ${ms(times.slice(Math.floor(times.length / 2)).sort((one, other) => one - other)[Math.floor(times.length / 4)]!)}.`,
    )
  }
  await browser.close()
  server.close()
}
