import { z } from 'zod'
import type { Owner } from '../records/shared-fields.ts'
import { isUnread } from '../snapshot/areas-known.ts'
import { findCurrentEdition } from '../snapshot/editions.ts'
import type { Edition } from '../snapshot/editions.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { lineageBetween } from '../likeness/lineage-between.ts'
import { editionShape, findRegions, ownerRef } from './from-snapshot.ts'
import { lineageLinkShape } from './lineage-shape.ts'
import { EditionShape, LineageLinkShape, OwnerRef } from './shapes.ts'

/** What happened to one owner's list between two days. */
export const OwnerChangeShape = z.object({
  owner: OwnerRef,
  /**
   * `same`: the same list is in force on both days, with the same areas; `changed`: another list, or the same one with an area added,
   * renamed or gone; `restated`: another list with the same areas; `unread`: a list of either day is known to exist, but nobody has
   * read its areas, so that nothing is known of what became of them.
   */
  outcome: z.enum(['same', 'restated', 'changed', 'begun', 'ended', 'unread', 'neither']),
  before: EditionShape.nullable(),
  after: EditionShape.nullable(),
  links: z.array(LineageLinkShape),
})
export type OwnerChangeShape = z.infer<typeof OwnerChangeShape>

export const ChangesShape = z.object({ from: z.string(), to: z.string(), changes: z.array(OwnerChangeShape) })
export type ChangesShape = z.infer<typeof ChangesShape>

/** The changes between two days, per region and joint area, as known in `snapshot`. */
export function changesShape(snapshot: Snapshot, { from, to }: { from: string; to: string }): ChangesShape {
  const before = snapshot.at(from)
  const after = snapshot.at(to)
  const regions = findRegions(after).map(({ code }): Owner => ({ kind: 'region', id: code }))
  const joint = after.everBegun('jointArea').map(({ id }): Owner => ({ kind: 'jointArea', id }))
  return { from, to, changes: [...regions, ...joint].map((owner) => ownerChange({ before, after, owner })) }
}

function ownerChange({ before, after, owner }: { before: Snapshot; after: Snapshot; owner: Owner }): OwnerChangeShape {
  const old = findCurrentEdition(before, owner)
  const now = findCurrentEdition(after, owner)
  const links = old && now ? linksBetween({ after, owner, old, now }) : []
  return {
    owner: ownerRef(after, owner),
    outcome: outcomeOf({ old, now, links }),
    before: old && editionShape(before, old),
    after: now && editionShape(after, now),
    links,
  }
}

interface TwoLists {
  after: Snapshot
  owner: Owner
  old: Edition
  now: Edition
}

function linksBetween({ after, owner, old, now }: TwoLists): LineageLinkShape[] {
  const [fromStrategyId, toStrategyId] = [old.strategy.id, now.strategy.id]
  if (fromStrategyId === toStrategyId) return editsWithin(old, now)
  return (lineageBetween(after, owner, { fromStrategyId, toStrategyId }) ?? []).map(lineageLinkShape)
}

/** What became of each area of one list that was edited between two days; empty when every area has the same label on both. */
function editsWithin(old: Edition, now: Edition): LineageLinkShape[] {
  const before = new Map(old.priorities.map((area) => [area.id, area]))
  const after = new Set(now.priorities.map(({ id }) => id))
  const links = [
    ...now.priorities.map((area) => {
      const earlier = before.get(area.id)
      if (!earlier) return editLink(null, area.id, 'new')
      return editLink(area.id, area.id, hasSameLabel(earlier, area) ? 'unchanged' : 'renamed')
    }),
    ...old.priorities.filter(({ id }) => !after.has(id)).map(({ id }) => editLink(id, null, 'dropped')),
  ]
  return links.every(({ change }) => change === 'unchanged') ? [] : links
}

type Area = Edition['priorities'][number]

const hasSameLabel = (one: Area, other: Area): boolean =>
  one.displayLabel === other.displayLabel && one.verbatimLabel === other.verbatimLabel

const editLink = (
  predecessorId: string | null,
  successorId: string | null,
  change: LineageLinkShape['change'],
): LineageLinkShape => ({
  predecessorId,
  successorId,
  change,
  basis: 'confirmed',
  reason: { sv: 'Samma lista, ändrad mellan dagarna.', en: 'The same list, changed between the days.' },
  review: null,
  standing: { sv: 'Ändrat i listan', en: 'Changed in the list' },
  continuesInStrategyId: null,
})

function outcomeOf({
  old,
  now,
  links,
}: {
  old: Edition | null
  now: Edition | null
  links: LineageLinkShape[]
}): OwnerChangeShape['outcome'] {
  if (isUnread(old) || isUnread(now)) return 'unread'
  if (!old) return now ? 'begun' : 'neither'
  if (!now) return 'ended'
  if (old.strategy.id === now.strategy.id) return links.length === 0 ? 'same' : 'changed'
  return links.every((link) => link.change === 'unchanged') ? 'restated' : 'changed'
}
