import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { ExpectedError } from '../../records/expected-error.ts'
import { connectionLimits, guardConnections } from './connections.ts'
import { listenOn } from './listen-on.ts'
import { refuse } from './refusal.ts'

const retryAfterSeconds = 5

/** Answers on the site's port while the registry cannot be reached yet. */
export interface WaitingServer {
  url: string
  /** Frees the port. */
  stop(): Promise<void>
}

/** Every address answers 503 in plain words, apart from `/healthz`. @throws ExpectedError when the port cannot be taken */
export async function startWaitingServer(place: { port: number; host: string }): Promise<WaitingServer> {
  const server = createServer(connectionLimits, (request, response) => {
    response.shouldKeepAlive = false
    const url = request.url ?? '/'
    if (url === '/healthz')
      return response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end('ok')
    const error = new ExpectedError('store_unavailable', { data: { retryAfterSeconds } })
    return refuse(response, { url, requestId: randomUUID(), error, styles: [] })
  })
  guardConnections(server, { isProxyTrusted: true })
  const url = await listenOn(server, place)
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, stop }
}
