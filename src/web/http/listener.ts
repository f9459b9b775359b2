import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Logger } from 'pino'
import { hasSessionCookie } from '../../accounts/accounts.ts'
import { ExpectedError } from '../../records/expected-error.ts'
import { encodingFor, isSameEtag } from './answer-cache.ts'
import type { Answer, AnswerCache } from './answer-cache.ts'
import type { AppEnv } from './effects.ts'
import { clientOf, tokensForWork } from './rate-limit.ts'
import type { RateLimit } from './rate-limit.ts'
import { refuse } from './refusal.ts'
import { fixedHost, isHost, pathOfTarget } from './request-target.ts'
import { hstsHeader, securityHeaders } from './security-headers.ts'
import { wantedForm } from './wanted-form.ts'
import type { SnapshotSource } from './snapshot-source.ts'

interface ListenerParts {
  fetch: (request: Request, bindings: AppEnv['Bindings']) => Response | Promise<Response>
  cache: AnswerCache
  source: SnapshotSource
  rateLimit: RateLimit
  logger: Logger
  isProxyTrusted: boolean
  /** Whether the site's own address begins with https. */
  isTls: boolean
  /** The style sheets of refusals. */
  styles: readonly string[]
}

const unlimited = new Set(['/healthz', '/readyz'])
const longestUrl = 8 * 1024

/**
 * What Node's server calls. An answer that was rendered before, and that nothing has changed since, is sent at once;
 * everything else goes through the app. Both are counted against the client and logged.
 */
export function makeListener({
  fetch,
  cache,
  source,
  rateLimit,
  logger,
  isProxyTrusted,
  isTls,
  styles,
}: ListenerParts): RequestListener {
  const nameClient = (request: IncomingMessage) => (isProxyTrusted ? forwardedClient(request) : socketClient(request.socket))
  const slowPath = getRequestListener(
    async (request, { incoming }) => {
      const client = nameClient(incoming as IncomingMessage)
      const startedAtMs = cpuMs()
      try {
        return await fetch(request, { charge: (cost) => rateLimit.charge(client, cost), client })
      } finally {
        rateLimit.charge(client, tokensForWork(cpuMs() - startedAtMs))
      }
    },
    // What is left of a body after an answer is thrown away by the route that did not read it (`SentBody`), or by Node.
    { overrideGlobalObjects: false, autoCleanupIncoming: false, errorHandler: answerUnreadable },
  )
  const refusalOf = (request: IncomingMessage, url: string): ExpectedError | null => {
    const { host } = request.headers
    if (host === undefined) return new ExpectedError('bad_request', { detail: 'The Host header is missing.' })
    if (!isHost(host)) return new ExpectedError('bad_request', { detail: 'The Host header is not the name of a host.' })
    if (url.length > longestUrl) return new ExpectedError('bad_request', { detail: 'The address is too long.' })
    if (unlimited.has(url)) return null
    const wait = rateLimit.take(nameClient(request))
    return wait > 0 ? new ExpectedError('rate_limited', { detail: `Wait ${wait} s.`, data: { retryAfterSeconds: wait } }) : null
  }
  return (request, response) => {
    const requestId = randomUUID()
    const url = pathOfTarget(request.url ?? '/')
    request.headers['x-spets-request-id'] = requestId
    logWhenSent(response, { logger, requestId, method: request.method, url })
    const isOverTls = isTls || (isProxyTrusted && request.headers['x-forwarded-proto'] === 'https')
    const refused = refusalOf(request, url)
    if (isOverTls && refused) response.setHeader(...hstsHeader)
    if (refused) return refuse(response, { url, requestId, error: refused, styles })
    hideHost(request, url)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    // Whoever is signed in sees pages with something of their own, and none that are kept for readers.
    const mayBeKept = isRead && !hasSessionCookie(request.headers.cookie) && !wantsOtherForm(request, url)
    const kept = mayBeKept ? cache.get(url) : null
    const send = (isCurrent: boolean) => {
      if (kept && isCurrent) return sendKept({ request, response, answer: kept, cache, requestId, isOverTls })
      response.setHeader('x-request-id', requestId)
      if (isOverTls) response.setHeader(...hstsHeader)
      void slowPath(request, response)
    }
    const isCurrent = kept?.madeAt ? source.isCurrent(kept.madeAt) : kept !== null
    if (typeof isCurrent === 'boolean') send(isCurrent)
    else isCurrent.then(send, () => send(false))
  }
}

/** Whether data are wanted at the address of a page, whose kept answer is the page. */
const wantsOtherForm = ({ headers }: IncomingMessage, url: string): boolean =>
  !url.startsWith('/api/') && wantedForm(headers.accept) !== null

interface Arrived {
  logger: Logger
  requestId: string
  method: string | undefined
  url: string
}

/** Processor time of this thread: what a request waits for costs nothing. What is made meanwhile for others is counted too. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** One line for each request, without what was asked for in the query. */
function logWhenSent(response: ServerResponse, { logger, requestId, method, url }: Arrived): void {
  const startedAt = performance.now()
  response.once('close', () => {
    const durationMs = Math.round(performance.now() - startedAt)
    logger.info({ requestId, method, path: url.split('?', 1)[0], status: response.statusCode, durationMs }, 'request')
  })
}

/**
 * Gives the app a URL without the reader's host, so that no rendered answer can depend on it. `Host` itself can still be read
 * among the headers, where the origin of a form is compared with it.
 */
function hideHost(request: IncomingMessage, url: string): void {
  request.url = url
  request.headers.host = fixedHost
}

/** What cannot be made into a request, such as `OPTIONS *` or a host that is none. */
const answerUnreadable = (error: unknown): Response => {
  const status = error instanceof RequestError ? 400 : 500
  return new Response(`${status}\n`, {
    status,
    headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

interface Sending {
  request: IncomingMessage
  response: ServerResponse
  answer: Answer
  cache: AnswerCache
  requestId: string
  isOverTls: boolean
}

function sendKept({ request, response, answer, cache, requestId, isOverTls }: Sending): void {
  // A flat list of names and values is what Node writes fastest.
  const headers = [...headerListOf(answer), 'x-request-id', requestId]
  if (isOverTls) headers.push(...hstsHeader)
  if (isSameEtag(header(request, 'if-none-match'), answer.etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const encoding = encodingFor(header(request, 'accept-encoding'), answer.bodies.identity!.length)
  const send = (body: Buffer) => {
    headers.push('content-length', String(body.length))
    if (encoding !== 'identity') headers.push('content-encoding', encoding)
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body)
  }
  const ready = answer.bodies[encoding]
  if (ready) send(ready)
  else void cache.bodyOf(answer, encoding).then(send, () => response.destroy())
}

const forwardedClient = (request: IncomingMessage): string =>
  clientOf({
    remoteAddress: request.socket.remoteAddress,
    forwardedFor: header(request, 'x-forwarded-for'),
    isProxyTrusted: true,
  })

const socketClients = new WeakMap<Socket, string>()

/** A connection's client does not change, so it is found once. */
function socketClient(socket: Socket): string {
  const made =
    socketClients.get(socket) ?? clientOf({ remoteAddress: socket.remoteAddress, forwardedFor: undefined, isProxyTrusted: false })
  socketClients.set(socket, made)
  return made
}

const headerLists = new WeakMap<Answer, readonly string[]>()

function headerListOf(answer: Answer): readonly string[] {
  const made = headerLists.get(answer) ?? Object.entries(answer.headers).flat()
  headerLists.set(answer, made)
  return made
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}
