import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import { startPostgres } from './testing/postgres-server.ts'
import type { PostgresServer } from './testing/postgres-server.ts'
import { startWriter } from './testing/run-writer.ts'

const writers = ['ett', 'tva', 'tre']
const edits = 40
const folder = mkdtempSync(join(tmpdir(), 'spets-writers-'))
let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true })
})

/** Lets the writers open one new registry at the same time and race, then checks the result. */
async function race(place: string): Promise<void> {
  const running = await Promise.all(writers.map((name) => startWriter('race-writer.ts', [place, name, String(edits)])))
  for (const { child } of running) child.stdin.write('go\n')
  await Promise.all(running.map(({ done }) => done))
  const databaseUrl = place.startsWith('postgres') ? place : null
  const store = await openStore({ databaseUrl, sqlitePath: place, clock: () => new Date() })
  await store.checkIntegrity()
  const versions = await store.readVersions()
  await store.close()
  const total = writers.length * edits
  expect(versions.map(({ sequence }) => sequence)).toEqual(Array.from({ length: total * 2 }, (_, index) => index + 1))
  const shared = versions.filter(({ recordId }) => recordId === 'shared')
  // No count is lost: every edit was based on the one before it, whichever writer made that.
  expect(shared.map((version) => (version.kind === 'finding' ? version.body.order : null))).toEqual(
    Array.from({ length: total }, (_, index) => index + 1),
  )
  for (const name of writers) expect(versions.filter(({ recordId }) => recordId.startsWith(`${name}-`))).toHaveLength(edits)
  const refused = running.map(({ said }) => (JSON.parse(said().split('\n')[1]!) as { refused: number }).refused)
  expect(Math.max(...refused)).toBeGreaterThan(0)
}

test('SQLite: processes that share a file lose nothing, and their stale edits are refused', () =>
  race(join(folder, 'shared.sqlite')))

test('PostgreSQL: processes that share a database lose nothing, and their stale edits are refused', async () =>
  race(await server.createDatabase()))
