import { checkFacts } from './check-facts.ts'
import type { PlacedFacts } from './check-facts.ts'
import type { FactProblem } from './fact-problem.ts'
import { factFiles, factNames } from './fact-rows.ts'
import type { FactName, Facts } from './fact-rows.ts'
import { parseTsv } from './parse-tsv.ts'
import type { PlacedRow } from './placed-row.ts'

/** The text of each facts file; of concepts, which are in several files, the text by file. */
export type FactTexts = Record<Exclude<FactName, 'concepts'>, string> & { concepts: Readonly<Record<string, string>> }

/**
 * Reads facts files; `texts` may leave out kinds, and then nothing is checked against those. With any problem, `facts` lacks the
 * rows that are at fault.
 */
export function readFacts<Name extends FactName>(texts: Pick<FactTexts, Name>): ReadFacts<Name> {
  const steps = readFactSteps(texts)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

interface ReadFacts<Name extends FactName> {
  facts: Pick<Facts, Name>
  problems: FactProblem[]
}

/** The same as work that can be interrupted. */
export function* readFactSteps<Name extends FactName>(texts: Pick<FactTexts, Name>): Generator<void, ReadFacts<Name>, void> {
  const problems: FactProblem[] = []
  const placed: PlacedFacts = {}
  for (const name of factNames) {
    const text = (texts as Partial<FactTexts>)[name]
    if (text === undefined) continue
    const files = typeof text === 'string' ? { [factFiles[name].file]: text } : text
    placed[name] = []
    for (const [file, ofFile] of Object.entries(files)) {
      const table = yield* readTable(name, { file, text: ofFile })
      placed[name].push(...table.rows)
      problems.push(...table.problems)
    }
  }
  // A row left out for a fault of its own would make every reference to it a fault too.
  if (problems.length === 0) problems.push(...checkFacts(placed))
  const facts = Object.fromEntries(Object.entries(placed).map(([name, rows]) => [name, rows.map(({ row }) => row)]))
  return { facts: facts as unknown as Pick<Facts, Name>, problems }
}

const rowsAStep = 50

function* readTable(
  name: FactName,
  { file, text }: { file: string; text: string },
): Generator<void, { rows: PlacedRow[]; problems: FactProblem[] }, void> {
  const { row: schema } = factFiles[name]
  const table = parseTsv({ file, text, columns: Object.keys(schema.shape) })
  const rows: PlacedRow[] = []
  const problems = [...table.problems]
  for (const [at, { line, cells }] of table.rows.entries()) {
    if (at % rowsAStep === 0) yield
    const parsed = schema.safeParse(cells)
    if (parsed.success) {
      rows.push({ file, line, row: parsed.data })
      continue
    }
    for (const issue of parsed.error.issues) {
      const column = String(issue.path[0])
      problems.push({ file, line, column, found: cells[column] ?? null, message: issue.message })
    }
  }
  return { rows, problems }
}
