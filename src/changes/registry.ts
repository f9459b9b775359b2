import type { Beside } from '../records/beside.ts'
import { swedishDay } from '../records/time.ts'
import type { IsoDate } from '../records/time.ts'
import type { Store } from '../store/store.ts'
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
  /** Called when something has been appended, so that readers see it at once. */
  written(): void
}

type WriterStore = Registry['store']

/** A registry whose view is read from the store when it is first needed, and again after a change. */
export const registryOver = (
  store: WriterStore & Pick<Store, 'readVersions'>,
  beside: Beside,
  clock: () => Date = systemClock,
): Registry => makeRegistry(store, { read: () => readRegistryView(store, beside), written: () => undefined, clock })

/** A registry whose view is that of the registry in memory, which readers are answered from. */
export const registryInMemory = (store: WriterStore, live: LiveRegistry, clock: () => Date = systemClock): Registry =>
  makeRegistry(store, { read: live.view, written: live.refresh, clock })

const systemClock = (): Date => new Date()

function makeRegistry(
  store: WriterStore,
  { read, written, clock }: { read: () => Promise<RegistryView>; written: () => void; clock: () => Date },
): Registry {
  let view: Promise<RegistryView> | null = null
  return {
    store,
    view: () => (view ??= read()),
    today: () => swedishDay(clock()),
    written: () => {
      view = null
      written()
    },
  }
}
