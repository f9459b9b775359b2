import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import type { ActivityPanel } from './activity-panel.ts'
import { activitiesOf, fieldsOf } from './area-fields.ts'
import type { AreaField, NoField } from './area-fields.ts'

type Area = Known<'priorityArea'>

/** How an area is measured. `byField`: it joins fields that are not near each other, so that each is measured by itself. */
export interface AreaMeasurement {
  how: 'whole' | 'byField' | 'not'
  fields: readonly AreaField[]
  /** The panel's codes that speak for the area, each once; empty exactly where it is not measured. */
  occupations: readonly string[]
  /** Null when it is measured. */
  reason: NoField | null
}

/** Whether an area is measured and by which occupations: everything that counts an occupation as an area's asks here. */
export function measurementOf(
  snapshot: Snapshot,
  area: Area,
  { activities }: Pick<ActivityPanel, 'activities'>,
): AreaMeasurement {
  const { fields, isOneField, reason } = fieldsOf(snapshot, area)
  const occupations = occupationsOf(fields, activities)
  if (reason !== null || occupations.length === 0)
    return { how: 'not', fields: [], occupations: [], reason: reason ?? 'noOccupation' }
  return { how: isOneField ? 'whole' : 'byField', fields, occupations, reason: null }
}

/** The panel's codes that speak for any of the fields, each once. */
export const occupationsOf = (fields: readonly AreaField[], activities: readonly string[]): string[] =>
  activitiesOf(
    fields.flatMap(({ subjects }) => subjects),
    activities,
  )

/** What a region itself has chosen on the snapshot's day: the areas of its list, and those that are parts of them. */
export function ownChoices(snapshot: Snapshot, regionCode: string): readonly Area[] {
  const edition = findCurrentEdition(snapshot, { kind: 'region', id: regionCode })
  return edition ? [...edition.priorities, ...edition.parts] : []
}

/** What a region has chosen together with others on the snapshot's day, parts too. */
export const jointChoices = (snapshot: Snapshot, regionCode: string): readonly Area[] =>
  snapshot
    .inForce('jointArea')
    .filter(({ memberCodes }) => memberCodes.includes(regionCode))
    .flatMap(({ id }) => {
      const edition = findCurrentEdition(snapshot, { kind: 'jointArea', id })
      return edition ? [...edition.priorities, ...edition.parts] : []
    })
