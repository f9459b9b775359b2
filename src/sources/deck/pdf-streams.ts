import { constants, inflateSync } from 'node:zlib'
import { deckLimits, tooLarge } from './deck-limits.ts'
import type { LocalText } from '../../records/shared-fields.ts'

/** Packed streams within packed streams are followed so deep. */
const deepest = 3

/**
 * Refuses a PDF whose packed streams unpack to more than any deck has, before it is read: its reader unpacks without a limit.
 * Streams that call themselves pictures are passed over, since text is not read out of them.
 * @throws ExpectedError `too_large`
 */
export function refuseHugeStreams(bytes: Uint8Array, fileName: string): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let unpacked = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(Math.max(0, at - 3), at).toString('latin1') === 'end') continue
    const begin = at + 6 + (file[at + 6] === 13 ? 1 : 0) + (file[at + 6] === 13 || file[at + 6] === 10 ? 1 : 0)
    if (isPicture(file, at)) continue
    const end = file.indexOf('endstream', begin)
    unpacked += sizeUnpacked(file.subarray(begin, end < 0 ? file.length : end), fileName)
    if (unpacked > deckLimits.streamsBytes) throw tooLarge(fileName, streamTooLarge)
    if (end >= 0) at = end
  }
}

/** Whether the dictionary before a stream declares it a picture. */
function isPicture(file: Buffer, at: number): boolean {
  const dictionary = file.subarray(Math.max(0, at - 2_000), at).toString('latin1')
  return /\/Subtype\s*\/Image\b/.test(dictionary.slice(dictionary.lastIndexOf(' obj')))
}

/** Bytes that come out of a packed stream, and of what is packed within it; 0 for one that is not packed. */
function sizeUnpacked(packed: Uint8Array, fileName: string): number {
  let [size, inner] = [0, packed]
  for (let depth = 0; depth < deepest && looksPacked(inner); depth++) {
    const out = unpack(inner, fileName)
    if (out === null) break
    size += out.length
    inner = out
  }
  return size
}

const looksPacked = (bytes: Uint8Array): boolean =>
  bytes.length > 2 && (bytes[0]! & 0x0f) === 8 && (bytes[0]! * 256 + bytes[1]!) % 31 === 0

function unpack(packed: Uint8Array, fileName: string): Uint8Array | null {
  try {
    return inflateSync(packed, { maxOutputLength: deckLimits.streamBytes, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(fileName, streamTooLarge)
    return null
  }
}

const streamTooLarge: LocalText = {
  sv: 'PDF-filen packar upp till mer än något bildspel har. Skriv ut den på nytt som PDF, eller spara bara texten.',
  en: 'The PDF unpacks to more than any deck has. Print it to PDF again, or save the text alone.',
}
