import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** A rendered answer, ready to be sent again as long as nothing it was made from has changed. */
export interface Answer {
  /** The source's freshness when it was made. */
  freshness: string
  etag: string
  /** All headers but those that depend on the encoding. */
  headers: Readonly<Record<string, string>>
  bodies: Partial<Record<Encoding, Buffer>>
}

/** Rendered answers by path and query, bounded in bytes; the least lately used go first. */
export interface AnswerCache {
  get(url: string): Answer | null
  put(url: string, answer: Answer): void
  bodyOf(answer: Answer, encoding: Encoding): Promise<Buffer>
}

const shortestCompressed = 600
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

export function makeAnswerCache({ mostBytes = 64 * 1024 * 1024 } = {}): AnswerCache {
  const answers = new Map<string, Answer>()
  let bytes = 0
  // Three encodings of a page together weigh about half more than the page alone.
  const weight = (answer: Answer) => (answer.bodies.identity?.length ?? 0) * 1.5
  const drop = (url: string) => {
    const answer = answers.get(url)
    if (answer && answers.delete(url)) bytes -= weight(answer)
  }
  return {
    get(url) {
      const answer = answers.get(url)
      if (!answer) return null
      answers.delete(url)
      answers.set(url, answer)
      return answer
    },
    put(url, answer) {
      drop(url)
      if (weight(answer) > mostBytes / 4) return
      answers.set(url, answer)
      bytes += weight(answer)
      for (const oldest of answers.keys()) {
        if (bytes <= mostBytes) break
        drop(oldest)
      }
    },
    bodyOf: async (answer, encoding) => (answer.bodies[encoding] ??= await encode(answer.bodies.identity!, encoding)),
  }
}

const encode = async (body: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br'
    ? compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
    : encoding === 'gzip'
      ? compressGzip(body, { level: 6 })
      : body

/** The best encoding that a client takes; small bodies are sent as they are. */
export function encodingFor(acceptEncoding: string | undefined, length: number): Encoding {
  if (!acceptEncoding || length < shortestCompressed) return 'identity'
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(acceptEncoding)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(acceptEncoding) ? 'gzip' : 'identity'
}

/** Whether If-None-Match names this ETag (weakly compared, RFC 9110). */
export function isSameEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  if (ifNoneMatch === etag) return true
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
}
