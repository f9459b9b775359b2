import { areasKnownIn } from '../snapshot/areas-known.ts'
import type { AreasKnown } from '../snapshot/areas-known.ts'
import { deriveInSteps } from '../snapshot/derive.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Known } from '../snapshot/snapshot.ts'
import { fieldsOf } from './area-fields.ts'

/** Which regions have a field in their own lists. */
export interface AreasByField {
  /** The areas that each region has in a field, by the field's theme and then by region; parts of areas too. */
  readonly byTheme: ReadonlyMap<string, ReadonlyMap<string, readonly Known<'priorityArea'>[]>>
  /** What is known of each region's list, by region. */
  readonly known: ReadonlyMap<string, AreasKnown>
}

/** The fields of every region's current list. */
export const areasByFieldOf = deriveInSteps<AreasByField>(
  'areas by field',
  ['priorityArea', 'coding', 'region', 'strategy', 'thesaurus', 'activityKey'],
  function* (snapshot) {
    const byTheme = new Map<string, Map<string, Known<'priorityArea'>[]>>()
    const known = new Map<string, AreasKnown>()
    for (const { code } of snapshot.inForce('region')) {
      const edition = findCurrentEdition(snapshot, { kind: 'region', id: code })
      known.set(code, areasKnownIn(edition))
      for (const area of [...(edition?.priorities ?? []), ...(edition?.parts ?? [])]) {
        yield
        for (const { themeId } of fieldsOf(snapshot, area).fields) {
          const ofTheme = byTheme.get(themeId) ?? new Map<string, Known<'priorityArea'>[]>()
          byTheme.set(themeId, ofTheme.set(code, [...(ofTheme.get(code) ?? []), area]))
        }
      }
    }
    return { byTheme, known }
  },
)
