import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BodyOf } from '../../../records/record.ts'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'

const adminToken = 'en-nyckel-som-ar-lang-nog-for-prov'
const page = '/region/varmland/bekrafta'
const asked = `${page}?gor=bekrafta&dag=2026-11-05&roll=regionstyrelse`
const area = 'varmland-2022-skoglig-bioekonomi'
let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeEach(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, adminToken })
})
afterEach(() => registry.close())

const read = async (path: string) => (await site.app.request(`http://localhost${path}`)).text()
/** Sends the form on a page as a browser does, the key last typed. */
async function send(html: string, { to = page, token = adminToken, changes = {} as Record<string, string> } = {}) {
  const form = new FormData()
  form.append('token', token)
  const sent = /<form method="post".*?<\/form>/s.exec(html)![0]
  for (const [, name, value] of sent.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    form.append(name!, changes[name!] ?? value!)
  const headers = { 'sec-fetch-site': 'same-origin' }
  return site.app.request(`http://localhost${to}`, { method: 'POST', body: form, headers })
}
const confirmed = async () => {
  const { confirmedOn, confirmedByRole } = (await registry.store.findVersions('priorityArea', area)).at(-1)!
    .body as BodyOf<'priorityArea'>
  return [confirmedOn, confirmedByRole]
}

describe('a list is confirmed in three steps', () => {
  test('asked for, looked at, and written by the one who has the key; then taken back the same way', async () => {
    const empty = await read(page)
    expect(empty).toContain('Ingen bekräftelse är gjord.')
    expect(empty).not.toContain('method="post"')
    const before = await registry.store.getSequence()
    const shown = await read(asked)
    expect(shown).toContain('Det här bekräftas: 2026-11-05 av regionstyrelse')
    expect(shown).toContain('<td>inte bekräftat</td><td>2026-11-05 av regionstyrelse</td>')
    expect(shown).toContain('Inget är skrivet än.')
    expect(await registry.store.getSequence()).toBe(before)

    expect((await send(shown, { token: 'fel nyckel' })).status).toBe(401)
    expect(await confirmed()).toEqual([null, null])
    const done = await send(shown)
    expect([done.status, done.headers.get('location')]).toEqual([303, `${page}?sparat=7`])
    expect(await confirmed()).toEqual(['2026-11-05', 'regionstyrelse'])
    expect(await read(`${page}?sparat=7`)).toContain('Klart: 7 områden skrevs.')
    expect(await read('/region/varmland')).toContain('Bekräftad 2026-11-05 av regionstyrelse')
    expect(await read(asked)).toContain('Så står det redan.')
    // Sent twice, as by a double click: the answer that the browser shows last tells what holds.
    const again = await send(shown)
    expect([again.status, again.headers.get('location')]).toEqual([303, `${page}?sparat=0`])

    const made = await read(page)
    const takeBack = /href="([^"]*gor=ta-tillbaka[^"]*)"/.exec(made)![1]!.replaceAll('&amp;', '&')
    const taking = await read(takeBack)
    expect(taking).toContain('Det här tas tillbaka: bekräftelsen 2026-11-05')
    expect(taking).toContain('<td>2026-11-05 av regionstyrelse</td><td>inte bekräftat</td>')
    expect((await send(taking)).status).toBe(303)
    expect(await confirmed()).toEqual([null, null])
    expect(await read('/region/varmland')).toContain('Inte bekräftad av regionen')
  })

  test('in English, with the role in English', async () => {
    const english = '/en/region/varmland/confirm'
    const html = await read(`${english}?do=confirm&day=2026-11-05&role=regional+executive+board`)
    expect(html).toContain('This will be confirmed: 2026-11-05 by regional executive board')
    expect((await send(html, { to: english })).headers.get('location')).toBe(`${english}?saved=7`)
    expect(await confirmed()).toEqual(['2026-11-05', 'regionstyrelse'])
  })

  test.each([
    ['no day', 'dag=&roll=regionstyrelse', 'Ange dagen som ÅÅÅÅ-MM-DD'],
    ['a day to come', 'dag=2026-11-28&roll=regionstyrelse', '2026-11-28 är efter idag, 2026-11-27.'],
    ['a day without a list', 'dag=1999-01-01&roll=regionstyrelse', 'Ingen lista gällde den 1999-01-01.'],
    ['no role', 'dag=2026-11-05&roll=', 'Välj rollen i listan'],
    ['a role that is not listed', 'dag=2026-11-05&roll=kung', 'Välj rollen i listan'],
    ['a name', 'dag=2026-11-05&annan-roll=Anna+Andersson', '”Anna Andersson” är ingen roll'],
  ])('%s is answered with the way out, and nothing to send', async (_, query, words) => {
    const html = await read(`${page}?gor=bekrafta&${query}`)
    expect(html).toContain(words)
    expect(html).not.toContain('method="post"')
  })

  test('what was not confirmed then cannot be taken back', async () => {
    expect(await read(`${page}?gor=ta-tillbaka&dag=2026-11-05`)).toContain('Inget är bekräftat av regionen den 2026-11-05')
  })

  test('a list that has changed since it was looked at is not confirmed, and a fault that is sent is refused', async () => {
    const shown = await read(asked)
    const [newest] = (await registry.store.findVersions('priorityArea', area)).slice(-1)
    const { kind, recordId, validFrom, validTo, state, source, body } = newest!
    const version = { kind, recordId, validFrom, validTo, state, source, recordedBy: 'x', changeNote: 'x' } as const
    const changed = { ...(body as BodyOf<'priorityArea'>), displayLabel: 'Något annat' }
    await registry.store.append([
      { version: { ...version, kind: 'priorityArea', body: changed }, expectedVersion: newest!.version },
    ])
    const stale = await send(shown)
    expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining('Listan har ändrats sedan du såg den.')])
    expect(await confirmed()).toEqual([null, null])
    const fresh = await read(asked)
    expect((await send(fresh, { changes: { dag: '2027-01-01' } })).status).toBe(400)
    expect((await send(fresh, { changes: { gor: 'annat' } })).status).toBe(400)
    expect((await send(fresh, { changes: { roll: 'regionfullmäktige' } })).status).toBe(409)
    expect((await send(fresh)).status).toBe(303)
  })

  test('on another day the page leads nobody to confirm', async () => {
    const html = await read(`${page}?datum=2024-01-01`)
    expect(html).toContain('Sidan visar en annan dag.')
    expect(html).not.toContain('confirm-day')
  })
})

