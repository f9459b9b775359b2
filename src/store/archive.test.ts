import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ExpectedError } from '../records/expected-error.ts'
import { readArchiveFile, writeArchiveFile } from './archive-file.ts'
import { readArchive, writeArchive } from './archive.ts'
import { openSqliteStore } from './sqlite-store.ts'
import type { LoadableVersion, Store } from './store.ts'
import { wish } from './testing/store-suite.ts'

const folder = mkdtempSync(join(tmpdir(), 'spets-archive-'))
const writtenAt = new Date('2026-11-23T12:00:00.000Z')
let store: Store
let archive: Buffer
let versions: LoadableVersion[]
let count = 0
const newPath = (ending = 'spets') => join(folder, `${(count += 1)}.${ending}`)

beforeAll(async () => {
  store = await openSqliteStore(newPath('sqlite'), { clock: () => writtenAt })
  await store.append(Array.from({ length: 5 }, (_, index) => ({ version: wish(`w${index}`), expectedVersion: 0 })))
  versions = (await store.readVersions()).map(({ sequence: _sequence, ...version }) => version as LoadableVersion)
  const pieces: Buffer[] = []
  for await (const piece of writeArchive(store, writtenAt)) pieces.push(piece)
  archive = Buffer.concat(pieces)
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const refusalOf = async (bytes: Buffer): Promise<string> => {
  const error = await readArchive([bytes]).then(
    () => expect.fail('it was not refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof ExpectedError)) throw error
  return `${error.code}: ${error.detail}`
}

test('an archive is read back as it was written, in whatever pieces it comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(archive.length), { maxLength: 6 }), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), archive.length]
      expect(await readArchive(at.slice(1).map((end, index) => archive.subarray(at[index], end)))).toEqual(versions)
    }),
  )
})

test('an archive of an empty registry is empty', async () => {
  const empty = { getSequence: async () => 0, readVersions: async () => [], findForms: async () => [] }
  expect(await readArchive(writeArchive(empty, writtenAt))).toEqual([])
})

test('an archive names the forms of its records, and a program that cannot read them says so', async () => {
  const header = JSON.parse(archive.subarray(0, archive.indexOf('\n')).toString()) as { forms: object[] }
  expect(header.forms).toEqual([{ kind: 'wish', form: 1, since: '0.1.0' }])
  const newer = { ...store, findForms: async () => [{ kind: 'wish', form: 7, since: '9.1.0' }] }
  await expect(readArchive(writeArchive(newer, writtenAt))).rejects.toMatchObject({
    code: 'program_outdated',
    data: { since: '9.1.0' },
  })
  const before = { ...store, findForms: async () => undefined as never }
  expect(await readArchive(writeArchive(before, writtenAt)), 'archives from before have no forms').toEqual(versions)
})

test('what is written while an archive is made does not get into it', async () => {
  const busy = await openSqliteStore(newPath('sqlite'), { clock: () => writtenAt })
  await busy.append([{ version: wish('before'), expectedVersion: 0 }])
  const pieces: Buffer[] = []
  for await (const piece of writeArchive(busy, writtenAt)) {
    pieces.push(piece)
    await busy.append([{ version: wish(`during-${pieces.length}`), expectedVersion: 0 }])
  }
  await busy.close()
  expect((await readArchive(pieces)).map(({ recordId }) => recordId)).toEqual(['before'])
})

test('one changed byte anywhere is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
      expect(await refusalOf(Buffer.from(archive.with(at, archive[at]! ^ mask)))).toMatch(/^(archive_damaged|unsupported_file): /)
    }),
    { numRuns: 400 },
  )
})

test('an archive that was cut off anywhere is refused', async () => {
  for (let length = 0; length < archive.length; length++)
    expect(await refusalOf(archive.subarray(0, length))).toMatch(/^(archive_damaged|unsupported_file): /)
})

