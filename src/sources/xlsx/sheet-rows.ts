import { swedishDay } from '../../records/time.ts'
import { tooMuch, unreadable } from '../cubes/file-table.ts'
import { parseDigits } from '../tables/delimited-grid.ts'
import type { CellMemo, GridRows } from '../tables/grid-rows.ts'
import { plainXml, textsIn } from './shared-strings.ts'

interface Workbook {
  shared: readonly string[]
  /** Styles that show a number as a date. */
  dateStyles: ReadonlySet<number>
}

const kinds = { empty: 0, number: 1, shared: 2, text: 3, inline: 4, truth: 5, error: 6, date: 7 } as const
const mostColumns = 16_384
const [less, greater, slash, space] = [60, 62, 47, 32]
const [rowEnd, cellEnd] = [Buffer.from('</row>'), Buffer.from('</c>')]

/** The rows of a sheet, found among the bytes of its XML without making a tree of them. */
export class SheetRows implements GridRows {
  count = 0
  line = 0
  readonly #xml: Buffer
  readonly #book: Workbook
  #at: number
  #kinds = new Uint8Array(64)
  #formulas = new Uint8Array(64)
  #starts = new Int32Array(64)
  #ends = new Int32Array(64)

  constructor(xml: Buffer, book: Workbook) {
    this.#xml = xml
    this.#book = book
    this.#at = Math.max(0, xml.indexOf('<sheetData'))
  }

  next(): boolean {
    const xml = this.#xml
    const start = this.#find('<row', this.#at)
    if (start < 0) return false
    const head = xml.indexOf(greater, start)
    if (head < 0) throw this.#cutShort()
    this.line = this.#attribute(start, head, 'r') ?? this.line + 1
    this.#kinds.fill(0, 0, this.count)
    this.#formulas.fill(0, 0, this.count)
    this.count = 0
    if (xml[head - 1] === slash) {
      this.#at = head + 1
      return true
    }
    const end = xml.indexOf(rowEnd, head)
    if (end < 0) throw this.#cutShort()
    this.#readCells(head + 1, end)
    this.#at = end + rowEnd.length
    return true
  }

