import { derive } from '../snapshot/derive.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { codePriorities, conceptsOfArea } from '../coding/area-coding.ts'
import { concepts } from '../thesaurus/concepts.ts'
import { kinship } from '../thesaurus/kinship.ts'
import { themes } from '../thesaurus/thesaurus.ts'

/** How near every subject lies to every area in force: what matching multiplies with. */
export interface SubjectTable {
  areas: readonly Known<'priorityArea'>[]
  /** The subjects of each area, in the same order. */
  subjectsOfArea: readonly (readonly Subject[])[]
  /** By a subject's id, for each area 0–1: the nearest of the area's subjects, times how sure it is. */
  nearness: ReadonlyMap<string, Float32Array>
}

/** A theme or a concept, and how surely a text is about it. */
export interface Subject {
  id: string
  confidence: number
}

const perFurtherTheme = 0.3

export const subjectTableOf = derive('subject table', ['priorityArea', 'coding'], buildSubjectTable)

function buildSubjectTable(snapshot: Snapshot): SubjectTable {
  const areas = snapshot.inForce('priorityArea')
  const coded = codePriorities(snapshot)
  const subjectsOfArea = areas.map((area): Subject[] => [
    ...(coded.get(area.id) ?? []).map(({ themeId, confidence }) => ({ id: themeId, confidence })),
    ...conceptsOfArea(snapshot, area).map(({ conceptId, confidence }) => ({ id: conceptId, confidence })),
  ])
  // An area that joins four fields is less about each of them than an area of one.
  const breadth = areas.map(({ id }) => 1 / (1 + perFurtherTheme * Math.max(0, (coded.get(id)?.length ?? 0) - 1)))
  const nearness = new Map(
    [...themes, ...concepts].map(({ id }) => [
      id,
      Float32Array.from(
        subjectsOfArea,
        (subjects, at) => breadth[at]! * Math.max(0, ...subjects.map((one) => one.confidence * kinship(id, one.id))),
      ),
    ]),
  )
  return { areas, subjectsOfArea, nearness }
}
