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
const send = (path: string, fields: Record<string, string>, token = adminToken) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ token, ...fields })) form.append(name, value)
  return site.app.request(`http://localhost${path}`, {
    method: 'POST',
    body: form,
    headers: { 'sec-fetch-site': 'same-origin' },
  })
}
const post = (path: string, fields: Record<string, string>, cookie: string) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const headers = { 'sec-fetch-site': 'same-origin', cookie }
  return site.app.request(`http://localhost${path}`, { method: 'POST', body: form, headers })
}
const readAs = async (path: string, cookie: string) =>
  (await site.app.request(`http://localhost${path}`, { headers: { cookie } })).text()
const editorOf17 = () => signedInAs(site, { role: 'regionalEditor', owner: { kind: 'region', id: '17' } })
const officer = () => signedInAs(site, { role: 'nationalOfficer', owner: null })
const answered = { ownerRole: 'handläggare, Tillväxtverket', answer: 'Vi går igenom alla områden.', state: 'answered', seen: '0' }

describe('the page of all wishes', () => {
  test('says at once that seven were asked and none answered, in both languages', async () => {
    expect(await read('/onskemal')).toContain('<h1>Sju önskemål från 2018, inget svar i registret</h1>')
    expect(await read('/en/wishes')).toContain('<h1>Seven wishes from 2018, no answer in the registry</h1>')
    expect(await read('/onskemal?datum=2026-01-31')).toContain('ställdes 2018-01-31, för åtta år sedan')
  })

  test('is filtered by state and by who asks', async () => {
    await send('/onskemal/wish-2018-03/region', { region: '17', says: 'wishes' })
    await send('/onskemal/wish-2018-03', answered)
    const links = (html: string) => [...html.matchAll(/href="\/onskemal\/(wish-[^"]*)"/g)].map(([, id]) => id)
    expect(links(await read('/onskemal?lage=besvarat'))).toEqual(['wish-2018-03'])
    expect(links(await read('/onskemal?lage=inget-svar'))).toHaveLength(6)
    expect(links(await read('/onskemal?region=varmland'))).toEqual(['wish-2018-03'])
    expect(await read('/onskemal')).toContain('<h1>Sju önskemål från 2018, sex utan svar</h1>')
  })

  test('shows the like wish before a new one is written, and writes it when it is another', async () => {
    const fields = { region: '17', text: 'Mallar, analyser och underlag behövs' }
    const before = await registry.store.getSequence()
    const first = await send('/onskemal', fields)
    expect(await first.text()).toContain('Regionerna behöver större resurser')
    expect(await registry.store.getSequence()).toBe(before)
    const second = await send('/onskemal', { ...fields, isOther: 'yes' })
    expect([second.status, second.headers.get('location')]).toEqual([303, '/onskemal/wish-2026-1'])
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

describe('forms', () => {
  const wish = '/onskemal/wish-2018-07'

  test('are shown to those alone who may write; a reader gets a way to sign in and no field for a key', async () => {
    for (const path of ['/onskemal', wish]) {
      const html = await read(path)
      expect(html).not.toContain('method="post"')
      expect(html).not.toContain('nyckel')
      expect(html).toContain(`<a href="/logga-in?till=${encodeURIComponent(path)}">Logga in</a>`)
    }
    const confirmer = await signedInAs(site, { role: 'regionalConfirmer', owner: { kind: 'region', id: '17' } })
    expect(await readAs('/onskemal', confirmer)).not.toContain('id="ask-text"')
  })

  test('of a region are for its editor, with that region alone, and what is sent is written', async () => {
    const cookie = await editorOf17()
    const html = await readAs('/onskemal', cookie)
    expect(html).toContain('id="ask-text"')
    expect(html).not.toContain('name="token"')
    const form = html.slice(html.indexOf('id="ask-region"'))
    expect(form.match(/<option value="\d+"/g)).toEqual(['<option value="17"'])
    const page = await readAs(wish, cookie)
    expect([page.includes('id="say-region"'), page.includes('id="answer-owner"')]).toEqual([true, false])
    expect((await post(`${wish}/region`, { region: '17', says: 'wishes' }, cookie)).status).toBe(303)
    expect((await post(`${wish}/region`, { region: '25', says: 'wishes' }, cookie)).status).toBe(403)
    expect((await post(wish, answered, cookie)).status).toBe(403)
  })

  test('of the answer are for officers, and what is sent is written', async () => {
    const cookie = await officer()
    expect(await readAs(wish, cookie)).toContain('id="answer-owner"')
    expect((await post(wish, answered, cookie)).status).toBe(303)
    expect(await read(wish)).toContain('Vi går igenom alla områden.')
  })
})

describe('what is written', () => {
  const wish = '/onskemal/wish-2018-07'

  test('has a number for its address, whatever its words are, and the next has the next', async () => {
    const first = await send('/onskemal', { region: '17', text: 'Ring Anna på 070-123 45 67 om tåg', isOther: 'yes' })
    expect(first.status === 303 ? first.headers.get('location') : first.status).not.toContain('anna')
    const ids = []
    for (const text of ['Snabbare tåg till Karlstad', 'Bättre kartor över skogen', 'Snabbare tåg till Karlstad'])
      ids.push((await send('/onskemal', { region: '17', text, isOther: 'yes' })).headers.get('location')?.split('-').at(-1))
    expect(Number(ids[1])).toBe(Number(ids[0]) + 1)
    expect(ids[2]).toBe(ids[0])
  })

  test('promises no day that has passed; one promised before may stand when it is done late', async () => {
    const past = await send(wish, { ...answered, state: 'owned', dueOn: '1900-01-01' })
    expect([past.status, await past.text()]).toEqual([422, expect.stringContaining('har redan passerat')])
    expect((await send(wish, { ...answered, state: 'owned', dueOn: '2026-11-27' })).status).toBe(303)
    site = makeSite({
      store: registry.store,
      clientFolder: registry.clientFolder,
      clock: () => new Date('2026-12-10T12:00:00.000Z'),
      adminToken,
    })
    const done = { ...answered, state: 'done', proof: 'Klart.', dueOn: '2026-11-27', seen: '1' }
    expect((await send(wish, { ...done, dueOn: '2026-12-01' })).status).toBe(422)
    expect((await send(wish, done)).status).toBe(303)
  })

  test('names a listed role in the reader’s language', async () => {
    await send(wish, { ...answered, ownerRole: 'officer, Tillväxtverket' })
    expect(await read(wish)).toContain('handläggare, Tillväxtverket')
    for (const path of ['/en/wishes', '/en/wishes/wish-2018-07'])
      expect(await read(path)).toContain('officer, <span lang="sv">Tillväxtverket</span>')
  })
})
