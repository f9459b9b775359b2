import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Gunzip } from 'fflate'
import { statisticsLimits, tooMuch, unreadable } from './file-table.ts'

/** A file's bytes, read in pieces as often as needed, or whole. */
export interface FileBytes {
  readonly size: number
  /** The pieces in order, unpacked when the file is packed with gzip. A piece is overwritten by the next. */
  pieces(): Generator<Uint8Array>
  /** @throws ExpectedError `too_large` for more than is held in memory */
  whole(): Uint8Array
}

const pieceBytes = 1024 * 1024

/** Bytes that are in memory. */
export const bytesInMemory = (bytes: Uint8Array): FileBytes =>
  fileBytes(bytes.length, function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
  })

/** Bytes of a file on a disk, of which one piece at a time is in memory. */
export function bytesOnDisk(path: string): FileBytes {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  closeSync(file)
  return fileBytes(size, function* () {
    const open = openSync(path, 'r')
    try {
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, Math.max(1, size)))
      for (let at = 0; ;) {
        const read = readSync(open, piece, 0, piece.length, at)
        if (read === 0) return
        at += read
        yield piece.subarray(0, read)
      }
    } finally {
      closeSync(open)
    }
  })
}

function fileBytes(size: number, raw: () => Generator<Uint8Array>): FileBytes {
  const pieces = () => unpacked(raw(), size)
  return {
    size,
    pieces,
    whole: () => {
      const parts: Uint8Array[] = []
      let length = 0
      for (const piece of pieces()) {
        length += piece.length
        if (length > statisticsLimits.wholeBytes)
          throw tooMuch(
            `Filen är större än ${statisticsLimits.wholeBytes / 1024 ** 2} MB. Dela upp den, eller spara tabellen som CSV.`,
            `The file is larger than ${statisticsLimits.wholeBytes / 1024 ** 2} MB. Break it up, or save the table as CSV.`,
          )
        parts.push(copyOf(piece))
      }
      return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    },
  }
}

/** Statistics pack to a hundredth at best; what unpacks to more was made to fill a memory. */
const mostTimes = 300

function* unpacked(raw: Generator<Uint8Array>, size: number): Generator<Uint8Array> {
  let gunzip: Gunzip | null = null
  let ready: Uint8Array[] = []
  let [total, isFirst, isDone] = [0, true, false]
  for (const piece of raw) {
    if (isFirst && piece[0] === 0x1f && piece[1] === 0x8b)
      gunzip = new Gunzip((part, isLast) => {
        ready.push(part)
        isDone = isLast
      })
    isFirst = false
    if (!gunzip) {
      yield piece
      continue
    }
    // Small parts, so that a packed file of nothing but zeros is stopped before it is large.
    for (let at = 0; at < piece.length; at += 16_384) {
      orDamaged(() => gunzip!.push(copyOf(piece.subarray(at, at + 16_384))))
      for (const part of ready) {
        total += part.length
        if (total > size * mostTimes + pieceBytes * 16)
          throw tooMuch('Filen packar upp till orimligt mycket.', 'The file unpacks to an unreasonable amount.')
        yield part
      }
      ready = []
    }
  }
  if (gunzip && !isDone) {
    orDamaged(() => gunzip.push(new Uint8Array(), true))
    yield* ready
  }
}

/** The bytes by themselves: a piece is overwritten by the next, and `slice` of a Buffer copies nothing. */
const copyOf = (piece: Uint8Array): Uint8Array => new Uint8Array(piece)

function orDamaged(work: () => void): void {
  try {
    work()
  } catch (cause) {
    throw unreadable(
      'Den packade filen är skadad eller avhuggen. Hämta den på nytt.',
      'The packed file is damaged or cut short. Fetch it again.',
      cause,
    )
  }
}
