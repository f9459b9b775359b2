import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSite } from '../main.ts'
import { clock, openTestRegistry } from './testing/test-registry.ts'
import type { TestRegistry } from './testing/test-registry.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(() => registry.close())

const ask = async (path: string) => site.app.request(`http://localhost${path}`)

describe('what somebody writes about themselves is kept nowhere, whatever it is called in the address', () => {
  test.each([
    '/foretag?om=Vi+svetsar',
    '/foretag?plats=Lule%C3%A5',
    '/foretag?sni=1',
    '/foretag?about=We+weld',
    '/foretag?om=&om=Vi+svetsar',
    '/foretag?text=Vi+svetsar&datum=2020-01-01',
    '/en/company?om=Vi+svetsar',
    '/en/company?place=Umea',
    '/metod/sok?text=Vi+svetsar',
    '/metod/sok?om=Vi+svetsar',
    '/api/v1/match/company?about=Vi+svetsar',
  ])('%s', async (path) => {
    const { status, headers } = await ask(path)
    expect([status, headers.get('cache-control'), headers.get('etag'), headers.get('x-robots-tag')]).toEqual([
      200,
      'no-store',
      null,
      'noindex',
    ])
    expect(site.effects.cache.get(path)).toBeNull()
  })

  test.each(['/foretag', '/foretag?datum=2020-01-01', '/en/company?known=2026-11-01', '/metod/sok'])(
    '%s says nothing about anybody',
    async (path) => {
      expect((await ask(path)).headers.get('cache-control')).toContain('public')
    },
  )
})

describe('robots', () => {
  test.each(['/region/varmland?datum=2019-01-01', '/?kant=2026-11-01', '/sok?q=skog', '/api/v1/regions?date=2019-01-01'])(
    'leave %s out of their index',
    async (path) => {
      expect((await ask(path)).headers.get('x-robots-tag')).toBe('noindex')
    },
  )

  test.each(['/', '/region/varmland', '/api/v1/regions'])('may keep %s', async (path) => {
    expect((await ask(path)).headers.get('x-robots-tag')).toBeNull()
  })

  test('are shown no address with a query', async () => {
    expect(await (await ask('/sitemap.xml')).text()).not.toContain('?datum')
    expect((await (await ask('/sitemap.xml')).text()).match(/<loc>[^<]*\?[^<]*/g)).toBeNull()
  })
})
