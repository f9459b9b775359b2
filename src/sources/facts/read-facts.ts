import { checkFacts } from './check-facts.ts'
import type { PlacedFacts, PlacedRow } from './check-facts.ts'
import type { FactProblem } from './fact-problem.ts'
import { factFiles, factNames } from './fact-rows.ts'
import type { FactName, Facts } from './fact-rows.ts'
import { parseTsv } from './parse-tsv.ts'

/** The text of each facts file. */
export type FactTexts = Record<FactName, string>

/** Reads the facts files. With any problem, `facts` lacks the rows that are at fault. */
export function readFacts(texts: FactTexts): { facts: Facts; problems: FactProblem[] } {
  const problems: FactProblem[] = []
  const placed = {} as PlacedFacts
  for (const name of factNames) {
    const table = readTable(name, texts[name])
    placed[name] = table.rows
    problems.push(...table.problems)
  }
  // A row left out for a fault of its own would make every reference to it a fault too.
  if (problems.length === 0) problems.push(...checkFacts(placed))
  const facts = Object.fromEntries(factNames.map((name) => [name, placed[name].map(({ row }) => row)]))
  return { facts: facts as unknown as Facts, problems }
}

function readTable(name: FactName, text: string): { rows: PlacedRow[]; problems: FactProblem[] } {
  const { file, row: schema } = factFiles[name]
  const table = parseTsv({ file, text, columns: Object.keys(schema.shape) })
  const rows: PlacedRow[] = []
  const problems = [...table.problems]
  for (const { line, cells } of table.rows) {
    const parsed = schema.safeParse(cells)
    if (parsed.success) {
      rows.push({ line, row: parsed.data })
      continue
    }
    for (const issue of parsed.error.issues) {
      const column = String(issue.path[0])
      problems.push({ file, line, column, found: cells[column] ?? null, message: issue.message })
    }
  }
  return { rows, problems }
}
