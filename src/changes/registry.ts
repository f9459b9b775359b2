import type { Store } from '../store/store.ts'
import type { LiveRegistry } from './live-registry.ts'
import { readRegistryView } from './registry-view.ts'
import type { RegistryView } from './registry-view.ts'

/** The registry as a writer needs it: the store to append to, and a view of what is there now. */
export interface Registry {
  store: Pick<Store, 'append' | 'findNewest' | 'findVersions'>
  /** What is known now. Not read from the store again where a live view is at hand. */
  view(): Promise<RegistryView>
  /** Called when something has been appended, so that readers see it at once. */
  written(): void
}

/**
 * A registry whose view is taken when it is first needed, and again after a change: from the registry in memory where a
 * server has it, else read from the store.
 */
export function registryOver(
  store: Pick<Store, 'append' | 'findNewest' | 'findVersions' | 'readVersions'>,
  live: LiveRegistry | null = null,
): Registry {
  let view: Promise<RegistryView> | null = null
  return {
    store,
    view: () => (view ??= live ? live.view() : readRegistryView(store)),
    written: () => {
      view = null
      live?.refresh()
    },
  }
}
