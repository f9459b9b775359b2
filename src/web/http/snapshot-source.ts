import { ExpectedError } from '../../records/expected-error.ts'
import { endOfDay, IsoDate, swedishDay } from '../../records/time.ts'
import type { IsoInstant } from '../../records/time.ts'
import { endOfTime, makeLiveRegistry } from '../../changes/live-registry.ts'
import type { LiveRegistry } from '../../changes/live-registry.ts'
import { nothingBeside } from '../../records/beside.ts'
import type { Beside, SnapshotPart } from '../../records/beside.ts'
import type { CubeShelf } from '../../records/cube.ts'
import type { Derived } from '../../snapshot/derive.ts'
import { etagOf, noteReads } from '../../snapshot/noted-reads.ts'
import { shelfOn } from '../../snapshot/shelf-on-day.ts'
import { snapshotAt } from '../../snapshot/snapshot.ts'
import type { Snapshot } from '../../snapshot/snapshot.ts'
import type { CubeFiles } from '../../store/cube-files.ts'
import type { Store } from '../../store/store.ts'
import { timeQueryNames } from '../frame/paths.ts'
import type { TimeChoice } from '../frame/paths.ts'

const earliest = '1990-01-01'
const furthestYears = 10

/** Snapshots of the registry as it is, growing with it. */
export interface SnapshotSource {
  /** The registry that the snapshots are of. */
  registry: LiveRegistry
  /** Changes whenever anything that is served may have changed: the newest write, and the day in Sweden. */
  freshness(): Promise<string>
  snapshotFor(time: TimeChoice): Promise<Snapshot>
  /** When the store answered for the last time, while it is away; null while it is there. */
  awaySince(): IsoInstant | null
  /** Starts an answer about the time that a query asks for. @throws ExpectedError `invalid_date` */
  read(query: URLSearchParams, needs?: readonly Derived<unknown>[]): Promise<Reading>
  /** Makes what today's answers need before anybody asks, in pieces. @throws when `signal` is aborted */
  prepare(needs: readonly Derived<unknown>[], signal?: AbortSignal): Promise<void>
  /** Whether nothing that an answer was made from has changed since. */
  isCurrent(answer: MadeAt): boolean | Promise<boolean>
  /** Makes the next reader ask the store, after a write by this process. */
  refresh(): void
  today(): string
}

/** One answer being made: what it may read, and what it has read so far. */
export interface Reading {
  time: TimeChoice
  today: string
  /** When the store answered for the last time, while it is away. */
  awaySince: IsoInstant | null
  /** Notes what is read of it. */
  snapshot: Snapshot
  /** Names all that has been read, without quotes. */
  etag(): string
  /** What has been read, for asking later whether it has changed. */
  madeAt(): MadeAt
}

/** When an answer was made and what it was made from. */
export interface MadeAt {
  /** Asked for before anything was read, so that what was written meanwhile makes the answer old. */
  freshness: string
  today: string
  time: TimeChoice
  parts: readonly SnapshotPart[]
  /** Of those parts. */
  etag: string
  /** When the store answered for the last time, if it was away: the answer is marked with it, and kept nowhere. */
  awaySince: IsoInstant | null
}

interface Sources {
  store: Store
  clock: () => Date
  /** What was loaded beside the registry. */
  beside?: Beside
  /** Called once when readers no longer get what is newest. */
  report?: (error: ExpectedError) => void
  /** The tables of statistics, to which more may be added while the site runs. */
  cubes?: CubeFiles | null
}

export function makeSnapshotSource({ store, clock, beside = nothingBeside, cubes = null, report }: Sources): SnapshotSource {
  const cubesNow = makeCubesNow(cubes)
  const registry = makeLiveRegistry(store, beside, report)
  const today = makeToday(clock)
  const awaySince = (): IsoInstant | null => {
    const forMs = registry.awayForMs()
    return forMs === null ? null : new Date(clock().getTime() - forMs).toISOString()
  }
  const freshness = async () => `${await registry.sequence()} ${cubesNow()?.id ?? 'no statistics'} ${today()}`
  const snapshotFor = async ({ validAt, knownOn }: TimeChoice) => {
    const shelf = cubesNow()
    const cubes = shelf && knownOn ? shelfOn(shelf, knownOn) : shelf
    return snapshotAt(await registry.knownAt(knownOn ? endOfDay(knownOn) : endOfTime), validAt, { ...beside, cubes })
  }

  /** Something has been written since, or the day is another: what the answer was made from may be the same all the same. */
  const isStillCurrent = async (answer: MadeAt): Promise<boolean> => {
    const now = await freshness()
    if (awaySince() !== null) return false
    if (answer.today !== today()) return false
    if (etagOf(await snapshotFor(answer.time), answer.parts) !== answer.etag) return false
    answer.freshness = now
    return true
  }
  return {
    registry,
    refresh: registry.refresh,
    today,
    awaySince,
    freshness,
    snapshotFor,
    isCurrent: (answer) => {
      const sequence = registry.sequenceNow()
      return (
        (sequence !== null && answer.freshness === `${sequence} ${cubesNow()?.id ?? 'no statistics'} ${today()}`) ||
        isStillCurrent(answer)
      )
    },
    prepare: async (needs, signal) => {
      const snapshot = await snapshotFor({ validAt: today(), knownOn: null, isToday: true })
      for (const derived of needs) await derived.prepare(snapshot, signal)
    },
    read: async (query, needs = []) => {
      const before = { freshness: await freshness(), today: today(), awaySince: awaySince() }
      const time = readTimeChoice(query, before.today)
      const plain = await snapshotFor(time)
      for (const derived of needs) await makeReady(derived, plain)
      const { snapshot, parts } = noteReads(plain)
      const etag = () => etagOf(plain, parts())
      return {
        ...before,
        time,
        snapshot,
        etag,
        madeAt: () => ({ ...before, time, parts: parts(), etag: etag() }),
      }
    },
  }
}

/** Others go between what is made and the page that shows it, which takes some milliseconds of its own. */
async function makeReady(derived: Derived<unknown>, snapshot: Snapshot): Promise<void> {
  const began = performance.now()
  await derived.ready(snapshot)
  if (performance.now() - began > 1) await new Promise((resolve) => setImmediate(resolve))
}

/** Another process's tables show at the latest this long after they are added; this process's own at once. */
const lookAgainAfterMs = 1000

function makeCubesNow(files: CubeFiles | null): () => CubeShelf | null {
  let lookedAt = performance.now()
  return () => {
    if (!files) return null
    const now = performance.now()
    if (now - lookedAt > lookAgainAfterMs) {
      lookedAt = now
      files.refresh()
    }
    return files.shelf()
  }
}

/** Days change with a minute, so the calendar is asked once a minute. */
function makeToday(clock: () => Date): () => string {
  let day = { minute: NaN, date: '' }
  return () => {
    const now = clock()
    const minute = Math.floor(now.getTime() / 60_000)
    if (minute !== day.minute) day = { minute, date: swedishDay(now) }
    return day.date
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

/** One of the two times as a query gives it, unchecked; the Swedish name counts where both are there. */
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
