import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import type { Store } from './store.ts'
import { pause, startPostgres } from './testing/postgres-server.ts'
import type { PostgresServer } from './testing/postgres-server.ts'
import { startWriter } from './testing/run-writer.ts'

// A long search for faults: SPETS_TEST_KILLS=500.
const kills = Number(process.env['SPETS_TEST_KILLS'] ?? 20)
const serverKills = 5
const longestLifeMs = 90
const folder = mkdtempSync(join(tmpdir(), 'spets-crash-'))
let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres({ isToBeEnded: true })
})
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true })
})

/** Lets a writer work for a random time, kills it with SIGKILL, and returns the batches that were acknowledged. */
async function writeUntilKilled(
  place: string,
  { first, strike }: { first: number; strike?: () => Promise<void> },
): Promise<number[]> {
  const { child, said, done } = await startWriter('crash-writer.ts', [place, String(first)])
  await pause(Math.random() * longestLifeMs)
  await strike?.()
  child.kill('SIGKILL')
  await done.catch((error: unknown) => {
    // When its server is killed, the writer may end first and with an error, which is expected.
    if (!strike) throw error
  })
  const [, ...batches] = said().split('\n').slice(0, -1)
  return batches.map(Number)
}

/** Checks that every acknowledged batch is stored, that no batch is stored in part, and that every version is intact. */
async function expectWhole(place: string, promised: readonly number[]): Promise<number> {
  const isPostgres = place.startsWith('postgres')
  const store = await openStore({ databaseUrl: isPostgres ? place : null, sqlitePath: place, clock: () => new Date() })
  await store.checkIntegrity()
  const parts = Map.groupBy(await store.readVersions(), (version) => Number(version.recordId.split('-')[1]))
  await store.close()
  expect(promised.filter((batch) => !parts.has(batch))).toEqual([])
  expect([...parts].filter(([, versions]) => versions.length !== 3).map(([batch]) => batch)).toEqual([])
  return Math.max(0, ...parts.keys()) + 1
}

async function killOften(place: string): Promise<number> {
  const promised: number[] = []
  let first = 1
  for (let kill = 0; kill < kills; kill++) {
    promised.push(...(await writeUntilKilled(place, { first })))
    first = await expectWhole(place, promised)
  }
  return promised.length
}

/** Far fewer than a writer manages, yet enough to show that it was killed while writing. */
const fewestBatches = kills / 5

// Writers of both engines run at the same time, because most of the time is spent on starting them.
describe.concurrent('kill -9', { timeout: 180_000 }, () => {
  test(`SQLite: a writer is killed ${kills} times; nothing promised is lost, nothing is half-written`, async () => {
    expect(await killOften(join(folder, 'crash.sqlite'))).toBeGreaterThan(fewestBatches)
  })

  test(`PostgreSQL: a writer is killed ${kills} times; nothing promised is lost, nothing is half-written`, async () => {
    expect(await killOften(await server.createDatabase())).toBeGreaterThan(fewestBatches)
  })
})

test(`PostgreSQL: the server itself is killed ${serverKills} times; nothing promised is lost`, { timeout: 180_000 }, async () => {
  const place = await server.createDatabase()
  const promised: number[] = []
  let first = 1
  for (let kill = 0; kill < serverKills; kill++) {
    promised.push(...(await writeUntilKilled(place, { first, strike: () => pause(200).then(() => server.crashAndRestart()) })))
    first = await expectWhole(place, promised)
  }
  expect(promised.length).toBeGreaterThan(serverKills)
})

test('a writer ends when the program that started it is killed', async () => {
  const program = fileURLToPath(new URL('testing/writer-parent.ts', import.meta.url))
  const place = join(folder, 'left-alone.sqlite')
  const parent = spawn(process.execPath, [program, place], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [printed] = (await once(parent.stdout, 'data')) as [Buffer]
  parent.kill('SIGKILL')
  const store = await openStore({ databaseUrl: null, sqlitePath: place, clock: () => new Date() })
  try {
    expect(await stopsWriting(store)).toBe(true)
  } finally {
    await store.close()
    endAnyway(Number(printed.toString()))
  }
})

/** Whether nothing is written any more for a quarter of a second, within some seconds. */
async function stopsWriting(store: Pick<Store, 'getSequence'>): Promise<boolean> {
  let before = await store.getSequence()
  for (const giveUpAt = performance.now() + 10_000; performance.now() < giveUpAt;) {
    await pause(250)
    const now = await store.getSequence()
    if (now === before) return true
    before = now
  }
  return false
}

/** So that a failing test leaves nothing running. */
function endAnyway(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended, as it should.
  }
}
