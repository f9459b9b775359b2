import { isUtf8 } from 'node:buffer'
import { wideEncodingOf } from '../delimited/decode-text.ts'
import { tooMuch, unreadable } from '../cubes/file-table.ts'
import type { FileBytes } from '../cubes/file-bytes.ts'
import { separatorOf } from '../delimited/delimited-rows.ts'
import type { CellMemo, Grid, GridRows } from './grid-rows.ts'

const [newline, carriage, quote, blank, tab] = [10, 13, 34, 32, 9]
const longestRow = 4 * 1024 * 1024
const mostCells = 100_000

/** A delimited file of any length; its separator is found in its first lines, or named in a line `sep=;`. */
export function delimitedGrid(file: FileBytes, separator?: string): Grid {
  const found = separator ?? separatorIn(file)
  return {
    separator: found,
    rows: () => new DelimitedRows(utf8Pieces(file), found.charCodeAt(0)),
    columnName: (at) => String(at + 1),
    mayLeaveOut: false,
  }
}

/** The beginning of a text, for finding out what it is. */
export function headText(file: FileBytes, bytes = 64 * 1024): string {
  for (const piece of utf8Pieces(file))
    return Buffer.from(piece.subarray(0, bytes)).toString(isUtf8(piece.subarray(0, bytes - 8)) ? 'utf8' : 'latin1')
  return ''
}

function separatorIn(file: FileBytes): string {
  const lines = headText(file).split(/\r?\n/, 40)
  const named = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1]
  if (named) return named
  // Titles above have few separators, so that the line with most of them decides.
  const widest = lines.toSorted((a, b) => cellsOf(b) - cellsOf(a))[0] ?? ''
  return separatorOf(widest)
}

const cellsOf = (line: string): number => line.split(separatorOf(line)).length

/** The text as UTF-8 without its mark; other narrow encodings go through as they are. */
function* utf8Pieces(file: FileBytes): Generator<Uint8Array> {
  let decoder: TextDecoder | null = null
  let isFirst = true
  for (const piece of file.pieces()) {
    if (isFirst) {
      const wide = wideEncodingOf(piece)
      decoder = wide ? new TextDecoder(wide) : null
      if (!wide && piece.subarray(0, 4096).includes(0))
        throw unreadable(
          'Filen är ingen text. Spara tabellen som CSV eller XLSX.',
          'The file is no text. Save the table as CSV or XLSX.',
        )
    }
    const hasMark = isFirst && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf
    isFirst = false
    yield decoder ? Buffer.from(decoder.decode(piece, { stream: true })) : hasMark ? piece.subarray(3) : piece
  }
}

/** The rows of delimited text (RFC 4180), found among its bytes without making text of them. */
class DelimitedRows implements GridRows {
  count = 0
  line = 0
  readonly #pieces: Iterator<Uint8Array>
  readonly #separator: number
  #bytes: Buffer = Buffer.alloc(0)
  #at = 0
  #end = 0
  #isLast = false
  #nextLine = 1
  #starts = new Int32Array(64)
  #ends = new Int32Array(64)
  #quoted = new Uint8Array(64)
  /** Null until the first letter beyond ASCII shows whether the text is UTF-8. */
  #isUtf8: boolean | null = null

  constructor(pieces: Iterator<Uint8Array>, separator: number) {
    this.#pieces = pieces
    this.#separator = separator
  }

