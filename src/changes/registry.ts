import type { Beside } from '../records/beside.ts'
import { swedishDay } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import type { RecordVersion } from '../records/record.ts'
import type { LocalText } from '../records/shared-fields.ts'
import { clockWarning } from './clock-warning.ts'
import type { Store, WriteBeside } from '../store/store.ts'
import type { Actor } from '../records/actor.ts'
import type { LiveRegistry } from './live-registry.ts'
import { readRegistryView } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'

/** The registry as a writer needs it: the store to append to, and a view of what is there now. */
export interface Registry {
  store: Pick<Store, 'append' | 'findNewest' | 'findVersions'>
  /** What is known now. Not read from the store again where a live view is at hand. */
  view(): Promise<RegistryView>
  /** The day in Sweden now. */
  today(): IsoDate
  /** What is written in the same transaction as an actor's versions: the log of who did what. */
  logOf?: (actor: Actor) => WriteBeside
  /** The account that recorded a version, from that log; null when it is not known. */
  writerOf?: (contentHash: string) => Promise<string | null>
  /** Called when something has been appended, so that readers see it at once and the writer hears of a wrong clock. */
  written(versions: readonly RecordVersion[]): void
}

type WriterStore = Registry['store']

/** A registry whose view is read from the store when it is first needed, and again after a change. */
export const registryOver = (
  store: WriterStore & Pick<Store, 'readVersions'>,
  beside: Beside,
  effects: WriterEffects = {},
): Registry => makeRegistry(store, { read: () => readRegistryView(store, beside), written: () => undefined, ...effects })

/** A registry whose view is that of the registry in memory, which readers are answered from. */
export const registryInMemory = (store: WriterStore, live: LiveRegistry, effects: WriterEffects = {}): Registry =>
  makeRegistry(store, { read: live.view, written: live.refresh, ...effects })

export interface WriterEffects {
  clock?: () => Date
  /** Told when the clock is behind the registry, and what was written has got another time than the clock's. */
  warn?: (words: LocalText) => void
  /** The log of who did what. */
  logOf?: (actor: Actor) => WriteBeside
  /** Who is in that log for a version. */
  writerOf?: (contentHash: string) => Promise<string | null>
}

const systemClock = (): Date => new Date()

function makeRegistry(
  store: WriterStore,
  {
    read,
    written,
    clock = systemClock,
    warn,
    logOf,
    writerOf,
  }: { read: () => Promise<RegistryView>; written: () => void } & WriterEffects,
): Registry {
  let view: Promise<RegistryView> | null = null
  return {
    store,
    ...(logOf ? { logOf } : {}),
    ...(writerOf ? { writerOf } : {}),
    view: () => (view ??= read()),
    today: () => swedishDay(clock()),
    written: (versions) => {
      view = null
      written()
      const words = clockWarning(versions, clock())
      if (words) warn?.(words)
    },
  }
}
