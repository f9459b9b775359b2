import type { MiddlewareHandler } from 'hono'
import { ExpectedError } from '../../records/expected-error.ts'
import type { LocalText } from '../../records/shared-fields.ts'

export interface BodyLimit {
  mostBytes: number
  /** What a sender reads whose body is longer, in both languages where the page's is not known yet. */
  tooMuch: string | LocalText
  /** How long the whole body may take on its way. */
  deadlineMs?: number
}

/** A body that is read in pieces, so that its beginning can be judged before the rest is let in. */
export interface SentBody {
  /**
   * Reads on until `isEnough` of what has come so far, the body's end, or `mostBytes` of it.
   * @throws ExpectedError `too_large`, `too_slow`, or `bad_request` when the sender hangs up
   */
  readUntil(isEnough: (begun: Buffer) => boolean, limits: { mostBytes: number; deadlineMs: number }): Promise<Buffer>
  /** Reads the rest. @returns the whole body @throws ExpectedError as `readUntil` */
  readAll(): Promise<Buffer<ArrayBuffer>>
  /**
   * Throws away what is still to come, after an answer that did not need it: a browser shows the answer only when it has been
   * able to send everything.
   */
  discard(): void
}

const defaultDeadlineMs = 25_000
const judgedEveryBytes = 1024

/** @throws ExpectedError `too_large` when the header gives a length above the limit */
export function openBody(request: Request, { mostBytes, tooMuch, deadlineMs = defaultDeadlineMs }: BodyLimit): SentBody {
  const toldLength = Number(request.headers.get('content-length') ?? Number.NaN)
  const refuse = (): never => {
    if (typeof tooMuch === 'string') throw new ExpectedError('too_large', { detail: tooMuch })
    throw new ExpectedError('too_large', { detail: tooMuch.en, data: { words: tooMuch } })
  }
  if (toldLength > mostBytes) refuse()
  const endsAt = performance.now() + deadlineMs
  const reader = request.body?.getReader() ?? null
  const kept = makePieces()
  const state = { isOver: reader === null }
  const readPiece = async (deadlineAt: number): Promise<void> => {
    const piece = await inTime(reader!.read(), deadlineAt - performance.now()).catch((error: unknown) => {
      state.isOver = true
      void reader!.cancel().catch(() => undefined)
      throw error
    })
    if (piece.done) state.isOver = true
    else if (kept.size() + piece.value.length > mostBytes) refuse()
    else kept.add(piece.value)
  }
  return {
    readUntil: async (isEnough, { mostBytes: most, deadlineMs: mostMs }) => {
      const deadlineAt = Math.min(endsAt, performance.now() + mostMs)
      let judgedSize = -1
      while (!state.isOver && kept.size() < most) {
        // Judged now and then: a body that comes byte by byte must not cost a judgement for each.
        if (kept.size() - judgedSize >= judgedEveryBytes) {
          judgedSize = kept.size()
          if (isEnough(kept.joined())) break
        }
        await readPiece(deadlineAt)
      }
      return kept.joined()
    },
    readAll: async () => {
      // Room for all of it is taken once, and only now.
      if (toldLength > 0) kept.reserve(toldLength)
      while (!state.isOver) await readPiece(endsAt)
      return kept.joined()
    },
    discard: () => {
      if (!state.isOver) void discardRest(reader!, { mostBytes, deadlineAt: endsAt })
      state.isOver = true
    },
  }
}

/** A request's body, read up to the limit and no further, whatever length its header gives. @throws ExpectedError as `SentBody` */
export async function readLimitedBody(request: Request, limits: BodyLimit): Promise<Buffer<ArrayBuffer>> {
  const body = openBody(request, limits)
  try {
    return await body.readAll()
  } catch (error) {
    body.discard()
    throw error
  }
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

/** Bytes that arrive in pieces: joined where they are asked for, or written at once where there is room for all. */
function makePieces() {
  let pieces: Buffer<ArrayBuffer>[] = []
  let room: Buffer<ArrayBuffer> | null = null
  let size = 0
  const joined = (): Buffer<ArrayBuffer> => {
    if (room) return room.subarray(0, size)
    if (pieces.length !== 1) pieces = [Buffer.concat(pieces)]
    return pieces[0]!
  }
  return {
    size: () => size,
    joined,
    add: (piece: Uint8Array) => {
      if (room && size + piece.length <= room.length) room.set(piece, size)
      else {
        pieces = [
          ...(room ? [room.subarray(0, size)] : pieces),
          Buffer.from(piece.buffer, piece.byteOffset, piece.length) as Buffer<ArrayBuffer>,
        ]
        room = null
      }
      size += piece.length
    },
    reserve: (length: number) => {
      if (length < size) return
      const all = Buffer.allocUnsafeSlow(length)
      all.set(joined())
      room = all
      pieces = []
    },
  }
}

async function discardRest(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { mostBytes, deadlineAt }: { mostBytes: number; deadlineAt: number },
): Promise<void> {
  try {
    for (let size = 0; size <= mostBytes;) {
      const piece = await inTime(reader.read(), deadlineAt - performance.now())
      if (piece.done) return
      size += piece.value.length
    }
    await reader.cancel()
  } catch {
    // The sender has hung up, or is too slow: there is nobody to answer any more.
    await reader.cancel().catch(() => undefined)
  }
}

/** A piece of a body, or why it does not come. @throws ExpectedError `too_slow`, or `bad_request` when the sender hangs up */
async function inTime<T>(piece: Promise<T>, mostMs: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new ExpectedError('too_slow')), Math.max(0, mostMs))
  try {
    return await Promise.race([piece, late.promise])
  } catch (cause) {
    piece.catch(() => undefined)
    if (cause instanceof ExpectedError) throw cause
    throw new ExpectedError('bad_request', { detail: 'The connection was closed before everything had been sent.', cause })
  } finally {
    clearTimeout(timer)
  }
}
