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
import { makeTextSharing } from './shared-texts.ts'

/** The moment for "now": everything that is recorded counts, even if the clock of a writer is ahead. */
export const endOfTime: IsoInstant = '9999-12-31T23:59:59.999Z'

/**
 * The registry in memory. It grows by what this process or another one appends to the store; each version is read once.
 */
export interface LiveRegistry {
  /** What was loaded beside the registry. */
  readonly beside: Beside
  /**
   * The newest sequence in the store, or the last one known while the store is away. The answer is reused for a short time, so
   * the call is cheap.
   */
  sequence(): Promise<number>
  /** The newest sequence without asking the store; null when the last answer is too old. */
  sequenceNow(): number | null
  /** How long ago the store answered for the last time, when it is away; null when it is there. */
  awayForMs(): number | null
  /** The whole registry, for a writer to plan against. It contains every write that was acknowledged before the call. */
  view(): Promise<RegistryView>
  /** What was known at a moment; as far as it has been read while the store is away. */
  knownAt(moment: IsoInstant): Promise<KnownRegistry>
  /** Makes the next reader ask the store; called after a write by this process. */
  refresh(): void
}

const versionsAPiece = 1000
/** The state of now and of the moments asked for last are remembered, this many in all. */
const mostMoments = 4

/** What was known at one moment, built from the first `upTo` versions of the log. */
interface Built {
  known: KnownRegistry
  upTo: number
}

type VersionSource = Pick<Store, 'getSequence' | 'readVersions'>

/**
 * @param report called once when readers no longer get what is newest: the store is away, or a newer Spets has written what
 *   this one cannot read
 */
export function makeLiveRegistry(
  store: VersionSource,
  beside: Beside = nothingBeside,
  report: (error: ExpectedError) => void = () => undefined,
): LiveRegistry {
  const watch = makeSequenceWatch(store, report)
  const log = makeVersionLog(store, watch, report)
  const { versions } = log
  const moments = new Map<IsoInstant, Promise<Built>>()

  const grown = async (before: Promise<Built>): Promise<Built> => {
    const { known, upTo } = await before
    return { known: growRegistry(known, versions.slice(upTo)), upTo: versions.length }
  }
  const built = async (moment: IsoInstant): Promise<Built> => {
    const upTo = versions.length
    return { known: await finishInPieces(registrySteps(versions.slice(0, upTo), moment)), upTo }
  }
  const builtAt = async (moment: IsoInstant, catchUp: () => Promise<void>): Promise<Built> => {
    await catchUp()
    const before = moments.get(moment)
    const now = before ? grown(before) : built(moment)
    now.catch(() => moments.delete(moment))
    moments.delete(moment)
    moments.set(moment, now)
    if (moments.size > mostMoments) moments.delete([...moments.keys()].find((other) => other !== endOfTime)!)
    return now
  }
  return {
    beside,
    sequence: watch.getForReaders,
    awayForMs: watch.awayForMs,
    sequenceNow: watch.getNow,
    refresh: watch.refresh,
    knownAt: async (moment) => (await builtAt(moment, log.catchUpForReaders)).known,
    view: async () => {
      watch.refresh()
      for (;;) {
        const { known, upTo } = await builtAt(endOfTime, log.catchUp)
        if (upTo === versions.length) return { known, numbers: log.newestNumbers(), sequence: log.readUpTo(), beside }
      }
    },
  }
}

/**
 * All versions in memory, in sequence order. Versions are only ever added at the end, so that a reader who has taken their
 * number may read that many later.
 */
function makeVersionLog(store: VersionSource, watch: SequenceWatch, report: (error: ExpectedError) => void) {
  const versions: RecordVersion[] = []
  let numbers = { newest: new LayeredMap<string, number>(), upTo: 0 }
  let reading: Promise<void> = Promise.resolve()
  let isOutdated = false
  const readUpTo = () => versions.at(-1)?.sequence ?? 0
  const readNew = async () => {
    const added: RecordVersion[] = []
    const share = makeTextSharing()
    for (;;) {
      const piece = await store.readVersions({ after: added.at(-1)?.sequence ?? readUpTo(), limit: versionsAPiece })
      share(piece)
      for (const version of piece) added.push(version)
      if (piece.length < versionsAPiece) break
      await new Promise((resolve) => setImmediate(resolve))
    }
    // Added only now, and all at once, because what was appended in one transaction must be seen as a whole.
    for (const version of added) versions.push(version)
  }
  /** When a newer Spets has written what this one cannot read, readers get what was read before; the store refuses writers. */
  const keepWhatWasRead = (error: unknown) => {
    if (versions.length === 0 || !(error instanceof ExpectedError) || error.code !== 'program_outdated') throw error
    if (!isOutdated) report(error)
    isOutdated = true
  }
  /** There is one reading at a time, because two would both add the same versions. */
  const readUntil = async (sequence: number): Promise<void> => {
    if (isOutdated || sequence <= readUpTo()) return
    const mine = reading.then(() => (sequence <= readUpTo() ? undefined : readNew()))
    reading = mine.catch(() => undefined)
    await mine.catch(keepWhatWasRead)
  }
  return {
    versions: versions as readonly RecordVersion[],
    readUpTo,
    /** Reads what has been appended. */
    catchUp: async () => readUntil(await watch.get()),
    /** The same as far as the store can be reached, once something has been read. */
    catchUpForReaders: async () => {
      try {
        await readUntil(await watch.getForReaders())
      } catch (error) {
        if (versions.length === 0 || !(error instanceof ExpectedError) || error.code !== 'store_unavailable') throw error
      }
    },
    newestNumbers: () => {
      const added = versions
        .slice(numbers.upTo)
        .map((version) => [versionKey(version.kind, version.recordId), version.version] as const)
      numbers = { newest: numbers.newest.with(added), upTo: versions.length }
      return numbers.newest
    },
  }
}
