import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'

const adminToken = 'en-nyckel-som-ar-lang-nog-for-prov'
let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeEach(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, adminToken })
})
afterEach(() => registry.close())

const read = async (path: string) => (await site.app.request(`http://localhost${path}`)).text()
const send = (path: string, fields: Record<string, string>, token = adminToken) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ token, ...fields })) form.append(name, value)
  return site.app.request(`http://localhost${path}`, {
    method: 'POST',
    body: form,
    headers: { 'sec-fetch-site': 'same-origin' },
  })
}
const answered = { ownerRole: 'handläggare, Tillväxtverket', answer: 'Vi går igenom alla områden.', state: 'answered', seen: '0' }

describe('the page of all wishes', () => {
  test('says at once that seven were asked and none answered, in both languages', async () => {
    expect(await read('/onskemal')).toContain('<h1>Sju önskemål från 2018. Inget svar i registret.</h1>')
    expect(await read('/en/wishes')).toContain('<h1>Seven wishes from 2018. No answer in the registry.</h1>')
    expect(await read('/onskemal?datum=2026-01-31')).toContain('ställdes 2018-01-31, för åtta år sedan')
  })

  test('is filtered by state and by who asks', async () => {
    await send('/onskemal/wish-2018-03/region', { region: '17', says: 'wishes' })
    await send('/onskemal/wish-2018-03', answered)
    const links = (html: string) => [...html.matchAll(/href="\/onskemal\/(wish-[^"]*)"/g)].map(([, id]) => id)
    expect(links(await read('/onskemal?lage=besvarat'))).toEqual(['wish-2018-03'])
    expect(links(await read('/onskemal?lage=inget-svar'))).toHaveLength(6)
    expect(links(await read('/onskemal?region=varmland'))).toEqual(['wish-2018-03'])
    expect(await read('/onskemal')).toContain('Sju önskemål från 2018. Sex utan svar.')
  })

  test('shows the like wish before a new one is written, and writes it when it is another', async () => {
    const fields = { region: '17', text: 'Mallar, analyser och underlag behövs' }
    const before = await registry.store.getSequence()
    const first = await send('/onskemal', fields)
    expect(await first.text()).toContain('Regionerna behöver större resurser')
    expect(await registry.store.getSequence()).toBe(before)
    const second = await send('/onskemal', { ...fields, isOther: 'yes' })
    expect([second.status, second.headers.get('location')]).toEqual([
      303,
      '/onskemal/wish-2026-mallar-analyser-och-underlag-behovs',
    ])
    expect(await read(second.headers.get('location')!)).toContain('Värmland')
  })

  test('keeps words of the sender as text, never as markup', async () => {
    const sent = await send('/onskemal', { region: '17', text: 'Ett <img src=x onerror=alert(1)> önskemål' })
    const html = await read(sent.headers.get('location')!)
    expect(html).toContain('&lt;img src=x')
    expect(html).not.toContain('<img src=x')
  })
})

describe('the page of a wish', () => {
  const path = '/onskemal/wish-2018-07'
  test('is answered, joined and closed, and its data say the same', async () => {
    expect(await read(path)).toContain('Inget svar är infört i registret.')
    expect((await send(path, answered)).headers.get('location')).toBe(`${path}?sparat=ja`)
    await send(`${path}/region`, { region: '17', says: 'wishes' })
    expect((await send(`${path}/region`, { region: '17', says: 'solved', comment: 'Tack.' })).status).toBe(303)
    const html = await read(path)
    expect(html).toContain('Vi går igenom alla områden.')
    expect(html).toContain('Säger att det är löst')
    const data = (await (await site.app.request(`http://localhost/api/v1/${'wishes/wish-2018-07'}`)).json()) as { state: string }
    expect(data.state).toBe('closed')
    expect(await (await site.app.request('http://localhost/api/v1/tables/wishes.csv')).text()).toContain('wish-2018-07,closed,')
  })

  test('refuses a wrong key, a stale form, a region that does not ask, and a number that is a person’s', async () => {
    expect((await send(path, answered, 'fel nyckel')).status).toBe(401)
    expect((await send(path, answered)).status).toBe(303)
    expect((await send(path, { ...answered, answer: 'Ett annat svar.' })).status).toBe(409)
    expect((await send(`${path}/region`, { region: '20', says: 'solved' })).status).toBe(403)
    const person = await send(path, { ...answered, seen: '1', answer: 'Ring 811218-9876.' })
    expect([person.status, await person.text()]).toEqual([422, expect.stringContaining('ser ut som ett personnummer')])
  })

  test('on another day there is nothing to send', async () => {
    const html = await read(`${path}?datum=2020-01-01`)
    expect(html).toContain('Sidan visar en annan dag.')
    expect(html).not.toContain('method="post"')
  })

  test('what is not there is 404', async () => {
    expect((await site.app.request('http://localhost/onskemal/wish-1999-01')).status).toBe(404)
  })
})
