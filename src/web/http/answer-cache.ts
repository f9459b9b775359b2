import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MadeAt } from './snapshot-source.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

/** A rendered answer, ready to be sent again as long as nothing it was made from has changed. */
export interface Answer {
  /** What of the registry it was made from; null when it was made from the program alone. */
  madeAt: MadeAt | null
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

/** What an answer takes besides its bodies: headers, the map's entry. */
const answerOverhead = 2048

export function makeAnswerCache({ mostBytes = 64 * 1024 * 1024 } = {}): AnswerCache {
  const answers = new Map<string, Answer>()
  let bytes = 0
  // Three encodings of a page together weigh about half more than the page alone.
  const weight = (url: string, answer: Answer) => (answer.bodies.identity?.length ?? 0) * 1.5 + url.length * 2 + answerOverhead
  const packing = new WeakMap<Answer, Map<Encoding, Promise<Buffer>>>()
  const drop = (url: string) => {
    const answer = answers.get(url)
    if (answer && answers.delete(url)) bytes -= weight(url, answer)
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
      if (weight(url, answer) > mostBytes / 4) return
      answers.set(url, answer)
      bytes += weight(url, answer)
      for (const oldest of answers.keys()) {
        if (bytes <= mostBytes) break
        drop(oldest)
      }
    },
    async bodyOf(answer, encoding) {
      const ready = answer.bodies[encoding]
      if (ready) return ready
      // Those who ask while a body is being packed wait for the same one.
      const underWay = packing.get(answer) ?? new Map<Encoding, Promise<Buffer>>()
      packing.set(answer, underWay)
      const made = underWay.get(encoding) ?? encode(answer.bodies.identity!, encoding)
      underWay.set(encoding, made)
      return (answer.bodies[encoding] = await made)
    },
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

const withoutW = (etag: string): string => etag.trim().replace(/^W\//, '')

/** Whether If-None-Match names this ETag (weakly compared, RFC 9110). */
export function isSameEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  if (ifNoneMatch === etag) return true
  return ifNoneMatch.split(',').some((one) => withoutW(one) === withoutW(etag) || one.trim() === '*')
}
