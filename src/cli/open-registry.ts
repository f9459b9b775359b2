import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import type { Io } from './command.ts'
import { databaseUrlOf, sqlitePathOf, withDatabase } from './settings.ts'

/** Opens the registry that the environment names: DATABASE_URL, or the SQLite file. */
export const openRegistry = ({ env, clock }: Pick<Io, 'env' | 'clock'>): Promise<Store> =>
  openStore({ databaseUrl: databaseUrlOf(env), sqlitePath: sqlitePathOf(env), clock })

/** The same surroundings, with the registry in another database when one is named. */
export const placedAt = (io: Io, database: string | undefined): Io =>
  database === undefined ? io : { ...io, env: withDatabase(io.env, database) }

/** Opens the registry for some work, and closes it afterwards. */
export async function withStore<T>(at: Io, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openRegistry(at)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
