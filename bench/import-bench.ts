import { get, request } from 'node:http'
import { readFileSync } from 'node:fs'
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
  const spets = await startSpets()
  console.log('| deck | bytes | answer | read in | readers waited: median, longest |\n|---|---|---|---|---|')
  await whileReading(spets.url, () => new Promise((resolve) => setTimeout(resolve, 2_000)))
  for (const { name, bytes } of decks) {
    const form = formOf(bytes)
    const began = performance.now()
    const { result, waits } = await whileReading(spets.url, () => send(spets.url, form))
    const sorted = waits.toSorted((a, b) => a - b)
    const [median, longest] = [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!]
    const took = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`| ${name} | ${bytes.length} | ${result} | ${took} s | ${median.toFixed(1)} ms, ${longest.toFixed(0)} ms |`)
  }
  await spets.stop()
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
