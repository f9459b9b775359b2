import { editionDaysOf } from '../../records/thesaurus-facts.ts'
import { isWithin } from '../../records/time.ts'
import type { FactProblem } from './fact-problem.ts'
import type { PlacedRow } from './placed-row.ts'

type Column = 'id' | 'slug_en' | 'related' | 'broader'

/** A row of a theme or of a concept, as far as the checks read it. */
interface Subject {
  place: PlacedRow
  isTheme: boolean
  id: string
  slugEn: string
  relatedIds: readonly string[]
  broaderIds: readonly string[]
  validFrom: string
  validTo: string | null
}

/**
 * The faults between themes and concepts: names that are taken, and broader or related subjects that do not exist.
 * Each edition is checked by itself, since a later one may change, add or end what an earlier one has.
 */
export function checkThesaurus(themes: readonly PlacedRow[], concepts: readonly PlacedRow[]): FactProblem[] {
  const all = [...themes.map((place) => subjectOf(place, true)), ...concepts.map((place) => subjectOf(place, false))]
  const found = editionDaysOf(all).flatMap((day) => checkEdition(all.filter((one) => isWithin(day, one)), day))
  // A fault in one edition is mostly there in the next one too; it is reported once.
  return [...new Map(found.map((problem) => [`${problem.file} ${problem.line} ${problem.column} ${problem.found}`, problem])).values()]
}

function subjectOf(place: PlacedRow, isTheme: boolean): Subject {
  const { id, slug_en, related, broader, valid_from, valid_to } = place.row as Record<string, unknown>
  return {
    place,
    isTheme,
    id: id as string,
    slugEn: slug_en as string,
    relatedIds: related as string[],
    broaderIds: (broader ?? []) as string[],
    validFrom: valid_from as string,
    validTo: valid_to as string | null,
  }
}

function checkEdition(subjects: readonly Subject[], day: string): FactProblem[] {
  const themes = new Map(subjects.filter(({ isTheme }) => isTheme).map((one) => [one.id, one]))
  const concepts = new Map(subjects.filter(({ isTheme }) => !isTheme).map((one) => [one.id, one]))
  const isThere = (id: string) => themes.has(id) || concepts.has(id)
  const missing = (subject: Subject, column: Column, ids: readonly string[]) =>
    ids.map((id) => problemOf(subject, { column, found: id, message: `No such subject is in force on ${day}. Correct it, or let this row end when that one does.` }))
  return [
    ...checkNames(subjects, day),
    ...subjects.flatMap((one) => missing(one, 'related', one.relatedIds.filter((id) => !(one.isTheme ? themes.has(id) : isThere(id))))),
    ...subjects.flatMap((one) => missing(one, 'broader', one.broaderIds.filter((id) => !isThere(id)))),
    ...[...themes.values()].flatMap((one) =>
      one.relatedIds
        .filter((id) => themes.has(id) && !themes.get(id)!.relatedIds.includes(one.id))
        .map((found) => problemOf(one, { column: 'related', found, message: `Theme ${found} does not have ${one.id} among its related themes. Name both, or neither.` })),
    ),
    ...[...concepts.values()]
      .filter((one) => isAboveItself(one, concepts))
      .map((one) => problemOf(one, { column: 'broader', found: one.broaderIds.join('|'), message: `${one.id} is above itself through its broader concepts. Remove one of them.` })),
  ]
}

/** An id belongs to one subject; an English slug to at most one theme and one concept. */
function checkNames(subjects: readonly Subject[], day: string): FactProblem[] {
  const taken = new Map<string, Subject>()
  return subjects.flatMap((one) => {
    const problems: FactProblem[] = []
    const take = (column: Column, name: string, key: string) => {
      const other = taken.get(key)
      if (other && other !== one && (column === 'id' || other.id !== one.id)) {
        const { file, line } = other.place
        problems.push(problemOf(one, { column, found: name, message: `On ${day} it is taken by line ${line} of facts/${file}. Let that row end before this one begins, or choose another.` }))
      } else taken.set(key, one)
    }
    take('id', one.id, one.id)
    take('slug_en', one.slugEn, `${one.isTheme ? 'theme' : 'concept'} ${one.slugEn}`)
    return problems
  })
}

function isAboveItself(start: Subject, concepts: ReadonlyMap<string, Subject>): boolean {
  const seen = new Set<string>()
  const next = [...start.broaderIds]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === start.id) return true
    if (seen.has(id)) continue
    seen.add(id)
    next.push(...(concepts.get(id)?.broaderIds ?? []))
  }
  return false
}

const problemOf = ({ place: { file, line } }: Subject, rest: Pick<FactProblem, 'column' | 'found' | 'message'>): FactProblem => ({ file, line, ...rest })
