import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'
import { signedInAs } from '../../testing/signed-in.ts'

const adminToken = 'en-nyckel-som-ar-lang-nog-for-prov'
let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeEach(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, adminToken })
})
afterEach(() => registry.close())

const read = async (path: string) => (await site.app.request(`http://localhost${path}`)).text()
const send = (path: string, fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ token: adminToken, ...fields })) form.append(name, value)
  const headers = { 'sec-fetch-site': 'same-origin' }
  return site.app.request(`http://localhost${path}`, { method: 'POST', body: form, headers })
}
const path = '/bro/2028/varmland'
const forest = 'varmland-2022-skoglig-bioekonomi'
const games = 'varmland-2022-dataspel-och-spelifiering'
const health = 'varmland-2022-digital-halsoinnovation'

describe('verdicts before the period 2028–2034', () => {
  test('are given area by area: one carried over, one changed, one closed, the others still without', async () => {
    expect(await read('/bro/2028')).toMatch(/<h1>Inget av \d+ områden har fått ett besked<\/h1>/)
    const sent = await send(path, {
      [`verdict.${forest}`]: 'carryOver',
      [`verdict.${health}`]: 'change',
      [`successor.${health}`]: 'Digital vård- och hälsoinnovation',
      [`lesson.${health}`]: 'Vi arbetar lika mycket med vård.',
      [`verdict.${games}`]: 'close',
    })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?sparat=3`])
    expect(await read(`${path}?sparat=3`)).toContain('4 områden saknar besked.')
    expect(await read('/bro/2028')).toMatch(/<h1>3 av \d+ områden har fått ett besked<\/h1>/)
    const csv = await (await site.app.request('http://localhost/api/v1/tables/bridge.csv')).text()
    expect(csv).toContain(`${forest},Skoglig bioekonomi,carryOver,Skoglig bioekonomi,,2026-11-27`)
    expect(csv).toContain(
      `${health},Digital hälsoinnovation,change,Digital vård- och hälsoinnovation,Vi arbetar lika mycket med vård.,2026-11-27`,
    )
    expect(csv).toContain(`${games},Dataspel och spelifiering,close,,,2026-11-27`)
  })

  test('sent twice are written once, and one who has not seen the newest is told', async () => {
    const fields = { [`verdict.${forest}`]: 'carryOver', [`seen.${forest}`]: '0' }
    await send(path, fields)
    const again = await send(path, fields)
    expect(again.headers.get('location')).toBe(`${path}?sparat=0`)
    const other = await send(path, { ...fields, [`verdict.${forest}`]: 'close' })
    expect([other.status, await other.text()]).toEqual([409, expect.stringContaining('Någon annan hann före')])
  })

  test('a change needs the new words, and a fault in one area writes none of them', async () => {
    const before = await registry.store.getSequence()
    const sent = await send(path, { [`verdict.${forest}`]: 'carryOver', [`verdict.${health}`]: 'change' })
    expect([sent.status, await sent.text()]).toEqual([
      400,
      expect.stringContaining('Skriv vad ”Digital hälsoinnovation” ska heta'),
    ])
    expect(await registry.store.getSequence()).toBe(before)
  })

  test('a period that is not known, and a region that is none, are 404', async () => {
    expect((await site.app.request('http://localhost/bro/2041')).status).toBe(404)
    expect((await site.app.request('http://localhost/bro/2028/ingenstans')).status).toBe(404)
  })

  test('are given by the region’s editor who is signed in; others read them in a table and see no form', async () => {
    const as = async (owner: string) => signedInAs(site, { role: 'regionalEditor', owner: { kind: 'region', id: owner } })
    const [editor, stranger] = [await as('17'), await as('20')]
    const get = async (cookie: string) => (await site.app.request(`http://localhost${path}`, { headers: { cookie } })).text()
    const post = (cookie: string) => {
      const form = new FormData()
      form.append(`verdict.${forest}`, 'carryOver')
      const headers = { 'sec-fetch-site': 'same-origin', cookie }
      return site.app.request(`http://localhost${path}`, { method: 'POST', body: form, headers })
    }
    const html = await read(path)
    expect(html).not.toContain('method="post"')
    expect(html).not.toContain('nyckel')
    expect(html).toContain(`<a href="/logga-in?till=${encodeURIComponent(path)}">Logga in</a>`)
    expect(await get(stranger)).not.toContain(`verdict.${forest}`)
    expect(await get(editor)).toContain(`verdict.${forest}`)
    expect((await post(stranger)).status).toBe(403)
    expect((await post(editor)).headers.get('location')).toBe(`${path}?sparat=1`)
    expect(await read(path)).toMatch(/Skoglig bioekonomi<\/th><td>Föra vidare<\/td>/)
  })
})
