import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'
import { signedInAs } from '../../testing/signed-in.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
let officer: string
let editor: string
let stranger: string
beforeEach(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
  officer = await signedInAs(site, { role: 'nationalOfficer', owner: null })
  editor = await signedInAs(site, { role: 'regionalEditor', owner: { kind: 'region', id: '17' } })
  stranger = await signedInAs(site, { role: 'regionalEditor', owner: { kind: 'region', id: '20' } })
})
afterEach(() => registry.close())

const get = (path: string, cookie?: string) => site.app.request(`http://localhost${path}`, cookie ? { headers: { cookie } } : {})
const read = async (path: string, cookie?: string) => (await get(path, cookie)).text()
const send = (path: string, fields: Record<string, string>, cookie: string) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const headers = { 'sec-fetch-site': 'same-origin', cookie }
  return site.app.request(`http://localhost${path}`, { method: 'POST', body: form, headers })
}
const path = '/dialog/17-2026-12-01-1300'
const plan = (cookie = officer, region = '17') =>
  send(
    '/dialog',
    { region, day: '2026-12-01', hour: '13:00', roles: 'strateg, Region Värmland\nhandläggare, Tillväxtverket' },
    cookie,
  )
const noteId = '0b0e7a52-3f53-4a5e-9d6c-5f3b8a0c1d2e'
const sentence = 'Vi har anställt två processledare.'
const note = (body: string, cookie = officer, note_ = noteId) => send(path, { note: note_, body }, cookie)
const findingIds = async () =>
  (await registry.store.side.read.selectFrom('dialogue_finding').select('id').execute()).map(({ id }) => id)
const decide = async (to: string, cookie: string, more: Record<string, string> = {}) =>
  send(`${path}/beslut`, { finding: (await findingIds())[0]!, to, ...more }, cookie)
const mark = () => send(`${path}/iakttagelse`, { sentence, topic: 'recruiting', step: 'governance' }, officer)

describe('a dialogue', () => {
  test('is planned with what is open on its agenda, and planned twice it is one', async () => {
    expect((await plan()).headers.get('location')).toBe(path)
    await plan()
    const html = await read(path, officer)
    expect(html).toContain('Dialog med Värmland, planerad')
    expect(html).toContain('Stämmer listan? Den är inte bekräftad')
    expect(html).toContain('De sju önskemålen från 2018: gäller de er?')
    expect(html).toContain('Bron till 2028: 0 av 7 områden har besked')
    expect(decodeURIComponent(html)).toContain('DTSTART;TZID=Europe/Stockholm:20261201T130000')
    expect((await read('/dialog', officer)).match(/Dialog med Värmland/g)).toHaveLength(1)
  })

  test('is there for its parties alone: to others it is not found, whatever they send', async () => {
    await plan()
    await note(`${sentence} Hemligt.`)
    expect((await get(path, editor)).status).toBe(200)
    expect((await get(path, stranger)).status).toBe(404)
    expect((await get(path)).status).toBe(303)
    expect((await note('Kapat', stranger)).status).toBe(404)
    expect((await plan(stranger)).status).toBe(403)
    expect(await read('/dialog', stranger)).not.toContain('Värmland')
    for (const open of ['/hort', '/api/v1/statements', '/api/v1/search?q=hemligt'])
      expect(await read(open)).not.toContain('Hemligt')
  })

  test('follow-ups that are left open its next agenda', async () => {
    await plan()
    const what = { what: 'Visa kommunerna testmiljön', owner: 'strateg, Region Värmland', due: '2026-12-15' }
    expect((await send(`${path}/uppfoljning`, what, editor)).status).toBe(303)
    await send('/dialog', { region: '17', day: '2027-04-21', hour: '09:00', roles: '' }, officer)
    expect(await read('/dialog/17-2027-04-21-0900', officer)).toContain('Visa kommunerna testmiljön (öppen, senast 2026-12-15)')
    expect((await send(`${path}/uppfoljning`, { ...what, what: 'Annat', owner: 'Anna Andersson' }, editor)).status).toBe(400)
  })
})

describe('notes', () => {
  test('saved by themselves and by the button are one note, and earlier revisions stay', async () => {
    await plan()
    await note('Vi har')
    await note(sentence)
    await note(sentence)
    const html = await read(path, officer)
    expect(html.match(/<p class="statement" lang="sv">/g)).toHaveLength(1)
    const rows = await registry.store.side.read.selectFrom('dialogue_note').select(['revision', 'body']).execute()
    expect(rows).toEqual([
      { revision: 1, body: 'Vi har' },
      { revision: 2, body: sentence },
    ])
  })

  test('of two people are two, and neither changes the other’s', async () => {
    await plan()
    await note(sentence)
    expect((await note('Överskrivet', editor)).status).toBe(403)
    await note('En egen.', editor, 'a6d9d3a8-0d8e-4a57-8a65-3df1d0f6c001')
    const html = await read(path, officer)
    expect(html).toContain(sentence)
    expect(html).toContain('En egen.')
  })

  test('warn of a personal identity number', async () => {
    await plan()
    await note('Ring 811218-9876 om det.')
    expect(await read(path, officer)).toContain('ser ut som ett personnummer (811218-9876)')
  })
})

describe('a marked sentence', () => {
  test('suggests its topic, waits for the region, and is public when the region says yes', async () => {
    await plan()
    await note(sentence)
    expect(await read(path, officer)).toContain('+ Rekrytering')
    await mark()
    await mark()
    expect(await findingIds()).toHaveLength(1)
    expect(await read('/hort')).not.toContain(sentence)
    expect((await decide('published', officer)).status).toBe(403)
    expect((await decide('published', editor)).status).toBe(303)
    expect((await decide('published', editor)).status).toBe(303)
    const heard = await read('/hort')
    expect(heard).toContain(sentence)
    expect(heard).toMatch(/Rekrytering[\s\S]*Värmland/)
  })

  test('that the region does not want shown never reaches the registry', async () => {
    await plan()
    await note(sentence)
    await mark()
    const before = await registry.store.getSequence()
    expect((await decide('vetoed', editor)).status).toBe(303)
    expect(await registry.store.getSequence()).toBe(before)
    expect((await decide('published', editor)).status).toBe(409)
  })

  test('is shown without a quote in the words that the region gives', async () => {
    await plan()
    await note(sentence)
    await mark()
    expect((await decide('withoutQuote', editor)).status).toBe(400)
    await decide('withoutQuote', editor, { retold: 'Regionen har fler som leder arbetet.' })
    const heard = await read('/hort')
    expect(heard).toContain('Regionen har fler som leder arbetet.')
    expect(heard).not.toContain(sentence)
  })
})
