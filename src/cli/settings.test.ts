import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ExpectedError } from '../records/expected-error.ts'
import { readServeSettings } from './settings.ts'
import { serveCommand } from './serve.ts'
import { makeTestIo } from './testing/test-io.ts'

test('what is left out, or empty, is as the README says', () => {
  const usual = {
    port: 2121,
    host: 'localhost',
    logLevel: 'info',
    adminToken: null,
    baseUrl: null,
    smtp: null,
    isProxyTrusted: false,
    rate: null,
  }
  expect(readServeSettings({}, {})).toEqual(usual)
  const names = ['PORT', 'HOST', 'SPETS_LOG', 'SPETS_ADMIN_TOKEN', 'SPETS_BASE_URL', 'SPETS_TRUST_PROXY', 'SPETS_RATE_LIMIT']
  expect(readServeSettings(Object.fromEntries(names.map((name) => [name, ''])), {})).toEqual(usual)
})

test('what is given is used, and the command line goes first', () => {
  const env = { PORT: '80', HOST: '::1', SPETS_LOG: 'warn', SPETS_TRUST_PROXY: '1', SPETS_RATE_LIMIT: '2.5' }
  expect(readServeSettings(env, { port: '4711' })).toMatchObject({
    port: 4711,
    host: '::1',
    logLevel: 'warn',
    isProxyTrusted: true,
    rate: { perSecond: 2.5, burst: 20 },
  })
})

describe('what cannot be used is refused in words, with its name', () => {
  test.each([
    ['SPETS_LOG', 'foo'],
    ['SPETS_LOG', 'INFO'],
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['HOST', 'http://localhost'],
    ['HOST', 'a b'],
    ['SPETS_TRUST_PROXY', 'true'],
    ['SPETS_RATE_LIMIT', 'none'],
    ['SPETS_RATE_LIMIT', '0'],
    ['SPETS_RATE_LIMIT', 'Infinity'],
  ])('%s=%s', (name, value) => {
    expect(() => readServeSettings({ [name]: value }, {})).toThrow(new RegExp(`^${name} is «${value}»: .*needed|whole number`))
    expect(() => readServeSettings({ [name]: value }, {})).toThrow(ExpectedError)
  })

  test('all of them at once', () => {
    expect(() => readServeSettings({ SPETS_LOG: 'foo', PORT: 'x' }, {})).toThrow(/PORT.*SPETS_LOG/)
    expect(() => readServeSettings({}, { port: 'x' })).toThrow(/^--port is/)
  })

  test('and not called a bug by the command', async () => {
    const io = makeTestIo({ SPETS_LOG: 'foo', SPETS_DATA: '/nowhere/that/is', SPETS_LANG: 'sv' })
    expect(await serveCommand.run([], { ...io, startSite: () => Promise.reject(new Error('it must not get this far')) })).toBe(1)
    expect(io.errors()).toMatch(/inställning.*SPETS_LOG är «foo»/)
    expect(io.errors()).not.toMatch(/bugg|\.ts/)
  })
})

test('no other file of the command line reads the environment', () => {
  const folder = new URL('.', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^settings\.ts$/.test(name))
  expect(files.filter((name) => /\benv\[|env\.[A-Z]|process\.env/.test(readFileSync(new URL(name, folder), 'utf8')))).toEqual([])
})

test('the README names every setting', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const source = readFileSync(new URL('settings.ts', import.meta.url), 'utf8')
  const names = [...source.matchAll(/env\['([A-Z_]+)'\]/g)].map(([, name]) => name!)
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !readme.includes(`\`${name}\``) && !['USER', 'USERNAME'].includes(name))).toEqual([])
})
