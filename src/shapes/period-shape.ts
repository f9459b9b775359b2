import { z } from 'zod'
import { compareDays } from '../records/time.ts'
import { editionsByOwner } from '../snapshot/editions.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { editionShape, findRegions, periodShape, regionRef } from './from-snapshot.ts'
import { EditionShape, PeriodShape, RegionRef } from './shapes.ts'

/** A programme period with every known list of it, and the regions without one. */
export const PeriodDetailShape = PeriodShape.extend({
  editions: z.array(EditionShape),
  jointEditions: z.array(EditionShape),
  regionsWithoutList: z.array(RegionRef),
})
export type PeriodDetailShape = z.infer<typeof PeriodDetailShape>

const swedish = new Intl.Collator('sv')

export function periodDetailShape(snapshot: Snapshot, period: Known<'programmePeriod'>): PeriodDetailShape {
  const all = [...editionsByOwner(snapshot).values()].flat().filter(({ strategy }) => strategy.programmePeriodId === period.id)
  const shaped = all
    .map((edition) => editionShape(snapshot, edition))
    .sort(
      (a, b) =>
        swedish.compare(a.strategy.owner.name.sv, b.strategy.owner.name.sv) ||
        compareDays(a.strategy.meta.inForceFrom, b.strategy.meta.inForceFrom),
    )
  const editions = shaped.filter(({ strategy }) => strategy.owner.kind === 'region')
  const withList = new Set(editions.map(({ strategy }) => strategy.owner.id))
  return {
    ...periodShape(period),
    editions,
    jointEditions: shaped.filter(({ strategy }) => strategy.owner.kind === 'jointArea'),
    regionsWithoutList: findRegions(snapshot)
      .filter(({ code }) => !withList.has(code))
      .map(({ code }) => regionRef(snapshot, code)),
  }
}

/** Every programme period that has begun, with its lists. */
export const periodDetailShapes = (snapshot: Snapshot): PeriodDetailShape[] =>
  snapshot.everBegun('programmePeriod').map((period) => periodDetailShape(snapshot, period))
