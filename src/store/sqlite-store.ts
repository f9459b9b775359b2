import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import type { SqliteDatabase } from 'kysely'
import { ExpectedError } from '../domain/expected-error.ts'
import { migrate } from './migrations.ts'
import type { Store, StoreOptions } from './store.ts'
import type { Tables } from './version-rows.ts'
import { makeVersionStore } from './version-store.ts'

/** How long a writer waits for the writers of other processes. */
const busyTimeoutMs = 15_000
const retryMs = 4

/**
 * Opens (or makes) a registry in one SQLite file. Several processes may share it: readers see whole transactions
 * (WAL) and writers wait for each other (BEGIN IMMEDIATE with a busy timeout).
 * @throws ExpectedError `store_unavailable` or `store_damaged` saying what is wrong with the path
 */
export async function openSqliteStore(path: string, { clock }: StoreOptions): Promise<Store> {
  checkPath(path)
  const writing = open(path, 0)
  const reading = open(path, busyTimeoutMs)
  reading.exec('pragma query_only = on')
  const reader = kyselyOver(reading)
  const writer = kyselyOver(writing)
  const inTransaction = async <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> => {
    await beginWriting(writing)
    try {
      const result = await work(writer)
      writing.exec('commit')
      return result
    } catch (error) {
      if (writing.isTransaction) writing.exec('rollback')
      throw error
    }
  }
  // The writers of this process share a connection, so they are let in one after the other.
  let last: Promise<unknown> = Promise.resolve()
  const write = <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> => {
    const mine = last.then(() => inTransaction(work))
    last = mine.catch(() => undefined)
    return mine
  }
  const close = async () => {
    for (const database of [reading, writing]) if (database.isOpen) database.close()
  }
  try {
    await write((db) => migrate(db, { engine: 'sqlite', now: clock() }))
  } catch (error) {
    await close()
    throw error
  }
  const check = async () => {
    const [row] = reading.prepare('pragma quick_check(1)').all() as { quick_check: string }[]
    return row?.quick_check === 'ok' ? null : `${path} is damaged: ${row?.quick_check}.`
  }
  return makeVersionStore({ engine: 'sqlite', reader, write, check, close }, { clock })
}

/**
 * Moves a registry's file away, so that another can take its place.
 * @throws ExpectedError `store_unavailable` when another process has it open
 */
export function setSqliteFileAside(path: string, aside: string): void {
  if (!existsSync(path)) return
  try {
    const database = new DatabaseSync(path, { timeout: 0 })
    // Leaving WAL needs the file to oneself, and brings everything into the one file.
    database.exec('pragma journal_mode = delete')
    database.close()
  } catch (error) {
    if (error instanceof Error && /locked|busy/.test(error.message)) {
      throw new ExpectedError('store_unavailable', {
        detail: `Another process has ${path} open. Stop Spets, then restore.`,
        cause: error,
      })
    }
    // Too damaged to be opened: the file is kept as it is.
  }
  for (const ending of ['', '-wal', '-shm']) if (existsSync(path + ending)) renameSync(path + ending, aside + ending)
}

function checkPath(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isDirectory())
    throw new ExpectedError('store_unavailable', { detail: `${path} is a folder. Name a file for the registry.` })
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
  if (!stat || stat.size === 0) return
  const head = Buffer.alloc(16)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, 16, 0)
  } finally {
    closeSync(file)
  }
  if (head.toString('latin1') !== 'SQLite format 3\0') {
    throw new ExpectedError('store_damaged', {
      detail: `${path} is not a registry (it is not an SQLite file). Name another file, or move this one away.`,
    })
  }
}

function open(path: string, timeout: number): DatabaseSync {
  try {
    const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
    database.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = ${timeout}`)
    return database
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const code = /malformed|not a database|corrupt/i.test(cause) ? 'store_damaged' : 'store_unavailable'
    throw new ExpectedError(code, {
      detail: `${path} cannot be opened: ${cause}. Check that the file and its folder can be read and written.`,
      cause: error,
    })
  }
}

/** Waits for its turn without holding up everything else that this process does. */
async function beginWriting(database: DatabaseSync): Promise<void> {
  const giveUpAt = performance.now() + busyTimeoutMs
  for (;;) {
    try {
      return database.exec('begin immediate')
    } catch (error) {
      const isBusy = error instanceof Error && /database is locked|busy/.test(error.message)
      if (!isBusy) throw error
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

/** Kysely's SQLite dialect over Node's own SQLite. */
function kyselyOver(database: DatabaseSync): Kysely<Tables> {
  const adapted: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as string[])),
        run: (parameters) => statement.run(...(parameters as string[])),
        iterate: (parameters) => statement.iterate(...(parameters as string[])) as IterableIterator<unknown>,
      }
    },
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapted }) })
}
