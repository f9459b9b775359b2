import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { ExpectedError } from '../domain/expected-error.ts'
import { migrate } from './migrations.ts'
import type { Store, StoreOptions } from './store.ts'
import type { Tables } from './version-rows.ts'
import { makeVersionStore } from './version-store.ts'

/** Keeps writers of all processes in one order; any number that nothing else in the database locks. */
const writerLock = 728_373_419

// Sequences come as bigint, which pg gives as text; they stay far below 2^53.
const types = {
  getTypeParser: (oid: number, format: 'text' | 'binary') =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

/**
 * Opens (or makes) a registry in a PostgreSQL database.
 * @throws ExpectedError `store_unavailable` when the server cannot be reached or refuses
 */
export async function openPostgresStore(databaseUrl: string, { clock }: StoreOptions): Promise<Store> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, connectionTimeoutMillis: 10_000, types })
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const reader = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const write = async <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
    reader.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${writerLock})`.execute(transaction)
      const result = await work(transaction)
      return result
    })
  try {
    await write((db) => migrate(db, { engine: 'postgres', now: clock() }))
  } catch (error) {
    await reader.destroy()
    if (error instanceof ExpectedError) throw error
    const cause = error instanceof Error ? error.message || error.name : String(error)
    throw new ExpectedError('store_unavailable', {
      detail: `PostgreSQL at ${withoutPassword(databaseUrl)} cannot be used: ${cause}. Check DATABASE_URL and that the server runs.`,
      cause: error,
    })
  }
  const parts = { engine: 'postgres', reader, write, check: async () => null, close: () => reader.destroy() } as const
  return makeVersionStore(parts, { clock })
}

function withoutPassword(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl)
    return `${url.host}${url.pathname}`
  } catch {
    return '(an address that cannot be read)'
  }
}
