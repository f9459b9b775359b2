import type { LocalText } from '../../records/shared-fields.ts'

/** A table as text that cannot be read; its words say where, what, and how to mend it. */
export class UnreadableTable extends Error {
  readonly words: LocalText

  constructor(words: LocalText) {
    super(words.en)
    this.words = words
  }
}

/** The longest row that is read, so that a broken file cannot fill the memory. */
export const longestRow = 100_000

/** The separator that parts most cells of the header: semicolon, tab or comma. */
export function separatorOf(header: string): string {
  return [';', '\t', ','].reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best), ',')
}

/** Some whole rows of a table, in UTF-8. */
export interface RowBytes {
  bytes: Uint8Array<ArrayBuffer>
  /** The line, from 1, on which the first of them begins. */
  firstLine: number
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a batch. Other encodings than UTF-8 are refused rather than guessed. */
export function textOf({ bytes, firstLine }: RowBytes): string {
  try {
    return decoder.decode(bytes)
  } catch {
    const line = firstLine + lineOfFirstFault(bytes)
    throw new UnreadableTable({
      sv: `Rad ${line} är inte skriven i UTF-8. Spara filen som «CSV UTF-8» och försök igen.`,
      en: `Line ${line} is not written in UTF-8. Save the file as “CSV UTF-8” and try again.`,
    })
  }
}

/**
 * The text of a batch where a line that is not UTF-8 is read as Windows-1252, and the numbers of such lines: a register put
 * together of several files may have both.
 */
export function mixedTextOf({ bytes, firstLine }: RowBytes): { text: string; otherLines: ReadonlySet<number> } {
  try {
    return { text: decoder.decode(bytes), otherLines: new Set() }
  } catch {
    return readLineByLine(bytes, firstLine)
  }
}

const windows1252 = new TextDecoder('windows-1252')

function readLineByLine(bytes: Uint8Array, firstLine: number): { text: string; otherLines: ReadonlySet<number> } {
  const otherLines = new Set<number>()
  const lines: string[] = []
  for (let from = 0, line = firstLine; from < bytes.length; line++) {
    const feed = bytes.indexOf(10, from)
    const next = feed === -1 ? bytes.length : feed + 1
    const written = bytes.subarray(from, next)
    try {
      lines.push(decoder.decode(written))
    } catch {
      lines.push(windows1252.decode(written))
      otherLines.add(line)
    }
    from = next
  }
  return { text: lines.join(''), otherLines }
}

/** How many lines of UTF-8 come before the one that is not. */
function lineOfFirstFault(bytes: Uint8Array): number {
  const isRight = (line: Uint8Array): boolean => {
    try {
      decoder.decode(line)
      return true
    } catch {
      return false
    }
  }
  let lines = 0
  for (let from = 0, to = 0; from < bytes.length; from = to + 1, lines++) {
    to = bytes.indexOf(10, from)
    if (to === -1 || !isRight(bytes.subarray(from, to))) break
  }
  return lines
}

/** A row's cells, and the line on which it begins. */
export interface Row {
  cells: string[]
  line: number
  /** Why the row could not be read whole; its cells are then what its first line gives. */
  fault?: UnreadableTable
}

export interface RowOptions {
  separator: string
  /** The line, from 1, on which the text begins. */
  firstLine: number
  /** Cells are kept as they are: quotes and blanks mean nothing, and an empty line is a row. */
  isVerbatim?: boolean
  /** A row that cannot be read comes out with its fault, and reading goes on with the next line. */
  isForgiving?: boolean
}

/**
 * The rows of a text that begins and ends at a row's edge (RFC 4180; blanks around cells and empty lines are left out).
 * @throws UnreadableTable where quotes do not match or a row is too long, with its line
 */
export function readRows(text: string, { separator, firstLine, isVerbatim = false, isForgiving = false }: RowOptions): Row[] {
  const rows: Row[] = []
  let line = firstLine
  for (let from = 0; from < text.length;) {
    const end = endOfLine(text, from)
    const written = text.slice(from, end)
    if (written.length > longestRow) {
      if (!isForgiving) throw rowTooLong(line)
      rows.push({ ...faultyRow(written, { separator, line }), fault: rowTooLong(line) })
      from = end + 1
      line++
      continue
    }
    if (isVerbatim) {
      rows.push({ cells: written.replace(/\r$/, '').split(separator), line })
      from = end + 1
      line++
      continue
    }
    if (!written.includes('"')) {
      if (written.trim() !== '') rows.push({ cells: written.split(separator).map((cell) => cell.trim()), line })
      from = end + 1
      line++
      continue
    }
    try {
      const { cells, next } = readQuotedRow(text, { from, separator, line })
      rows.push({ cells, line })
      line += linesWithin(text, from, next)
      from = next
    } catch (error) {
      if (!isForgiving || !(error instanceof UnreadableTable)) throw error
      rows.push({ ...faultyRow(written, { separator, line }), fault: error })
      from = end + 1
      line++
    }
  }
  return rows
}

/** The cells of a row's first line as far as they can be made out, so that the row is known by its first cells. */
const faultyRow = (written: string, { separator, line }: { separator: string; line: number }): Row => ({
  cells: written
    .slice(0, mostOfFaulty)
    .split(separator)
    .map((cell) => cell.replaceAll('"', '').trim()),
  line,
})
const mostOfFaulty = 200

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function linesWithin(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

interface Place {
  from: number
  separator: string
  line: number
}

/** A row with quotes in it, and where the next one begins. */
function readQuotedRow(text: string, { from, separator, line }: Place): { cells: string[]; next: number } {
  const cells: string[] = []
  for (let at = from; ;) {
    at = skipBlanks(text, at, separator)
    let end: number
    if (text[at] === '"') {
      const quoted = readQuoted(text, { from: at, separator, line })
      cells.push(quoted.cell)
      end = skipBlanks(text, quoted.end, separator)
      if (end < text.length && text[end] !== separator && text[end] !== '\n') throw strayQuote(line)
    } else {
      const comma = text.indexOf(separator, at)
      const newline = endOfLine(text, at)
      end = comma === -1 || comma > newline ? newline : comma
      // A quote within a cell that does not begin with one is a character like any other: 2" pipe.
      cells.push(text.slice(at, end).trim())
    }
    if (end - from > longestRow) throw rowTooLong(line)
    at = end + 1
    if (text[end] !== separator) return { cells, next: at }
  }
}

function skipBlanks(text: string, from: number, separator: string): number {
  let at = from
  while ((text[at] === ' ' || text[at] === '\t' || text[at] === '\r') && text[at] !== separator) at++
  return at
}

/** A cell in quotes, without them, and where it ends. */
function readQuoted(text: string, { from, line }: Place): { cell: string; end: number } {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return { cell: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 }
  throw new UnreadableTable({
    sv: `Rad ${line}: ett citattecken öppnas och stängs inte. Stäng det, eller skriv det dubbelt ("") om det hör till texten.`,
    en: `Line ${line}: a quote opens and is not closed. Close it, or double it ("") if it belongs to the text.`,
  })
}

const strayQuote = (line: number) =>
  new UnreadableTable({
    sv: `Rad ${line}: det finns text efter ett citattecken som stänger en cell. Sätt hela cellen inom citattecken och skriv de inre dubbelt ("").`,
    en: `Line ${line}: there is text after a quote that closes a cell. Put the whole cell in quotes and double the inner ones ("").`,
  })

const rowTooLong = (line: number) =>
  new UnreadableTable({
    sv: `Rad ${line} är längre än ${longestRow} tecken. Korta den, eller se efter om en radbrytning saknas.`,
    en: `Line ${line} is longer than ${longestRow} characters. Shorten it, or see whether a line break is missing.`,
  })
