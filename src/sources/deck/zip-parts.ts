import { crc32, inflateRawSync } from 'node:zlib'
import { deckLimits, tooLarge, unsupportedFile } from './deck-limits.ts'
import type { LocalText } from '../../records/shared-fields.ts'

/** A zip whose files are unpacked one at a time, when asked for. */
export interface ZipParts {
  names: readonly string[]
  /** @throws ExpectedError `unsupported_file` when the part is damaged or locked, `too_large` when it unpacks to too much */
  read(name: string): Uint8Array | null
}

interface ZipEntry {
  isLocked: boolean
  method: number
  crc: number
  packedSize: number
  size: number
  offset: number
}

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 }
/** Flag bits: 0 is encrypted, 6 strongly so, 13 has a masked directory. */
const lockedFlags = 0x2041
const mostParts = 20_000

/** What a zip may unpack to, and the message for one that unpacks to more. */
export interface ZipLimits {
  partBytes: number
  unpackedBytes: number
  tooLarge: LocalText
}

/** Opens a zip by its directory. @throws ExpectedError `unsupported_file` when it is damaged or cut short */
export function openZip(bytes: Uint8Array, fileName: string, limits: ZipLimits = limitsOfDecks): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = orDamaged(fileName, () => readDirectory(view, bytes))
  let unpacked = 0
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.isLocked) throw unsupportedFile(fileName, lockedPart(name))
      if (entry.size > limits.partBytes) throw tooLarge(fileName, limits.tooLarge)
      const part = unpack({ view, bytes, entry, name, fileName, limits })
      unpacked += part.length
      if (unpacked > limits.unpackedBytes) throw tooLarge(fileName, limits.tooLarge)
      return part
    },
  }
}

function readDirectory(view: DataView, bytes: Uint8Array): Map<string, ZipEntry> {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostParts) throw new RangeError('The zip has too many files.')
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== signatures.central) throw new RangeError('The zip has no file here.')
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength!))
    if (entries.has(name)) throw new RangeError('The zip has two files of one name.')
    entries.set(name, {
      isLocked: (view.getUint16(at + 8, true) & lockedFlags) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength! + extraLength! + noteLength!
  }
  return entries
}

/** The record at the end, before a note of at most 65 535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === signatures.end) return at
  throw new RangeError('The zip has no end.')
}

interface Packed {
  view: DataView
  bytes: Uint8Array
  entry: ZipEntry
  name: string
  fileName: string
  limits: ZipLimits
}

/** The sizes that a zip gives may be false, so that what comes out is held to the limit, and then to its checksum. */
function unpack({ view, bytes, entry, name, fileName, limits }: Packed): Uint8Array {
  const packed = orDamaged(fileName, () => {
    if (view.getUint32(entry.offset, true) !== signatures.local) throw new RangeError('The part is not where it should be.')
    if ((view.getUint16(entry.offset + 6, true) & lockedFlags) !== 0) throw unsupportedFile(fileName, lockedPart(name))
    const begin = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    if (begin + entry.packedSize > bytes.length) throw new RangeError('The part is cut short.')
    return bytes.subarray(begin, begin + entry.packedSize)
  })
  const part = inflate(packed, { entry, name, fileName, limits })
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw unsupportedFile(fileName, wrongSum(name))
  return part
}

function inflate(packed: Uint8Array, { entry, name, fileName, limits }: Omit<Packed, 'view' | 'bytes'>): Uint8Array {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw unsupportedFile(fileName, wrongSum(name))
  try {
    return inflateRawSync(packed, { maxOutputLength: limits.partBytes })
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(fileName, limits.tooLarge)
    throw unsupportedFile(fileName, wrongSum(name), cause)
  }
}

function orDamaged<T>(fileName: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && error.name === 'ExpectedError') throw error
    throw unsupportedFile(fileName, damagedZip, error)
  }
}

const unpacksTooLarge: LocalText = {
  sv: 'Filen packar upp till mer text än något bildspel har. Spara bildspelets text för sig.',
  en: 'The file unpacks to more text than any deck has. Save the deck’s text by itself.',
}

const limitsOfDecks: ZipLimits = { ...deckLimits, tooLarge: unpacksTooLarge }

export const damagedZip: LocalText = {
  sv: 'Filen är skadad eller avhuggen. Hämta eller spara den på nytt.',
  en: 'The file is damaged or cut short. Fetch it or save it again.',
}

const wrongSum = (name: string): LocalText => ({
  sv: `Delen ${name} i filen är skadad: innehållet stämmer inte med sin kontrollsumma. Hämta eller spara filen på nytt.`,
  en: `The part ${name} of the file is damaged: its content does not fit its checksum. Fetch the file or save it again.`,
})

const lockedPart = (name: string): LocalText => ({
  sv: `Delen ${name} i filen är krypterad. Spara filen utan lösenord.`,
  en: `The part ${name} of the file is encrypted. Save the file without a password.`,
})
