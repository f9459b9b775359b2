import type { FactProblem } from './fact-problem.ts'
import { factFiles, factNames } from './fact-rows.ts'
import type { FactName } from './fact-rows.ts'

/** A parsed row with the line it stands on. */
export interface PlacedRow {
  line: number
  row: Record<string, unknown>
}

export type PlacedFacts = Record<FactName, PlacedRow[]>

/** Which column names a row of which other file; a cell may name several. */
const references: { from: FactName; column: string; to: FactName; when?: (row: PlacedRow['row']) => boolean }[] = [
  ...factNames.filter((name) => name !== 'sources').map((from) => ({ from, column: 'source', to: 'sources' as const })),
  { from: 'strategies', column: 'note_source', to: 'sources' },
  { from: 'strategies', column: 'programme_period', to: 'programmePeriods' },
  { from: 'strategies', column: 'owner_id', to: 'regions', when: (row) => row.owner_kind === 'region' },
  { from: 'strategies', column: 'owner_id', to: 'jointAreas', when: (row) => row.owner_kind === 'jointArea' },
  { from: 'priorityAreas', column: 'strategy', to: 'strategies' },
  { from: 'clusters', column: 'region_code', to: 'regions' },
  { from: 'jointAreas', column: 'members', to: 'regions' },
  { from: 'regions', column: 'neighbours_by_land', to: 'regions' },
  { from: 'regions', column: 'neighbours_across_lake_only', to: 'regions' },
]

/** What must not stand twice in a file. */
const uniques: { of: FactName; columns: string[]; why: string }[] = [
  ...factNames.map((of) => ({ of, columns: [factFiles[of].key], why: 'Give each row an id of its own.' })),
  { of: 'regions', columns: ['slug'], why: 'Give each region a slug of its own.' },
  { of: 'strategies', columns: ['owner_id', 'valid_from'], why: 'Two editions of one owner cannot begin on the same day.' },
  { of: 'priorityAreas', columns: ['strategy', 'order'], why: 'Two areas cannot have the same place in a list.' },
  ...(['findings', 'wishes', 'nextSteps'] as const).map((of) => ({ of, columns: ['order'], why: 'Two statements cannot have the same place.' })),
]

/** The faults that show only between rows: references that lead nowhere, doubles, and neighbours that do not agree. */
export function checkFacts(facts: PlacedFacts): FactProblem[] {
  return [...references.flatMap((reference) => checkReference(facts, reference)), ...uniques.flatMap((unique) => checkUnique(facts, unique)), ...checkNeighbours(facts)]
}

function checkReference(facts: PlacedFacts, { from, column, to, when = () => true }: (typeof references)[number]): FactProblem[] {
  const { file, key } = factFiles[to]
  const known = new Set(facts[to].map(({ row }) => row[key]))
  return facts[from]
    .filter(({ row }) => when(row))
    .flatMap(({ line, row }) => {
      const unknown = namesIn(row[column]).filter((name) => !known.has(name))
      const message = `There is no such ${key} in facts/${file}. Correct it, or add the row there.`
      return unknown.map((found) => ({ file: factFiles[from].file, line, column, found, message }))
    })
}

function checkUnique(facts: PlacedFacts, { of, columns, why }: (typeof uniques)[number]): FactProblem[] {
  const lineOf = new Map<string, number>()
  const column = columns.at(-1)!
  return facts[of].flatMap(({ line, row }) => {
    const key = columns.map((name) => row[name]).join(' ')
    const first = lineOf.get(key)
    if (first === undefined) {
      lineOf.set(key, line)
      return []
    }
    return [{ file: factFiles[of].file, line, column, found: String(row[column]), message: `It stands on line ${first} already. ${why}` }]
  })
}

function checkNeighbours(facts: PlacedFacts): FactProblem[] {
  const byCode = new Map(facts.regions.map(({ row }) => [row.code as string, row]))
  return (['neighbours_by_land', 'neighbours_across_lake_only'] as const).flatMap((column) =>
    facts.regions.flatMap(({ line, row }) =>
      namesIn(row[column])
        .filter((code) => byCode.has(code) && !namesIn(byCode.get(code)![column]).includes(row.code as string))
        .map((found) => ({ file: factFiles.regions.file, line, column, found, message: `Region ${found} does not name ${String(row.code)} as its neighbour. Name both, or neither.` })),
    ),
  )
}

function namesIn(cell: unknown): string[] {
  if (Array.isArray(cell)) return cell as string[]
  return typeof cell === 'string' ? [cell] : []
}
