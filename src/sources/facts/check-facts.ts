import { checkThesaurus } from './check-thesaurus.ts'
import type { FactProblem } from './fact-problem.ts'
import { factFiles, factNames } from './fact-rows.ts'
import type { FactName } from './fact-rows.ts'
import type { PlacedRow } from './placed-row.ts'

/** The rows that were read of each kind; kinds that were not read are absent, and nothing is checked against them. */
export type PlacedFacts = Partial<Record<FactName, PlacedRow[]>>

/** The columns that refer to rows of another file; a cell may refer to several. */
const references: { from: FactName; column: string; to: FactName; when?: (row: PlacedRow['row']) => boolean }[] = [
  ...factNames.filter((name) => 'source' in factFiles[name].row.shape).map((from) => ({ from, column: 'source', to: 'sources' as const })),
  { from: 'strategies', column: 'note_source', to: 'sources' },
  { from: 'strategies', column: 'programme_period', to: 'programmePeriods' },
  { from: 'strategies', column: 'owner_id', to: 'regions', when: (row) => row.owner_kind === 'region' },
  { from: 'strategies', column: 'owner_id', to: 'jointAreas', when: (row) => row.owner_kind === 'jointArea' },
  { from: 'priorityAreas', column: 'strategy', to: 'strategies' },
  { from: 'clusters', column: 'region_code', to: 'regions' },
  { from: 'clusters', column: 'status_source', to: 'sources' },
  { from: 'descriptions', column: 'priority_area', to: 'priorityAreas' },
  { from: 'descriptions', column: 'parent', to: 'priorityAreas' },
  { from: 'contacts', column: 'strategy', to: 'strategies' },
  { from: 'contacts', column: 'priority_area', to: 'priorityAreas' },
  ...(['lineageProposals', 'lineageNot'] as const).flatMap((from) =>
    ['older_area', 'newer_area'].map((column) => ({ from, column, to: 'priorityAreas' as const })),
  ),
  { from: 'jointAreas', column: 'members', to: 'regions' },
  { from: 'regions', column: 'neighbours_by_land', to: 'regions' },
  { from: 'regions', column: 'neighbours_across_lake_only', to: 'regions' },
  { from: 'clusters', column: 'themes', to: 'themes' },
  { from: 'concepts', column: 'sni', to: 'industries' },
  { from: 'concepts', column: 'ford', to: 'scienceFields' },
  { from: 'themeCodes', column: 'theme', to: 'themes' },
  { from: 'themeCodes', column: 'sni', to: 'industries' },
  { from: 'themeCodes', column: 'sni_beside', to: 'industries' },
  { from: 'themeCodes', column: 'sni_made', to: 'industries' },
  { from: 'themeCodes', column: 'sni_named', to: 'industries' },
  { from: 'themeCodes', column: 'ford', to: 'scienceFields' },
  { from: 'themeCodes', column: 'ford_named', to: 'scienceFields' },
  { from: 'objectives', column: 'themes', to: 'themes' },
  { from: 'objectives', column: 'concepts', to: 'concepts' },
  { from: 'municipalities', column: 'lan_code', to: 'regions' },
  { from: 'localities', column: 'lies_in', to: 'municipalities', when: (row) => String(row.lies_in).length === 4 },
  { from: 'localities', column: 'lies_in', to: 'regions', when: (row) => String(row.lies_in).length === 2 },
]

/**
 * A theme or a concept has a row for each stretch of days, a locality's name may be several places, and an area may have
 * become several.
 */
const withoutUniqueKey: ReadonlySet<FactName> = new Set(['themes', 'concepts', 'localities', 'lineageProposals', 'lineageNot'])

