import { nothingBeside } from '../records/beside.ts'
import type { Beside } from '../records/beside.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { RecordVersion } from '../records/record.ts'
import type { IsoInstant } from '../records/time.ts'
import { growRegistry } from '../snapshot/day-content.ts'
import { finishInPieces } from '../snapshot/in-pieces.ts'
import { registrySteps } from '../snapshot/known-registry.ts'
import type { KnownRegistry } from '../snapshot/known-registry.ts'
import { LayeredMap } from '../snapshot/layered-map.ts'
import type { Store } from '../store/store.ts'
import { versionKey } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'
import { makeSequenceWatch } from './sequence-watch.ts'
import type { SequenceWatch } from './sequence-watch.ts'

/** "Now" is all that is recorded, whatever the clocks of the writers say. */
export const endOfTime: IsoInstant = '9999-12-31T23:59:59.999Z'

/** The registry in memory. It reads what is appended, by this process or another, and grows; nothing is read twice. */
export interface LiveRegistry {
  /** What was loaded beside it. */
  readonly beside: Beside
  /** The newest sequence, asked for seldom enough to cost nothing. */
  sequence(): Promise<number>
  /** The same without asking the store; null when it is time to ask again. */
  sequenceNow(): number | null
  /** Everything there is, as a writer needs to see it before it writes; nothing acknowledged before the call is missing. */
  view(): Promise<RegistryView>
  /** What was known at a moment. */
  knownAt(moment: IsoInstant): Promise<KnownRegistry>
  /** Makes the next reader ask the store, after a write by this process. */
  refresh(): void
}

const versionsAPiece = 500
const mostMoments = 24

/** What has been built of the knowledge at one moment: from the versions before `upTo`. */
interface Built {
  known: KnownRegistry
  upTo: number
}

type VersionSource = Pick<Store, 'getSequence' | 'readVersions'>

export function makeLiveRegistry(store: VersionSource, beside: Beside = nothingBeside): LiveRegistry {
  const watch = makeSequenceWatch(store)
  const log = makeVersionLog(store, watch)
  const { versions } = log
  const moments = new Map<IsoInstant, Promise<Built>>()

  const grown = async (before: Promise<Built>): Promise<Built> => {
    const { known, upTo } = await before
    return upTo === versions.length ? before : { known: growRegistry(known, versions.slice(upTo)), upTo: versions.length }
  }
  const built = async (moment: IsoInstant): Promise<Built> => {
    const upTo = versions.length
    return { known: await finishInPieces(registrySteps(versions.slice(0, upTo), moment)), upTo }
  }
  const builtAt = async (moment: IsoInstant): Promise<Built> => {
    await log.catchUp()
    const before = moments.get(moment)
    const now = before ? grown(before) : built(moment)
    now.catch(() => moments.delete(moment))
    moments.delete(moment)
    moments.set(moment, now)
    const oldest = [...moments.keys()].find((one) => one !== endOfTime)
    if (moments.size > mostMoments && oldest) moments.delete(oldest)
    return now
  }
  return {
    beside,
    sequence: watch.get,
    sequenceNow: watch.getNow,
    refresh: watch.refresh,
    knownAt: async (moment) => (await builtAt(moment)).known,
    view: async () => {
      watch.refresh()
      for (;;) {
        const { known, upTo } = await builtAt(endOfTime)
        if (upTo === versions.length) return { known, numbers: log.newestNumbers(), sequence: log.readUpTo(), beside }
      }
    },
  }
}

/** All versions in memory, in sequence order; only ever appended to, so that whoever has counted them may read that many at leisure. */
function makeVersionLog(store: VersionSource, watch: SequenceWatch) {
  const versions: RecordVersion[] = []
  let numbers: { newest: LayeredMap<string, number>; upTo: number } | null = null
  let reading: Promise<void> = Promise.resolve()
  let isOutdated = false
  const readUpTo = () => versions.at(-1)?.sequence ?? 0
  const readNew = async () => {
    const added: RecordVersion[] = []
    for (;;) {
      const piece = await store.readVersions({ after: added.at(-1)?.sequence ?? readUpTo(), limit: versionsAPiece })
      for (const version of piece) added.push(version)
      if (piece.length < versionsAPiece) break
      await new Promise((resolve) => setImmediate(resolve))
    }
    // Only now, and all at once: what was appended in one transaction is seen as a whole.
    for (const version of added) versions.push(version)
  }
  /** A newer Spets has written what this one cannot read: readers get what there was before, and the store refuses writers. */
  const keepWhatWasRead = (error: unknown) => {
    if (versions.length === 0 || !(error instanceof ExpectedError) || error.code !== 'program_outdated') throw error
    isOutdated = true
  }
  return {
    versions: versions as readonly RecordVersion[],
    readUpTo,
    /** Reads what has been appended. One reader at a time: two that read the same versions would both add them. */
    catchUp: async (): Promise<void> => {
      const sequence = await watch.get()
      if (isOutdated || sequence <= readUpTo()) return
      const mine = reading.then(() => (sequence <= readUpTo() ? undefined : readNew()))
      reading = mine.catch(() => undefined)
      await mine.catch(keepWhatWasRead)
    },
    newestNumbers: () => {
      const added = versions
        .slice(numbers?.upTo ?? 0)
        .map((version) => [versionKey(version.kind, version.recordId), version.version] as const)
      const newest: LayeredMap<string, number> = numbers ? numbers.newest.with(added) : new LayeredMap(new Map(added))
      numbers = { newest, upTo: versions.length }
      return newest
    },
  }
}
