import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../main.ts'
import { clock, openTestRegistry } from './testing/test-registry.ts'
import type { TestRegistry } from './testing/test-registry.ts'

let registry: TestRegistry
beforeAll(async () => {
  registry = await openTestRegistry()
})
afterAll(() => registry.close())

const requests = 8

/** Readers in a thread of their own: they send all their requests, report it in `sent`, and tell what they were answered. */
const readers = `
const { connect } = require('node:net')
const { parentPort, workerData: { port, requests, sent } } = require('node:worker_threads')
const answers = Array.from({ length: requests }, () => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('connect', () => socket.write('GET /om HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n', () => {
    if (Atomics.add(sent, 0, 1) + 1 === requests) Atomics.notify(sent, 0)
  }))
  socket.on('data', (part) => (answer += part))
  socket.on('error', () => undefined)
  socket.on('close', () => resolve(answer.slice(9, 12)))
}))
Promise.all(answers).then((all) => parentPort.postMessage(all))
`

test('requests that have arrived when it is time to stop are answered, although nobody has read them yet', async () => {
  const { store, clientFolder } = registry
  const server = await startServer({ store, clientFolder, clock, port: 0, host: '127.0.0.1' })
  const sent = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(readers, { eval: true, workerData: { port: Number(new URL(server.url).port), requests, sent } })
  const answers = new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  await new Promise((resolve) => worker.once('online', resolve))
  // This thread, the server's, is busy until all have been sent.
  for (let count = 0; count < requests; count = Atomics.load(sent, 0)) Atomics.wait(sent, 0, count, 100)
  const beganAt = performance.now()
  await server.stop(10_000)
  expect(await answers).toEqual(Array.from({ length: requests }, () => '200'))
  expect(performance.now() - beganAt).toBeLessThan(9000)
  await worker.terminate()
})

test('a server that nobody asks stops at once, and takes nothing more', async () => {
  const { store, clientFolder } = registry
  const server = await startServer({ store, clientFolder, clock, port: 0, host: '127.0.0.1' })
  const beganAt = performance.now()
  await server.stop(10_000)
  expect(performance.now() - beganAt).toBeLessThan(5000)
  await expect(fetch(server.url)).rejects.toThrow()
})
