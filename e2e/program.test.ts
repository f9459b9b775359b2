import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const entry = 'dist/server/spets.js'
let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'spets-program-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

/** The built program, as `npm start` runs it. */
function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], {
    env: { PATH: process.env['PATH'], SPETS_DATA: data, SPETS_LOG: 'silent', SPETS_LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { out: '', errors: '' }
  child.stdout.on('data', (chunk: Buffer) => (written.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (written.errors += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, written, ended }
}

async function run(args: string[], env: Record<string, string> = {}) {
  const { written, ended } = start(args, env)
  return { code: await ended, ...written }
}

async function serve(args: string[] = [], env: Record<string, string> = {}) {
  const program = start(['serve', '--port', '0', ...args], env)
  await expect.poll(() => program.written.out, { timeout: 20_000 }).toMatch(/http:\/\/\S+/)
  return { ...program, url: /http:\/\/\S+/.exec(program.written.out)![0] }
}

test('prints its version, which is the package’s', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(await run(['--version'])).toMatchObject({ code: 0, out: `${version}\n` })
})

test('lists every command in both languages', async () => {
  expect((await run(['help'])).out).toMatch(/Commands:[\s\S]*spets serve/)
  expect((await run([], { SPETS_LANG: 'sv' })).out).toMatch(/Kommandon:[\s\S]*spets serve/)
})

test.each([
  ['serv', '«serve»'],
  ['srve', '«serve»'],
  ['bakcup', '«backup»'],
])('a misspelt command, %s, is answered with the one meant', async (name, meant) => {
  const { code, errors } = await run([name])
  expect(code).toBe(2)
  expect(errors).toContain(meant)
})

test('a reader that stops reading is no fault', async () => {
  const env = { PATH: process.env['PATH'], SPETS_DATA: data, SPETS_LANG: 'en' }
  const child = spawn(
    'sh',
    ['-c', `"${process.execPath}" ${entry} help | head -1; ${process.execPath} ${entry} similar a b | true`],
    { env },
  )
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  await once(child, 'close')
  expect(errors.replaceAll(/\(node:\d+\)[^\n]*Warning[^\n]*\n|\(Use `node[^\n]*\n/g, '')).toBe('')
})

test('a word that is like no command gets no guess', async () => {
  const { code, errors } = await run(['xyzzy'])
  expect([code, errors.includes('Did you mean')]).toEqual([2, false])
})

describe('serve', () => {
  test('a table of statistics is read at the start; one that cannot be used stops it, in plain words', async () => {
    const file = join(data, 'employment.csv')
    writeFileSync(file, 'region;02;16;62;Total\n01;1;2;90;93\n17;50;40;5;95\nSE313;9;9;9;27\nSE;60;51;104;215\n')
    const { url, written, child, ended } = await serve([], { SPETS_STATISTICS: file, SPETS_STATISTICS_TITLE: 'Employees' })
    expect(written.out).toContain('Statistics: Employees, 3 regions × 3 activities. Left out: SE, Total.')
    expect(await (await fetch(`${url}/en/matching?region=varmland`)).text()).toContain('Regions of a similar structure')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    writeFileSync(file, 'region;02;16;62\n01;1;2;many\n')
    const { code, errors } = await run(['serve', '--port', '0'], { SPETS_STATISTICS: file })
    expect(code).toBe(1)
    expect(errors).toContain('employment.csv')
    expect(errors).toContain('Line 2')
    expect((await run(['serve'], { SPETS_STATISTICS: join(data, 'nothing.csv') })).errors).toContain('SPETS_STATISTICS')
  })

  test('an empty registry is filled, the address is printed, and the first page is there', async () => {
    const { url, child, ended } = await serve()
    expect(await (await fetch(url)).text()).toContain('Värmland')
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ ready: true, engine: 'sqlite' })
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(existsSync(join(data, 'spets.sqlite-wal'))).toBe(false)
  })

  test('Ctrl+C, which reaches it twice when another program started it, still ends it in order', async () => {
    const { child, ended } = await serve()
    child.kill('SIGINT')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  test.each([
    ['a key that can be guessed', {}, { SPETS_ADMIN_TOKEN: 'hemligt' }, /at least 24 characters/],
    ['a port that is none', { port: 'sju' }, {}, /--port is «sju»: a port is a whole number/],
    ['a rate that is none', {}, { SPETS_RATE_LIMIT: 'lagom' }, /SPETS_RATE_LIMIT/],
  ])('%s is refused in plain words', async (_name, { port = '0' }: { port?: string }, env: Record<string, string>, words) => {
    const { code, errors } = await run(['serve', '--port', port], env)
    expect(code).toBe(1)
    expect(errors).toMatch(words)
    expect(errors).not.toMatch(/\n\s+at /)
  })

  test('a port that is taken is reported, with a way out', async () => {
    const first = await serve(['--host', '127.0.0.1'])
    const { code, errors } = await run(['serve', '--host', '127.0.0.1', '--port', new URL(first.url).port])
    expect(code).toBe(1)
    expect(errors).toMatch(/is taken.*--port/)
    first.child.kill('SIGTERM')
    await first.ended
  })
})
