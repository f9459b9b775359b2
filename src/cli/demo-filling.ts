import type { Registry } from '../changes/registry.ts'
import { actorOfAccount } from '../records/account-roles.ts'
import type { Actor } from '../records/actor.ts'
import type { IsoDate } from '../records/time.ts'
import type { Store } from '../store/store.ts'
import { demoAccounts } from './demo-content.ts'
import type { DemoAccount } from './demo-content.ts'

/** What the parts of a demonstration are written with. */
export interface DemoFilling {
  store: Store
  registry: Registry
  today: IsoDate
  /** A moment some days ago, for what is told to have been said then. */
  daysAgo(days: number): Date
}

/** The writer that an invented account is. */
export const demoActor = (name: keyof typeof demoAccounts): Actor => actorOfAccount(demoAccounts[name] as DemoAccount)
