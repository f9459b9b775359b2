import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgresStore } from './postgres-store.ts'
import { startPostgres } from './testing/postgres-server.ts'
import type { PostgresServer } from './testing/postgres-server.ts'
import { describeStore, wish } from './testing/store-suite.ts'

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
    return {
      store: await openPostgresStore(url, { clock: given }),
      again: (others) => openPostgresStore(url, { clock: given, ...others }),
      runSql: (sql) => runOn(url, sql),
    }
  },
})

test('an unreachable server is reported, without the password', async () => {
  const url = 'postgres://spets:hemligt@127.0.0.1:1/spets'
  const error = await openPostgresStore(url, { clock }).catch((reason: unknown) => reason as { code: string; detail: string })
  expect(error).toMatchObject({ code: 'store_unavailable' })
  expect((error as { detail: string }).detail).not.toContain('hemligt')
})

test('writers see each other, and are flushed, even where the database itself would not', async () => {
  const url = await server.createDatabase()
  const name = new URL(url).pathname.slice(1)
  await runOn(url, `alter database ${name} set default_transaction_isolation = 'serializable'`)
  await runOn(url, `alter database ${name} set synchronous_commit = 'off'`)
  const stores = await Promise.all([openPostgresStore(url, { clock }), openPostgresStore(url, { clock })])
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => stores[index % 2]!.append([{ version: wish(`w${index}`), expectedVersion: 0 }])),
  )
  expect(await stores[0].getSequence()).toBe(20)
  await Promise.all(stores.map((store) => store.close()))
})

test('a server that goes away is reported, and is used again when it is back', async () => {
  const own = await startPostgres({ isToBeEnded: true })
  try {
    const store = await openPostgresStore(await own.createDatabase(), { clock })
    await store.append([{ version: wish('before'), expectedVersion: 0 }])
    const isBack = own.crashAndRestart()
    const outcomes = await Promise.allSettled([
      store.getSequence(),
      store.append([{ version: wish('during'), expectedVersion: 0 }]),
    ])
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'store_unavailable' })
    await isBack
    await store.append([{ version: wish('after'), expectedVersion: 0 }])
    expect((await store.readVersions()).map(({ recordId }) => recordId)).toContain('before')
    await store.checkIntegrity()
    await store.close()
  } finally {
    await own.stop()
  }
})

async function runOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
