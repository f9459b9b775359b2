import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { ExpectedError } from '../domain/expected-error.ts'
import type { RecordVersion } from '../domain/record.ts'
import { checkLoaded } from './append-rules.ts'

const format = 'spets-archive'
const formatVersion = 1
/** A registry of a whole continent is some tens of megabytes; anything far larger is not an archive of ours. */
const largestBytes = 1024 ** 3

/**
 * All versions as one text that both engines understand: a header line, one version a line (JSON), and a last line
 * with the SHA-256 of everything before it.
 */
export function writeArchive(versions: readonly RecordVersion[], writtenAt: Date): Buffer {
  const header = JSON.stringify({ format, version: formatVersion, count: versions.length, writtenAt: writtenAt.toISOString() })
  const lines = versions.map(({ sequence: _sequence, ...version }) => JSON.stringify(version))
  const content = Buffer.from(`${[header, ...lines].join('\n')}\n`)
  return Buffer.concat([content, Buffer.from(`${JSON.stringify({ sha256: sha256(content) })}\n`)])
}

/**
 * The versions in an archive, after everything about it has been checked: form, count, checksum, and every version's own.
 * @throws ExpectedError `unsupported_file`, `store_damaged` or `too_large` saying what is wrong
 */
export function readArchive(bytes: Buffer): Omit<RecordVersion, 'sequence'>[] {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const plain = isGzip ? unpack(bytes) : bytes
  if (!plain.subarray(0, 200).toString().startsWith(`{"format":"${format}"`)) {
    throw new ExpectedError('unsupported_file', { detail: 'This is not an archive made by «spets backup» or «spets dump».' })
  }
  const footerAt = plain.lastIndexOf('\n{"sha256":') + 1
  if (footerAt === 0 || !plain.subarray(-1).equals(Buffer.from('\n'))) throw damaged('its end is missing; it was cut off')
  const content = plain.subarray(0, footerAt)
  const footer = parseLine(plain.subarray(footerAt).toString(), 'the last line') as { sha256: string }
  if (footer.sha256 !== sha256(content)) throw damaged('its content does not match its checksum')
  const [header, ...lines] = content.toString().trimEnd().split('\n')
  const { version, count } = parseLine(header!, 'the first line') as { version: number; count: number }
  if (version !== formatVersion)
    throw new ExpectedError('unsupported_file', {
      detail: `The archive has format ${version}; this program knows ${formatVersion}. Update Spets.`,
    })
  if (count !== lines.length) throw damaged(`it says that it holds ${count} versions but holds ${lines.length}`)
  const versions = lines.map((line, index) => parseLine(line, `line ${index + 2}`) as Omit<RecordVersion, 'sequence'>)
  checkLoaded(versions)
  return versions
}

/** Reads a file after its size is checked. @throws ExpectedError when it is not there or too large */
export function readArchiveFile(path: string): Omit<RecordVersion, 'sequence'>[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new ExpectedError('bad_request', { detail: `There is no file ${path}.` })
  if (stat.size > largestBytes)
    throw new ExpectedError('too_large', { detail: `${path} is larger than any archive of Spets (1 GiB).` })
  return readArchive(readFileSync(path))
}

/** Writes a file whole or not at all: to a temporary name, safely on disk, then renamed. Packed when the name ends in .gz. */
export function writeArchiveFile(path: string, archive: Buffer): void {
  if (existsSync(path))
    throw new ExpectedError('bad_request', { detail: `${path} exists already. Choose another name, or remove it first.` })
  const temporary = `${path}.${process.pid}.part`
  const bytes = path.endsWith('.gz') ? gzipSync(archive) : archive
  try {
    const file = openSync(temporary, 'wx')
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
    syncFolder(dirname(path))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw new ExpectedError('bad_request', {
      detail: `${path} could not be written: ${error instanceof Error ? error.message : String(error)}`,
      cause: error,
    })
  }
}

/** The new name itself must be on disk too; not every system lets a folder be opened for that. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function unpack(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestBytes })
  } catch (error) {
    throw damaged('it cannot be unpacked', error)
  }
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw damaged(`${place} cannot be read`, error)
  }
}

const damaged = (what: string, cause?: unknown): ExpectedError =>
  new ExpectedError('store_damaged', {
    detail: `The archive is damaged: ${what}. Nothing has been changed; use another backup.`,
    cause,
  })
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
