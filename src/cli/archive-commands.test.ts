import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { firstFacts } from '../changes/first-facts.ts'
import { buildKnownRegistry } from '../snapshot/snapshot.ts'
import type { Store } from '../store/store.ts'
import { startPostgres } from '../store/testing/postgres-server.ts'
import type { PostgresServer } from '../store/testing/postgres-server.ts'
import { startWriter } from '../store/testing/run-writer.ts'
import { wish } from '../store/testing/store-suite.ts'
import { backupCommand, dumpCommand, loadCommand, restoreCommand } from './archive-commands.ts'
import { checkCommand } from './check-command.ts'
import { openRegistry } from './open-registry.ts'
import { sqlitePathOf } from './settings.ts'
import { makeTestIo } from './testing/test-io.ts'

/** A terminal whose clock is later than the facts that ship, which is what the check asks for. */
const terminal = (data: string): ReturnType<typeof makeTestIo> => ({
  ...makeTestIo({ SPETS_DATA: data, SPETS_LANG: 'sv' }),
  clock: () => new Date('2026-11-27T12:00:00.000Z'),
})

let server: PostgresServer
let folder: string
let io: ReturnType<typeof makeTestIo>
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-archive-cli-'))
  io = terminal(join(folder, 'data'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const within = (name: string): string => join(folder, name)
const elsewhere = (name: string) => terminal(within(name))
type Place = Parameters<typeof openRegistry>[0]

async function inRegistry<T>(place: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openRegistry(place)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const fill = (place: Place) =>
  inRegistry(place, async (store) => {
    await store.load(firstFacts())
    await store.append([{ version: wish('eget'), expectedVersion: 0 }])
  })
const snapshotId = (place: Place) =>
  inRegistry(place, async (store) => buildKnownRegistry(await store.readVersions(), '9999-12-31T23:59:59.999Z').id)
const count = firstFacts().length + 1

test('a backup is restored into an empty registry, with the same snapshot', async () => {
  await fill(io)
  expect(await backupCommand.run([within('kopia.gz')], io)).toBe(0)
  expect(io.out()).toBe(`${count} versioner är sparade i ${within('kopia.gz')}.`)
  const other = elsewhere('other')
  expect(await restoreCommand.run([within('kopia.gz')], other)).toBe(0)
  expect(other.out()).toBe(`Återställt: ${count} versioner.`)
  expect(await snapshotId(other)).toBe(await snapshotId(io))
  other.clear()
  expect(await checkCommand.run([], other)).toBe(0)
  expect(other.out()).toBe(`Registret är helt: ${count} versioner.`)
})

test('dump and load move a registry from SQLite to PostgreSQL and back, with the same snapshot', async () => {
  await fill(io)
  const url = await server.createDatabase()
  expect(await dumpCommand.run([within('ut.spets')], io)).toBe(0)
  expect(await loadCommand.run([within('ut.spets'), '--database', url], io)).toBe(0)
  expect(await dumpCommand.run([within('ter.spets'), '--database', url], io)).toBe(0)
  const back = elsewhere('back')
  expect(await loadCommand.run([within('ter.spets')], back)).toBe(0)
  expect(await snapshotId(back)).toBe(await snapshotId(io))
  expect(await snapshotId({ ...io, env: { DATABASE_URL: url } })).toBe(await snapshotId(io))
  expect(readFileSync(within('ter.spets'), 'utf8')).toBe(readFileSync(within('ut.spets'), 'utf8'))
})

test('a backup made while others write has whole batches only', async () => {
  await inRegistry(io, async () => undefined)
  const { child, done } = await startWriter('crash-writer.ts', [sqlitePathOf(io.env), '1'])
  try {
    for (let copy = 0; copy < 5; copy++) {
      expect(await backupCommand.run([within(`kopia-${copy}`)], io)).toBe(0)
      const restored = elsewhere(`restored-${copy}`)
      expect(await restoreCommand.run([within(`kopia-${copy}`)], restored)).toBe(0)
      const versions = await inRegistry(restored, (store) => store.readVersions())
      const batches = Map.groupBy(versions, ({ changeNote }) => changeNote)
      expect([...batches.values()].filter((parts) => parts.length !== 3)).toEqual([])
    }
  } finally {
    child.kill('SIGKILL')
    await done
  }
})

test('a registry that is not empty is restored over only when asked to, and is then kept aside', async () => {
  await fill(io)
  await backupCommand.run([within('kopia')], io)
  await inRegistry(io, (store) => store.append([{ version: wish('senare'), expectedVersion: 0 }]))
  const later = await snapshotId(io)
  expect(await loadCommand.run([within('kopia')], io)).toBe(1)
  io.clear()
  expect(await restoreCommand.run([within('kopia')], io)).toBe(1)
  expect(io.errors()).toContain('Lägg till --replace')
  expect(await snapshotId(io)).toBe(later)
  expect(await restoreCommand.run([within('kopia'), '--replace'], io)).toBe(0)
  const aside = `${sqlitePathOf(io.env)}.2026-11-27T12-00-00-000Z`
  expect(io.out()).toContain(`Det förra registret finns kvar som ${aside}.`)
  expect(await inRegistry(io, (store) => store.getSequence())).toBe(count)
  expect(readdirSync(within('data')).sort()).toEqual(['spets.sqlite', 'spets.sqlite.2026-11-27T12-00-00-000Z'])
  rmSync(sqlitePathOf(io.env))
  writeFileSync(sqlitePathOf(io.env), readFileSync(aside))
  expect(await snapshotId(io)).toBe(later)
})

test('a registry that another process has open is not set aside', async () => {
  await fill(io)
  await backupCommand.run([within('kopia')], io)
  await inRegistry(io, async (store) => {
    expect(await restoreCommand.run([within('kopia'), '--replace'], io)).toBe(1)
    expect(io.errors()).toContain('Another process has')
    expect(await store.getSequence()).toBe(count)
  })
  expect(readdirSync(within('data'))).toEqual(['spets.sqlite'])
})

test.each([
  ['damaged', (bytes: Buffer) => bytes.with(2000, bytes[2000]! ^ 1)],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, 5000)],
  ['foreign', () => Buffer.from('id;namn\n1;Blekinge\n')],
])('an archive that is %s is refused before anything is touched', async (_, spoil) => {
  await fill(io)
  await backupCommand.run([within('kopia')], io)
  writeFileSync(within('skadad'), spoil(readFileSync(within('kopia'))))
  expect(await restoreCommand.run([within('skadad'), '--replace'], io)).toBe(1)
  expect(io.errors(), 'the backup is at fault, not the registry').not.toContain('Registret är skadat')
  expect(readdirSync(within('data'))).toEqual(['spets.sqlite'])
  const other = elsewhere('other')
  expect(await restoreCommand.run([within('skadad')], other)).toBe(1)
  expect(await loadCommand.run([within('skadad')], other)).toBe(1)
  expect(existsSync(within('other'))).toBe(false)
})

test('a damaged registry is found, is not backed up as if it were whole, and is restored over', async () => {
  await fill(io)
  await backupCommand.run([within('kopia')], io)
  const path = sqlitePathOf(io.env)
  writeFileSync(path, readFileSync(path).fill(0x5a, 4096))
  expect(await checkCommand.run([], io)).toBe(1)
  expect(await backupCommand.run([within('kopia-2')], io)).toBe(1)
  expect(existsSync(within('kopia-2'))).toBe(false)
  expect(io.errors()).toContain('Registret är skadat')
  expect(await restoreCommand.run([within('kopia'), '--replace'], io)).toBe(0)
  io.clear()
  expect(await checkCommand.run([], io)).toBe(0)
})

test('on PostgreSQL a registry that is not empty is never restored over', async () => {
  await fill(io)
  await backupCommand.run([within('kopia')], io)
  const url = await server.createDatabase()
  expect(await restoreCommand.run([within('kopia'), '--database', url], io)).toBe(0)
  expect(await restoreCommand.run([within('kopia'), '--database', url, '--replace'], io)).toBe(1)
  expect(io.errors()).toContain('ny, tom databas')
})

test('wrong usage is reported, with the right one', async () => {
  for (const args of [[], ['a', 'b'], ['a', '--no-such'], ['a', '--replace']]) {
    io.clear()
    expect(await backupCommand.run(args, io)).toBe(2)
    expect(io.errors()).toContain('spets backup FILE')
  }
  expect(await backupCommand.run([within('no-folder/kopia')], makeTestIo({ ...io.env, SPETS_LANG: 'en' }))).toBe(1)
})
