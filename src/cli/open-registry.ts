import { openStore } from '../store/open-store.ts'
import { demonstrationId } from '../records/demonstration.ts'
import { ExpectedError } from '../records/expected-error.ts'
import type { Store } from '../store/store.ts'
import type { Io } from './command.ts'
import { databaseUrlOf, sqlitePathOf, withDatabase } from './settings.ts'

/** Opens the registry that the environment names: DATABASE_URL, or the SQLite file. @throws ExpectedError for one that is a demonstration */
export async function openRegistry(io: Pick<Io, 'env' | 'clock'>): Promise<Store> {
  const store = await openDemonstration(io)
  try {
    if ((await store.findNewest([{ kind: 'source', recordId: demonstrationId }])).length === 0) return store
  } catch (error) {
    await store.close()
    throw error
  }
  await store.close()
  throw new ExpectedError('bad_setting', { detail: isDemonstration.en, data: { words: isDemonstration } })
}

/** Opens the registry of a demonstration, which nothing but the demonstration itself reads. */
export const openDemonstration = ({ env, clock }: Pick<Io, 'env' | 'clock'>): Promise<Store> =>
  openStore({ databaseUrl: databaseUrlOf(env), sqlitePath: sqlitePathOf(env), clock })

const isDemonstration = {
  sv: 'Registret är en demonstration med påhittade roller och svar. Starta den med --demo, eller låt SPETS_DATA peka på en annan mapp.',
  en: 'The registry is a demonstration with invented roles and answers. Start it with --demo, or let SPETS_DATA name another folder.',
}

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
