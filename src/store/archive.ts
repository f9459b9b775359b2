import { demonstrationRefused, marksDemonstration } from '../records/demonstration.ts'
import { createHash } from 'node:crypto'
import { ExpectedError } from '../records/expected-error.ts'
import { checkLoaded } from './append-rules.ts'
import { z } from 'zod'
import { refuseForms } from './known-forms.ts'
import type { LoadableVersion, RecordForm, Store } from './store.ts'

const format = 'spets-archive'
const formatVersion = 1
const firstCharacters = `{"format":"${format}"`
const footerStart = '{"sha256":'
const pageSize = 2000
/** A version is some kilobytes, so a longer line is not from an archive, and reading stops. */
const longestLineBytes = 16 * 1024 ** 2

/**
 * Writes all versions as one text that both engines can load: a header line, one version per line (JSON), and a last
 * line with the SHA-256 of everything before it. It contains the versions that existed when it began: versions are only
 * ever appended, so the first `count` never change meanwhile.
 */
export async function* writeArchive(
  store: Pick<Store, 'getSequence' | 'readVersions' | 'findForms'>,
  writtenAt: Date,
): AsyncGenerator<Buffer, void> {
  const count = await store.getSequence()
  const hash = createHash('sha256')
  const encode = (lines: readonly object[]): Buffer => {
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    hash.update(bytes)
    return bytes
  }
  // The forms that were known after the count include those of every version within it.
  const forms = await store.findForms()
  yield encode([{ format, version: formatVersion, count, writtenAt: writtenAt.toISOString(), forms }])
  for (let after = 0; after < count;) {
    const versions = await store.readVersions({ after, limit: Math.min(pageSize, count - after) })
    after = versions.at(-1)?.sequence ?? count
    yield encode(versions.map(({ sequence: _sequence, ...version }) => version))
  }
  yield Buffer.from(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`)
}

/**
 * Reads the versions of an archive and checks everything: form, count, checksum, and every version's own checksum. It
 * reads piece by piece, so that a file of another kind is refused at its beginning.
 * @throws ExpectedError `unsupported_file`, `archive_damaged` or `program_outdated` naming the fault
 */
export async function readArchive(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<LoadableVersion[]> {
  const hash = createHash('sha256')
  const versions: LoadableVersion[] = []
  let header: Header | null = null
  let footer: string | null = null
  for await (const line of linesOf(chunks)) {
    if (footer !== null) throw damagedArchive('something follows its last line')
    const text = line.toString()
    if (header === null) header = readHeader(text)
    else if (text.startsWith(footerStart)) footer = text
    else {
      if (versions.length === header.count) throw damagedArchive(`its first line gives ${header.count} versions, but it has more`)
      versions.push(parseLine(text, `line ${versions.length + 2}`) as LoadableVersion)
    }
    if (footer === null) hash.update(line).update('\n')
  }
  if (header === null) throw new ExpectedError('unsupported_file', { detail: 'The file is empty.' })
  if (footer === null) throw damagedArchive('its end is missing; it was cut off')
  if (footer !== JSON.stringify({ sha256: hash.digest('hex') })) throw damagedArchive('its content does not match its checksum')
  const { count, forms } = header
  if (count !== versions.length) throw damagedArchive(`its first line gives ${count} versions, but it has ${versions.length}`)
  refuseForms(forms)
  if (versions.some(marksDemonstration))
    throw new ExpectedError('unsupported_file', { detail: demonstrationRefused.en, data: { words: demonstrationRefused } })
  try {
    checkLoaded(versions)
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.code !== 'invalid_record') throw error
    throw damagedArchive((error.detail ?? 'a version is not whole').replace(/\.$/, ''), error)
  }
  return versions
}

/** The error for any fault inside an archive. */
export const damagedArchive = (what: string, cause?: unknown): ExpectedError =>
  new ExpectedError('archive_damaged', {
    detail: `In the archive: ${what}. Use another backup.`,
    cause,
  })

/** Splits a text that comes in pieces into lines, without their line breaks. */
async function* linesOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer, void> {
  let parts: Uint8Array[] = []
  let length = 0
  let isFirst = true
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, end)])
      parts = []
      length = 0
      from = end + 1
      isFirst = false
    }
    if (from === chunk.length) continue
    parts.push(chunk.subarray(from))
    length += chunk.length - from
    if (isFirst) checkFirstCharacters(Buffer.concat(parts).toString('latin1'))
    if (length > longestLineBytes) throw damagedArchive('a line is far longer than any version')
  }
  if (length > 0 && isFirst) throw unsupported()
  if (length > 0) throw damagedArchive('its end is missing; it was cut off')
}

interface Header {
  /** How many versions follow. */
  count: number
  /** The forms of the records; none in archives from before they were written. */
  forms: RecordForm[]
}

const Forms = z.array(z.object({ kind: z.string(), form: z.number(), since: z.string() }))

function readHeader(text: string): Header {
  checkFirstCharacters(text)
  const { version, count, forms = [] } = parseLine(text, 'the first line') as Record<'version' | 'count' | 'forms', unknown>
  if (version !== formatVersion)
    throw new ExpectedError('unsupported_file', {
      detail: `The archive has format ${version}; this program knows ${formatVersion}. Update Spets.`,
    })
  const known = Forms.safeParse(forms)
  if (!Number.isSafeInteger(count) || (count as number) < 0 || !known.success)
    throw damagedArchive('its first line does not give the number of versions')
  return { count: count as number, forms: known.data }
}

function checkFirstCharacters(text: string): void {
  const length = Math.min(text.length, firstCharacters.length)
  if (text.slice(0, length) !== firstCharacters.slice(0, length)) throw unsupported()
}

function parseLine(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw damagedArchive(`${place} cannot be read`, error)
  }
}

const unsupported = (): ExpectedError =>
  new ExpectedError('unsupported_file', { detail: 'This is not an archive made by «spets backup» or «spets dump».' })
