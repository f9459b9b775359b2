import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
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
    if (!stat) return prepareFolder(path)
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

/** Makes the folder of a registry that is not there yet. @throws ExpectedError when a registry has been there */
function prepareFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const left = findLeftovers(path)
  if (left.length === 0) return
  const words = {
    sv: `${path} saknas, men bredvid finns ${left.join(', ')}: en återställning har avbrutits, eller så har filen flyttats. Inget nytt register skapas. Återställ igen med «spets restore FIL --replace», eller byt tillbaka namnet på filen med tiden i namnet till ${basename(path)}. För att börja om med ett tomt register, flytta bort filerna.`,
    en: `${path} is missing, but beside it there is ${left.join(', ')}: a restore was cut off, or the file has been moved. No new registry is made. Restore again with «spets restore FILE --replace», or rename the file with the time in its name back to ${basename(path)}. To begin with an empty registry, move these files away.`,
  }
  throw new ExpectedError('store_unavailable', { detail: words.en, data: { words } })
}

/** Names of files beside a missing registry that show that there was one: set aside, half restored, or its log. */
export function findLeftovers(path: string): string[] {
  const name = basename(path)
  if (existsSync(path) || !existsSync(dirname(path))) return []
  const rest = (file: string) => (file.startsWith(name) ? file.slice(name.length) : '')
  return readdirSync(dirname(path))
    .filter((file) => /^(?:-wal|\.\d+\.part|\.\d{4}-\d\d-\d\dT[\d-]+Z(?:-wal)?)$/.test(rest(file)))
    .toSorted()
}

/**
 * Puts a complete registry in the place of the one at `path`, which is kept as `aside`. There is a registry at `path` at every
 * moment, except on file systems without hard links.
 * @throws ExpectedError `store_unavailable` when another process has it open
 */
export function exchangeSqliteFile({ path, aside, fresh }: { path: string; aside: string; fresh: string }): void {
  if (endings.some((ending) => existsSync(aside + ending))) throw unusable(`${aside} exists already. Move it away first.`)
  if (existsSync(path)) {
    leaveWalMode(path)
    // A log that could not be merged belongs to the old file, and would spoil the new one.
    for (const ending of endings.slice(1)) if (existsSync(path + ending)) renameSync(path + ending, aside + ending)
    keepAs(path, aside)
    syncFolder(dirname(path))
  }
  renameSync(fresh, path)
  syncFolder(dirname(path))
}

/** Merges everything into one file, for which no other process may have it open. A file too damaged to open is left as it is. */
function leaveWalMode(path: string): void {
  try {
    const database = new DatabaseSync(path, { timeout: 0 })
    try {
      database.exec('pragma journal_mode = delete')
    } finally {
      database.close()
    }
  } catch (error) {
    if (isBusy(error)) throw unusable(`Another process has ${path} open. Stop Spets, then restore.`, error)
  }
}

/** Gives a file a second name, or another one where the file system allows no second. */
function keepAs(path: string, aside: string): void {
  try {
    linkSync(path, aside)
  } catch {
    renameSync(path, aside)
  }
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
