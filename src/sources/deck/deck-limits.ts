import { ExpectedError } from '../../records/expected-error.ts'
import type { LocalText } from '../../records/shared-fields.ts'

/** How large a deck may be; far beyond any real one. */
export const deckLimits = {
  bytes: 20 * 1024 * 1024,
  lines: 5_000,
  lineLength: 2_000,
  pages: 1_000,
  /** The most bytes of one part of a PPTX, and of all parts that are read, when unpacked. */
  partBytes: 8 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  /** Tags in one part, and in all parts that are read. */
  partTags: 200_000,
  tags: 2_000_000,
  /** The most bytes of one packed stream of a PDF, and of all of them, when unpacked; pictures are not counted. */
  streamBytes: 32 * 1024 * 1024,
  streamsBytes: 96 * 1024 * 1024,
  /** Pieces of text on one page of a PDF. */
  pagePieces: 50_000,
  /** Areas of one region, and statements under one heading. */
  areasOfRegion: 100,
  statements: 500,
  /** How long the reading of a deck may take, and what memory its thread may use beyond what it starts with. */
  deadlineMs: 5_000,
  memoryMegabytes: 192,
} as const

/** A file that cannot be read, in plain words: what, and how to mend it. `data.words` has the words in both languages. */
export function unsupportedFile(fileName: string, words: LocalText, cause?: unknown): ExpectedError {
  return new ExpectedError('unsupported_file', { detail: `${fileName}: ${words.en}`, data: { fileName, words }, cause })
}

/** A file beyond a limit. */
export function tooLarge(fileName: string, words: LocalText): ExpectedError {
  return new ExpectedError('too_large', { detail: `${fileName}: ${words.en}`, data: { fileName, words } })
}
