import type { DatePrecision } from '../records/shared-fields.ts'
import { findLineage } from '../likeness/lineage.ts'
import type { LineageStep } from '../likeness/lineage.ts'
import { isUnread } from '../snapshot/areas-known.ts'
import { findEditions } from '../snapshot/editions.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { findRegions, regionRef } from './from-snapshot.ts'
import type { RegionRef } from './shapes.ts'

/** What became of the areas from one list to the next. Nothing is counted where the areas of either are not known. */
export interface ListInTime {
  strategyId: string
  /** The day it began, as far as `precision` tells. */
  date: string
  precision: DatePrecision
  /** `first`: no list is known before it; `unread`: it exists, but nobody has read its areas; `after`: the list before it is unread. */
  standing: 'first' | 'counted' | 'unread' | 'after'
  /** Areas that were in the list before as well, with the same words or others; all areas where `standing` is `first` or `after`. */
  kept: number
  added: number
  /** Areas of the list before without a clear continuation in this one. */
  gone: number
}

export interface RegionLists {
  region: RegionRef
  lists: ListInTime[]
}

/** Every list of every region that has begun by the snapshot's day, oldest first, by the regions' names. */
export const listsOverTime = (snapshot: Snapshot): RegionLists[] =>
  findRegions(snapshot).map(({ code }) => {
    const owner = { kind: 'region', id: code } as const
    const editions = findEditions(snapshot, owner)
    const steps = new Map(findLineage(snapshot, owner).map((step) => [step.to.strategy.id, step]))
    return {
      region: regionRef(snapshot, code),
      lists: editions.map((edition, at): ListInTime => {
        const { strategy, priorities } = edition
        const before = editions[at - 1]
        const base = { strategyId: strategy.id, date: strategy.meta.inForceFrom, precision: strategy.datePrecision }
        const uncounted = { ...base, kept: priorities.length, added: 0, gone: 0 }
        if (isUnread(edition)) return { ...uncounted, standing: 'unread' }
        if (!before) return { ...uncounted, standing: 'first' }
        if (isUnread(before)) return { ...uncounted, standing: 'after' }
        return { ...base, standing: 'counted', ...countsOf(steps.get(strategy.id)!) }
      }),
    }
  })

/** Each area is counted once, however many it was split into or merged from. */
function countsOf({ from, to, links }: LineageStep): Pick<ListInTime, 'kept' | 'added' | 'gone'> {
  const continued = new Set(links.flatMap(({ predecessor, successor }) => (predecessor && successor ? [successor.id] : [])))
  const gone = new Set(links.flatMap(({ predecessor, successor }) => (predecessor && !successor ? [predecessor.id] : [])))
  const kept = to.priorities.filter(({ id }) => continued.has(id)).length
  return { kept, added: to.priorities.length - kept, gone: from.priorities.filter(({ id }) => gone.has(id)).length }
}
