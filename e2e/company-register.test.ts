import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRegister } from '../bench/company-register.ts'

const entry = 'dist/server/spets.js'
let folder: string
let register: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spets-register-'))
  register = join(folder, 'register.csv')
  const file = openSync(register, 'w')
  for (const piece of makeRegister(6_000)) writeSync(file, piece)
  closeSync(file)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The built program, as people run it. */
function start(...args: string[]) {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, 'match', 'companies', ...args], {
    env: { PATH: process.env['PATH'], SPETS_DATA: join(folder, 'data'), SPETS_LANG: 'sv' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function codeOf(child: ReturnType<typeof start>): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null]
  return code
}

const out = (name: string) => join(folder, name)

describe('a register of 6 000 companies', () => {
  test('gives the same bytes with one worker, two and three', async () => {
    for (const workers of ['1', '2', '3'])
      expect(await codeOf(start(register, '--workers', workers, '--out', out(`${workers}.csv`)))).toBe(0)
    const one = readFileSync(out('1.csv'))
    expect(one.length).toBeGreaterThan(300_000)
    for (const name of ['2.csv', '3.csv']) expect(readFileSync(out(name)).equals(one)).toBe(true)
  }, 240_000)

  test('ends quietly when nobody reads on', async () => {
    const child = start(register, '--workers', '2')
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    const closed = codeOf(child)
    await once(child.stdout, 'data')
    child.stdout.destroy()
    expect([await closed, errors]).toEqual([0, ''])
  })

  test('Ctrl-C, which may reach it twice, leaves no half-written file', async () => {
    const child = start(register, '--workers', '2', '--out', out('torn.csv'))
    const closed = codeOf(child)
    await expect
      .poll(() => readdirSync(folder).some((name) => name.startsWith('torn') && name.endsWith('.part')), { timeout: 20_000 })
      .toBe(true)
    child.kill('SIGINT')
    child.kill('SIGINT')
    expect(await closed).toBe(130)
    expect(readdirSync(folder).filter((name) => name.startsWith('torn'))).toEqual([])
  })
})
