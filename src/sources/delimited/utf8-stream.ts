import { isUtf8 } from 'node:buffer'
import type { LocalText } from '../../records/shared-fields.ts'
import { oldEncodingNotice, wideEncodingOf } from './decode-text.ts'
import type { WideEncoding } from './decode-text.ts'

/** What was noticed while a text was turned into UTF-8. */
export type Notify = (notice: LocalText) => void

/** The first piece is gathered to this size, so that a mark and a `sep=` line are seen whole. */
const headBytes = 64

/**
 * A text of any length as UTF-8, piece by piece, from any encoding that Excel saves: UTF-8 and UTF-16 with or without their
 * mark where that can be seen, else Windows-1252 with a notice. The first letter beyond
 * ASCII decides: where it is UTF-8 and a later one is not, the bytes are passed on, and the reader of the rows names the line.
 */
export async function* toUtf8(input: AsyncIterable<string | Uint8Array>, notify: Notify): AsyncGenerator<Uint8Array> {
  const pieces = withWholeHead(input)
  const { value: head } = await pieces.next()
  if (!head) return
  const wide = wideEncodingOf(head)
  if (wide) yield* fromWide(joined(head, pieces), wide)
  else yield* fromNarrow(joined(withoutMark(head), pieces), notify)
}

/** The separator that a first line such as `sep=;` names for Excel, and the text after that line. */
export function readSeparatorLine(head: Uint8Array): { separator: string; length: number } | null {
  const [found, separator] = /^sep=(.)\r?\n?/i.exec(Buffer.from(head.subarray(0, 8)).toString('latin1')) ?? []
  return found && separator ? { separator, length: found.length } : null
}

async function* withWholeHead(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = new Uint8Array()
  let isHead = true
  for await (const piece of input) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    if (!isHead) {
      yield bytes
      continue
    }
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    if (held.length < headBytes) continue
    isHead = false
    yield held
  }
  if (isHead && held.length > 0) yield held
}

async function* joined(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head
  yield* rest
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

async function* fromWide(pieces: AsyncIterable<Uint8Array>, encoding: WideEncoding): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }))
  const last = decoder.decode()
  if (last !== '') yield Buffer.from(last)
}

async function* fromNarrow(pieces: AsyncIterable<Uint8Array>, notify: Notify): AsyncGenerator<Uint8Array> {
  const windows1252 = new TextDecoder('windows-1252')
  /** Null until the first letter beyond ASCII shows it. */
  let isOld: boolean | null = null
  let held: Uint8Array = new Uint8Array()
  const read = (bytes: Uint8Array): Uint8Array => {
    const at = isOld === null ? bytes.findIndex((byte) => byte >= 0x80) : -1
    if (at >= 0) {
      isOld = !isUtf8(firstLetterFrom(bytes, at))
      if (isOld) notify(oldEncodingNotice)
    }
    return isOld ? Buffer.from(windows1252.decode(bytes)) : bytes
  }
  for await (const piece of pieces) {
    const bytes: Uint8Array = held.length === 0 ? piece : Buffer.concat([held, piece])
    const end = isOld ? bytes.length : endOfLastLetter(bytes)
    held = bytes.subarray(end)
    if (end > 0) yield read(bytes.subarray(0, end))
  }
  if (held.length > 0) yield read(held)
}

/** The bytes of the letter beyond ASCII that begins at a place, as many as its first byte says. */
function firstLetterFrom(bytes: Uint8Array, at: number): Uint8Array {
  const first = bytes[at]!
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
  return bytes.subarray(at, at + length)
}

/** Where the last letter that is surely whole ends; what comes after waits for the next piece. */
function endOfLastLetter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes.length
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}
