import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { signedInAs } from '../../testing/signed-in.ts'
import { makeSite } from '../../main.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeEach(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, baseUrl: 'https://spets.example.se' })
})
afterEach(() => registry.close())

const email = 'redaktor@region.example.se'
const editor = { role: 'regionalEditor', owner: { kind: 'region', id: '17' } } as const
type Sending = { cookie?: string; headers?: Record<string, string> }
function send(
  path: string,
  fields: Record<string, string>,
  { cookie, headers = { 'sec-fetch-site': 'same-origin' } }: Sending = {},
) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const all = { ...headers, ...(cookie ? { cookie } : {}) }
  return site.app.request(`http://localhost${path}`, { method: 'POST', body, headers: all })
}
const read = (path: string, cookie?: string) => site.app.request(`http://localhost${path}`, cookie ? { headers: { cookie } } : {})
const invite = () => site.effects.accounts.invite({ email, organisation: 'Värmland', lang: 'sv', grants: [editor] }, 'prov')
const pathOf = (link: string) => link.replace('https://spets.example.se', '')

describe('signing in by a link', () => {
  test('asked for, opened by the button alone, back to where one was, and out again', async () => {
    await invite()
    const asked = await send('/logga-in', { email, to: '/region/varmland?datum=2020-01-01' })
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      '/logga-in?skickat=1&till=%2Fregion%2Fvarmland%3Fdatum%3D2020-01-01',
    ])
    await site.effects.accounts.settled()
    const mail = (await site.effects.accounts.outbox.findNewest(5)).find(({ subject }) => subject === 'Logga in i Spets')!
    const link = pathOf(/https:\S+/.exec(mail.body)![0])
    // A program that looks through mail opens the link, twice; that signs nobody in and uses nothing up.
    for (let n = 0; n < 2; n++) {
      const opened = await read(link)
      expect([opened.status, opened.headers.get('set-cookie'), opened.headers.get('cache-control')]).toEqual([
        200,
        null,
        'no-store',
      ])
    }
    const html = await (await read(link)).text()
    const fields = Object.fromEntries(
      [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]+)"/g)].map(([, k, v]) => [k!, v!]),
    )
    const done = await send('/logga-in/lank', fields)
    expect([done.status, done.headers.get('location')]).toEqual([303, '/region/varmland?datum=2020-01-01'])
    const cookie = done.headers.get('set-cookie')!.split(';')[0]!
    const account = await (await read('/logga-in', cookie)).text()
    expect(account).toContain(email)
    expect(account).toContain('regional redaktör, Värmland')
    const again = await send('/logga-in/lank', fields)
    expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null])
    const told = await again.text()
    expect(told).toContain('Länken är redan använd')
    // A new one is asked for on the spot, with the way back.
    expect(told).toContain('name="to" value="/region/varmland?datum=2020-01-01"')

    const out = await send('/logga-in/ut', {}, { cookie })
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-spets=;.*Max-Age=0/)
    expect(await (await read('/logga-in', cookie)).text()).not.toContain(email)
  })

  test('known and unknown addresses get the same answer', async () => {
    await invite()
    const answers = await Promise.all(
      [email, 'ingen@example.se'].map(async (address) => {
        const { status, headers } = await send('/en/sign-in', { email: address })
        return [status, headers.get('location'), headers.get('set-cookie')]
      }),
    )
    expect(answers).toEqual([
      [303, '/en/sign-in?sent=1', null],
      [303, '/en/sign-in?sent=1', null],
    ])
    await site.effects.accounts.settled()
  })

  test('the sixth within a quarter of an hour is told to wait', async () => {
    for (let n = 0; n < 5; n++) expect((await send('/logga-in', { email })).status).toBe(303)
    const sixth = await send('/logga-in', { email })
    expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '900'])
    expect(await sixth.text()).toContain('För många försök')
  })

  test('over http on another host the link is not used up, and the page says why', async () => {
    const { link } = await invite()
    const key = new URL(link).searchParams.get('nyckel')!
    const insecure = { headers: { origin: 'http://spets.example.se', host: 'spets.example.se' } }
    const refused = await send('/logga-in/lank', { key }, insecure)
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([400, null])
    expect(await refused.text()).toContain('Länken är inte använd.')
    expect((await send('/logga-in/lank', { key })).status).toBe(303)
  })

  test('pressed twice at once, the second is told that it is used and perhaps signed in', async () => {
    const { link } = await invite()
    const key = new URL(link).searchParams.get('nyckel')!
    const answers = await Promise.all([send('/logga-in/lank', { key }), send('/logga-in/lank', { key })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410])
    expect(answers.filter(({ headers }) => headers.get('set-cookie')).length).toBe(1)
  })

  test('an expired link and one that is none are told apart', async () => {
    const { link } = await invite()
    const key = new URL(link).searchParams.get('nyckel')!
    const rows = registry.store.side.single.updateTable('account_verification' as never) as unknown as {
      set(values: object): { execute(): Promise<unknown> }
    }
    await rows.set({ expiresAt: new Date('2026-01-01T00:00:00.000Z').toISOString() }).execute()
    expect(await (await send('/logga-in/lank', { key })).text()).toContain('Länken har gått ut')
    expect(await (await send('/logga-in/lank', { key: 'x'.repeat(32) })).text()).toContain('Länken känns inte igen')
  })

  test('leads to no other site afterwards, whatever the form holds', async () => {
    const { link } = await invite()
    const key = new URL(link).searchParams.get('nyckel')!
    const done = await send('/logga-in/lank', { key, to: '//evil.example/' })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/logga-in'])
  })

  test('a cookie that somebody has put there beforehand is not the session’s', async () => {
    const { link } = await invite()
    const fixed = '__Host-spets=put-there'
    const done = await send('/logga-in/lank', { key: new URL(link).searchParams.get('nyckel')! }, { cookie: fixed })
    const cookie = done.headers.get('set-cookie')!.split(';')[0]!
    expect(cookie).not.toBe(fixed)
    expect(await (await read('/logga-in', fixed)).text()).not.toContain(email)
    expect(await (await read('/logga-in', cookie)).text()).toContain(email)
  })
})

