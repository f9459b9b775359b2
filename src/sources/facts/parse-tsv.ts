import { readRows } from '../delimited/delimited-rows.ts'
import type { FactProblem } from './fact-problem.ts'

/** One row's cells by column name, with its line in the file. */
export interface TsvRow {
  line: number
  cells: Record<string, string>
}

/**
 * Reads a tab-separated file that must have exactly `columns`, in that order, and at least one row.
 * A row with a fault is left out of `rows`; every fault is in `problems`.
 */
export function parseTsv({ file, text, columns }: { file: string; text: string; columns: readonly string[] }): {
  rows: TsvRow[]
  problems: FactProblem[]
} {
  const [header, ...body] = readRows(text.replace(/^\uFEFF/, ''), { separator: '\t', firstLine: 1, isVerbatim: true })
  if (header === undefined) return { rows: [], problems: [wholeLine(file, 1, `The file is empty. Its first line names the columns: ${columns.join(', ')}.`)] }
  const headerProblem = checkHeader({ file, header: header.cells, columns })
  if (headerProblem) return { rows: [], problems: [headerProblem] }
  if (body.length === 0) return { rows: [], problems: [wholeLine(file, 1, 'There is a header but no row. Add at least one row.')] }

  const rows: TsvRow[] = []
  const problems: FactProblem[] = []
  for (const { line, cells } of body) {
    const faults = checkRow({ file, line, cells, columns })
    if (faults.length > 0) problems.push(...faults)
    else rows.push({ line, cells: Object.fromEntries(columns.map((column, at) => [column, cells[at]!])) })
  }
  return { rows, problems }
}

function checkHeader({ file, header, columns }: { file: string; header: readonly string[]; columns: readonly string[] }): FactProblem | null {
  const names = header
  const missing = columns.filter((column) => !names.includes(column))
  const unknown = names.filter((name) => !columns.includes(name))
  if (missing.length > 0 || unknown.length > 0) {
    const differences = [missing.length > 0 && `missing: ${missing.join(', ')}`, unknown.length > 0 && `unknown: ${unknown.join(', ')}`]
    return wholeLine(file, 1, `The column names differ (${differences.filter(Boolean).join('; ')}). The header must be, with tabs between: ${columns.join(', ')}.`)
  }
  if (names.join('\t') === columns.join('\t')) return null
  return wholeLine(file, 1, `The columns are in another order, or one of them occurs twice. The header must be, with tabs between: ${columns.join(', ')}.`)
}

function checkRow({ file, line, cells, columns }: { file: string; line: number; cells: string[]; columns: readonly string[] }): FactProblem[] {
  if (cells.length === 1 && cells[0] === '') return [wholeLine(file, line, 'The line is empty. Remove it.')]
  if (cells.length !== columns.length) {
    return [wholeLine(file, line, `The line has ${cells.length} cells, but there are ${columns.length} columns. Check for missing or surplus tabs.`)]
  }
  const padded = columns.map((column, at) => ({ column, found: cells[at]! })).filter(({ found }) => found !== found.trim())
  return padded.map(({ column, found }) => ({ file, line, column, found, message: 'Remove the blanks before or after the text.' }))
}

const wholeLine = (file: string, line: number, message: string): FactProblem => ({ file, line, column: null, found: null, message })
