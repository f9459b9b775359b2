import { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations.ts'

/** What is wrong with a registry's file, as far as SQLite and the description of our tables tell; null when nothing is. */
export function findSqliteFault(database: DatabaseSync): string | null {
  const [row] = database.prepare('pragma integrity_check(1)').all() as { integrity_check: string }[]
  if (row?.integrity_check !== 'ok') return row?.integrity_check ?? 'SQLite cannot check it'
  // A damaged description would have SQLite read sound rows as something else, or leave a guard out.
  const found = describeTables(database)
  const changed = [...describeTables(expected())].find(([name, description]) => found.get(name) !== description)
  return changed ? `the description of ${changed[0]} in it is missing or changed` : null
}

let made: DatabaseSync | null = null

/** An empty registry in memory, to compare with. */
function expected(): DatabaseSync {
  if (made) return made
  made = new DatabaseSync(':memory:')
  for (const statement of migrations.flatMap(({ statements }) => statements.sqlite)) made.exec(statement)
  return made
}

function describeTables(database: DatabaseSync): Map<string, string> {
  const rows = database.prepare('select type, name, tbl_name, sql from sqlite_schema').all() as Record<string, string | null>[]
  return new Map(rows.map(({ type, name, tbl_name, sql }) => [name ?? '', JSON.stringify([type, tbl_name, sql])]))
}
