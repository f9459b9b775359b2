import { randomUUID } from 'node:crypto'
import type { Server, ServerOptions } from 'node:http'
import type { Duplex } from 'node:stream'
import { clientOf } from './rate-limit.ts'
import { securityHeaders } from './security-headers.ts'

/** How long a connection may take over its headers, its request, and its silences. */
export const connectionLimits: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  // The listener refuses requests without a host, with all our headers.
  requireHostHeader: false,
}

const mostConnections = 4096
/** A whole office may share an address; one machine that opens them all may not. */
const mostOfOneClient = 512
const longestSilenceMs = 60_000

/** Bounds the connections, for each client where the clients can be told apart, and answers what is no HTTP. */
export function guardConnections(server: Server, { isProxyTrusted }: { isProxyTrusted: boolean }): void {
  server.maxConnections = mostConnections
  server.setTimeout(longestSilenceMs)
  server.on('clientError', answerBrokenRequest)
  if (isProxyTrusted) return
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const client = clientOf({ remoteAddress: socket.remoteAddress, forwardedFor: undefined, isProxyTrusted: false })
    const count = (open.get(client) ?? 0) + 1
    if (count > mostOfOneClient) return socket.destroy()
    open.set(client, count)
    socket.once('close', () => {
      const left = open.get(client)! - 1
      if (left > 0) open.set(client, left)
      else open.delete(client)
    })
  })
}

const brokenRequests: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What Node cannot read as a request gets an answer by hand, with the same care as any other, and the connection ends. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = brokenRequests[error.code ?? ''] ?? '400 Bad Request'
  const headers = { ...securityHeaders, 'cache-control': 'no-store', 'x-request-id': randomUUID(), connection: 'close' }
  const lines = Object.entries({ ...headers, 'content-type': 'text/plain; charset=utf-8', 'content-length': status.length })
  socket.end(`HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${status}`)
}

/** How long what has arrived may take to be read, and how many rounds of the event loop that is at least. */
const arrivedMs = 100
const arrivedRounds = 8

/**
 * A process that was busy when the signal came has connections that it has not accepted and requests that it has not read.
 * Closing would cut them, so it first goes on as before: some time, and some rounds, in each of which the system hands over
 * what there is.
 */
async function readArrived(forMs: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, forMs))
  for (let round = 0; round < arrivedRounds; round++) await new Promise((resolve) => setImmediate(resolve))
}

/**
 * Lets what has arrived and what is under way be answered (at most `graceMs`), takes nothing more, and ends every connection.
 */
export async function stopServer(server: Server, graceMs: number): Promise<void> {
  // A reader who keeps a connection busy learns with the next answer that it was the last one.
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false
  })
  await readArrived(Math.min(arrivedMs, graceMs))
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const tidying = setInterval(() => server.closeIdleConnections(), 50)
  const impatience = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearInterval(tidying)
  clearTimeout(impatience)
}
