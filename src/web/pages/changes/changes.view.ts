import type { OwnerChangeShape } from '../../../shapes/changes-shape.ts'

/** What became of areas: kept with the same words or others, new, or without a clear continuation. */
export interface AreaCounts {
  kept: number
  added: number
  gone: number
}

export interface RegionCounts extends AreaCounts {
  /** Regions whose list is another, or has begun or ended. */
  changed: number
  regions: number
}

/** What became of one owner's areas between two days; an area that was split or merged is counted once. */
export function countOwner({ before, after, links, outcome }: OwnerChangeShape): AreaCounts {
  if (outcome === 'begun') return { kept: 0, added: after!.priorities.length, gone: 0 }
  if (outcome === 'ended') return { kept: 0, added: 0, gone: before!.priorities.length }
  if (outcome === 'unread' || outcome === 'neither') return { kept: 0, added: 0, gone: 0 }
  if (links.length === 0) return { kept: after?.priorities.length ?? 0, added: 0, gone: 0 }
  const kept = new Set(links.flatMap(({ predecessorId, successorId }) => (predecessorId && successorId ? [successorId] : [])))
  const added = new Set(links.flatMap(({ predecessorId, successorId }) => (successorId && !predecessorId ? [successorId] : [])))
  const gone = new Set(links.flatMap(({ predecessorId, successorId }) => (predecessorId && !successorId ? [predecessorId] : [])))
  return { kept: kept.size, added: added.size, gone: gone.size }
}

/** The same for the regions together; joint areas are left out. */
export function countAreas(changes: readonly OwnerChangeShape[]): RegionCounts {
  const regions = changes.filter(({ owner }) => owner.kind === 'region')
  const counts = regions.map(countOwner)
  const sumOf = (key: keyof AreaCounts) => counts.reduce((sum, one) => sum + one[key], 0)
  const changed = regions.filter(({ outcome }) => ['changed', 'begun', 'ended'].includes(outcome)).length
  return { changed, regions: regions.length, kept: sumOf('kept'), added: sumOf('added'), gone: sumOf('gone') }
}
