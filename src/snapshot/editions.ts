import type { Owner } from '../records/record.ts'
import { derive } from './derive.ts'
import { ownerKey } from './snapshot.ts'
import type { Known, Snapshot } from './snapshot.ts'

/** One edition of an owner's strategy with its priority areas in the list's order. */
export interface Edition {
  strategy: Known<'strategy'>
  priorities: readonly Known<'priorityArea'>[]
  /** Whether it holds on the snapshot's day. */
  isInForce: boolean
}

/** An owner's editions that have begun by the snapshot's day, oldest first. */
export function findEditions(snapshot: Snapshot, owner: Owner): readonly Edition[] {
  return editionsByOwner(snapshot).get(ownerKey(owner)) ?? []
}

/** The edition in force on the snapshot's day; null when none is known. */
export function findCurrentEdition(snapshot: Snapshot, owner: Owner): Edition | null {
  return findEditions(snapshot, owner).findLast((edition) => edition.isInForce) ?? null
}

/** Every owner's editions, oldest first, by `ownerKey`. */
export const editionsByOwner = derive('editions', ['strategy', 'priorityArea'], makeEditions)

function makeEditions(snapshot: Snapshot): ReadonlyMap<string, readonly Edition[]> {
  const byStrategy = new Map<string, Known<'priorityArea'>[]>()
  for (const priority of snapshot.everBegun('priorityArea')) {
    const list = byStrategy.get(priority.strategyId)
    if (list) list.push(priority)
    else byStrategy.set(priority.strategyId, [priority])
  }
  const byOwner = new Map<string, Edition[]>()
  for (const strategy of snapshot.everBegun('strategy')) {
    const isInForce = snapshot.get('strategy', strategy.id) !== null
    const all = byStrategy.get(strategy.id) ?? []
    const held = all.filter((priority) => heldToTheEnd(priority, strategy))
    const priorities = held.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    const key = ownerKey(strategy.owner)
    const editions = byOwner.get(key) ?? []
    byOwner.set(key, editions)
    editions.push({ strategy, priorities, isInForce })
  }
  for (const editions of byOwner.values())
    editions.sort((a, b) => (a.strategy.meta.validFrom < b.strategy.meta.validFrom ? -1 : 1))
  return byOwner
}

/** Leaves out an area that was taken off the list while the list went on. */
function heldToTheEnd(priority: Known<'priorityArea'>, strategy: Known<'strategy'>): boolean {
  if (priority.meta.validTo === null) return true
  return strategy.meta.validTo !== null && priority.meta.validTo >= strategy.meta.validTo
}
