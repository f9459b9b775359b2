import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { ExpectedError } from '../records/expected-error.ts'
import type { RecordVersion } from '../records/record.ts'
import { openStore } from './open-store.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { describeStore, wish } from './testing/store-suite.ts'

const folder = mkdtempSync(join(tmpdir(), 'spets-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0
const newPath = () => join(folder, `${(count += 1)}.sqlite`)
const clock = () => new Date()

describeStore({
  name: 'SQLite',
  async fresh({ clock: given = clock } = {}) {
    const path = newPath()
    const runSql = async (sql: string) => {
      const database = new DatabaseSync(path, { timeout: 5000 })
      try {
        database.exec(sql)
      } finally {
        database.close()
      }
    }
    return {
      store: await openSqliteStore(path, { clock: given }),
      again: (others) => openSqliteStore(path, { clock: given, ...others }),
      runSql,
    }
  },
})

const refusedPaths: [what: string, path: () => string, code: string, detail: string][] = [
  ['a text file', () => fileWith('Detta är en vanlig text, inte ett register.'), 'store_damaged', 'not an SQLite file'],
  ['a folder', () => makeFolder(), 'store_unavailable', 'is a folder'],
  ['a device', () => '/dev/null', 'store_unavailable', 'is not a file'],
  ['a path through a file', () => join(fileWith('x'), 'spets.sqlite'), 'store_unavailable', 'cannot be opened'],
  ['a web address', () => 'https://example.org/spets.sqlite', 'store_unavailable', 'not a file name'],
  ['memory', () => ':memory:', 'store_unavailable', 'not a file name'],
  ['an SQLite address', () => 'file:spets.sqlite', 'store_unavailable', 'not a file name'],
  ['a name with a NUL', () => join(folder, 'a\0b'), 'store_unavailable', 'not a file name'],
  ["another program's database", () => foreignDatabase(), 'store_unavailable', 'has the table bookmarks'],
]

test.each(refusedPaths)('%s is refused in plain words', async (_, path, code, detail) => {
  await expect(openSqliteStore(path(), { clock })).rejects.toMatchObject({
    name: 'ExpectedError',
    code,
    detail: expect.stringContaining(detail) as string,
  })
})

test("another program's database is left as it is", async () => {
  const path = foreignDatabase()
  const before = readFileSync(path)
  await expect(openSqliteStore(path, { clock })).rejects.toThrow()
  expect(readFileSync(path)).toEqual(before)
})

test.each(['mysql://localhost/spets', 'localhost', 'postgres:/spets', 'postgres://host:notaport/spets'])(
  'the database address %s is refused',
  async (databaseUrl) => {
    await expect(openStore({ databaseUrl, sqlitePath: join(folder, 'unused.sqlite'), clock })).rejects.toMatchObject({
      code: 'store_unavailable',
      detail: expect.stringContaining('postgres://') as string,
    })
  },
)

test('a registry that may not be written, or not be read, is refused in plain words', async () => {
  const path = newPath()
  await (await openSqliteStore(path, { clock })).close()
  for (const mode of [0o444, 0o000]) {
    chmodSync(path, mode)
    const said = openAsSomebodyElse(path)
    expect(said).toContain('store_unavailable')
    expect(said).toContain('Check that the file and its folder can be read and written.')
  }
})

test('a new registry may be opened several times at once', async () => {
  const path = newPath()
  const stores = await Promise.all(Array.from({ length: 8 }, () => openSqliteStore(path, { clock })))
  expect(await Promise.all(stores.map((store) => store.getSequence()))).toEqual(Array(8).fill(0))
  await Promise.all(stores.map((store) => store.close()))
})

test('a damaged byte anywhere in the file is either found, or changes no version', { timeout: 120_000 }, async () => {
  const path = newPath()
  const store = await openSqliteStore(path, { clock })
  await store.append(Array.from({ length: 12 }, (_, index) => ({ version: wish(`w${index}`), expectedVersion: 0 })))
  const whole = await store.readVersions()
  await store.close()
  const bytes = readFileSync(path)
  const outcomes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
      const damaged = newPath()
      writeFileSync(damaged, bytes.with(at, bytes[at]! ^ mask))
      outcomes.add(await openAndCompare(damaged, whole))
    }),
    { numRuns: 250, seed: 2018 },
  )
  expect([...outcomes].sort()).toEqual(['found', 'unharmed'])
})

test('a damaged byte in a body is found, and its version named', async () => {
  const path = newPath()
  const store = await openSqliteStore(path, { clock })
  await store.append([
    { version: wish('first'), expectedVersion: 0 },
    { version: wish('second', 'Fler möten mellan regionerna'), expectedVersion: 0 },
  ])
  await store.close()
  const bytes = readFileSync(path)
  bytes[bytes.indexOf('Fler möten')] = 'B'.charCodeAt(0)
  writeFileSync(path, bytes)
  const reopened = await openSqliteStore(path, { clock })
  await expect(reopened.checkIntegrity()).rejects.toMatchObject({
    code: 'store_damaged',
    detail: expect.stringContaining('wish/second version 1') as string,
  })
  await reopened.close()
})

/** `found` when opening or checking reports the damage in plain words; `unharmed` when everything is read unchanged. */
async function openAndCompare(path: string, whole: readonly RecordVersion[]): Promise<string> {
  try {
    const store = await openSqliteStore(path, { clock })
    try {
      await store.checkIntegrity()
      expect(await store.readVersions()).toEqual(whole)
      for (const version of whole) expect(await store.findVersions(version.kind, version.recordId)).toEqual([version])
      return 'unharmed'
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof ExpectedError) return 'found'
    throw error
  } finally {
    rmSync(path)
  }
}

/** The outcome of opening for a user who does not own the file; run as that user when the tests run as root. */
function openAsSomebodyElse(path: string): string {
  chmodSync(folder, 0o777)
  const opener = fileURLToPath(new URL('testing/opener.ts', import.meta.url))
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', opener, path], { ...nobody, encoding: 'utf8' })
    .stdout
}

function fileWith(text: string): string {
  const path = newPath()
  writeFileSync(path, text)
  return path
}

function makeFolder(): string {
  const path = newPath()
  mkdirSync(path)
  return path
}

function foreignDatabase(): string {
  const path = newPath()
  const database = new DatabaseSync(path)
  database.exec('create table bookmarks (url text)')
  database.close()
  return path
}
