import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import type { SqliteDatabase } from 'kysely'
import { ExpectedError } from '../records/expected-error.ts'
import { allKinds } from '../records/version.ts'
import { refuseUnknownForms } from './known-forms.ts'
import { migrate } from './migrations.ts'
import { explainSqliteError, isBusy } from './sqlite-errors.ts'
import { findSqliteFault } from './sqlite-check.ts'
import { checkSqlitePath, exchangeSqliteFile, removeSqliteFile } from './sqlite-file.ts'
import { singleStatements } from './single-statements.ts'
import type { LoadableVersion, Store, StoreOptions } from './store.ts'
import type { Tables } from './version-rows.ts'
import { makeVersionStore } from './version-store.ts'

/** How long a writer waits for writers in other processes. */
const busyTimeoutMs = 15_000
const retryMs = 4

/**
 * Opens a registry in one SQLite file, creating it when missing. Several processes may share it: readers see whole
 * transactions (WAL), and writers wait for each other (BEGIN IMMEDIATE with a busy timeout).
 * @throws ExpectedError `store_unavailable` or `store_damaged` naming the fault of the path
 */
export async function openSqliteStore(path: string, { clock, kinds = allKinds }: StoreOptions): Promise<Store> {
  checkSqlitePath(path)
  const opened: DatabaseSync[] = []
  const closeAll = () => opened.forEach((database) => database.isOpen && database.close())
  try {
    const writing = open(path, { timeout: 0, opened })
    const reading = open(path, { timeout: busyTimeoutMs, opened })
    const { write, single } = makeWriter(writing)
    await write(async (db) => {
      await migrate(db, { engine: 'sqlite', now: clock() })
      await refuseUnknownForms(db, kinds)
    })
    reading.exec('pragma query_only = on')
    const check = async () => {
      const fault = findSqliteFault(reading)
      return fault && `${path} is damaged: ${fault}.`
    }
    const explain = (error: unknown) => explainSqliteError(error, path)
    const close = async () => closeAll()
    const parts = { engine: 'sqlite', reader: kyselyOver(reading), single, write, check, explain, close } as const
    return makeVersionStore(parts, { clock, kinds })
  } catch (error) {
    closeAll()
    throw (error instanceof ExpectedError ? null : explainSqliteError(error, path)) ?? error
  }
}

/**
 * Replaces the registry at `path` by one with `versions`; the old one is kept as `aside`. The new one is complete,
 * checked and on disk before the old one is touched.
 * @throws ExpectedError `store_unavailable` when another process has the old one open
 */
export async function replaceSqliteRegistry(
  { path, aside, versions }: { path: string; aside: string; versions: LoadableVersion[] },
  options: StoreOptions,
): Promise<void> {
  const fresh = `${path}.${process.pid}.part`
  removeSqliteFile(fresh)
  try {
    const store = await openSqliteStore(fresh, options)
    try {
      await store.load(versions)
      await store.checkIntegrity()
    } finally {
      await store.close()
    }
    exchangeSqliteFile({ path, aside, fresh })
  } catch (error) {
    removeSqliteFile(fresh)
    throw error
  }
}

function open(path: string, { timeout, opened }: { timeout: number; opened: DatabaseSync[] }): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
  opened.push(database)
  refuseForeign(database, path)
  database.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = ${timeout}`)
  return database
}

/** Refuses a database with tables but none of a registry, because it belongs to another program. */
function refuseForeign(database: DatabaseSync, path: string): void {
  const names = database.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[]
  if (names.length === 0 || names.some(({ name }) => name === 'schema_migration' || name === 'record_version')) return
  throw new ExpectedError('store_unavailable', {
    detail: `${path} is another program's database (it has the table ${names[0]!.name}). Name another file for the registry.`,
  })
}

/** Writers in this process share a connection, so they run one after another. */
function makeWriter(database: DatabaseSync) {
  const writer = kyselyOver(database)
  let last: Promise<unknown> = Promise.resolve()
  const take = async (): Promise<() => void> => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = last
    last = before.then(() => promise)
    await before
    return resolve
  }
  const write = async <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> => {
    const giveUpTurn = await take()
    try {
      await whenFree(() => database.exec('begin immediate'))
      const result = await work(writer)
      database.exec('commit')
      return result
    } catch (error) {
      if (database.isTransaction) database.exec('rollback')
      throw error
    } finally {
      giveUpTurn()
    }
  }
  return { write, single: singleStatements(database, { take, whenFree }) }
}

/** Runs a statement that may need the write lock, and waits for the lock without blocking the process. */
async function whenFree<T>(run: () => T): Promise<T> {
  const giveUpAt = performance.now() + busyTimeoutMs
  for (;;) {
    try {
      return run()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > giveUpAt) {
        throw new ExpectedError('store_unavailable', {
          detail: 'Another process has been writing for a long time. Try again when it has ended.',
          cause: error,
        })
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs + Math.random() * retryMs))
    }
  }
}

/** Kysely's SQLite dialect over Node's built-in SQLite. */
function kyselyOver(database: DatabaseSync): Kysely<Tables> {
  const adapted: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql)
      const names = statement.columns().map(({ name }) => name)
      // The objects that SQLite itself makes of rows are slow to make and to read.
      statement.setReturnArrays(true)
      const emptyRow = Object.fromEntries(names.map((name) => [name, null as unknown]))
      const toRow = (values: unknown) => {
        const row = { ...emptyRow }
        for (let at = 0; at < names.length; at++) row[names[at]!] = (values as unknown[])[at]
        return row
      }
      return {
        reader: names.length > 0,
        all: (parameters) => statement.all(...(parameters as string[])).map(toRow),
        run: (parameters) => statement.run(...(parameters as string[])),
        *iterate(parameters) {
          for (const values of statement.iterate(...(parameters as string[]))) yield toRow(values)
        },
      }
    },
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapted }) })
}
