import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { errorCodes, ExpectedError } from '../../domain/expected-error.ts'
import { encodingFor, isSameEtag } from './answer-cache.ts'
import type { Answer, AnswerCache } from './answer-cache.ts'
import { problemOf } from './problem.ts'
import { clientOf } from './rate-limit.ts'
import type { RateLimit } from './rate-limit.ts'
import { hstsHeader, securityHeaders } from './security-headers.ts'
import type { SnapshotSource } from './snapshot-source.ts'

interface ListenerParts {
  fetch: (request: Request) => Response | Promise<Response>
  cache: AnswerCache
  source: SnapshotSource
  rateLimit: RateLimit
  logger: Logger
  isProxyTrusted: boolean
  /** Whether the site is reached over TLS, as its own address says. */
  isTls: boolean
}

const unlimited = new Set(['/healthz', '/readyz'])
const longestUrl = 8 * 1024

/**
 * What Node's server calls. An answer that was rendered before, and that nothing has changed since, is sent at once;
 * everything else goes through the app. Both are counted against the client and logged.
 */
export function makeListener({ fetch, cache, source, rateLimit, logger, isProxyTrusted, isTls }: ListenerParts): RequestListener {
  const slowPath = getRequestListener(fetch, { overrideGlobalObjects: false })
  return (request, response) => {
    const requestId = randomUUID()
    const startedAt = performance.now()
    const url = request.url ?? '/'
    request.headers['x-spets-request-id'] = requestId
    response.once('close', () => {
      const path = url.split('?', 1)[0]
      logger.info(
        {
          requestId,
          method: request.method,
          path,
          status: response.statusCode,
          durationMs: Math.round(performance.now() - startedAt),
        },
        'request',
      )
    })
    if (isTls || (isProxyTrusted && request.headers['x-forwarded-proto'] === 'https')) response.setHeader(...hstsHeader)
    const wait = unlimited.has(url)
      ? 0
      : rateLimit.take(
          clientOf({
            remoteAddress: request.socket.remoteAddress,
            forwardedFor: header(request, 'x-forwarded-for'),
            isProxyTrusted,
          }),
        )
    if (wait > 0)
      return refuse(response, {
        url,
        requestId,
        error: new ExpectedError('rate_limited', { detail: `Wait ${wait} s.`, data: { retryAfterSeconds: wait } }),
      })
    if (url.length > longestUrl)
      return refuse(response, { url, requestId, error: new ExpectedError('bad_request', { detail: 'The address is too long.' }) })
    const kept = request.method === 'GET' || request.method === 'HEAD' ? cache.get(url) : null
    if (!kept) return void slowPath(request, response)
    source.freshness().then(
      (freshness) =>
        freshness === kept.freshness
          ? sendKept({ request, response, answer: kept, cache, requestId })
          : slowPath(request, response),
      () => slowPath(request, response),
    )
  }
}

interface Sending {
  request: IncomingMessage
  response: ServerResponse
  answer: Answer
  cache: AnswerCache
  requestId: string
}

function sendKept({ request, response, answer, cache, requestId }: Sending): void {
  const headers: Record<string, string> = { ...answer.headers, 'x-request-id': requestId }
  if (isSameEtag(header(request, 'if-none-match'), answer.etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const encoding = encodingFor(header(request, 'accept-encoding'), answer.bodies.identity!.length)
  const ready = answer.bodies[encoding]
  const send = (body: Buffer) => {
    headers['content-length'] = String(body.length)
    if (encoding !== 'identity') headers['content-encoding'] = encoding
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body)
  }
  if (ready) send(ready)
  else void cache.bodyOf(answer, encoding).then(send, () => response.destroy())
}

/** A refusal before the app is asked: problem+json for the API, one plain sentence for people. */
function refuse(
  response: ServerResponse,
  { url, requestId, error }: { url: string; requestId: string; error: ExpectedError },
): void {
  const isApi = url.startsWith('/api/v1/')
  const { status, sv, en } = errorCodes[error.code]
  const seconds = error.data['retryAfterSeconds']
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': isApi ? 'application/problem+json' : 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...(isApi ? { 'access-control-allow-origin': '*' } : {}),
    ...(typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {}),
  })
  response.end(isApi ? JSON.stringify(problemOf(error, requestId)) : `${sv} / ${en}\n`)
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}
