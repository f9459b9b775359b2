import { DatabaseSync } from 'node:sqlite'
import { migrations } from './migrations.ts'

/**
 * Finds a fault in a registry's file by SQLite's own check and by comparing the schema with the expected one; null when
 * there is none.
 */
export function findSqliteFault(database: DatabaseSync): string | null {
  const [row] = database.prepare('pragma integrity_check(1)').all() as { integrity_check: string }[]
  if (row?.integrity_check !== 'ok') return row?.integrity_check ?? 'SQLite cannot check it'
  // With a damaged schema SQLite could misread intact rows, or lack a trigger.
  const found = describeTables(database)
  const changed = [...describeTables(expected())].find(([name, description]) => found.get(name) !== description)
  return changed ? `the description of ${changed[0]} in it is missing or changed` : null
}

let made: DatabaseSync | null = null

/** An empty registry in memory, whose schema is the expected one. */
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
