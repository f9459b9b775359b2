import { get, request } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostileDecks } from './hostile-decks.ts'
import { startSpets } from './programs.ts'

const token = 'a-key-for-the-bench-of-imports-alone'
process.env['SPETS_ADMIN_TOKEN'] = token
const pauseMs = 5

interface Sent {
  name: string
  bytes: Uint8Array
}

/** How long readers wait for the start page while decks are read, the ordinary one and those made to stop the site. */
async function benchImports(): Promise<void> {
  const ordinary = (ending: string): Sent => ({
    name: `the deck of 2018, ${ending}`,
    bytes: readFileSync(join(process.cwd(), `fixtures/deck/smart-specialisering-2018-01-31.${ending}`)),
  })
  const decks = [ordinary('txt'), ordinary('pptx'), ordinary('pdf'), ...hostileDecks()]
  console.log(
    '| deck | bytes | answer | read in | readers waited: median, longest | kept from answering, longest |\n|---|---|---|---|---|---|',
  )
  const idle = await importWhileReading(null)
  console.log(`| none | | | 5.0 s | ${idle.waited} | ${idle.blocked} |`)
  for (const { name, bytes } of decks) {
    const { result, took, waited, blocked } = await importWhileReading(formOf(bytes))
    console.log(`| ${name} | ${bytes.length} | ${result} | ${took} s | ${waited} | ${blocked} |`)
  }
}

/**
 * One deck, or none, on a site of its own. What kept the answering thread from readers is measured in its processor time, which
 * does not count what other programs on the machine took; how long readers waited, by the clock, which does.
 */
async function importWhileReading(form: Buffer | null) {
  const folder = mkdtempSync(join(tmpdir(), 'spets-bench-'))
  const heartbeat = join(folder, 'heartbeat.json')
  const options = ['--import', join(process.cwd(), 'bench/heartbeat.mjs')]
  const spets = await startSpets(folder, { options, env: { BENCH_HEARTBEAT: heartbeat } })
  const pause = (ms: number) => new Promise<number>((resolve) => setTimeout(resolve, ms, 0))
  await whileReading(spets.url, () => pause(5_000))
  const began = performance.now()
  const { result, waits } = await whileReading(spets.url, () => (form ? send(spets.url, form) : pause(5_000)))
  const took = ((performance.now() - began) / 1000).toFixed(1)
  await spets.stop()
  const { settled } = JSON.parse(readFileSync(heartbeat, 'utf8')) as { settled: { cpu: number } }
  rmSync(folder, { recursive: true, force: true })
  const sorted = waits.toSorted((a, b) => a - b)
  const [median, longest] = [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!]
  return { result, took, waited: `${median.toFixed(1)} ms, ${longest.toFixed(0)} ms`, blocked: `${settled.cpu.toFixed(0)} ms` }
}

/** The form's bytes are made beforehand, so that the making of them keeps no reader waiting here. */
function formOf(bytes: Uint8Array): Buffer {
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="deck"\r\n\r\n'
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')])
}

function send(url: string, form: Buffer): Promise<number> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': form.length,
  }
  return new Promise((resolve, reject) => {
    const sending = request(`${url}/import`, { method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
    sending.on('error', reject).end(form)
  })
}

/** Asks for the start page over and over until the work is done. */
async function whileReading<T>(url: string, work: () => Promise<T>): Promise<{ result: T; waits: number[] }> {
  const waits: number[] = []
  const state = { isDone: false }
  const result = work().finally(() => (state.isDone = true))
  while (!state.isDone) {
    waits.push(await waitFor(url))
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return { result: await result, waits }
}

function waitFor(url: string): Promise<number> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get(url, (response) => response.resume().on('end', () => resolve(performance.now() - began))).on('error', reject)
  })
}

await benchImports()
