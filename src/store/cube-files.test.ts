import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { madeUpCube } from '../evidence/testing/made-up-cube.ts'
import { cubesInUse, findCube } from '../records/cube.ts'
import { cubesInMemory, openCubeFiles } from './cube-files.ts'

const year = (codes: string[]) => ({
  id: 'year',
  role: 'time' as const,
  label: { sv: 'År', en: 'Year' },
  classification: null,
  codes,
  labels: codes.map((code) => ({ sv: code, en: code })),
})
const cubeOf = (first: number, header = {}) =>
  madeUpCube({ dimensions: [year(['2023', '2024'])], valueAt: ([code]) => (code === '2023' ? first : 2), header })

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'spets-cubes-')), 'cubes')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

describe('a folder of cubes', () => {
  test('that is not there is empty, and is made with the first cube', async () => {
    const files = openCubeFiles(folder)
    expect(files.shelf().listings).toEqual([])
    const { id } = await files.add(cubeOf(1))
    expect(readdirSync(folder)).toEqual([`${id}.cube`])
    expect(files.bytesOf(id)).toEqual(readFileSync(join(folder, `${id}.cube`)))
    expect(files.bytesOf('0'.repeat(64))).toBeNull()
  })

  test('keeps a cube once, over restarts, and gives it back as it was', async () => {
    const first = openCubeFiles(folder)
    const { id } = await first.add(cubeOf(1))
    expect((await first.add(cubeOf(1))).id).toBe(id)
    const again = openCubeFiles(folder)
    expect(again.shelf()).toMatchObject({ id: first.shelf().id, listings: [{ id }] })
    expect(again.shelf().listings[0]!.read()).toEqual(cubeOf(1))
    expect(again.shelf().listings[0]!.read()).toBe(again.shelf().listings[0]!.read())
  })

  test('keeps the same cube twice at once as one whole file', async () => {
    const files = openCubeFiles(folder)
    const both = await Promise.all([files.add(cubeOf(1)), files.add(cubeOf(1))])
    expect(readdirSync(folder)).toEqual([`${both[0].id}.cube`])
    expect(files.shelf().listings).toHaveLength(1)
    expect(openCubeFiles(folder).shelf().listings[0]!.read()).toEqual(cubeOf(1))
  })

  test('has the latest vintage in use and the earlier beside it; its id follows what is in it', async () => {
    const files = openCubeFiles(folder)
    const old = await files.add(cubeOf(1, { vintage: '2025-05-01' }))
    const before = files.shelf()
    const added = await files.add(cubeOf(5, { vintage: '2026-05-01' }))
    await files.add(cubeOf(1, { table: 'other' }))
    expect(findCube(files.shelf(), 'made-up')!.id).toBe(added.id)
    expect(cubesInUse(files.shelf()).map(({ header }) => header.table)).toEqual(['made-up', 'other'])
    expect(files.shelf().listings.map(({ id }) => id)).toContain(old.id)
    expect(files.shelf().id).not.toBe(before.id)
    expect(before.listings).toHaveLength(1)
  })

  test('shows what another process has added when it is asked to look, and otherwise stays the same object', async () => {
    const [one, other] = [openCubeFiles(folder), openCubeFiles(folder)]
    await one.add(cubeOf(1))
    const empty = other.shelf()
    expect(empty.listings).toEqual([])
    other.refresh()
    expect(other.shelf().id).toBe(one.shelf().id)
    const seen = other.shelf()
    other.refresh()
    expect(other.shelf()).toBe(seen)
  })

  test('refuses a cube whose file has been changed, and takes no other file for one', async () => {
    const files = openCubeFiles(folder)
    const { id } = await files.add(cubeOf(1))
    const bytes = readFileSync(join(folder, `${id}.cube`))
    bytes[bytes.length - 1]! ^= 1
    writeFileSync(join(folder, `${id}.cube`), bytes)
    writeFileSync(join(folder, 'notes.txt'), 'no cube')
    const { listings } = openCubeFiles(folder).shelf()
    expect(listings).toHaveLength(1)
    expect(() => listings[0]!.read()).toThrow('damaged')
  })
})

describe('a folder of cubes', () => {
  test('is cleared of what a killed process was writing, and of nothing that another one may be writing', async () => {
    await openCubeFiles(folder).add(cubeOf(1))
    const part = (pid: number) => `.${'a'.repeat(64)}-${pid}-${crypto.randomUUID()}.part`
    const { pid: ended } = spawnSync(process.execPath, ['-e', ''])
    const [left, own, old] = [part(ended), part(process.pid), part(process.ppid)]
    for (const name of [left, own, old]) writeFileSync(join(folder, name), 'half')
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
    utimesSync(join(folder, old), longAgo, longAgo)
    const { listings } = openCubeFiles(folder).shelf()
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([own])
    expect(listings).toHaveLength(1)
  })

  test('whose files have been compared is not hashed when it is read, until a file is written again', async () => {
    const { id } = await openCubeFiles(folder).add(cubeOf(1))
    const path = join(folder, `${id}.cube`)
    const at = (seconds: number) => utimesSync(path, seconds, seconds)
    at(1_800_000_000)
    const [compared, touched] = [openCubeFiles(folder), openCubeFiles(folder)]
    await Promise.all([compared.verify(), touched.verify()])
    const bytes = readFileSync(path)
    bytes[bytes.length - 1]! ^= 1
    writeFileSync(path, bytes)
    // As if nothing had been written: whoever compares again would find it.
    at(1_800_000_000)
    expect(() => compared.shelf().listings[0]!.read()).not.toThrow()
    at(1_800_000_005)
    expect(() => touched.shelf().listings[0]!.read()).toThrow('damaged')
    await touched.verify()
    expect(() => touched.shelf().listings[0]!.read()).toThrow('damaged')
  })
})

test('cubes in memory have the same ids as in files', async () => {
  const files = openCubeFiles(folder)
  expect(cubesInMemory([cubeOf(1)]).shelf().id).toBe((await files.add(cubeOf(1)), files.shelf().id))
})
