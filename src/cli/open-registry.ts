import { join } from 'node:path'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import type { Io } from './command.ts'

/** The path of the SQLite registry: `spets.sqlite` in SPETS_DATA, or in `data` of the current folder. */
export const sqlitePathOf = (env: Io['env']): string => join(env['SPETS_DATA'] || 'data', 'spets.sqlite')

/** Opens the registry that the environment names: DATABASE_URL, or the SQLite file. */
export const openRegistry = ({ env, clock }: Pick<Io, 'env' | 'clock'>): Promise<Store> =>
  openStore({ databaseUrl: env['DATABASE_URL'] || null, sqlitePath: sqlitePathOf(env), clock })

/** The same surroundings, with the registry in another database when one is named. */
export const placedAt = (io: Io, database: string | undefined): Io =>
  database === undefined ? io : { ...io, env: { ...io.env, DATABASE_URL: database } }

/** Opens the registry for some work, and closes it afterwards. */
export async function withStore<T>(at: Io, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openRegistry(at)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
