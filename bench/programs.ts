import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'

const root = process.cwd()
const mostPatienceMs = 60_000

// Nothing that a benchmark has started outlives it, however it ends.
const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

/** A program that answers at an address, in a process of its own. */
export interface Program {
  url: string
  /** Processor time it has used, in milliseconds; NaN where the system does not tell. */
  cpuMs(): number
  stop(): Promise<void>
}

/** An answer's bytes as they go over the wire, still packed. */
export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** The program as people run it, log and all, on a registry of its own; only the rate limit is out of the way. */
export async function startSpets(
  data = mkdtempSync(join(tmpdir(), 'spets-bench-')),
  { path = '/', options = [], env = {} }: { path?: string; options?: readonly string[]; env?: Record<string, string> } = {},
): Promise<Program & { data: string; startedInMs: number }> {
  const port = Number(process.env['BENCH_PORT']) || 20_000 + Math.floor(Math.random() * 20_000)
  const url = `http://localhost:${port}`
  const log = openSync(join(data, 'log'), 'a')
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...options, join(root, 'dist/server/spets.js'), 'serve', '--port', String(port)],
    { env: { ...process.env, ...env, SPETS_DATA: data, SPETS_RATE_LIMIT: '1000000000' }, stdio: ['ignore', 'ignore', log] },
  )
  running.add(child)
  closeSync(log)
  while (!(await answers(url + path))) {
    if (child.exitCode !== null || performance.now() - startedAt > mostPatienceMs)
      throw new Error(`Spets did not start: see ${data}/log.`)
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
  return { url, data, startedInMs: performance.now() - startedAt, cpuMs: () => cpuMsOf(child), stop: () => stop(child) }
}

/** A bare server that sends one answer, whatever is asked. */
export async function startBare({ status, headers, body }: RawAnswer): Promise<Program> {
  const child = spawn(process.execPath, [join(root, 'bench/bare-server.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
  running.add(child)
  child.stdin.end(JSON.stringify({ status, headers, body: body.toString('base64') }))
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: `http://127.0.0.1:${port.toString().trim()}`, cpuMs: () => cpuMsOf(child), stop: () => stop(child) }
}

/** One request over a connection of its own. */
export function readRaw(url: string, headers: Record<string, string>): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...kept } = response.headers
        resolve({ status: response.statusCode!, headers: kept, body: Buffer.concat(chunks) })
      })
    }).on('error', reject)
  })
}

export const forget = (folder: string): void => rmSync(folder, { recursive: true, force: true })

const answers = (url: string): Promise<boolean> =>
  readRaw(url, {}).then(
    ({ status }) => status === 200,
    () => false,
  )

/** Linux counts in hundredths of a second: user and system time are fields 14 and 15, after the name in brackets. */
function cpuMsOf({ pid }: ChildProcess): number {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return NaN
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
  running.delete(child)
}
