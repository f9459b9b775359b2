import { isFromFacts } from '../../records/actor.ts'
import type { RecordVersion } from '../../records/record.ts'
import type { Owner } from '../../records/shared-fields.ts'
import { isWithin } from '../../records/time.ts'
import type { IsoDate } from '../../records/time.ts'
import type { Steps } from '../../snapshot/in-pieces.ts'
import { ownerKey } from '../../snapshot/snapshot.ts'
import { stretchesNow } from './merge-fact.ts'
import type { ShippedFact } from './merge-fact.ts'
import type { FactsReader } from './facts-readers.ts'

/** Shipped lists that are not proposed, because people have stated what is on the owner's list then. */
export interface ListsOfPeople {
  left: readonly ShippedFact[]
  isLeft(strategyId: string): boolean
  /** Whether a day on which an owner's list would end is the first day of a list that is not proposed. */
  isEndLeft(owner: Owner | null, day: IsoDate | null): boolean
}

/** Finds the shipped lists, new to the registry, that begin or go on in a time about which people have written. */
export function* findListsOfPeople(reader: FactsReader, shipped: ReadonlyMap<string, ShippedFact>): Steps<ListsOfPeople> {
  const byOwner = Map.groupBy(yield* versionsOfPeople(reader), ({ version: { body } }) => ownerKey((body as { owner: Owner }).owner))
  const left = [...shipped.values()].filter((fact) => {
    if (fact.kind !== 'strategy') return false
    const versions = reader.versions('strategy', fact.recordId)
    if (versions.length > 0) return !isFromFacts(versions[0]!.recordedBy)
    const ofOwner = byOwner.get(ownerKey(fact.body['owner'] as Owner)) ?? []
    return ofOwner.some((written) => isAboutTimeOf(written, fact))
  })
  const ids = new Set(left.map(({ recordId }) => recordId))
  const days = new Set(left.map(({ body, validFrom }) => `${ownerKey(body['owner'] as Owner)} ${validFrom}`))
  return {
    left,
    isLeft: (strategyId) => ids.has(strategyId),
    isEndLeft: (owner, day) => owner !== null && day !== null && days.has(`${ownerKey(owner)} ${day}`),
  }
}

interface WrittenByPeople {
  version: RecordVersion
  /** Whether the record was made by people, and does not only change a shipped one. */
  isOwnRecord: boolean
}

const recordsAStep = 100

function* versionsOfPeople(reader: FactsReader): Steps<WrittenByPeople[]> {
  const written: WrittenByPeople[] = []
  let count = 0
  for (const kind of ['strategy', 'priorityArea'] as const)
    for (const id of reader.ids(kind)) {
      if (++count % recordsAStep === 0) yield
      const versions = reader.versions(kind, id)
      const ofPeople = versions.filter(({ recordedBy }) => !isFromFacts(recordedBy))
      if (ofPeople.length === 0 || stretchesNow(versions).length === 0) continue
      const isOwnRecord = !isFromFacts(versions[0]!.recordedBy)
      for (const version of ofPeople) written.push({ version, isOwnRecord })
    }
  return written
}

/** Whether a version begins, or was confirmed, in the time of a list; or is a list that people have made for that time. */
function isAboutTimeOf({ version, isOwnRecord }: WrittenByPeople, list: ShippedFact): boolean {
  const { kind, validFrom, validTo, body, state } = version
  if (isWithin(validFrom, list)) return true
  if (state !== 'published') return false
  const { confirmedOn = null } = body as { confirmedOn?: IsoDate | null }
  if (confirmedOn !== null && isWithin(confirmedOn, list)) return true
  const isEarlierList = kind === 'strategy' && isOwnRecord && validFrom < list.validFrom
  return isEarlierList && (validTo === null || validTo > list.validFrom)
}
