import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** What goes wrong with the next answer. */
export type Fault =
  | 'unavailable'
  | 'truncated'
  | 'html'
  | 'redirect'
  | 'redirect elsewhere'
  | 'gzip'
  | 'busy'
  | 'retry after two seconds'

/** A service on this machine that counts what it is asked. */
export interface FakeAgency {
  url: string
  /** Every call, by method, path and body. */
  calls: { method: string; path: string; body: string; headers: IncomingMessage['headers'] }[]
  /** Faults of the next answers, each once. */
  faults: Fault[]
  stop(): Promise<void>
}

export interface Reply {
  status?: number
  body: unknown
  type?: string
  headers?: Record<string, string>
}

export interface AgencyOptions {
  /** Calls within a window, counted as the services do; more are answered with 429. */
  limit?: { calls: number; windowMs: number }
  answer: (asked: { method: string; url: URL; body: string; headers: IncomingMessage['headers'] }) => Reply
}

/** Starts a service whose answers are a function of what is asked. */
export async function startAgency({ limit, answer }: AgencyOptions): Promise<FakeAgency> {
  const agency: FakeAgency = {
    url: '',
    calls: [],
    faults: [],
    stop: () => new Promise((resolve) => void (server.closeAllConnections(), server.close(() => resolve()))),
  }
  let times: number[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString()
      agency.calls.push({ method: request.method!, path: request.url!, body, headers: request.headers })
      const now = performance.now()
      times = times.filter((at) => limit === undefined || at > now - limit.windowMs)
      times.push(now)
      const fault = agency.faults.shift()
      if (limit && times.length > limit.calls)
        return send(response, {
          status: 429,
          body: { error: '429 - Too many requests in too short timeframe. Please try again later.' },
          headers: { 'retry-after': String(Math.ceil(limit.windowMs / 1000)) },
        })
      if (fault && fault !== 'truncated' && fault !== 'gzip')
        return fail(response, { fault, url: agency.url, path: request.url! })
      const reply = answer({ method: request.method!, url: new URL(request.url!, agency.url), body, headers: request.headers })
      return send(response, reply, fault)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  agency.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return agency
}

function send(
  response: ServerResponse,
  { status = 200, body, type = 'application/json', headers = {} }: Reply,
  fault?: Fault,
): void {
  const bytes =
    body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  if (fault === 'truncated') {
    response.writeHead(status, { 'content-type': type, 'content-length': String(bytes.length) })
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)))
    response.socket!.end()
    return
  }
  const packed = fault === 'gzip' ? gzipSync(bytes) : bytes
  response.writeHead(status, { 'content-type': type, ...(fault === 'gzip' ? { 'content-encoding': 'gzip' } : {}), ...headers })
  response.end(packed)
}

function fail(response: ServerResponse, { fault, url, path }: { fault: Fault; url: string; path: string }): void {
  const replies: Partial<Record<Fault, Reply>> = {
    unavailable: { status: 503, body: 'Service Unavailable', type: 'text/plain' },
    html: { body: '<!DOCTYPE html><html><body>Underhåll</body></html>', type: 'text/html' },
    redirect: { status: 302, body: '', headers: { location: `${url}${path}` } },
    'redirect elsewhere': { status: 302, body: '', headers: { location: 'http://example.invalid/data' } },
    busy: {
      status: 413,
      body: { warning: { status: 413, label: 'ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously.' } },
    },
    'retry after two seconds': { status: 429, body: {}, headers: { 'retry-after': '2' } },
  }
  send(response, replies[fault]!)
}
