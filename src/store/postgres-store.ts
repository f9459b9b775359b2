import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { ExpectedError } from '../records/expected-error.ts'
import { allKinds } from '../records/version.ts'
import { refuseUnknownForms } from './known-forms.ts'
import { migrate } from './migrations.ts'
import { explainPostgresError, mayComeBack } from './postgres-errors.ts'
import type { Store, StoreOptions } from './store.ts'
import type { Tables } from './version-rows.ts'
import { makeVersionStore } from './version-store.ts'

/** The advisory lock that makes writers of all processes take turns; any number that nothing else in the database uses. */
const writerLock = 728_373_419
const lockTimeoutMs = 15_000
const postgresGuards = ['record_version_is_never_changed', 'record_version_is_put_last']

// pg returns bigint as text; sequences stay far below 2^53, so they are converted to numbers.
const types = {
  getTypeParser: (oid: number, format: 'text' | 'binary') =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

/**
 * Opens a registry in a PostgreSQL database, creating it when missing. Several processes may share it.
 * @throws ExpectedError `store_unavailable` when the server cannot be reached or refuses
 */
export async function openPostgresStore(databaseUrl: string, { clock, kinds = allKinds }: StoreOptions): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: checkAddress(databaseUrl),
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types,
  })
  // The pool replaces a lost connection. Without an error listener the loss would end the process: the pool has one for
  // idle clients only, so clients in a transaction get their own.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const reader = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  // Reads after the lock must see what the previous writer committed, so the isolation level is set explicitly.
  const write = <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
    reader
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (transaction) => {
        await lockForWriting(transaction)
        return work(transaction)
      })
  try {
    await write(async (db) => {
      await migrate(db, { engine: 'postgres', now: clock() })
      await refuseUnknownForms(db, kinds)
    })
  } catch (error) {
    await reader.destroy()
    if (error instanceof ExpectedError) throw error
    throw unusable(databaseUrl, error)
  }
  const check = () => findMissingGuard(reader)
  const parts = { engine: 'postgres', reader, single: reader, write, check, explain: explainPostgresError } as const
  return makeVersionStore({ ...parts, close: () => reader.destroy() }, { clock, kinds })
}

/** Takes the writers' lock, and turns on flushing at commit in case the server's default is off. */
async function lockForWriting(db: Kysely<Tables>): Promise<void> {
  await sql`select set_config('lock_timeout', ${String(lockTimeoutMs)}, true), set_config('synchronous_commit',
    case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end, true)`.execute(
    db,
  )
  await sql`select pg_advisory_xact_lock(${writerLock})`.execute(db)
}

/**
 * Checks only the triggers that protect versions from change. Pages need no check here, because the check of hashes
 * reads every version and the server then verifies its own page checksums.
 */
async function findMissingGuard(db: Kysely<Tables>): Promise<string | null> {
  const { rows } = await sql<{ tgname: string }>`select tgname from pg_trigger
    where tgrelid = 'record_version'::regclass and tgenabled in ('O', 'A')`.execute(db)
  const found = new Set(rows.map(({ tgname }) => tgname))
  const missing = postgresGuards.find((name) => !found.has(name))
  return missing ? `The trigger ${missing}, which guards the versions, is missing or turned off.` : null
}

/** Replaces the parser's error, which would contain the whole address with its password. */
function checkAddress(databaseUrl: string): string {
  if (URL.canParse(databaseUrl)) return databaseUrl
  throw new ExpectedError('store_unavailable', {
    detail: 'DATABASE_URL is no address. It is written postgres://user:password@host:5432/spets.',
  })
}

function unusable(databaseUrl: string, error: unknown): ExpectedError {
  const { host, pathname } = new URL(databaseUrl)
  const cause = error instanceof Error ? error.message || error.name : String(error)
  return new ExpectedError('store_unavailable', {
    data: { mayComeBack: mayComeBack(error) },
    detail: `PostgreSQL at ${host}${pathname} cannot be used: ${cause}. Check DATABASE_URL and that the server runs.`,
    cause: error,
  })
}
