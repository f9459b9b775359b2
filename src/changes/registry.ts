import type { Store } from '../store/store.ts'
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

/** A registry whose view is read from the store when it is first needed, and again after a change. */
export function registryOver(
  store: Pick<Store, 'append' | 'findNewest' | 'findVersions' | 'readVersions'>,
  { written = () => undefined }: { written?: () => void } = {},
): Registry {
  let view: Promise<RegistryView> | null = null
  return {
    store,
    view: () => (view ??= readRegistryView(store)),
    written: () => {
      view = null
      written()
    },
  }
}
