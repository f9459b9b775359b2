import { readSeparatorLine } from '../../sources/delimited/utf8-stream.ts'
import { longestRow } from '../../sources/delimited/delimited-rows.ts'
import type { RowBytes } from '../../sources/delimited/delimited-rows.ts'

/** So many rows are matched together. */
const rowsAtOnce = 500
/** Or fewer, when they are long. */
const bytesAtOnce = 256 * 1024

const [lineFeed, carriageReturn, quote, blank] = [10, 13, 34, 32]
const empty = new Uint8Array()

/**
 * Cuts a register, in UTF-8, into batches of whole rows; the first batch is the header alone. A line break within quotes ends no row.
 * Only the batch at hand is held, whatever the register's size.
 */
export async function* cutBatches(input: AsyncIterable<Uint8Array>): AsyncGenerator<RowBytes> {
  const cutter = new BatchCutter()
  for await (const piece of input) yield* cutter.take(piece)
  yield* cutter.end()
}

class BatchCutter {
  /** What has come and is not yet cut off. */
  #held: Uint8Array = empty
  /** How far it has been looked through. */
  #seen = 0
  /** Where the row at hand began. */
  #rowFrom = 0
  #rows = 0
  #lines = 0
  #firstLine = 1
  #isQuoted = false
  #hasText = false
  #isHeader = true
  #newline: number | null = null

  /** Cuts off what comes before a place. */
  #cut(at: number): RowBytes {
    // A copy of its own, so that it can be handed to another thread whole.
    const bytes = new Uint8Array(this.#held.subarray(0, at))
    if (this.#newline === carriageReturn) for (let i = 0; i < at; i++) if (bytes[i] === carriageReturn) bytes[i] = lineFeed
    const batch = { bytes, firstLine: this.#firstLine }
    this.#held = this.#held.subarray(at)
    this.#firstLine += this.#lines
    // A line such as `sep=;`, which Excel writes before the header, is a batch of its own too.
    this.#isHeader &&= this.#rows === 0 || readSeparatorLine(bytes) !== null
    this.#seen = this.#rowFrom = this.#rows = this.#lines = 0
    this.#hasText = this.#isQuoted = false
    return batch
  }

  /** Takes a piece and gives the batches that it completes. */
  *take(piece: Uint8Array): Generator<RowBytes> {
    this.#held = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece])
    this.#newline ??= newlineOf(this.#held)
    if (this.#newline !== null) yield* this.#look(this.#newline)
    // A quote that is never closed must not gather the whole file; whoever reads the batch finds the fault.
    if (this.#held.length - this.#rowFrom > 4 * longestRow) yield this.#cut(lastWholeLetter(this.#held))
  }

  /** Gives what is left. */
  *end(): Generator<RowBytes> {
    if (this.#newline !== null) yield* this.#look(this.#newline)
    if (this.#held.length > 0) yield this.#cut(this.#held.length)
  }

  *#look(newline: number): Generator<RowBytes> {
    while (this.#seen < this.#held.length) {
      const byte = this.#held[this.#seen++]!
      if (byte > blank) {
        this.#hasText = true
        if (byte === quote) this.#isQuoted = !this.#isQuoted
        continue
      }
      if (byte !== newline) continue
      this.#lines++
      if (this.#isQuoted) continue
      if (this.#hasText) this.#rows++
      this.#hasText = false
      this.#rowFrom = this.#seen
      if (this.#rows >= (this.#isHeader ? 1 : rowsAtOnce) || this.#seen >= bytesAtOnce) yield this.#cut(this.#seen)
    }
  }
}

/** What ends the lines; null while that cannot be told. Old spreadsheets end them with a carriage return alone. */
function newlineOf(bytes: Uint8Array): number | null {
  const [feed, carriage] = [bytes.indexOf(lineFeed), bytes.indexOf(carriageReturn)]
  if (carriage !== -1 && carriage + 1 < bytes.length && (feed === -1 || feed > carriage + 1)) return carriageReturn
  return feed === -1 ? null : lineFeed
}

/** Where a text can be cut without parting the bytes of its last letter. */
function lastWholeLetter(bytes: Uint8Array): number {
  let at = bytes.length - 1
  while (at > 0 && (bytes[at]! & 0xc0) === 0x80) at--
  return at
}
