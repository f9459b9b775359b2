import type { Owner } from '../records/shared-fields.ts'
import { isWithin } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import { isSameOwner } from '../snapshot/snapshot.ts'
import type { Known, KnownRegistry } from '../snapshot/snapshot.ts'
import { historiesOf } from './registry-view.ts'

/** One edition of an owner's strategy over all of valid time. */
export interface KnownEdition {
  id: string
  /** First day it holds. */
  from: IsoDate
  /** First day it no longer holds; null = open. */
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

/** An edition's list on a day, in its order. */
export function listOn(edition: KnownEdition, date: IsoDate): Known<'priorityArea'>[] {
  const holding = edition.areas.flatMap((history) =>
    history.filter((area) => area.strategyId === edition.id && isWithin(date, area.meta)),
  )
  return holding.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

/** An edition's last list: on its last day, or as it stands now. */
export function lastListOf(edition: KnownEdition): Known<'priorityArea'>[] {
  const last = edition.areas.flatMap((history) =>
    history.filter((area) => area.strategyId === edition.id && area.meta.validTo === edition.to),
  )
  return last.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}
