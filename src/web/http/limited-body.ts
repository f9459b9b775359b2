import type { MiddlewareHandler } from 'hono'
import { ExpectedError } from '../../records/expected-error.ts'

interface BodyLimit {
  mostBytes: number
  /** What to say when there is more. */
  tooMuch: string
}

/** A request's body, read up to the limit and no further, whatever length its header gives. @throws ExpectedError `too_large` */
export async function readLimitedBody(request: Request, { mostBytes, tooMuch }: BodyLimit): Promise<Uint8Array<ArrayBuffer>> {
  const refuse = (): never => {
    throw new ExpectedError('too_large', { detail: tooMuch })
  }
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) refuse()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > mostBytes) refuse()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The same before a route of the API reads its body. */
export const limitBody =
  (mostBytes: number): MiddlewareHandler =>
  async (c, next) => {
    const body = await readLimitedBody(c.req.raw, { mostBytes, tooMuch: `At most ${mostBytes / 1024} kB.` })
    const { method, headers } = c.req.raw
    c.req.raw = new Request(c.req.raw.url, { method, headers, body })
    return next()
  }