  next(): boolean {
    for (;;) {
      if (this.#at >= this.#end && !this.#fill()) return false
      this.#skipEmptyLines()
      if (this.#at >= this.#end) continue
      const start = this.#at
      if (!this.#scan()) {
        // The row goes on in the next piece.
        this.#at = start
        if (this.#fill()) continue
        if (this.#isLast) throw this.#openQuote()
      }
      if (this.line === 1 && this.count === 1 && /^sep=/i.test(this.text(0))) continue
      if (this.line === 1 && this.count === 2 && /^sep=$/i.test(this.text(0))) continue
      return true
    }
  }

  /** Lines without anything are no rows; a file can have millions of them. */
  #skipEmptyLines(): void {
    const bytes = this.#bytes
    for (; this.#at < this.#end && this.#nextLine > 1; this.#nextLine++) {
      const skip = bytes[this.#at] === newline ? 1 : bytes[this.#at] === carriage && bytes[this.#at + 1] === newline ? 2 : 0
      if (skip === 0 || this.#at + skip > this.#end) return
      this.#at += skip
    }
  }

  /** Adds the next piece behind what is left; false at the end of the file. */
  #fill(): boolean {
    if (this.#isLast) return false
    const { value, done } = this.#pieces.next()
    if (done) {
      this.#isLast = true
      return this.#at < this.#end
    }
    const left = this.#end - this.#at
    if (left > longestRow)
      throw tooMuch(
        `Rad ${this.#nextLine} är längre än någon tabells. Saknas en radbrytning eller ett citattecken?`,
        `Line ${this.#nextLine} is longer than any table’s. Is a line break or a quote missing?`,
      )
    const joined = this.#bytes.length >= left + value.length ? this.#bytes : Buffer.allocUnsafe((left + value.length) * 2)
    this.#bytes.copy(joined, 0, this.#at, this.#end)
    joined.set(value, left)
    this.#bytes = joined
    this.#at = 0
    this.#end = left + value.length
    return true
  }

  /** Finds the cells of the row at the current place; false when it may go on in the next piece. */
  #scan(): boolean {
    const bytes = this.#bytes
    const end = this.#end
    const separator = this.#separator
    let [starts, ends, quoted] = [this.#starts, this.#ends, this.#quoted]
    let at = this.#at
    let count = 0
    let lines = 1
    for (;;) {
      if (count === starts.length) {
        this.#widen()
        ;[starts, ends, quoted] = [this.#starts, this.#ends, this.#quoted]
      }
      while (at < end && isBlank(bytes[at]!) && bytes[at] !== separator) at++
      let cellEnd: number
      if (bytes[at] === quote && at < end) {
        const from = at + 1
        let isDoubled = 0
        for (at = from; ; at++) {
          if (at >= end) return false
          if (bytes[at] === newline) lines++
          if (bytes[at] !== quote) continue
          if (at + 1 >= end && !this.#isLast) return false
          if (bytes[at + 1] !== quote || at + 1 >= end) break
          isDoubled = 1
          at++
        }
        starts[count] = from
        ends[count] = at
        quoted[count] = isDoubled
        at++
        while (at < end && bytes[at] !== separator && bytes[at] !== newline) {
          if (bytes[at] !== blank && bytes[at] !== carriage && bytes[at] !== tab) throw this.#strayQuote()
          at++
        }
      } else {
        const from = at
        while (at < end && bytes[at] !== separator && bytes[at] !== newline) at++
        cellEnd = at
        while (cellEnd > from && isBlank(bytes[cellEnd - 1]!)) cellEnd--
        starts[count] = from
        ends[count] = cellEnd
        quoted[count] = 0
      }
      count++
      if (at >= end && !this.#isLast) return false
      if (at >= end || bytes[at] === newline) break
      at++
    }
    this.count = count
    this.#at = at + 1
    this.line = this.#nextLine
    this.#nextLine += lines
    return true
  }

  #widen(): void {
    if (this.#starts.length >= mostCells)
      throw tooMuch(
        `Rad ${this.#nextLine} har fler än ${mostCells} celler.`,
        `Line ${this.#nextLine} has more than ${mostCells} cells.`,
      )
    const wider = <T extends Int32Array | Uint8Array>(one: T, made: T): T => (made.set(one), made)
    this.#starts = wider(this.#starts, new Int32Array(this.#starts.length * 2))
    this.#ends = wider(this.#ends, new Int32Array(this.#ends.length * 2))
    this.#quoted = wider(this.#quoted, new Uint8Array(this.#quoted.length * 2))
  }

  text(at: number): string {
    if (at >= this.count) return ''
    const [from, to] = [this.#starts[at]!, this.#ends[at]!]
    for (let place = from; place < to; place++)
      if (this.#bytes[place]! >= 0x80) return this.#unquoted(at, this.#decode(from, to)).trim()
    return this.#unquoted(at, this.#bytes.toString('latin1', from, to)).trim()
  }

  isEmpty(at: number): boolean {
    return at >= this.count || this.#starts[at] === this.#ends[at]
  }

  #unquoted(at: number, text: string): string {
    return this.#quoted[at] ? text.replaceAll('""', '"') : text
  }

  #decode(from: number, to: number): string {
    const part = this.#bytes.subarray(from, to)
    const fits = isUtf8(part)
    this.#isUtf8 ??= fits
    if (!this.#isUtf8) return new TextDecoder('windows-1252').decode(part)
    if (!fits)
      throw unreadable(
        `Rad ${this.line} är inte skriven i UTF-8, som resten av filen. Spara filen som «CSV UTF-8» och försök igen.`,
        `Line ${this.line} is not written in UTF-8, as the rest of the file is. Save the file as “CSV UTF-8” and try again.`,
      )
    return part.toString('utf8')
  }

  repeatedText(at: number, memo: CellMemo): string {
    if (at >= this.count) return ''
    const [from, to] = [this.#starts[at]!, this.#ends[at]!]
    const length = to - from
    if (length === memo.length) {
      let place = 0
      while (place < length && this.#bytes[from + place] === memo.bytes[place]) place++
      if (place === length) return memo.text
    }
    memo.text = this.text(at)
    memo.length = length <= memo.bytes.length ? length : -1
    if (memo.length >= 0) memo.bytes.set(this.#bytes.subarray(from, to))
    return memo.text
  }

  number(at: number, decimal: '.' | ','): number {
    if (at >= this.count) return NaN
    return parseDigits(this.#bytes, { from: this.#starts[at]!, to: this.#ends[at]!, decimal: decimal === '.' ? 46 : 44 })
  }

  isFormula(at: number): boolean {
    const text = this.text(at)
    return /^[=@]/.test(text) || /^[+-]\s*[^\d\s.,]/.test(text)
  }

  #openQuote = () =>
    unreadable(
      `Rad ${this.#nextLine}: ett citattecken öppnas och stängs inte. Filen kan vara avhuggen.`,
      `Line ${this.#nextLine}: a quote opens and is not closed. The file may be cut short.`,
    )
  #strayQuote = () =>
    unreadable(
      `Rad ${this.#nextLine}: det finns text efter ett citattecken som stänger en cell. Skriv citattecken i text dubbelt ("").`,
      `Line ${this.#nextLine}: there is text after a quote that closes a cell. Double quotes within a text ("").`,
    )
}

const isBlank = (byte: number): boolean => byte === blank || byte === carriage || byte === tab

const powers = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent)

/** A number of at most fifteen digits, which is exact when its digits are divided by a power of ten; NaN for any other text. */
export function parseDigits(bytes: Uint8Array, { from, to, decimal }: { from: number; to: number; decimal: number }): number {
  let at = from
  const isNegative = bytes[at] === 45
  if (isNegative) at++
  let [digits, count, after] = [0, 0, -1]
  for (; at < to; at++) {
    const byte = bytes[at]!
    if (byte >= 48 && byte <= 57) {
      digits = digits * 10 + (byte - 48)
      count++
      if (after >= 0) after++
    } else if (byte === decimal && after < 0) after = 0
    else return NaN
  }
  if (count === 0 || count > 15 || after === 0) return NaN
  const value = after > 0 ? digits / powers[after]! : digits
  return isNegative ? -value : value
}
