import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import type { Tables } from './version-rows.ts'

interface Turns {
  /** Resolves when nobody else in this process writes. @returns what gives the turn to the next */
  take(): Promise<() => void>
  /** Runs a statement, waiting without blocking the process for writers in other processes. */
  whenFree<T>(run: () => T): Promise<T>
}

/** SQLite for a library's own queries: each statement, or transaction, takes its turn among this process's writers. */
export function singleStatements(database: DatabaseSync, turns: Turns): Kysely<Tables> {
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => makeDriver(database, turns),
  }
  return new Kysely<Tables>({ dialect })
}

type TurnConnection = DatabaseConnection & { giveUpTurn: () => void }

function makeDriver(database: DatabaseSync, { take, whenFree }: Turns): Driver {
  const exec = (statement: string) => whenFree(() => database.exec(statement))
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      const giveUpTurn = await take()
      const connection: TurnConnection = {
        giveUpTurn,
        executeQuery: <R>(query: CompiledQuery) => whenFree(() => run<R>(database, query)),
        // oxlint-disable-next-line require-yield
        async *streamQuery() {
          throw new Error('Rows are not streamed here.')
        },
      }
      return connection
    },
    beginTransaction: () => exec('begin immediate'),
    commitTransaction: () => exec('commit'),
    rollbackTransaction: () => exec('rollback'),
    releaseConnection: async (connection) => (connection as TurnConnection).giveUpTurn(),
    destroy: async () => undefined,
  }
}

function run<R>(database: DatabaseSync, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const statement = database.prepare(sql)
  const values = parameters as SQLInputValue[]
  if (statement.columns().length > 0) return { rows: statement.all(...values).map((row) => ({ ...row }) as R) }
  const { changes, lastInsertRowid } = statement.run(...values)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}
