import { ExpectedError } from '../records/expected-error.ts'
import type { Store, StoreOptions } from './store.ts'

/** Opens PostgreSQL when an address is given, else the SQLite file. @throws ExpectedError naming the fault */
export async function openStore({
  databaseUrl,
  sqlitePath,
  ...options
}: StoreOptions & { databaseUrl: string | null; sqlitePath: string }): Promise<Store> {
  if (!databaseUrl) return (await import('./sqlite-store.ts')).openSqliteStore(sqlitePath, options)
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ExpectedError('store_unavailable', {
      detail:
        'DATABASE_URL must begin with postgres://, for example postgres://user:password@host:5432/spets. Leave it out to use an SQLite file.',
    })
  }
  return (await import('./postgres-store.ts')).openPostgresStore(databaseUrl, options)
}