  /** Where an element of just this name begins. */
  #find(tag: string, from: number): number {
    for (let at = this.#xml.indexOf(tag, from); at >= 0; at = this.#xml.indexOf(tag, at + tag.length)) {
      const after = this.#xml[at + tag.length]!
      if (after === space || after === greater || after === slash || after < 33) return at
    }
    return -1
  }

  #readCells(from: number, to: number): void {
    const xml = this.#xml
    for (let at = from, column = -1; at < to;) {
      while (at < to && !(xml[at] === less && xml[at + 1] === 99 && (xml[at + 2] === space || xml[at + 2] === greater))) at++
      if (at >= to) return
      let head = at
      while (head < to && xml[head] !== greater) head++
      const reference = this.#column(at, head)
      column = reference ?? column + 1
      if (column >= mostColumns)
        throw tooMuch(
          `Rad ${this.line} har fler än ${mostColumns} kolumner.`,
          `Row ${this.line} has more than ${mostColumns} columns.`,
        )
      if (xml[head - 1] === slash) {
        at = head + 1
        continue
      }
      const end = xml.indexOf(cellEnd, head)
      if (end < 0 || end > to) throw this.#cutShort()
      this.#keep(column, { tag: at, head, end })
      at = end + cellEnd.length
    }
  }

  #keep(column: number, { tag, head, end }: { tag: number; head: number; end: number }): void {
    while (column >= this.#kinds.length) this.#widen()
    if (column >= this.count) this.count = column + 1
    const xml = this.#xml
    const type = this.#textAttribute(tag, head, 't')
    let [start, stop] = [head + 1, end]
    let kind: number =
      type === 's'
        ? kinds.shared
        : type === 'str'
          ? kinds.text
          : type === 'inlineStr'
            ? kinds.inline
            : type === 'b'
              ? kinds.truth
              : type === 'e'
                ? kinds.error
                : type === 'd'
                  ? kinds.text
                  : kinds.number
    if (kind !== kinds.inline) {
      for (let at = head + 1; at < end; at++) {
        if (xml[at] !== less) continue
        if (xml[at + 1] === 102 && (xml[at + 2] === greater || xml[at + 2] === space || xml[at + 2] === slash))
          this.#formulas[column] = 1
        if (xml[at + 1] === 118 && xml[at + 2] === greater) {
          start = at + 3
          stop = xml.indexOf(less, start)
          break
        }
        if (at === end - 1) stop = start
      }
      if (xml[start - 2] !== 118) kind = kinds.empty
    }
    if (
      kind === kinds.number &&
      this.#book.dateStyles.size > 0 &&
      this.#book.dateStyles.has(this.#attribute(tag, head, 's') ?? -1)
    )
      kind = kinds.date
    this.#kinds[column] = kind
    this.#starts[column] = start
    this.#ends[column] = stop
  }

  #widen(): void {
    const wider = <T extends Int32Array | Uint8Array>(one: T, made: T): T => (made.set(one), made)
    this.#kinds = wider(this.#kinds, new Uint8Array(this.#kinds.length * 2))
    this.#formulas = wider(this.#formulas, new Uint8Array(this.#formulas.length * 2))
    this.#starts = wider(this.#starts, new Int32Array(this.#starts.length * 2))
    this.#ends = wider(this.#ends, new Int32Array(this.#ends.length * 2))
  }

  /** The place of an attribute's value in a tag; -1 when it has none. */
  #valueAt(tag: number, head: number, letter: number): number {
    const xml = this.#xml
    for (let at = tag; at < head - 3; at++) if (xml[at] === space && xml[at + 1] === letter && xml[at + 2] === 61) return at + 4
    return -1
  }

  #attribute(tag: number, head: number, name: string): number | null {
    let at = this.#valueAt(tag, head, name.charCodeAt(0))
    if (at < 0) return null
    let number = 0
    for (; this.#xml[at]! >= 48 && this.#xml[at]! <= 57; at++) number = number * 10 + this.#xml[at]! - 48
    return number
  }

  #textAttribute(tag: number, head: number, name: string): string {
    const at = this.#valueAt(tag, head, name.charCodeAt(0))
    if (at < 0) return ''
    let end = at
    while (end < head && this.#xml[end] !== 34 && this.#xml[end] !== 39) end++
    return this.#xml.toString('latin1', at, end)
  }

  /** The column of a reference such as `BC12`. */
  #column(tag: number, head: number): number | null {
    let at = this.#valueAt(tag, head, 114)
    if (at < 0) return null
    let column = 0
    for (; this.#xml[at]! >= 65 && this.#xml[at]! <= 90 && column < 1e6; at++) column = column * 26 + this.#xml[at]! - 64
    return column === 0 ? null : column - 1
  }

  text(at: number): string {
    if (at >= this.count) return ''
    const kind = this.#kinds[at]!
    if (kind === kinds.empty) return ''
    const raw = this.#xml.toString('utf8', this.#starts[at]!, this.#ends[at]!)
    if (kind === kinds.shared) return this.#sharedText(raw, at)
    if (kind === kinds.inline) return textsIn(raw).trim()
    if (kind === kinds.number) return /^-?\d{1,15}$/.test(raw) || Number.isNaN(Number(raw)) ? raw.trim() : String(Number(raw))
    if (kind === kinds.date) return dayOf(Number(raw))
    return plainXml(raw).trim()
  }

  #sharedText(raw: string, at: number): string {
    const text = this.#book.shared[Number(raw)]
    if (text === undefined)
      throw unreadable(
        `Rad ${this.line}, cell ${at + 1} hänvisar till en text som inte finns. Arbetsboken är skadad.`,
        `Row ${this.line}, cell ${at + 1} points to a text that is not there. The workbook is damaged.`,
      )
    return text.trim()
  }

  repeatedText(at: number, _memo: CellMemo): string {
    return this.text(at)
  }

  isEmpty(at: number): boolean {
    if (at >= this.count || this.#kinds[at] === kinds.empty) return true
    return this.#kinds[at] !== kinds.number && this.text(at) === ''
  }

  number(at: number): number {
    if (at >= this.count || this.#kinds[at] !== kinds.number || this.#formulas[at] === 1) return NaN
    const [from, to] = [this.#starts[at]!, this.#ends[at]!]
    const quick = parseDigits(this.#xml, { from, to, decimal: 46 })
    if (!Number.isNaN(quick)) return quick
    const raw = this.#xml.toString('latin1', from, to).trim()
    return raw === '' ? NaN : Number(raw)
  }

  isFormula(at: number): boolean {
    return at < this.count && this.#formulas[at] === 1
  }

  #cutShort = () =>
    unreadable(
      `Bladet är avhugget efter rad ${this.line}. Spara arbetsboken på nytt.`,
      `The sheet is cut short after row ${this.line}. Save the workbook again.`,
    )
}

/** Excel counts days from the last of 1899. */
function dayOf(serial: number): string {
  const noon = new Date(Date.UTC(1899, 11, 30, 12) + Math.floor(serial) * 86_400_000)
  return Number.isNaN(noon.getTime()) ? String(serial) : swedishDay(noon)
}
