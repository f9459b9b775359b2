import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeCube, decodeHeader, encodeCube, fileStart, headerEnd } from '../records/cube-file.ts'
import { inShelfOrder } from '../records/cube.ts'
import type { Cube, CubeListing, CubeShelf } from '../records/cube.ts'
import { openUploadFiles, uploadsInMemory } from './upload-files.ts'
import type { UploadFiles } from './upload-files.ts'

/** The cubes of an installation: a file each, named by its content, so that none is ever overwritten. */
export interface CubeFiles {
  /** What is loaded; the same object for as long as nothing is added. */
  shelf(): CubeShelf
  /** Keeps a cube; one that is kept already is left as it is. Hashed and written beside this thread, which goes on serving. */
  add(cube: Cube): Promise<CubeListing>
  /** Looks for what another process has added. */
  refresh(): void
  /** Compares every file with its name beside this thread, so that the first who reads a table need not do it while others wait. */
  verify(): Promise<void>
  /** The bytes of a cube's file, for sending them as they are; null when it is not there. */
  bytesOf(id: string): Uint8Array | null
  /** Files that are looked at before they become cubes. */
  uploads: UploadFiles
}

/** Cubes that have been read stay in memory up to this many bytes together; those used longest ago go first. */
const mostBytes = 64 * 1024 * 1024
const fileName = /^([0-9a-f]{64})\.cube$/
/** A file that is being written, by the process whose number is in its name. */
const partName = /^\.[0-9a-f]{64}-(\d+)-[0-9a-f-]{36}\.part$/
/** No file takes this long to write. */
const longestWriteMs = 60 * 60 * 1000

/** The cubes in a folder, which is made when the first is added. */
export function openCubeFiles(folder: string): CubeFiles {
  const cache = makeCubeCache()
  const pathOf = (id: string) => join(folder, `${id}.cube`)
  const listed = new Map<string, CubeListing>()
  const intact = new Map<string, string>()
  let shelf = shelfOf([])
  const readIntact = (id: string): Cube => {
    const bytes = readFileSync(pathOf(id))
    if (intact.get(id) !== stampOf(pathOf(id)) && idOf(bytes) !== id) throw damaged(pathOf(id))
    return decodeCube(bytes)
  }
  const list = (id: string) => {
    const listing = { id, header: readHeader(pathOf(id)), read: () => cache(id, () => readIntact(id)) }
    listed.set(id, listing)
    return listing
  }
  const refresh = () => {
    const before = listed.size
    for (const name of namesIn(folder)) {
      const id = fileName.exec(name)?.[1]
      if (id && !listed.has(id)) list(id)
    }
    if (listed.size > before) shelf = shelfOf([...listed.values()])
  }
  refresh()
  removeLeftParts(folder)
  return {
    shelf: () => shelf,
    refresh,
    verify: async () => {
      for (const id of listed.keys()) {
        const stamp = stampOf(pathOf(id))
        // One that is damaged is told to whoever reads it.
        if (intact.get(id) !== stamp && (await idApart(new Uint8Array(await readFile(pathOf(id))))) === id) intact.set(id, stamp)
      }
    },
    uploads: openUploadFiles(join(folder, 'uploads')),
    bytesOf: (id) => (listed.has(id) ? readFileSync(pathOf(id)) : null),
    add: async (cube) => {
      const bytes = encodeCube(cube)
      const id = await idApart(bytes)
      if (!listed.has(id)) {
        await mkdir(folder, { recursive: true })
        // A file is whole or not there: it gets its name when all of it is written.
        const part = join(folder, `.${id}-${process.pid}-${crypto.randomUUID()}.part`)
        await writeFile(part, bytes)
        await rename(part, pathOf(id))
        intact.set(id, stampOf(pathOf(id)))
      }
      const listing = listed.get(id) ?? list(id)
      shelf = shelfOf([...listed.values()])
      return listing
    },
  }
}

/** Cubes in memory alone, for tests and where nothing can be written. */
export function cubesInMemory(cubes: readonly Cube[] = []): CubeFiles {
  const bytes = new Map<string, Uint8Array>()
  const listed = new Map<string, CubeListing>()
  let shelf = shelfOf([])
  const put = (cube: Cube) => {
    const encoded = encodeCube(cube)
    const id = idOf(encoded)
    const { values: _values, statuses: _statuses, ...header } = cube
    const listing = listed.get(id) ?? { id, header, read: () => cube }
    bytes.set(id, encoded)
    listed.set(id, listing)
    shelf = shelfOf([...listed.values()])
    return listing
  }
  cubes.forEach(put)
  const add = async (cube: Cube) => put(cube)
  return {
    shelf: () => shelf,
    add,
    refresh: () => undefined,
    verify: async () => undefined,
    uploads: uploadsInMemory(),
    bytesOf: (id) => bytes.get(id) ?? null,
  }
}

const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** The same, found beside this thread. */
const idApart = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')

const shelfOf = (listings: readonly CubeListing[]): CubeShelf => {
  const sorted = inShelfOrder(listings)
  const id = createHash('sha256')
    .update(sorted.map((one) => one.id).join(' '))
    .digest('hex')
  return { id, listings: sorted }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
}

function readHeader(path: string) {
  const file = openSync(path, 'r')
  try {
    const start = new Uint8Array(fileStart)
    readSync(file, start, 0, fileStart, 0)
    const end = headerEnd(start)
    if (end > statSync(path).size) throw new Error(`${path} ends within its header.`)
    const bytes = new Uint8Array(end)
    readSync(file, bytes, 0, end, 0)
    return decodeHeader(bytes)
  } finally {
    closeSync(file)
  }
}

const damaged = (path: string): Error =>
  new Error(`${path} is damaged: its content does not fit its name. Delete it and load the table again.`)

/** What is different when a file has been written again. */
function stampOf(path: string): string {
  const { size, mtimeMs, ino } = statSync(path)
  return `${size} ${mtimeMs} ${ino}`
}

/** Removes the beginnings of files that a process was killed while writing. What another one may still be writing is left. */
function removeLeftParts(folder: string): void {
  const startedAt = Date.now() - process.uptime() * 1000
  for (const name of namesIn(folder)) {
    const pid = Number(partName.exec(name)?.[1] ?? NaN)
    if (Number.isNaN(pid)) continue
    const { mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? { mtimeMs: Infinity }
    const isOver = pid === process.pid ? mtimeMs < startedAt : !isRunning(pid)
    if (isOver || mtimeMs < Date.now() - longestWriteMs) rmSync(join(folder, name), { force: true })
  }
}

/** Whether a process of this machine with the number is running. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Cubes by id, the most lately used last. */
function makeCubeCache() {
  const kept = new Map<string, Cube>()
  let bytes = 0
  const sizeOf = ({ values, statuses }: Cube) => values.byteLength + (statuses?.length ?? 0)
  return (id: string, read: () => Cube): Cube => {
    const cube = kept.get(id) ?? read()
    if (kept.delete(id)) bytes -= sizeOf(cube)
    kept.set(id, cube)
    bytes += sizeOf(cube)
    for (const [oldest, old] of kept) {
      if (bytes <= mostBytes || oldest === id) break
      kept.delete(oldest)
      bytes -= sizeOf(old)
    }
    return cube
  }
}
