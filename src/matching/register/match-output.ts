import { createWriteStream, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

type Pieces = AsyncIterable<Uint8Array>

/** Writes pieces as fast as the reader accepts them. A closed pipe (`| head`) ends the work without an error. */
export async function writeToStream(pieces: Pieces, stream: Writable): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), stream, { end: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  }
}

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/**
 * Writes a file completely or not at all: to a temporary name beside it, then renamed, so that an interrupted run leaves
 * the old file.
 */
export async function writeToFile(pieces: Pieces, path: string): Promise<void> {
  const temporary = `${path}.${process.pid}.part`
  const remove = () => rmSync(temporary, { force: true })
  const stops = Object.entries(signals).map(([signal, code]) => ({ signal, stop: () => process.exit(code) }))
  process.once('exit', remove)
  for (const { signal, stop } of stops) process.once(signal, stop)
  try {
    await pipeline(Readable.from(pieces), createWriteStream(temporary, { flags: 'wx', flush: true }))
    await rename(temporary, path)
  } finally {
    remove()
    process.removeListener('exit', remove)
    for (const { signal, stop } of stops) process.removeListener(signal, stop)
  }
}
