import { ExpectedError } from '../../records/expected-error.ts'
import type { RecordVersion } from '../../records/record.ts'
import type { RegionActivities } from '../../records/region-activities.ts'
import { endOfDay, IsoDate, swedishDay } from '../../records/time.ts'
import { buildKnownRegistry, snapshotAt } from '../../snapshot/snapshot.ts'
import type { KnownRegistry, Snapshot } from '../../snapshot/snapshot.ts'
import type { Store } from '../../store/store.ts'
import { timeQueryNames } from '../frame/paths.ts'
import type { TimeChoice } from '../frame/paths.ts'
import { makeSequenceWatch } from './sequence-watch.ts'

const mostKept = 24
const earliest = '1990-01-01'
const furthestYears = 10

/** Snapshots of the registry as it stands, kept while nothing is written. */
export interface SnapshotSource {
  /** Changes whenever anything that is served may have changed: the newest write, and the day in Sweden. */
  freshness(): Promise<string>
  /** The same without asking the store; null when it is time to ask again. */
  freshnessNow(): string | null
  snapshotFor(time: TimeChoice): Promise<Snapshot>
  /** Forgets what was read, after a write by this process. */
  refresh(): void
  today(): string
}

interface Sources {
  store: Store
  clock: () => Date
  statistics?: RegionActivities | null
}

export function makeSnapshotSource({ store, clock, statistics = null }: Sources): SnapshotSource {
  const watch = makeSequenceWatch(store)
  let versions: readonly RecordVersion[] = []
  let readUpTo = -1
  let reading: Promise<void> = Promise.resolve()
  let registries = new Map<string, KnownRegistry>()
  let snapshots = new Map<string, Snapshot>()

  let day = { minute: NaN, date: '' }
  /** Days change with a minute, so the calendar is asked once a minute. */
  const today = () => {
    const now = clock()
    const minute = Math.floor(now.getTime() / 60_000)
    if (minute !== day.minute) day = { minute, date: swedishDay(now) }
    return day.date
  }
  const readNew = async () => {
    const added = await store.readVersions({ after: Math.max(0, readUpTo) })
    versions = [...versions, ...added]
    readUpTo = versions.at(-1)?.sequence ?? 0
    registries = new Map()
    snapshots = new Map()
  }
  /** One reader at a time: two that read the same versions would both add them. */
  const catchUp = async () => {
    const sequence = await watch.get()
    if (sequence <= readUpTo) return
    const mine = reading.then(() => (sequence <= readUpTo ? undefined : readNew()))
    reading = mine.catch(() => undefined)
    await mine
  }
  return {
    refresh: watch.refresh,
    today,
    freshness: async () => `${await watch.get()} ${today()}`,
    freshnessNow: () => {
      const sequence = watch.getNow()
      return sequence === null ? null : `${sequence} ${today()}`
    },
    snapshotFor: async ({ validAt, knownOn }) => {
      await catchUp()
      const key = `${validAt} ${knownOn ?? ''}`
      const kept = snapshots.get(key)
      if (kept) return kept
      // "Now" is all that is recorded, however the clocks of the writers stand.
      const knownAt = knownOn ? endOfDay(knownOn) : '9999-12-31T23:59:59.999Z'
      const known = registries.get(knownAt) ?? buildKnownRegistry(versions, knownAt)
      const snapshot = snapshotAt(known, validAt, { statistics })
      keep(registries, knownAt, known)
      keep(snapshots, key, snapshot)
      return snapshot
    },
  }
}

/**
 * The day and the knowledge that a query asks for, under either language's names.
 * @throws ExpectedError `invalid_date`
 */
export function readTimeChoice(query: URLSearchParams, today: string): TimeChoice {
  const [validAt, knownOn] = [askedDay(query, 'validAt'), askedDay(query, 'knownOn')]
  for (const date of [validAt, knownOn]) if (date !== null) checkDate(date, today)
  return { validAt: validAt ?? today, knownOn, isToday: validAt === null || validAt === today }
}

/** What a query says of one of the two times, unchecked; the Swedish name counts where both are there. */
export const askedDay = (query: URLSearchParams, axis: 'validAt' | 'knownOn'): string | null =>
  query.get(timeQueryNames.sv[axis]) || query.get(timeQueryNames.en[axis]) || null

function checkDate(date: string, today: string): void {
  const latest = `${Number(today.slice(0, 4)) + furthestYears}${today.slice(4)}`
  if (!IsoDate.safeParse(date).success || date < earliest || date > latest) {
    throw new ExpectedError('invalid_date', {
      detail: `«${date.slice(0, 40)}» – ${earliest} … ${latest}`,
      data: { asked: date.slice(0, 40) },
    })
  }
}

function keep<V>(kept: Map<string, V>, key: string, value: V): void {
  kept.delete(key)
  kept.set(key, value)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
}
