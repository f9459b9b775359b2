import { createReadStream, existsSync, openSync, readSync, closeSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { ExpectedError } from '../records/expected-error.ts'
import { damagedArchive, readArchive } from './archive.ts'
import type { LoadableVersion } from './store.ts'
import { syncFolder } from './sqlite-file.ts'

/** A registry of a whole continent is some tens of megabytes, so a much larger file is not an archive of Spets. */
const largestBytes = 1024 ** 3

/** Reads an archive, packed or not, up to a limit. @throws ExpectedError naming the fault of the file */
export async function readArchiveFile(
  path: string,
  { maxBytes = largestBytes }: { maxBytes?: number } = {},
): Promise<LoadableVersion[]> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new ExpectedError('bad_request', { detail: `There is no file ${path}.` })
  if (stat.size > maxBytes) throw tooLarge(path, maxBytes)
  try {
    const bytes = createReadStream(path, { highWaterMark: 256 * 1024 })
    if (!isPacked(path)) return await readArchive(bytes)
    const plain = createGunzip({ chunkSize: 256 * 1024 })
    const [versions] = await Promise.all([readArchive(bounded(plain, { path, maxBytes })), pipeline(bytes, plain)])
    return versions
  } catch (error) {
    throw explained(path, error)
  }
}

/**
 * Writes a file completely or not at all: to a temporary name, flushed to disk, then renamed. Packed when the name ends
 * in .gz.
 * @throws ExpectedError when the file already exists or cannot be written
 */
export async function writeArchiveFile(path: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  if (existsSync(path))
    throw new ExpectedError('bad_request', { detail: `${path} exists already. Choose another name, or remove it first.` })
  const temporary = `${path}.${process.pid}.part`
  try {
    const file = await open(temporary, 'wx')
    // The stream closes the file at its end, after everything is on disk.
    const target = file.createWriteStream({ flush: true })
    const source = Readable.from(chunks)
    await (path.endsWith('.gz') ? pipeline(source, createGzip(), target) : pipeline(source, target))
    renameSync(temporary, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(temporary, { force: true })
    if (error instanceof ExpectedError) throw error
    throw new ExpectedError('bad_request', {
      detail: `${path} could not be written: ${error instanceof Error ? error.message : String(error)}`,
      cause: error,
    })
  }
}

/** Counts bytes while unpacking and never collects them, so that a small packed file cannot fill the memory. */
async function* bounded(
  chunks: AsyncIterable<Buffer>,
  { path, maxBytes }: { path: string; maxBytes: number },
): AsyncGenerator<Buffer, void> {
  let total = 0
  for await (const chunk of chunks) {
    total += chunk.length
    if (total > maxBytes) throw tooLarge(path, maxBytes)
    yield chunk
  }
}

/** Recognises a packed file by its first bytes, whatever its name. */
function isPacked(path: string): boolean {
  const head = Buffer.alloc(2)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, 2, 0)
  } finally {
    closeSync(file)
  }
  return head[0] === 0x1f && head[1] === 0x8b
}

function explained(path: string, error: unknown): unknown {
  if (error instanceof ExpectedError || !(error instanceof Error) || !('code' in error)) return error
  if (String(error.code).startsWith('Z_')) return damagedArchive(`it cannot be unpacked (${error.message})`, error)
  return new ExpectedError('bad_request', { detail: `${path} cannot be read: ${error.message}`, cause: error })
}

const tooLarge = (path: string, maxBytes: number): ExpectedError =>
  new ExpectedError('too_large', {
    detail: `${path} is larger than any archive of Spets (${Math.round(maxBytes / 1024 ** 2)} MiB).`,
  })
