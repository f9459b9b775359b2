import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ExpectedError } from '../records/expected-error.ts'
import { isBusy } from './sqlite-errors.ts'

/** The suffixes of the files that make up one SQLite database. */
const endings = ['', '-wal', '-shm'] as const
const firstBytes = 'SQLite format 3\0'

/**
 * Checks a path before SQLite opens it, because SQLite would read an address as a file name, wait for a pipe or write to
 * another program's file. Creates the folder when it is missing.
 * @throws ExpectedError naming the fault of the path
 */
export function checkSqlitePath(path: string): void {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path) || path === '' || path.startsWith(':') || path.includes('\0')) {
    throw new ExpectedError('store_unavailable', {
      detail: `«${path.replaceAll('\0', '␀')}» is not a file name. Name a folder on this machine in SPETS_DATA, or a PostgreSQL in DATABASE_URL.`,
    })
  }
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) return void mkdirSync(dirname(path), { recursive: true })
    if (stat.isDirectory()) throw unusable(`${path} is a folder. Name a file for the registry.`)
    if (!stat.isFile()) throw unusable(`${path} is not a file. Name another for the registry.`)
    // SQLite would open a read-only file and fail at the first write.
    accessSync(path, constants.R_OK | constants.W_OK)
    if (stat.size > 0) checkFirstBytes(path)
  } catch (error) {
    if (error instanceof ExpectedError) throw error
    const cause = error instanceof Error ? error.message : String(error)
    throw unusable(`${path} cannot be opened: ${cause}. Check that the file and its folder can be read and written.`, error)
  }
}

/**
 * Renames a registry's file, so that another can take its place.
 * @throws ExpectedError `store_unavailable` when another process has it open
 */
export function setSqliteFileAside(path: string, aside: string): void {
  if (endings.some((ending) => existsSync(aside + ending))) throw unusable(`${aside} exists already. Move it away first.`)
  try {
    const database = new DatabaseSync(path, { timeout: 0 })
    try {
      // Leaving WAL mode requires that no other process has the file open, and merges everything into one file.
      database.exec('pragma journal_mode = delete')
    } finally {
      database.close()
    }
  } catch (error) {
    if (isBusy(error)) throw unusable(`Another process has ${path} open. Stop Spets, then restore.`, error)
    // The file is too damaged to open, so it is renamed as it is.
  }
  moveSqliteFile(path, aside)
}

/** Renames a database that nobody has open, and waits until the new name is on disk. */
export function moveSqliteFile(from: string, to: string): void {
  for (const ending of endings) if (existsSync(from + ending)) renameSync(from + ending, to + ending)
  syncFolder(dirname(to))
}

export function removeSqliteFile(path: string): void {
  for (const ending of endings) rmSync(path + ending, { force: true })
}

/** Flushes a folder, because a new file name must be on disk as well as the file; not every system allows it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function checkFirstBytes(path: string): void {
  const head = Buffer.alloc(firstBytes.length)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  if (head.toString('latin1') !== firstBytes) {
    throw new ExpectedError('store_damaged', {
      detail: `${path} is not a registry (it is not an SQLite file). Name another file, or move this one away.`,
    })
  }
}

const unusable = (detail: string, cause?: unknown): ExpectedError => new ExpectedError('store_unavailable', { detail, cause })
