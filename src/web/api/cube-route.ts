import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { createRoute, z } from '@hono/zod-openapi'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ExpectedError } from '../../records/expected-error.ts'
import type { AppEnv, Effects } from '../http/effects.ts'
import { problemResponse, readResponses } from './route-parts.ts'

const type = 'application/octet-stream'
/** Larger tables are read in parts, as JSON-stat. */
const mostBytes = 16 * 1024 * 1024
/** How many packed cubes are kept: the one in use, and those of readers whose page is a vintage behind. */
const mostKept = 3
const pack = promisify(gzip)

/** The bytes of a cube as they are kept, for whoever computes with them; named by their content, so that they never change. */
export function addCubeRoute(app: OpenAPIHono<AppEnv>, effects: Effects): void {
  const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  const route = createRoute({
    method: 'get',
    path: '/api/v1/statistics/cubes/{file}',
    operationId: 'getStatisticsCube',
    tags: ['read'],
    summary: 'A whole table of statistics as the bytes that it is kept in',
    request: {
      params: z.object({
        file: z
          .string()
          .describe('The id of the table’s cube (see statistics) and .cube. At most 16 MB; ask for parts of larger ones.'),
      }),
    },
    responses: {
      ...readResponses({ description: 'Found.', type, schema: z.string() }),
      404: problemResponse('There is no such table, or it is too large to send whole.'),
    },
  })
  app.openapi(route, (async (c: never) => answerCube(c)) as never)

  async function answerCube(c: Context<AppEnv>): Promise<Response> {
    const id = /^([0-9a-f]{64})\.cube$/.exec(c.req.param('file') ?? '')?.[1]
    const bytes = id === undefined ? null : (effects.cubes?.bytesOf(id) ?? null)
    if (id === undefined || bytes === null || bytes.length > mostBytes)
      throw new ExpectedError('not_found', { detail: 'There is no such table here, or it is larger than 16 MB.' })
    const headers = {
      'content-type': type,
      etag: `"${id}"`,
      vary: 'accept-encoding',
      'cache-control': 'public, max-age=31536000, immutable',
    }
    if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(new Uint8Array(bytes), 200, headers)
    const kept = packed.get(id) ?? pack(bytes).then((one) => new Uint8Array(one))
    packed.delete(id)
    packed.set(id, kept)
    for (const oldest of packed.keys()) if (packed.size > mostKept) packed.delete(oldest)
    return c.body(await kept, 200, { ...headers, 'content-encoding': 'gzip' })
  }
}
