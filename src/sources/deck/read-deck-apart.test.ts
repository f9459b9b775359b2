import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { ExpectedError } from '../../records/expected-error.ts'
import { readDeckApart } from './read-deck-apart.ts'

const gazetteer = [{ code: '13', names: ['Halland'] }]
/** A job of its own each time, since its bytes go over to the thread. */
const job = () => ({ fileName: 'deck.txt', gazetteer, bytes: strToU8('Titel\n\nHalland\n- Hälsa\n') })
const programOf = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)
const report = (message: unknown) =>
  programOf(`import { parentPort } from 'node:worker_threads'; parentPort.postMessage(${JSON.stringify(message)})`)
const begins = "import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ begins: true });"
const refusal = (reading: Promise<unknown>): Promise<unknown> => reading.catch((error: unknown) => error)

test('a thread reads what this thread reads', async () => {
  const workerEntry = new URL('testing/deck-worker-from-source.ts', import.meta.url)
  const apart = await readDeckApart(job(), { workerEntry, deadlineMs: 60_000, memoryMegabytes: 1_000 })
  expect(apart).toEqual(await readDeckApart(job(), {}))
  expect(apart.draft.regions.map(({ code, priorities }) => [code, priorities.length])).toEqual([['13', 1]])
})

test('what the thread refuses is refused in the same words', async () => {
  const words = { sv: 'Filen är tom.', en: 'The file is empty.' }
  const refused = { code: 'unsupported_file', detail: 'deck.txt: The file is empty.', data: { fileName: 'deck.txt', words } }
  const error = await refusal(readDeckApart(job(), { workerEntry: report({ refused }) }))
  expect(error).toBeInstanceOf(ExpectedError)
  expect(error).toMatchObject(refused)
})

test('a document that never comes to an end is given up at the deadline, and others are read meanwhile', async () => {
  const endless = readDeckApart(job(), { workerEntry: programOf(`${begins} for (;;) {}`), deadlineMs: 700 })
  const first = await Promise.race([refusal(endless), readDeckApart(job(), { workerEntry: report({ answer: 'read' }) })])
  expect(first).toBe('read')
  expect(await refusal(endless)).toMatchObject({
    code: 'too_large',
    data: { words: { en: expect.stringContaining('0.7 seconds') } },
  })
})

test.each([
  ['objects', 'const all = []; for (;;) all.push({ a: [all.length] })'],
  ['buffers', 'const all = []; setInterval(() => all.push(new Uint8Array(8e6).fill(1)), 1)'],
])('a document that takes too much memory in %s is given up', async (_, code) => {
  const memory = { memoryMegabytes: 48, deadlineMs: 30_000 }
  const error = await refusal(readDeckApart(job(), { workerEntry: programOf(code), ...memory }))
  expect(error).toMatchObject({ code: 'too_large', data: { words: { en: expect.stringContaining('memory') } } })
})

test('a thread that fails or ends without a word is a bug, and gives its place to the next', async () => {
  for (const code of [
    "throw new Error('broken')",
    '',
    "import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ bug: 'x' })",
  ])
    expect(await refusal(readDeckApart(job(), { workerEntry: programOf(code) }))).not.toBeInstanceOf(ExpectedError)
  expect(await readDeckApart(job(), { workerEntry: report({ answer: 'read' }) })).toBe('read')
})
