import type { Owner } from '../records/shared-fields.ts'
import { isWithin } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { isSameOwner } from '../snapshot/snapshot.ts'
import type { Known, KnownRegistry } from '../snapshot/snapshot.ts'
import { historiesOf } from './registry-view.ts'

/** One edition of an owner's strategy over all of valid time. */
export interface KnownEdition {
  id: string
  /** First day it is in force. */
  from: IsoDate
  /** First day it is no longer in force; null = open. */
  to: IsoDate | null
  strategy: readonly Known<'strategy'>[]
  /** Each priority area's stretches of time. */
  areas: (readonly Known<'priorityArea'>[])[]
}

/** An owner's editions, oldest first. */
export function findKnownEditions(known: KnownRegistry, owner: Owner): KnownEdition[] {
  const areas = historiesOf(known, 'priorityArea')
  const strategies = historiesOf(known, 'strategy').filter((history) => isSameOwner(history.at(-1)!.owner, owner))
  const editions = strategies.map((strategy): KnownEdition => {
    const { id, meta } = strategy.at(-1)!
    return {
      id,
      from: strategy[0]!.meta.validFrom,
      to: meta.validTo,
      strategy,
      areas: areas.filter((history) => history.some(({ strategyId }) => strategyId === id)),
    }
  })
  return editions.sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1))
}

type Area = Known<'priorityArea'>

/** An edition's list on a day, in its order. Parts of other areas on the list are left out, except those in `namedParts`. */
export function listOn(edition: KnownEdition, date: IsoDate, namedParts: (part: Area) => boolean = () => false): Area[] {
  return listWhere(edition, (area) => isWithin(date, area.meta), namedParts)
}

/** An edition's last list, without parts: on its last day, or the current one. */
export function lastListOf(edition: KnownEdition): Area[] {
  return listWhere(edition, (area) => area.meta.validTo === edition.to)
}

function listWhere(edition: KnownEdition, isOn: (area: Area) => boolean, namedParts = (_part: Area) => false): Area[] {
  const all = edition.areas.flatMap((history) => history.filter((area) => area.strategyId === edition.id && isOn(area)))
  const ids = new Set(all.map(({ id }) => id))
  // A part whose whole has left the list counts as an area, as on the pages.
  const listed = all.filter((area) => !ids.has(area.parentId ?? '') || namedParts(area))
  return listed.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}