test.each([
  ['nothing', () => Buffer.alloc(0), 'unsupported_file: The file is empty.'],
  ['another file', () => Buffer.from('PK\u0003\u0004…'), 'unsupported_file: This is not an archive'],
  ['a cut-off end', () => archive.subarray(0, archive.length - 30), 'its end is missing; it was cut off'],
  ['a missing last line', () => archive.subarray(0, archive.lastIndexOf('{"sha256"')), 'its end is missing; it was cut off'],
  ['two archives in one', () => Buffer.concat([archive, archive]), 'something follows its last line'],
  ['other content', () => Buffer.from(archive.toString().replace('En önskan', 'Ei önskan')), 'does not match its checksum'],
  [
    'a later format',
    () => Buffer.from(archive.toString().replace('"version":1', '"version":2')),
    'has format 2; this program knows 1',
  ],
  ['a count too high', () => Buffer.from(archive.toString().replace('"count":5', '"count":6')), 'does not match its checksum'],
  [
    'a count too low',
    () => Buffer.from(archive.toString().replace('"count":5', '"count":4')),
    'gives 4 versions, but it has more',
  ],
  [
    'an endless line',
    () => Buffer.concat([archive.subarray(0, 200), Buffer.alloc(17 * 1024 ** 2, 0x20)]),
    'far longer than any version',
  ],
])('%s is refused, and what is wrong is named', async (_, bytes, detail) => {
  expect(await refusalOf(bytes())).toContain(detail)
})

test.each(['spets', 'spets.gz'])('a .%s file is written whole, read back, and never written over', async (ending) => {
  const path = newPath(ending)
  await writeArchiveFile(path, writeArchive(store, writtenAt))
  expect(await readArchiveFile(path)).toEqual(versions)
  expect(readFileSync(path)[0] === 0x1f).toBe(ending === 'spets.gz')
  await expect(writeArchiveFile(path, writeArchive(store, writtenAt))).rejects.toMatchObject({ code: 'bad_request' })
  await expect(writeArchiveFile(join(folder, 'no-such-folder', 'x'), writeArchive(store, writtenAt))).rejects.toMatchObject({
    code: 'bad_request',
    detail: expect.stringContaining('could not be written') as string,
  })
})

test('when saving breaks off, nothing is left behind', async () => {
  const path = newPath()
  async function* breaking() {
    yield Buffer.from('some of it')
    throw new Error('the disk is full')
  }
  await expect(writeArchiveFile(path, breaking())).rejects.toMatchObject({
    detail: expect.stringContaining('disk is full') as string,
  })
  expect(existsSync(path)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a packed file that is damaged, cut off or unfolds to far too much is refused', async () => {
  const packed = gzipSync(archive)
  const cut = newPath('gz')
  writeFileSync(cut, packed.subarray(0, packed.length - 20))
  await expect(readArchiveFile(cut)).rejects.toMatchObject({
    code: 'archive_damaged',
    detail: expect.stringContaining('cannot be unpacked') as string,
  })
  const bomb = newPath('gz')
  const padded = Buffer.concat([archive.subarray(0, archive.indexOf('\n') + 1), Buffer.alloc(3 * 1024 ** 2, 0x0a)])
  writeFileSync(bomb, gzipSync(padded))
  await expect(readArchiveFile(bomb, { maxBytes: 1024 ** 2 })).rejects.toBeInstanceOf(ExpectedError)
  const foreign = newPath('gz')
  writeFileSync(foreign, gzipSync(Buffer.alloc(64 * 1024 ** 2)))
  await expect(readArchiveFile(foreign)).rejects.toMatchObject({ code: 'unsupported_file' })
  const large = newPath()
  writeFileSync(large, Buffer.alloc(2 * 1024 ** 2))
  await expect(readArchiveFile(large, { maxBytes: 1024 ** 2 })).rejects.toMatchObject({ code: 'too_large' })
  await expect(readArchiveFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'bad_request' })
})
