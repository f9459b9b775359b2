import { Unzip, UnzipInflate, unzipSync } from 'fflate'
import { deckLimits, tooLarge, unsupportedFile } from './deck-limits.ts'
import type { LocalText } from '../../records/record.ts'

/** The names of the files in a zip. @throws ExpectedError `unsupported_file` when it is damaged, `too_large` when it says it is huge */
export function listZipParts(
  bytes: Uint8Array,
  { fileName, isWanted }: { fileName: string; isWanted: (name: string) => boolean },
): string[] {
  const names: string[] = []
  let declared = 0
  const look = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    names.push(name)
    if (isWanted(name)) declared += originalSize
    if (isWanted(name) && originalSize > deckLimits.partBytes) throw tooLarge(fileName, unpacksTooLarge)
    return false
  }
  readOrRefuse(fileName, () => unzipSync(bytes, { filter: look }))
  if (declared > deckLimits.unpackedBytes || names.length > 20_000) throw tooLarge(fileName, unpacksTooLarge)
  return names
}

/** The wanted files of a zip. Counts what comes out while it comes, since the sizes that a zip tells may be false. */
export function readZipParts(
  bytes: Uint8Array,
  { fileName, isWanted }: { fileName: string; isWanted: (name: string) => boolean },
): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  let unpacked = 0
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name)) return
    const chunks: Uint8Array[] = []
    let size = 0
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error
      size += chunk.length
      unpacked += chunk.length
      if (size > deckLimits.partBytes || unpacked > deckLimits.unpackedBytes) throw tooLarge(fileName, unpacksTooLarge)
      chunks.push(chunk)
      if (isLast) parts.set(file.name, Buffer.concat(chunks))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  readOrRefuse(fileName, () => {
    for (let at = 0; at < bytes.length; at += chunkBytes)
      unzip.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length)
  })
  return parts
}

/** Small, so that what one piece unpacks to (at most about a thousand times more) stays small too. */
const chunkBytes = 4096

function readOrRefuse(fileName: string, read: () => void): void {
  try {
    read()
  } catch (error) {
    if (error instanceof Error && error.name === 'ExpectedError') throw error
    throw unsupportedFile(fileName, damagedZip, error)
  }
}

const unpacksTooLarge: LocalText = {
  sv: 'Filen packar upp till mer text än något bildspel har. Spara bildspelets text för sig.',
  en: 'The file unpacks to more text than any deck has. Save the deck’s text by itself.',
}

export const damagedZip: LocalText = {
  sv: 'Filen är skadad eller avhuggen. Hämta eller spara den på nytt.',
  en: 'The file is damaged or cut short. Fetch it or save it again.',
}
