import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgresStore } from './postgres-store.ts'
import { startPostgres } from './testing/postgres-server.ts'
import type { PostgresServer } from './testing/postgres-server.ts'
import { describeStore } from './testing/store-suite.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.stop())
const clock = () => new Date()

describeStore({
  name: 'PostgreSQL',
  async fresh({ clock: given = clock } = {}) {
    const url = await server.createDatabase()
    const runSql = async (sql: string) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        await client.query(sql)
      } finally {
        await client.end()
      }
    }
    return {
      store: await openPostgresStore(url, { clock: given }),
      again: () => openPostgresStore(url, { clock: given }),
      runSql,
    }
  },
})

test('a server that is not there is said so, without the password', async () => {
  const url = 'postgres://spets:hemligt@127.0.0.1:1/spets'
  const error = await openPostgresStore(url, { clock }).catch((reason: unknown) => reason as { code: string; detail: string })
  expect(error).toMatchObject({ code: 'store_unavailable' })
  expect((error as { detail: string }).detail).not.toContain('hemligt')
})
