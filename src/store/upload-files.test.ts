import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openUploadFiles, uploadsInMemory } from './upload-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file is kept for an hour under its SHA-256, whole or not at all', async () => {
  const clock = { ms: Date.now() }
  const uploads = openUploadFiles(folder, () => clock.ms)
  const bytes = new Uint8Array([1, 2, 3])
  const id = await uploads.keep(bytes, '../../evil.csv')
  expect(id).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(uploads.find(id)).toEqual({ name: '../../evil.csv', file: { path: join(folder, `${id}.upload`) } })
  expect(readFileSync(join(folder, `${id}.upload`))).toEqual(Buffer.from(bytes))
  clock.ms += 3_700_000
  expect(uploads.find(id)).toBe(null)
  await uploads.keep(new Uint8Array([4]), 'b.csv')
  expect(readdirSync(folder).filter((name) => name.startsWith(id) || name.endsWith('.part'))).toEqual([])
})

test('what was never sent is not found, nor anything outside the folder', async () => {
  for (const uploads of [openUploadFiles(folder), uploadsInMemory()]) {
    await uploads.keep(new Uint8Array([1]), 'a.csv')
    for (const id of ['', '../../etc/passwd', '__proto__', 'a'.repeat(64)]) expect(uploads.find(id)).toBe(null)
  }
})

test('while a large file is kept, others are served', async () => {
  const bytes = new Uint8Array(64 * 1024 * 1024)
  let [isKept, turns] = [false, 0]
  const takeTurn = () => {
    turns += 1
    if (!isKept) setImmediate(takeTurn)
  }
  setImmediate(takeTurn)
  await openUploadFiles(folder).keep(bytes, 'large.csv')
  isKept = true
  // Hashing and writing in this thread would leave a handful.
  expect(turns).toBeGreaterThan(50)
})
