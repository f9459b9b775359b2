import { derive } from '../snapshot/derive.ts'
import type { Previous } from '../snapshot/derive.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { isOnlyDescribed } from '../coding/following-codes.ts'
import { conceptsOfArea, describedConcepts, themesOfArea } from '../coding/area-coding.ts'
import { localTradesOf } from '../thesaurus/local-trades.ts'
import { kinship } from '../thesaurus/kinship.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import type { Thesaurus } from '../thesaurus/thesaurus.ts'

/** How near every subject is to every area in force; matching multiplies with these values. */
export interface SubjectTable {
  areas: readonly Known<'priorityArea'>[]
  /** The subjects of each area, in the same order as `areas`. */
  subjectsOfArea: readonly (readonly AreaSubject[])[]
  /** By subject id, a value 0–1 for each area: the nearness of the area's nearest subject, times its confidence. */
  nearness: ReadonlyMap<string, Float32Array>
}

/** A theme or concept, and how sure it is that a text is about it. */
export interface Subject {
  id: string
  confidence: number
}

/** A subject of an area. */
export interface AreaSubject extends Subject {
  /** Only our description of the area mentions it, not the area's own words. */
  isOnlyDescribed: boolean
}

const perFurtherTheme = 0.3
/** What a theme counts for its other concepts when the area's own words narrow it to one. */
const narrowedShare = 0.3

/** The subject table of a snapshot. Only areas that have changed are computed; the values of the others are copied. */
export const subjectTableOf = derive<SubjectTable>(
  'subject table',
  ['priorityArea', 'coding', 'thesaurus'],
  (snapshot, previous) => {
    const thesaurus = thesaurusOf(snapshot)
    const areas = snapshot.inForce('priorityArea')
    const placeBefore = previous ? unchangedPlaces(previous) : new Map<string, number>()
    const before = areas.map(({ id }) => placeBefore.get(id) ?? -1)
    const table = previous?.value
    const subjectsOfArea = areas.map((area, at) =>
      before[at]! < 0 ? subjectsOf(snapshot, area) : table!.subjectsOfArea[before[at]!]!,
    )
    const nearness = [...thesaurus.themes, ...thesaurus.concepts].map(({ id }) => {
      const old = table?.nearness.get(id)
      const near = (subjects: readonly AreaSubject[], at: number) =>
        before[at]! < 0 ? nearnessTo(thesaurus, id, subjects) : old![before[at]!]!
      return [id, Float32Array.from(subjectsOfArea, near)] as const
    })
    return { areas, subjectsOfArea, nearness: new Map(nearness) }
  },
)

/** The indexes, in the previous table, of areas that have not changed. */
function unchangedPlaces({ value, changed, touched }: Previous<SubjectTable>): Map<string, number> {
  const decided = touched('inForce', 'coding').map(({ priorityAreaId }) => priorityAreaId)
  const different = new Set([...changed('priorityArea'), ...decided])
  return new Map(value.areas.flatMap(({ id }, at) => (different.has(id) ? [] : [[id, at] as const])))
}

function subjectsOf(snapshot: Snapshot, area: Known<'priorityArea'>): AreaSubject[] {
  const own = [
    ...themesOfArea(snapshot, area).map((theme) => ({
      id: theme.themeId,
      confidence: theme.confidence,
      isOnlyDescribed: isOnlyDescribed(theme),
    })),
    ...conceptsOfArea(snapshot, area).map(({ conceptId, confidence }) => ({ id: conceptId, confidence, isOnlyDescribed: false })),
  ]
  const known = new Set(own.map(({ id }) => id))
  const described = describedConcepts(snapshot, area)
    .filter(({ conceptId }) => !known.has(conceptId))
    .map(({ conceptId, confidence }) => ({ id: conceptId, confidence, isOnlyDescribed: true }))
  return [...own, ...described]
}

/**
 * How near a subject is to an area with these subjects. The value falls with the number of themes, because an area with
 * four themes is less about each. A theme that the area's own words narrow to a concept counts less for the theme's other
 * concepts, and a trade that serves those nearby is near only to areas that name it.
 */
function nearnessTo(thesaurus: Thesaurus, id: string, subjects: readonly AreaSubject[]): number {
  const isTheme = (one: Subject): boolean => thesaurus.findTheme(one.id)?.id === one.id
  const breadth =
    1 / (1 + perFurtherTheme * Math.max(0, subjects.filter((one) => isTheme(one) && !one.isOnlyDescribed).length - 1))
  const isNamed = (one: Subject) => one.id === id || (thesaurus.findConcept(id)?.broaderIds.includes(one.id) && !isTheme(one))
  const isLocal = localTradesOf(thesaurus).has(id)
  const narrowed = new Set(
    subjects.flatMap((one) => (one.isOnlyDescribed ? [] : (thesaurus.findConcept(one.id)?.themeIds[0] ?? []))),
  )
  const shareOf = (one: AreaSubject) =>
    isLocal ? (isNamed(one) && !one.isOnlyDescribed ? 1 : 0) : !isNamed(one) && narrowed.has(one.id) ? narrowedShare : 1
  return breadth * Math.max(0, ...subjects.map((one) => shareOf(one) * one.confidence * kinship(thesaurus, id, one.id)))
}
