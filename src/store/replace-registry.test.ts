import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeArchiveFile } from './archive-file.ts'
import { writeArchive } from './archive.ts'
import { openSqliteStore, replaceSqliteRegistry } from './sqlite-store.ts'
import { startWriter } from './testing/run-writer.ts'
import { wish } from './testing/store-suite.ts'

const clock = () => new Date('2026-11-23T12:00:00.000Z')
const folder = mkdtempSync(join(tmpdir(), 'spets-replace-'))
const archive = join(folder, 'backup.gz')
afterAll(() => rmSync(folder, { recursive: true }))

async function fill(path: string, ids: readonly string[]): Promise<void> {
  const store = await openSqliteStore(path, { clock })
  await store.append(ids.map((id) => ({ version: wish(id), expectedVersion: 0 })))
  await store.close()
}

async function idsIn(path: string): Promise<string[]> {
  const store = await openSqliteStore(path, { clock })
  await store.checkIntegrity()
  const versions = await store.readVersions()
  await store.close()
  return versions.map(({ recordId }) => recordId)
}

beforeAll(async () => {
  await fill(join(folder, 'source.sqlite'), ['kept'])
  const store = await openSqliteStore(join(folder, 'source.sqlite'), { clock })
  await writeArchiveFile(archive, writeArchive(store, clock()))
  await store.close()
})

let places = 0
/** A registry with two versions in a folder of its own. */
async function place(): Promise<{ path: string; aside: string; home: string }> {
  const home = join(folder, `place-${++places}`)
  mkdirSync(home)
  const path = join(home, 'spets.sqlite')
  await fill(path, ['old-1', 'old-2'])
  return { path, home, aside: `${path}.2026-11-23T12-00-00-000Z` }
}

describe.each([
  ['with hard links', []],
  ['without hard links', ['no-links']],
])('a restore that is killed at any step, on a file system %s', (_, more) => {
  test(
    'leaves the old registry, the new one, or a refusal with the way out; never a new empty one',
    { timeout: 120_000 },
    async () => {
      const outcomes: string[] = []
      for (let step = 1; step < 30; step++) {
        const { path, aside, home } = await place()
        const { said, done } = await startWriter('replace-writer.ts', [path, aside, archive, String(step), ...more])
        await done
        const found = await idsIn(path).catch((error: { code: string; detail: string }) => {
          expect(error.code).toBe('store_unavailable')
          expect(error.detail).toMatch(/restore was cut off.*spets restore FILE --replace/)
          expect(existsSync(path), 'nothing is made').toBe(false)
          return ['refused']
        })
        outcomes.push(found.join(' '))
        if (found[0] === 'refused') {
          // Either way out: back to the old one, or the restore once more.
          if (step % 2 === 0) renameSync(aside, path)
          else
            await replaceSqliteRegistry(
              { path, aside: `${aside.slice(0, -4)}111Z`, versions: await versionsOf(archive) },
              { clock },
            )
          expect(await idsIn(path)).toEqual(step % 2 === 0 ? ['old-1', 'old-2'] : ['kept'])
        }
        if (said().includes('done')) {
          expect(await idsIn(aside)).toEqual(['old-1', 'old-2'])
          expect(readdirSync(home).filter((name) => name.includes('.part'))).toEqual([])
          break
        }
      }
      expect(outcomes[0]).toBe('old-1 old-2')
      expect(outcomes.at(-1)).toBe('kept')
      expect(outcomes.length).toBeGreaterThan(4)
      expect(outcomes.includes('refused')).toBe(more.length > 0)
      expect(outcomes.filter((outcome) => !['old-1 old-2', 'kept', 'refused'].includes(outcome))).toEqual([])
    },
  )
})

const versionsOf = async (path: string) => (await import('./archive-file.ts')).readArchiveFile(path)

describe('a missing registry with something beside it is not made anew', () => {
  test.each(['.2026-11-23T12-00-00-000Z', '.4711.part', '-wal'])('%s', async (ending) => {
    const home = mkdtempSync(join(folder, 'missing-'))
    const path = join(home, 'spets.sqlite')
    writeFileSync(path + ending, 'x')
    await expect(openSqliteStore(path, { clock })).rejects.toMatchObject({ code: 'store_unavailable' })
    expect(readdirSync(home)).toEqual([`spets.sqlite${ending}`])
  })

  test.each(['other.sqlite', 'spets.sqlite.txt', 'backup.gz.4711.part', 'spets.sqlite-journal-note'])(
    'but %s is not such a thing',
    async (name) => {
      const home = mkdtempSync(join(folder, 'missing-'))
      writeFileSync(join(home, name), 'x')
      await fill(join(home, 'spets.sqlite'), ['a'])
      expect(await idsIn(join(home, 'spets.sqlite'))).toEqual(['a'])
    },
  )
})