describe('who is signed in', () => {
  test('sees pages that no reader gets, and readers get no cookie', async () => {
    const cookie = await signedInAs(site, editor)
    const [own, readers] = await Promise.all([read('/region/varmland', cookie), read('/region/varmland')])
    expect(own.headers.get('cache-control')).toBe('no-store')
    const shown = await own.text()
    expect(shown).toContain('viewer-bar')
    const html = await readers.text()
    const footer = (page: string) => /<footer.*<\/footer>/s.exec(page)![0]
    expect([footer(shown).includes('Logga in'), footer(shown).includes('Ditt konto')]).toEqual([false, true])
    expect(footer(html)).toContain('Logga in')
    expect([readers.headers.get('set-cookie'), html.includes('viewer-bar')]).toEqual([null, false])
    expect(await (await read('/region/varmland')).text()).toBe(html)
  })

  test.each<[what: string, headers: Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site' }],
    ['an address of another origin', { origin: 'https://evil.example' }],
    ['nowhere', {}],
  ])('has no form sent from %s', async (_, headers) => {
    const cookie = await signedInAs(site, { role: 'regionalConfirmer', owner: { kind: 'region', id: '17' } })
    const before = await registry.store.getSequence()
    const fields = { gor: 'bekrafta', dag: '2026-11-05', roll: 'regionstyrelse' }
    expect((await send('/region/varmland/bekrafta', fields, { cookie, headers })).status).toBe(400)
    expect((await send('/logga-in/ut', {}, { cookie, headers })).status).toBe(400)
    expect(await registry.store.getSequence()).toBe(before)
    expect((await (await read('/logga-in', cookie)).text()).includes('regional bekräftare')).toBe(true)
  })

  test('confirms without a key, as role and organisation, and for the own region alone', async () => {
    const cookie = await signedInAs(site, { role: 'regionalConfirmer', owner: { kind: 'region', id: '17' } })
    const confirm = async (slug: string) => {
      const page = `/region/${slug}/bekrafta`
      const html = await (await read(`${page}?gor=bekrafta&dag=2026-11-05&roll=regionstyrelse`, cookie)).text()
      expect(html).not.toContain('name="token"')
      const form = /<form method="post".*?<\/form>/s.exec(html)![0]
      const fields = Object.fromEntries(
        [...form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, k, v]) => [k!, v!]),
      )
      return send(page, fields, { cookie })
    }
    expect((await confirm('varmland')).status).toBe(303)
    const newest = (await registry.store.findVersions('priorityArea', 'varmland-2022-skoglig-bioekonomi')).at(-1)!
    expect(newest.recordedBy).toBe('regional bekräftare, prov')
    const refused = await confirm('gavleborg')
    expect([refused.status, (await refused.text()).includes('som den här rollen inte skriver för')]).toEqual([403, true])
  })

  test('with too small a role needs the key where it was needed before', async () => {
    const cookie = await signedInAs(site, editor)
    expect((await send('/import', {}, { cookie })).status).toBe(403)
  })
})
