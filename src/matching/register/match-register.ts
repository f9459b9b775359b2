import type { LocalText } from '../../records/record.ts'

/** A register that cannot be read; its words say where, what, and how to mend it. */
export class RegisterError extends Error {
  readonly words: LocalText

  constructor(words: LocalText) {
    super(words.en)
    this.words = words
  }
}

/** The longest row that is read, so that a broken file cannot fill the memory. */
export const longestRow = 100_000

/** Columns of a register, by the names they may have. */
const names = {
  id: ['id', 'orgnr', 'organisationsnummer', 'company'],
  sni: ['sni', 'sni2007', 'nace', 'industry'],
  text: ['text', 'description', 'beskrivning', 'verksamhet', 'about'],
  place: ['municipality', 'kommun', 'place', 'plats', 'region', 'lan', 'län'],
} as const
export type Column = keyof typeof names

/** How a register is written, as its header tells. */
export interface RegisterForm {
  separator: string
  /** Cells in a row. */
  width: number
  /** Where the columns that are read stand. */
  columns: Partial<Record<Column, number>>
}

/** Some whole rows of a register. */
export interface Batch {
  bytes: Uint8Array<ArrayBuffer>
  /** The line, from 1, on which the first of them begins. */
  firstLine: number
}

/** How the register is written, from its first row. */
export function readForm({ bytes, firstLine }: Batch): RegisterForm {
  const header = textOf({ bytes, firstLine })
  const separator = separatorOf(header)
  const cells = readRows(header, { separator, firstLine })[0]?.cells ?? []
  const columns: RegisterForm['columns'] = {}
  cells.forEach((cell, at) => {
    const name = cell.toLowerCase()
    for (const column of Object.keys(names) as Column[])
      if ((names[column] as readonly string[]).includes(name)) columns[column] ??= at
  })
  if (columns.text === undefined && columns.sni === undefined) {
    const shown = cells.join(', ').slice(0, 120)
    throw new RegisterError({
      sv: `Rubrikraden är «${shown}». Det behövs en kolumn text eller sni; id och kommun är också till nytta.`,
      en: `The header is «${shown}». It needs a column text or sni; id and municipality are of use too.`,
    })
  }
  return { separator, width: cells.length, columns }
}

/** The sign that parts most cells of the header. */
function separatorOf(header: string): string {
  return [';', '\t', ','].reduce((best, sign) => (header.split(sign).length > header.split(best).length ? sign : best), ',')
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a batch. Other encodings than UTF-8 are refused rather than guessed. */
export function textOf({ bytes, firstLine }: Batch): string {
  try {
    return decoder.decode(bytes)
  } catch {
    const line = firstLine + lineOfFirstFault(bytes)
    throw new RegisterError({
      sv: `Rad ${line} är inte skriven i UTF-8. Spara filen som «CSV UTF-8» och försök igen.`,
      en: `Line ${line} is not written in UTF-8. Save the file as “CSV UTF-8” and try again.`,
    })
  }
}

/** How many lines of UTF-8 stand before the one that is not. */
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
}

/**
 * The rows of a text that begins and ends at a row's edge (RFC 4180; blanks around cells and empty lines are left out).
 * @throws RegisterError where quotes do not match or a row is too long, with its line
 */
export function readRows(text: string, { separator, firstLine }: { separator: string; firstLine: number }): Row[] {
  const rows: Row[] = []
  let line = firstLine
  for (let from = 0; from < text.length;) {
    const end = endOfLine(text, from)
    const written = text.slice(from, end)
    if (written.length > longestRow) throw rowTooLong(line)
    if (!written.includes('"')) {
      if (written.trim() !== '') rows.push({ cells: written.split(separator).map((cell) => cell.trim()), line })
      from = end + 1
      line++
      continue
    }
    const { cells, next } = readQuotedRow(text, { from, separator, line })
    rows.push({ cells, line })
    line += linesWithin(text, from, next)
    from = next
  }
  return rows
}

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
      const cell = text.slice(at, end).trim()
      if (cell.includes('"')) throw strayQuote(line)
      cells.push(cell)
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
  throw new RegisterError({
    sv: `Rad ${line}: ett citattecken öppnas och stängs inte. Stäng det, eller skriv det dubbelt ("") om det hör till texten.`,
    en: `Line ${line}: a quote opens and is not closed. Close it, or double it ("") if it belongs to the text.`,
  })
}

const strayQuote = (line: number) =>
  new RegisterError({
    sv: `Rad ${line}: ett citattecken står inne i en cell. Sätt hela cellen inom citattecken och skriv de inre dubbelt ("").`,
    en: `Line ${line}: a quote stands within a cell. Put the whole cell in quotes and double the inner ones ("").`,
  })

const rowTooLong = (line: number) =>
  new RegisterError({
    sv: `Rad ${line} är längre än ${longestRow} tecken. Korta den, eller se efter om en radbrytning saknas.`,
    en: `Line ${line} is longer than ${longestRow} characters. Shorten it, or see whether a line break is missing.`,
  })

/** A row that has not as many cells as the header. */
export const wrongWidth = ({ cells, line }: Row, { width, separator }: RegisterForm): RegisterError => {
  const sign = separator === '\t' ? 'tab' : `«${separator}»`
  return new RegisterError({
    sv: `Rad ${line} har ${cells.length} celler, rubrikraden ${width}. Skiljetecknet är ${sign}; står det i en text ska texten stå inom citattecken.`,
    en: `Line ${line} has ${cells.length} cells, the header ${width}. The separator is ${sign}; a text that holds it must stand in quotes.`,
  })
}
