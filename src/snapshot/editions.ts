import type { Owner } from '../records/shared-fields.ts'
import { compareDays } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { deriveInSteps } from './derive.ts'
import type { Previous } from './derive.ts'
import { deriveGroups } from './derive-groups.ts'
import { LayeredMap } from './layered-map.ts'
import { ownerKey } from './snapshot.ts'
import type { Known, Snapshot } from './snapshot.ts'

/** One edition of an owner's strategy with its priority areas in the list's order. */
export interface Edition {
  strategy: Known<'strategy'>
  priorities: readonly Known<'priorityArea'>[]
  /** Areas that are part of one of these, in the list's order; they are not counted as areas. */
  parts: readonly Known<'priorityArea'>[]
  /** Whether it is in force on the snapshot's day. */
  isInForce: boolean
}

const noEditions: readonly Edition[] = []

/** An owner's editions that have begun by the snapshot's day, oldest first. */
export function findEditions(snapshot: Snapshot, owner: Owner): readonly Edition[] {
  return editionsByOwner(snapshot).get(ownerKey(owner)) ?? noEditions
}

/** The edition in force on the snapshot's day; null when none is known. */
export function findCurrentEdition(snapshot: Snapshot, owner: Owner): Edition | null {
  return findEditions(snapshot, owner).findLast((edition) => edition.isInForce) ?? null
}

const areasByStrategy = deriveGroups('areas by strategy', {
  kind: 'priorityArea',
  of: 'everBegun',
  keysOf: ({ strategyId }) => [strategyId],
})
const strategiesByOwner = deriveGroups('strategies by owner', {
  kind: 'strategy',
  of: 'everBegun',
  keysOf: ({ owner }) => [ownerKey(owner)],
})

/** Every owner's editions, oldest first, by `ownerKey`; the same list for as long as nothing in it changes. */
export const editionsByOwner = deriveInSteps<ReadonlyMap<string, readonly Edition[]>>(
  'editions',
  ['strategy', 'priorityArea'],
  function* (snapshot, previous) {
    const owners = yield* strategiesByOwner.steps(snapshot)
    yield* areasByStrategy.steps(snapshot)
    if (previous) {
      const changed = [...changedOwners(snapshot, previous)]
      const editions = previous.value as LayeredMap<string, readonly Edition[]>
      return editions.with(changed.map((key) => [key, owners.has(key) ? editionsOf(snapshot, key) : undefined] as const))
    }
    const editions = new Map<string, readonly Edition[]>()
    for (const key of owners.keys()) {
      editions.set(key, editionsOf(snapshot, key))
      if (editions.size % ownersAStep === 0) yield
    }
    return new LayeredMap(editions)
  },
)

const ownersAStep = 10

/** The owners of strategies and areas that have changed, before and now. */
function changedOwners(snapshot: Snapshot, previous: Previous<unknown>): Set<string> {
  const strategyIds = previous.touched('everBegun', 'priorityArea').map(({ strategyId }) => strategyId)
  const strategies = strategyIds.flatMap((id) => [snapshot.getBegun('strategy', id), previous.was('everBegun', 'strategy', id)])
  const all = [...previous.touched('everBegun', 'strategy'), ...strategies.filter((strategy) => strategy !== null)]
  return new Set(all.map(({ owner }) => ownerKey(owner)))
}

function editionsOf(snapshot: Snapshot, key: string): readonly Edition[] {
  const strategies = strategiesByOwner(snapshot).get(key) ?? []
  const editions = strategies.map((strategy): Edition => {
    const all = areasByStrategy(snapshot).get(strategy.id) ?? []
    const held = all.filter((priority) => wasOnListToTheEnd(priority, { strategy, day: snapshot.validAt }))
    const sorted = held.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    const ids = new Set(sorted.map(({ id }) => id))
    // A part whose whole has left the list is shown as an area, so that nothing is lost.
    const isPart = ({ parentId }: Known<'priorityArea'>) => parentId !== undefined && ids.has(parentId)
    const priorities = sorted.filter((area) => !isPart(area))
    return { strategy, priorities, parts: sorted.filter(isPart), isInForce: snapshot.get('strategy', strategy.id) !== null }
  })
  return editions.sort((a, b) => compareDays(a.strategy.meta.inForceFrom, b.strategy.meta.inForceFrom))
}

/** Leaves out an area that had been taken off the list by the day while the list went on. One that leaves later is still on it. */
function wasOnListToTheEnd(
  { meta: { validTo } }: Known<'priorityArea'>,
  { strategy, day }: { strategy: Known<'strategy'>; day: IsoDate },
): boolean {
  if (validTo === null || validTo > day) return true
  return strategy.meta.validTo !== null && validTo >= strategy.meta.validTo
}
