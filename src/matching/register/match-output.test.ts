import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeToFile, writeToStream } from './match-output.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spets-output-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* pieces(count: number, error?: Error): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < count; at++) yield Buffer.from(`${at}\n`)
  if (error) throw error
}

describe('a file', () => {
  test('is there when all is written, and nothing else is', async () => {
    await writeToFile(pieces(3), join(folder, 'out.csv'))
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('0\n1\n2\n')
    expect(readdirSync(folder)).toEqual(['out.csv'])
  })

  test('stays as it was when something fails on the way', async () => {
    writeFileSync(join(folder, 'out.csv'), 'before')
    await expect(writeToFile(pieces(3, new Error('torn')), join(folder, 'out.csv'))).rejects.toThrow('torn')
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['out.csv'])
  })

  test('leaves no listeners behind', async () => {
    const count = () => ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'].map((event) => process.listenerCount(event))
    const before = count()
    await writeToFile(pieces(1), join(folder, 'out.csv'))
    expect(count()).toEqual(before)
  })
})

describe('a stream', () => {
  test('is given no more than it takes', async () => {
    let made = 0
    const counted = (async function* () {
      for (; made < 100; made++) yield Buffer.alloc(20_000)
    })()
    let taken = 0
    let most = 0
    const slow = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        most = Math.max(most, made - taken++)
        setImmediate(done)
      },
    })
    await writeToStream(counted, slow)
    expect(taken).toBe(100)
    expect(most).toBeLessThan(6)
  })

  test('whose reader has gone ends the work, without an error', async () => {
    let made = 0
    let isClosed = false
    const counted = (async function* () {
      try {
        for (; made < 100; made++) yield Buffer.alloc(10)
      } finally {
        isClosed = true
      }
    })()
    const gone = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    })
    await writeToStream(counted, gone)
    expect(made).toBeLessThan(6)
    expect(isClosed).toBe(true)
  })

  test('that fails in another way is reported', async () => {
    const full = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error('full'), { code: 'ENOSPC' })) })
    await expect(writeToStream(pieces(3), full)).rejects.toThrow('full')
  })
})