describe('a list that nobody has read', () => {
  const unread = '/region/vasterbotten/bekrafta'
  test('cannot be confirmed yet: the page says why, and which way leads on', async () => {
    const html = await read(unread)
    expect(html).toContain('En lista gäller sedan 2022-05-25, men dess områden är inte lästa.')
    expect(html).toContain('href="/import"')
    expect(html).not.toContain('value="2026-11-27" max')
    expect(await read('/en/region/vasterbotten/confirm')).toContain('A list has been in force since 2022-05-25, but its areas')
  })
  test('is not called no list when somebody tries', async () => {
    const html = await read(`${unread}?gor=bekrafta&dag=2026-11-05&roll=regionstyrelse`)
    expect(html).toContain('Listan från 2022-05-25 gällde den 2026-11-05, men dess områden är inte lästa.')
    expect(html).not.toContain('Ingen lista gällde')
  })
  test('leaves the older list to be confirmed for its own days', async () => {
    const html = await read(`${unread}?gor=bekrafta&dag=2019-05-02&roll=regionstyrelse`)
    expect(html).toContain('Det här bekräftas: 2019-05-02')
    expect(html).toContain('Testverksamhet')
  })
  test('on another day the list of that day is not called that of today', async () => {
    const html = await read(`${unread}?datum=2019-05-02`)
    expect(html).toContain('Listan den dagen')
    expect(html).not.toContain('Listan i dag')
    expect(html).toMatch(/href="\/region\/vasterbotten\/bekrafta">Till dagens sida/)
  })
})
