import { readSeparatorLine } from '../../sources/delimited/utf8-stream.ts'
import { longestRow } from '../../sources/delimited/delimited-rows.ts'
import type { RowBytes } from '../../sources/delimited/delimited-rows.ts'

/** The most rows in a batch. */
const rowsAtOnce = 500
/** A batch is cut after this many bytes even when it has fewer rows. */
const bytesAtOnce = 256 * 1024

const [lineFeed, carriageReturn, quote, blank] = [10, 13, 34, 32]
/** Semicolon, tab and comma. */
const separators: ReadonlySet<number> = new Set([59, 9, 44])
const empty = new Uint8Array()

/** What is known of a register while it is cut: the separator is set once the header has been read. */
export interface RegisterShape {
  separator: string | null
}

/**
 * Cuts a register in UTF-8 into batches of whole rows; the first batch is the header alone. Line breaks within quotes do
 * not end a row. Only the current batch is in memory, whatever the size of the register.
 */
export async function* cutBatches(
  input: AsyncIterable<Uint8Array>,
  shape: RegisterShape = { separator: null },
): AsyncGenerator<RowBytes> {
  const cutter = new BatchCutter(shape)
  for await (const piece of input) yield* cutter.take(piece)
  yield* cutter.end()
}

class BatchCutter {
  readonly #shape: RegisterShape
  /** Bytes received and not yet cut off. */
  #buffer: Uint8Array = empty
  /** How many of those bytes have been scanned. */
  #seen = 0
  /** The offset where the current row begins. */
  #rowFrom = 0
  #rows = 0
  #firstLine = 1
  #isQuoted = false
  /** Whether only blanks have come since the cell began, so that a quote would open it. */
  #isAtCellStart = true
  /** Whether the byte before was a quote that closed a cell: one more makes the two a quote within it. */
  #hasJustClosed = false
  #hasText = false
  #isHeader = true
  #newline: number | null = null

  constructor(shape: RegisterShape) {
    this.#shape = shape
  }

  /** Cuts off the bytes before an offset as a batch. */
  #cut(at: number): RowBytes {
    // Copied, because the buffer is later transferred to another thread.
    const bytes = new Uint8Array(this.#buffer.subarray(0, at))
    if (this.#newline === carriageReturn) for (let i = 0; i < at; i++) if (bytes[i] === carriageReturn) bytes[i] = lineFeed
    const batch = { bytes, firstLine: this.#firstLine }
    this.#buffer = this.#buffer.subarray(at)
    this.#firstLine += linesIn(bytes)
    // A separator line such as `sep=;`, which Excel writes before the header, is a batch of its own.
    this.#isHeader &&= this.#rows === 0 || readSeparatorLine(bytes) !== null
    this.#seen = this.#rowFrom = this.#rows = 0
    this.#hasText = this.#isQuoted = this.#hasJustClosed = false
    this.#isAtCellStart = true
    return batch
  }

  /** Adds received bytes and yields the batches that they complete. */
  *take(piece: Uint8Array): Generator<RowBytes> {
    this.#buffer = this.#buffer.length === 0 ? piece : Buffer.concat([this.#buffer, piece])
    this.#newline ??= newlineOf(this.#buffer)
    if (this.#newline !== null) yield* this.#look(this.#newline)
    // Cuts a row that grows too long; the reader of the batch reports the fault.
    if (this.#buffer.length - this.#rowFrom > 4 * longestRow) yield this.#cut(lastWholeLetter(this.#buffer))
  }

  /** Yields the rest. */
  *end(): Generator<RowBytes> {
    if (this.#newline !== null) yield* this.#look(this.#newline)
    if (this.#buffer.length > 0) yield this.#cut(this.#buffer.length)
  }

  *#look(newline: number): Generator<RowBytes> {
    while (this.#seen < this.#buffer.length) {
      const byte = this.#buffer[this.#seen++]!
      if (byte === quote || byte > blank) {
        this.#follow(byte)
        continue
      }
      this.#hasJustClosed = false
      if (this.#isSeparator(byte) && !this.#isQuoted) this.#isAtCellStart = true
      if (byte !== newline) continue
      if (this.#isQuoted) {
        const end = this.#endOfBrokenRow(newline)
        if (end !== null) yield this.#cut(end)
        continue
      }
      if (this.#hasText) this.#rows++
      this.#hasText = false
      this.#isAtCellStart = true
      this.#rowFrom = this.#seen
      if (this.#rows >= (this.#isHeader ? 1 : rowsAtOnce) || this.#seen >= bytesAtOnce) yield this.#cut(this.#seen)
    }
  }

  /** Follows quotes as the reader of the rows does: one opens a cell only where the cell begins. */
  #follow(byte: number): void {
    this.#hasText = true
    if (byte !== quote) {
      this.#hasJustClosed = false
      if (!this.#isQuoted) this.#isAtCellStart = this.#isSeparator(byte)
      return
    }
    if (this.#isQuoted) {
      this.#isQuoted = false
      this.#hasJustClosed = true
    } else if (this.#isAtCellStart || this.#hasJustClosed) this.#isQuoted = true
    this.#isAtCellStart = false
  }

  #isSeparator(byte: number): boolean {
    const { separator } = this.#shape
    return separator === null ? separators.has(byte) : byte === separator.charCodeAt(0)
  }

  /** Where a row whose quote is not closed within any reasonable length has its first line end; the rows after it are read on their own. */
  #endOfBrokenRow(newline: number): number | null {
    if (this.#seen - this.#rowFrom <= longestRow) return null
    return this.#buffer.indexOf(newline, this.#rowFrom) + 1
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) lines++
  return lines
}

/** The byte that ends lines; null while it is not known. Old spreadsheets use a carriage return alone. */
function newlineOf(bytes: Uint8Array): number | null {
  const [feed, carriage] = [bytes.indexOf(lineFeed), bytes.indexOf(carriageReturn)]
  if (carriage !== -1 && carriage + 1 < bytes.length && (feed === -1 || feed > carriage + 1)) return carriageReturn
  return feed === -1 ? null : lineFeed
}

/** The last offset where a text can be cut without splitting a UTF-8 character. */
function lastWholeLetter(bytes: Uint8Array): number {
  let at = bytes.length - 1
  while (at > 0 && (bytes[at]! & 0xc0) === 0x80) at--
  return at
}
