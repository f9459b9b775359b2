import type { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv, Effects } from './effects.ts'
import { encodingFor, isSameEtag } from './answer-cache.ts'

/** Built files and health checks. */
export function addFileRoutes(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  const { client, store, source } = effects
  for (const [path, file] of client.files) {
    app.get(path, (c) => {
      const headers = {
        'content-type': file.type,
        etag: file.etag,
        vary: 'accept-encoding',
        'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      }
      if (isSameEtag(c.req.header('if-none-match'), file.etag)) return c.body(null, 304, headers)
      const wanted = encodingFor(c.req.header('accept-encoding'), file.bodies.identity.length)
      const encoding = file.bodies[wanted] ? wanted : 'identity'
      if (encoding !== 'identity') c.header('content-encoding', encoding)
      return c.body(new Uint8Array(file.bodies[encoding]!), 200, headers)
    })
  }
  app.get('/healthz', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }))
  app.get('/readyz', async (c) => {
    // While the store is away readers are still answered, so this instance stays ready; `awaySince` is for those who watch it.
    await source.snapshotFor({ validAt: source.today(), knownOn: null, isToday: true })
    const sequence = await source.registry.sequence()
    const awaySince = source.awaySince()
    return c.json({ ready: true, engine: store.engine, sequence, ...(awaySince ? { awaySince } : {}) }, 200, {
      'cache-control': 'no-store',
    })
  })
}
