import { unreadable } from '../cubes/file-table.ts'
import type { FileTable } from '../cubes/file-table.ts'
import { absent, SymbolList } from '../cubes/symbol-list.ts'
import { parseDigits } from '../tables/delimited-grid.ts'

interface DataPlace {
  /** Where the data begin among the bytes. */
  from: number
  sizes: readonly number[]
  /** The codes of each dimension that rows begin with (KEYS); empty when all cells are there. */
  keyed: readonly (readonly string[])[]
  cells: number
  meanings: ReadonlyMap<string, string>
  decode: (part: Uint8Array) => string
}

const [quote, semicolon, comma, minus] = [34, 59, 44, 45]
const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9

/** The cells of a PX file, stub before heading. @throws ExpectedError with the line of what is no number, and when cells are missing or too many */
export function readPxData(
  bytes: Uint8Array,
  { from, sizes, keyed, cells, meanings, decode }: DataPlace,
): Pick<FileTable, 'values' | 'statuses' | 'symbols'> {
  const symbols = new SymbolList(meanings)
  const values = new Float64Array(cells).fill(NaN)
  // Rows that KEYS leaves out have no number.
  const statuses = new Uint8Array(cells).fill(symbols.statusOf(absent, true))
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rowCells = sizes.slice(keyed.length).reduce((product, size) => product * size, 1)
  const reader = new Tokens(buffer, from, decode)
  const keys = keyed.map((codes) => new Map(codes.map((code, at) => [code, at])))
  let cell = 0
  for (let isFirst = true; ; isFirst = false) {
    if (keyed.length > 0) {
      if (reader.isAtEnd()) break
      cell = rowOf(reader, keys, sizes) * rowCells
      if (statuses[cell] !== 1) throw reader.fail('raden finns två gånger', 'the row is there twice')
    } else if (!isFirst) break
    for (let end = cell + rowCells; cell < end; cell++) {
      const { value, symbol } = reader.read()
      if (symbol === '' && Number.isNaN(value)) throw wrongCount(cell, cells)
      values[cell] = value
      statuses[cell] = symbol === '' ? 0 : symbols.statusOf(symbol, true)
    }
  }
  if (!reader.isAtEnd()) throw wrongCount(cells + 1, cells)
  return { values, statuses: statuses.some((status) => status > 0) ? statuses : null, symbols: symbols.symbols }
}

const wrongCount = (found: number, cells: number) =>
  unreadable(
    found > cells
      ? `DATA har fler värden än de ${cells} som variablerna ger.`
      : `DATA har ${found} värden, men variablerna ger ${cells}. Filen är avhuggen eller skadad.`,
    found > cells
      ? `DATA has more values than the ${cells} that the variables make.`
      : `DATA has ${found} values, but the variables make ${cells}. The file is cut short or damaged.`,
  )

function rowOf(reader: Tokens, keys: readonly ReadonlyMap<string, number>[], sizes: readonly number[]): number {
  let row = 0
  keys.forEach((places, at) => {
    const code = reader.readKey()
    const place = places.get(code)
    if (place === undefined)
      throw reader.fail(
        `nyckeln «${code.slice(0, 40)}» finns inte bland koderna`,
        `the key «${code.slice(0, 40)}» is not among the codes`,
      )
    row = row * sizes[at]! + place
  })
  return row
}

/** What is between blanks in the data. */
class Tokens {
  readonly #bytes: Buffer
  readonly #decode: (part: Uint8Array) => string
  #at: number
  readonly #read = { value: 0, symbol: '' }

  constructor(bytes: Buffer, from: number, decode: (part: Uint8Array) => string) {
    this.#bytes = bytes
    this.#decode = decode
    this.#at = from
  }

  #skip(): void {
    while (this.#at < this.#bytes.length && (isSpace(this.#bytes[this.#at]!) || this.#bytes[this.#at] === comma)) this.#at++
  }

  isAtEnd(): boolean {
    this.#skip()
    return this.#at >= this.#bytes.length || this.#bytes[this.#at] === semicolon || this.#bytes[this.#at] === 26
  }

  /** The next number or symbol, the same object each time; neither at the end. */
  read(): { value: number; symbol: string } {
    const read = this.#read
    read.value = NaN
    read.symbol = ''
    if (this.isAtEnd()) return read
    const bytes = this.#bytes
    const from = this.#at
    if (bytes[from] === quote) {
      read.symbol = this.readKey()
      return read
    }
    while (this.#at < bytes.length && !isSpace(bytes[this.#at]!) && bytes[this.#at] !== semicolon && bytes[this.#at] !== comma)
      this.#at++
    read.value = parseDigits(bytes, { from, to: this.#at, decimal: 46 })
    if (!Number.isNaN(read.value)) return read
    if (this.#at === from + 1 && bytes[from] === minus) {
      read.symbol = '-'
      return read
    }
    const text = bytes.toString('latin1', from, Math.min(this.#at, from + 60))
    read.value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN
    if (/^\.{1,6}$|^:$/.test(text)) read.symbol = text
    else if (!Number.isFinite(read.value)) throw this.fail(`«${text}» är inget tal`, `«${text}» is no number`)
    return read
  }

  readKey(): string {
    this.#skip()
    const end = this.#bytes[this.#at] === quote ? this.#bytes.indexOf(quote, this.#at + 1) : -1
    if (end < 0) throw this.fail('ett citattecken saknas', 'a quote is missing')
    const text = this.#decode(this.#bytes.subarray(this.#at + 1, Math.min(end, this.#at + 2000)))
    this.#at = end + 1
    return text
  }

  fail(sv: string, en: string): Error {
    let line = 1
    for (let at = 0; at < Math.min(this.#at, this.#bytes.length); at++) if (this.#bytes[at] === 10) line++
    return unreadable(`Rad ${line} i filen: ${sv}.`, `Line ${line} of the file: ${en}.`)
  }
}