/** The columns whose values must not occur twice in a file. */
const uniques: { of: FactName; columns: string[]; why: string }[] = [
  ...factNames
    .filter((of) => !withoutUniqueKey.has(of))
    .map((of) => ({ of, columns: [factFiles[of].key], why: 'Give each row an id of its own.' })),
  { of: 'localities', columns: ['lies_in', 'name'], why: 'One row is enough.' },
  ...(['lineageProposals', 'lineageNot'] as const).map((of) => ({ of, columns: ['older_area', 'newer_area'], why: 'One row is enough.' })),
  { of: 'regions', columns: ['slug'], why: 'Give each region a slug of its own.' },
  { of: 'strategies', columns: ['owner_id', 'valid_from'], why: 'Two editions of one owner cannot begin on the same day.' },
  { of: 'priorityAreas', columns: ['strategy', 'order'], why: 'Two areas cannot have the same place in a list.' },
  ...(['findings', 'wishes', 'nextSteps'] as const).map((of) => ({ of, columns: ['order'], why: 'Two statements cannot have the same place.' })),
]

/** The faults between rows: references that lead nowhere, doubles, and neighbours that do not agree. */
export function checkFacts(facts: PlacedFacts): FactProblem[] {
  return [
    ...references.flatMap((reference) => checkReference(facts, reference)),
    ...uniques.flatMap(({ of, ...unique }) => checkUnique(facts[of] ?? [], unique)),
    ...checkNeighbours(facts.regions ?? []),
    ...checkThesaurus(facts.themes ?? [], facts.concepts ?? []),
    ...checkSubjects(facts),
  ]
}

function checkReference(facts: PlacedFacts, { from, column, to, when = () => true }: (typeof references)[number]): FactProblem[] {
  const { file, key } = factFiles[to]
  const targets = facts[to]
  if (!targets) return []
  const known = new Set(targets.map(({ row }) => row[key]))
  return (facts[from] ?? [])
    .filter(({ row }) => when(row))
    .flatMap(({ file: fromFile, line, row }) => {
      const unknown = namesIn(row[column]).filter((name) => !known.has(name))
      const message = `There is no such ${key} in facts/${file}. Correct it, or add the row there.`
      return unknown.map((found) => ({ file: fromFile, line, column, found, message }))
    })
}

function checkUnique(rows: readonly PlacedRow[], { columns, why }: { columns: readonly string[]; why: string }): FactProblem[] {
  const lineOf = new Map<string, number>()
  const column = columns.at(-1)!
  return rows.flatMap(({ file, line, row }) => {
    const key = columns.map((name) => row[name]).join(' ')
    const first = lineOf.get(key)
    if (first === undefined) {
      lineOf.set(key, line)
      return []
    }
    return [{ file, line, column, found: String(row[column]), message: `It occurs on line ${first} already. ${why}` }]
  })
}

function checkNeighbours(regions: readonly PlacedRow[]): FactProblem[] {
  const byCode = new Map(regions.map(({ row }) => [row.code as string, row]))
  return (['neighbours_by_land', 'neighbours_across_lake_only'] as const).flatMap((column) =>
    regions.flatMap(({ file, line, row }) =>
      namesIn(row[column])
        .filter((code) => byCode.has(code) && !namesIn(byCode.get(code)![column]).includes(row.code as string))
        .map((found) => ({ file, line, column, found, message: `Region ${found} does not name ${String(row.code)} as its neighbour. Name both, or neither.` })),
    ),
  )
}

/** Every subject of the key is a theme or a concept. */
function checkSubjects({ activityKeys = [], themes, concepts }: PlacedFacts): FactProblem[] {
  if (!themes || !concepts) return []
  const known = new Set([...themes, ...concepts].map(({ row }) => row.id))
  return activityKeys
    .filter(({ row }) => !known.has(row.subject))
    .map(({ file, line, row }) => ({ file, line, column: 'subject', found: String(row.subject), message: 'There is no such theme or concept. Correct it, or remove the row.' }))
}

function namesIn(cell: unknown): string[] {
  if (Array.isArray(cell)) return cell as string[]
  return typeof cell === 'string' ? [cell] : []
}
