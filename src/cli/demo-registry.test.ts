import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds } from '../records/kinds.ts'
import { writeArchive, readArchive } from '../store/archive.ts'
import type { Store } from '../store/store.ts'
import { makeSite } from '../web/main.ts'
import { doTimedWork } from '../web/timed-work.ts'
import { openTestRegistry } from '../web/http/testing/test-registry.ts'
import type { TestRegistry } from '../web/http/testing/test-registry.ts'
import { demoAccounts } from './demo-content.ts'
import { fillDemonstration } from './demo-registry.ts'
import { loadFirstFacts } from './load-first-facts.ts'
import { openDemonstration, openRegistry } from './open-registry.ts'
import { demonstrationOf } from './settings.ts'
import { makeTestIo } from './testing/test-io.ts'

let folder: string
let store: Store
let registry: TestRegistry
let site: ReturnType<typeof makeSite>
const clock = () => new Date('2026-11-27T12:00:00.000Z')
const io = makeTestIo({})
const demoIo = () => ({ ...io, clock, env: demonstrationOf({ SPETS_DATA: join(folder, 'data') }) })
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spets-demo-'))
  registry = await openTestRegistry()
  store = await openDemonstration(demoIo())
  await loadFirstFacts(store, clock)
  await fillDemonstration(store, demoIo())
  site = makeSite({ store, clientFolder: registry.clientFolder, clock, isDemo: true })
}, 60_000)
afterAll(async () => {
  await store.close()
  await registry.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, cookie = '') => site.app.request(`http://localhost${path}`, cookie ? { headers: { cookie } } : {})
const stepIn = async (email: string) => {
  const form = new FormData()
  form.append('account', email)
  const headers = { 'sec-fetch-site': 'same-origin' }
  const answer = await site.app.request('http://localhost/demo', { method: 'POST', body: form, headers })
  return { status: answer.status, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

describe('a demonstration', () => {
  test('has everything in it at once, by roles and never people', async () => {
    const before = await store.getSequence()
    await fillDemonstration(store, demoIo())
    expect(await store.getSequence()).toBe(before)
    const open = ['/runda/2026', '/onskemal', '/bro/2028', '/samarbete/samarbete-de300003', '/forum/fraga-de300001-0001']
    for (const path of open) expect((await get(path)).status, path).toBe(200)
    expect(await (await get('/samarbete')).text()).toContain('Gemensam testmiljö för förpackningar')
    expect(await (await get('/onskemal')).text()).toContain('Ett gemensamt underlag om elnätets kapacitet')
    for (const email of await findEmails()) expect(email).toMatch(/@demo\.invalid$/)
  })

  const findEmails = async () => (await site.effects.accounts.list()).map(({ email }) => email)

  test('lets one step into each role without mail, and each has something to see', async () => {
    const { cookie } = await stepIn(demoAccounts.varmland.email)
    const toDo = await (await get('/att-gora', cookie)).text()
    expect(toDo).toContain('Trä i höga hus')
    expect(toDo).toContain('Sol och energisystem över länsgränsen')
    const officer = await stepIn(demoAccounts.officer.email)
    expect(await (await get('/att-gora', officer.cookie)).text()).toContain('Ett förslag väntar på dig')
    expect(await (await get('/forum', officer.cookie)).text()).toContain('Nämner en leverantör')
    expect(await (await get('/dialog', officer.cookie)).text()).toContain('Dialog med Värmland')
    expect((await stepIn('nagon@example.se')).status).toBe(404)
    await doTimedWork(site.effects)
    expect(await (await get('/demo')).text()).toContain('redaktor.varmland@demo.invalid')
  })

  test('says so on every page, in every answer and on every file, also when it is kept', async () => {
    for (const path of [
      '/',
      '/en',
      '/region/varmland',
      '/finns-inte',
      '/att-gora',
      '/api/v1/regions',
      '/robots.txt',
      '/logga-in',
    ])
      for (let time = 0; time < 2; time += 1) {
        const { headers } = await get(path)
        expect([headers.get('x-spets-demonstration') !== null, headers.get('x-robots-tag')], path).toEqual([
          true,
          'noindex, nofollow',
        ])
      }
    for (const path of ['/', '/region/varmland', '/finns-inte', '/en/forum']) {
      const html = await (await get(path)).text()
      expect(html, path).toContain('class="demo-bar"')
      expect(html, path).toMatch(/<title>Demonstration: /)
      expect(html, path).toContain('<meta name="robots" content="noindex"')
    }
    const table = await get('/api/v1/tables/wishes.csv')
    expect(table.headers.get('content-disposition')).toContain('filename="demonstration-')
  })

  test('is nothing that another registry reads: neither as its own, nor as an archive', async () => {
    expect(demoIo().env['SPETS_DATA']).toBe(join(folder, 'data-demo'))
    expect(demonstrationOf({ DATABASE_URL: 'postgres://x', SPETS_SMTP_URL: 'smtp://x' })).toMatchObject({
      DATABASE_URL: undefined,
      SPETS_SMTP_URL: undefined,
    })
    await expect(openRegistry(demoIo())).rejects.toMatchObject({ code: 'bad_setting' })
    const chunks: Uint8Array[] = []
    for await (const chunk of writeArchive(store, clock())) chunks.push(chunk)
    await expect(readArchive(chunks)).rejects.toMatchObject({ code: 'unsupported_file' })
  })

  test('a real site has no page for stepping into roles', async () => {
    const real = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
    expect((await real.app.request('http://localhost/demo')).status).toBe(404)
    expect((await real.app.request('http://localhost/')).headers.get('x-spets-demonstration')).toBeNull()
    expect(Object.keys(kinds)).toContain('forumConclusion')
  })
})
