import { ExpectedError } from '../../records/expected-error.ts'
import type { LocalText } from '../../records/record.ts'

/** How large a deck may be; far beyond any real one. */
export const deckLimits = {
  bytes: 20 * 1024 * 1024,
  lines: 20_000,
  lineLength: 2_000,
  pages: 1_000,
  /** What one part of a PPTX, and all that is read of it, may hold when unpacked. */
  partBytes: 16 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
} as const

/** A file that cannot be read, in plain words: what, and how to mend it. `data.words` holds them in both languages. */
export function unsupportedFile(fileName: string, words: LocalText, cause?: unknown): ExpectedError {
  return new ExpectedError('unsupported_file', { detail: `${fileName}: ${words.en}`, data: { fileName, words }, cause })
}

/** A file beyond a limit. */
export function tooLarge(fileName: string, words: LocalText): ExpectedError {
  return new ExpectedError('too_large', { detail: `${fileName}: ${words.en}`, data: { fileName, words } })
}
