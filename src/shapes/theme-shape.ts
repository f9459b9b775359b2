import { z } from 'zod'
import { deriveInSteps } from '../snapshot/derive.ts'
import type { Previous } from '../snapshot/derive.ts'
import { ownerKey } from '../snapshot/snapshot.ts'
import type { Known, Snapshot } from '../snapshot/snapshot.ts'
import { compareDays } from '../records/time.ts'
import { withItems } from '../snapshot/sorted-list.ts'
import type { Theme } from '../records/thesaurus-facts.ts'
import { thesaurusOf } from '../thesaurus/thesaurus-of.ts'
import { priorityShape } from './from-snapshot.ts'
import { LocalTextShape, PriorityShape } from './shapes.ts'

/** A theme with the number of regions and areas that have it on the snapshot's day. */
export const ThemeSummaryShape = z.object({
  id: z.string(),
  slugEn: z.string(),
  label: LocalTextShape,
  definition: LocalTextShape,
  family: z.string(),
  regionCount: z.number(),
  priorityCount: z.number(),
})
export type ThemeSummaryShape = z.infer<typeof ThemeSummaryShape>

/** A theme with its areas: those in force by owner, and earlier ones. */
export const ThemeShape = ThemeSummaryShape.extend({
  inForce: z.array(PriorityShape),
  earlier: z.array(PriorityShape),
  /** Regions with at least one area of the theme in each programme period. */
  byPeriod: z.array(z.object({ programmePeriodId: z.string(), regionCount: z.number(), regionsWithList: z.number() })),
  /** Themes that share areas with this one, most shared first. */
  together: z.array(z.object({ themeId: z.string(), priorityCount: z.number() })),
})
export type ThemeShape = z.infer<typeof ThemeShape>

const swedish = new Intl.Collator('sv')

/** The shape of every priority area that has begun by the snapshot's day. */
export const allPriorities = deriveInSteps<readonly PriorityShape[]>(
  'priority areas',
  ['priorityArea', 'coding', 'region', 'jointArea', 'source', 'thesaurus'],
  function* (snapshot, previous) {
    if (previous) {
      const shapes: [string, PriorityShape | null][] = []
      for (const id of changedAreas(snapshot, previous)) {
        const area = snapshot.getBegun('priorityArea', id)
        shapes.push([id, area && priorityShape(snapshot, area)])
        if (shapes.length % areasAStep === 0) yield
      }
      return withItems(previous.value, shapes, ({ id }) => id)
    }
    const shapes: PriorityShape[] = []
    for (const area of snapshot.everBegun('priorityArea')) {
      shapes.push(priorityShape(snapshot, area))
      if (shapes.length % areasAStep === 0) yield
    }
    return shapes
  },
)

const areasAStep = 20

/** The areas whose shape may have changed: by themselves, by decisions on them, or by their owner or source. */
function changedAreas(snapshot: Snapshot, { changed, touched }: Previous<unknown>): Set<string> {
  const decided = touched('inForce', 'coding').map(({ priorityAreaId }) => priorityAreaId)
  const owners = new Set((['region', 'jointArea'] as const).flatMap((kind) => changed(kind).map((id) => ownerKey({ kind, id }))))
  const sources = new Set(changed('source'))
  const refersToChanged = ({ owner, meta }: Known<'priorityArea'>) =>
    owners.has(ownerKey(owner)) || (meta.source !== null && sources.has(meta.source.sourceId))
  const referring = owners.size + sources.size > 0 ? snapshot.everBegun('priorityArea').filter(refersToChanged) : []
  return new Set([...changed('priorityArea'), ...decided, ...referring.map(({ id }) => id)])
}

/** All themes, in the order of the thesaurus. */
export const themeSummaries = (snapshot: Snapshot): ThemeSummaryShape[] =>
  thesaurusOf(snapshot).themes.map((theme) => summary(theme, prioritiesOf(snapshot, theme)))

export function themeShape(snapshot: Snapshot, theme: Theme): ThemeShape {
  const priorities = prioritiesOf(snapshot, theme)
  const byOwner = (a: PriorityShape, b: PriorityShape) => swedish.compare(a.owner.name.sv, b.owner.name.sv) || a.order - b.order
  const inForce = priorities.filter((priority) => priority.isInForce).sort(byOwner)
  return {
    ...summary(theme, priorities),
    inForce,
    earlier: priorities
      .filter((priority) => !priority.isInForce)
      .sort((a, b) => compareDays(b.meta.inForceFrom, a.meta.inForceFrom) || byOwner(a, b)),
    byPeriod: periodsWithLists(snapshot).map(({ id }) => ({
      programmePeriodId: id,
      regionCount: regionsIn(priorities, id),
      regionsWithList: regionsIn(allPriorities(snapshot), id),
    })),
    together: countTogether(inForce, theme.id),
  }
}

/** A period to come is known before there is any list of it, and has nothing to count. */
const periodsWithLists = (snapshot: Snapshot): Known<'programmePeriod'>[] =>
  snapshot
    .everBegun('programmePeriod')
    .filter(({ id, from }) => from <= snapshot.validAt || regionsIn(allPriorities(snapshot), id) > 0)

function prioritiesOf(snapshot: Snapshot, theme: Theme): PriorityShape[] {
  return allPriorities(snapshot).filter((priority) => priority.themes.some((ref) => ref.id === theme.id))
}

function summary({ id, slugEn, label, definition, family }: Theme, priorities: readonly PriorityShape[]): ThemeSummaryShape {
  const inForce = priorities.filter((priority) => priority.isInForce)
  const regions = new Set(inForce.filter(({ owner }) => owner.kind === 'region').map(({ owner }) => owner.id))
  return { id, slugEn, label, definition, family, regionCount: regions.size, priorityCount: inForce.length }
}

function regionsIn(priorities: readonly PriorityShape[], periodId: string): number {
  const own = priorities.filter(({ owner, programmePeriodId }) => owner.kind === 'region' && programmePeriodId === periodId)
  return new Set(own.map(({ owner }) => owner.id)).size
}

function countTogether(priorities: readonly PriorityShape[], themeId: string) {
  const counts = new Map<string, number>()
  for (const { themes: refs } of priorities) for (const ref of refs) counts.set(ref.id, (counts.get(ref.id) ?? 0) + 1)
  counts.delete(themeId)
  return [...counts]
    .map(([id, priorityCount]) => ({ themeId: id, priorityCount }))
    .sort((a, b) => b.priorityCount - a.priorityCount || (a.themeId < b.themeId ? -1 : 1))
}
