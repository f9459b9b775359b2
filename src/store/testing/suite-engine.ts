import type { KindList } from '../../records/version.ts'
import type { Store } from '../store.ts'

/** How the suite gets its stores: each `fresh` is a new, empty registry; `again` opens the same one once more. */
export interface SuiteEngine {
  name: string
  fresh(options?: {
    clock?: () => Date
  }): Promise<{ store: Store; again: (options?: { kinds?: KindList }) => Promise<Store>; runSql: (sql: string) => Promise<void> }>
}
