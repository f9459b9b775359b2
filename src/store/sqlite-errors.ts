import { ExpectedError } from '../records/expected-error.ts'

/** SQLite's result codes, https://www.sqlite.org/rescode.html */
const result = {
  error: 1,
  perm: 3,
  busy: 5,
  locked: 6,
  readonly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  notADatabase: 26,
}

/**
 * Result codes that mean damage. `error` is one of them: the queries are fixed and the tables are created at opening, so
 * a query that SQLite no longer understands means a damaged schema.
 */
const damaged = new Set([result.error, result.corrupt, result.notADatabase])
const remedies = new Map<number, string>([
  [result.perm, 'Check that the file and its folder can be read and written.'],
  [result.readonly, 'Check that the file and its folder can be read and written.'],
  [result.cantOpen, 'Check that the file and its folder can be read and written.'],
  [result.ioError, 'Check the disk.'],
  [result.full, 'Make room on the disk, then try again.'],
  [result.busy, 'Another process is using it. Try again when that one has ended.'],
  [result.locked, 'Another process is using it. Try again when that one has ended.'],
])

/** Explains an error from SQLite on the file at `path` that a person can act on; null when it is a bug. */
export function explainSqliteError(error: unknown, path: string): ExpectedError | null {
  const code = sqliteCode(error)
  if (code === null || !(error instanceof Error)) return null
  if (damaged.has(code)) {
    return new ExpectedError('store_damaged', {
      detail: `${path} is damaged: ${error.message}. Restore a backup with «spets restore».`,
      cause: error,
    })
  }
  const remedy = remedies.get(code)
  if (!remedy) return null
  return new ExpectedError('store_unavailable', { detail: `${path} cannot be used: ${error.message}. ${remedy}`, cause: error })
}

/** Whether another connection has locked the database for the moment. */
export const isBusy = (error: unknown): boolean => sqliteCode(error) === result.busy

/** The primary result code, in the lowest byte; the extended code is more precise than needed here. */
function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}
