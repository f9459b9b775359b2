import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { describeStore } from './testing/store-suite.ts'

const folder = mkdtempSync(join(tmpdir(), 'spets-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0
const clock = () => new Date()

describeStore({
  name: 'SQLite',
  async fresh({ clock: given = clock } = {}) {
    const path = join(folder, `${(count += 1)}.sqlite`)
    const runSql = async (sql: string) => {
      const database = new DatabaseSync(path, { timeout: 5000 })
      try {
        database.exec(sql)
      } finally {
        database.close()
      }
    }
    return { store: await openSqliteStore(path, { clock: given }), again: () => openSqliteStore(path, { clock: given }), runSql }
  },
})

test('what is not a registry is refused in plain words', async () => {
  const text = join(folder, 'text.sqlite')
  writeFileSync(text, 'Detta är en vanlig text, inte ett register.')
  const subfolder = join(folder, 'a-folder')
  mkdirSync(subfolder)
  await expect(openSqliteStore(text, { clock })).rejects.toMatchObject({
    code: 'store_damaged',
    detail: expect.stringContaining('not an SQLite file') as string,
  })
  await expect(openSqliteStore(subfolder, { clock })).rejects.toMatchObject({
    code: 'store_unavailable',
    detail: expect.stringContaining('is a folder') as string,
  })
  await expect(openStore({ databaseUrl: 'mysql://x', sqlitePath: text, clock })).rejects.toMatchObject({
    code: 'store_unavailable',
    detail: expect.stringContaining('postgres://') as string,
  })
})

test('a file with garbage in its pages is found damaged, not served', async () => {
  const path = join(folder, 'garbage.sqlite')
  const store = await openSqliteStore(path, { clock })
  await store.close()
  const database = new DatabaseSync(path)
  database.exec('pragma journal_mode = delete')
  database.close()
  const { readFileSync } = await import('node:fs')
  const bytes = readFileSync(path)
  bytes.fill(0x5a, 4096, bytes.length)
  writeFileSync(path, bytes)
  const outcome = await openSqliteStore(path, { clock })
    .then(async (reopened) => {
      await reopened.checkIntegrity().finally(() => reopened.close())
      return 'served'
    })
    .catch((error: Error) => error.message)
  expect(outcome).not.toBe('served')
})
