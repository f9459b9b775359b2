/** One record of a CSV file with the line it begins on, counted from 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

export type Separator = ',' | ';' | '\t'

/**
 * The records of a CSV text, one after the other, as RFC 4180 has it: cells between separators, in quotes where they hold a
 * separator, a quote (written twice) or a line break; lines end in CRLF or LF, the last with or without. A byte order mark
 * at the beginning is left out. Spaces are kept.
 * @throws RangeError with line and column for a quote that is not closed, stands inside an unquoted cell, or is followed by
 * other text than a separator; and for a carriage return that ends no line
 * Source: RFC 4180.
 */
export function* csvRows(text: string, separator: Separator): Generator<CsvRow> {
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] }
    for (let more = true; more;) {
      const cell =
        text[at] === '"' ? quotedCell(text, at, { line, column: row.cells.length + 1 }) : plainCell(text, at, separator)
      row.cells.push(cell.value)
      line += cell.breaks
      at = cell.end
      more = text[at] === separator
      if (more) at++
      else at = afterLineEnd(text, at, { line, column: row.cells.length, separator })
    }
    line++
    yield row
  }
}

interface Cell {
  value: string
  /** Where the cell ends: at a separator, a line end or the end of the text. */
  end: number
  breaks: number
}

interface Where {
  line: number
  column: number
}

function plainCell(text: string, from: number, separator: Separator): Cell {
  let end = from
  for (; end < text.length; end++) {
    const sign = text[end]
    if (sign === separator || sign === '\n' || sign === '\r' || sign === '"') break
  }
  return { value: text.slice(from, end), end, breaks: 0 }
}

function quotedCell(text: string, from: number, where: Where): Cell {
  let [value, at] = ['', from + 1]
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0)
      throw new RangeError(`${place(where)}: a quote is opened and never closed. Close it, or write a quote in a cell as "".`)
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1, breaks: value.split('\n').length - 1 }
    value += '"'
    at = quote + 2
  }
}

function afterLineEnd(text: string, at: number, { separator, ...where }: Where & { separator: Separator }): number {
  if (at >= text.length || text[at] === '\n') return at + 1
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2
  if (text[at] === '"')
    throw new RangeError(
      `${place(where)}: a quote stands inside a cell that does not begin with one. Put the whole cell in quotes and write the quote as "".`,
    )
  if (text[at] === '\r')
    throw new RangeError(`${place(where)}: a carriage return ends no line. Save the file with line ends LF or CRLF.`)
  throw new RangeError(
    `${place(where)}: after the closing quote comes «${text[at]}», not ${separatorNames[separator]} or a line end. Write a quote in a cell as "".`,
  )
}

/** The words for a place in a file. */
export function place({ line, column }: Where): string {
  return `Line ${line}, column ${column}`
}

export const separatorNames: Record<Separator, string> = { ',': 'a comma', ';': 'a semicolon', '\t': 'a tab' }

/**
 * The separator of a file: of tab, semicolon and comma, in that order, the first that stands in the header outside quotes and
 * gives the next record as many cells as the header; or else the first that stands in the header.
 * (Names of activities often hold commas, seldom semicolons, never tabs.)
 * @throws RangeError when none does
 */
export function findSeparator(text: string): Separator {
  const found = (['\t', ';', ','] as const).flatMap((separator) => {
    const [header, next] = firstTwo(text, separator)
    return header > 1 ? [{ separator, fits: next === 0 || next === header }] : []
  })
  const best = found.find(({ fits }) => fits) ?? found[0]
  if (!best) throw new RangeError('Line 1: the header has only one column. Separate columns with comma, semicolon or tab.')
  return best.separator
}

/** How many cells the first two records have; 0 where there is none, or it cannot be read with this separator. */
function firstTwo(text: string, separator: Separator): [number, number] {
  const counts: [number, number] = [0, 0]
  const rows = csvRows(text, separator)
  try {
    for (const at of [0, 1] as const) counts[at] = rows.next().value?.cells.length ?? 0
  } catch {
    // Another separator may read it; if none does, reading will say what is wrong.
    counts[1] = -1
  }
  return counts
}
