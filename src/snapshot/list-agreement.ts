import type { IsoDate } from '../records/time.ts'
import { findCurrentEdition } from './editions.ts'
import { ownerKey, snapshotAt } from './snapshot.ts'
import type { KnownRegistry, Snapshot } from './snapshot.ts'

/** An owner for whom the areas in force on a day are not those of its list in force. */
export interface Disagreement {
  day: IsoDate
  /** `region:17` */
  owner: string
  /** In force, but on no page that shows the owner's list. */
  notOnList: string[]
  /** On the owner's list, but not in force. */
  notInForce: string[]
}

/**
 * Compares, on every day when something begins or ends, the areas in force with the owners' lists in force. Tables and
 * search show the former; the pages of regions, the start page, comparisons and changes show the latter.
 */
export const findDisagreements = (known: KnownRegistry): Disagreement[] =>
  daysOfChange(known).flatMap((day) => disagreementsOn(snapshotAt(known, day)))

/** Between two of these days nothing begins or ends. */
function daysOfChange({ kinds }: KnownRegistry): IsoDate[] {
  const days = new Set<IsoDate>()
  for (const kind of ['region', 'jointArea', 'strategy', 'priorityArea'] as const)
    for (const { segments } of kinds[kind].histories.values())
      for (const { meta } of segments) for (const day of [meta.validFrom, meta.validTo]) if (day !== null) days.add(day)
  return [...days].sort()
}

function disagreementsOn(snapshot: Snapshot): Disagreement[] {
  const inForce = Map.groupBy(snapshot.inForce('priorityArea'), ({ owner }) => ownerKey(owner))
  const shown = new Map<string, string[]>()
  for (const kind of ['region', 'jointArea'] as const)
    for (const { id } of snapshot.inForce(kind)) {
      const list = findCurrentEdition(snapshot, { kind, id })
      if (list) shown.set(ownerKey({ kind, id }), [...list.priorities, ...list.parts].map((area) => area.id).sort())
    }
  return [...new Set([...inForce.keys(), ...shown.keys()])].sort().flatMap((owner) => {
    const areas = (inForce.get(owner) ?? []).map(({ id }) => id)
    const onList = shown.get(owner) ?? []
    const [notOnList, notInForce] = [areas.filter((id) => !onList.includes(id)), onList.filter((id) => !areas.includes(id))]
    return notOnList.length + notInForce.length === 0 ? [] : [{ day: snapshot.validAt, owner, notOnList, notInForce }]
  })
}
