import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'
import { signedInAs } from '../../testing/signed-in.ts'

let now: Date
let registry: TestRegistry
let site: ReturnType<typeof makeSite>
const varmland = { role: 'regionalEditor', owner: { kind: 'region', id: '17' } } as const
const area = 'varmland-2022-skoglig-bioekonomi'
let editor: string
beforeEach(async () => {
  now = new Date('2026-11-27T12:00:00.000Z')
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock: () => now })
  editor = await signedInAs(site, varmland)
})
afterEach(() => registry.close())

const read = async (path: string, cookie = editor) => {
  const answer = await site.app.request(`http://localhost${path}`, { headers: { cookie } })
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() }
}
/** The fields of the form that a page shows for an address, as a browser would send them. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = new RegExp(`<form method="post"[^>]*action="${action}".*?</form>`, 's').exec(html)![0]
  const decoded = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<')
  const inputs = [...form.matchAll(/<input type="(?:hidden|text)"[^>]*name="([^"]*)" value="([^"]*)"/g)]
  const texts = [...form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)]
  return Object.fromEntries([...inputs, ...texts].map(([, name, value]) => [name!, decoded(value!)]))
}
async function send(path: string, fields: Record<string, string>, cookie: string | null = editor) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const headers = { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) }
  const answer = await site.app.request(`http://localhost${path}`, { method: 'POST', body, headers })
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() }
}
const formOf = async (id: string, cookie = editor) =>
  fieldsOf((await read(`/min-region?andra=${id}`, cookie)).html, '/min-region')

describe('what is written while the session ends', () => {
  test('is kept for its writer, and saved by the button after signing in again', async () => {
    const form = await formOf(area)
    await send('/logga-in/ut', {})
    const answer = await send('/min-region', { ...form, meaningSv: 'En lång text om skogen' }, null)
    expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/^\/fortsatt\?nyckel=[\w-]{20,}$/)])
    const path = answer.location!
    const out = await read(path, '')
    expect([out.status, out.html.includes('Det du skrev finns kvar'), out.html.includes('En lång text')]).toEqual([
      200,
      true,
      false,
    ])
    expect(out.html).toContain(`href="/logga-in?till=${encodeURIComponent(path)}"`)
    const stranger = await signedInAs(site, varmland)
    expect((await read(path, stranger)).html).not.toContain('En lång text')
    const { accounts } = site.effects
    const own = (await accounts.list()).find(({ id }) => id === form['formAccount'])!
    const { link } = await accounts.invite(own, 'prov')
    const again = (await accounts.openLink(new URL(link).searchParams.get('nyckel')!))!.cookies[0]!.split(';')[0]!
    const { html } = await read(path, again)
    expect(html).toContain('En lång text om skogen')
    const sent = await send('/min-region', fieldsOf(html, '/min-region'), again)
    expect([sent.status, sent.location]).toEqual([303, '/min-region?vem=17&klart=sparat'])
    expect((await formOf(area, again))['meaningSv']).toBe('En lång text om skogen')
    // What has been sent is no longer kept.
    expect((await read(path, again)).html).toContain('Här finns inget att skicka')
  })

  test('is kept for a day', async () => {
    const form = await formOf(area)
    const { location } = await send('/min-region', { ...form, meaningSv: 'En lång text' }, null)
    expect((await read(location!)).html).toContain('En lång text')
    now = new Date(now.getTime() + 25 * 3600_000)
    expect((await read(location!)).html).not.toContain('En lång text')
  })

  test('is kept from every form that only the signed in may send', async () => {
    const { formAccount, formProof } = await formOf(area)
    const written = { formAccount: formAccount!, formProof: formProof!, note: 'Ord som inte får försvinna' }
    const forms = site.effects.contents.pages.flatMap(({ paths, forms }) =>
      forms && forms.least !== 'reader'
        ? Object.keys(forms.actions).map((below) => paths.sv.replaceAll(/:\w+/g, 'x') + below)
        : [],
    )
    expect(forms.length).toBeGreaterThan(20)
    const locations: (string | null)[] = []
    for (const path of forms) locations.push((await send(path, written, null)).location)
    expect(forms.filter((_, at) => !locations[at]?.startsWith('/fortsatt?'))).toEqual([])
    const { html } = await read(locations.at(-1)!)
    expect([html.includes('Ord som inte får försvinna'), html.includes(`action="${forms.at(-1)}"`)]).toEqual([true, true])
  })

  test('is left in the page of a program that saves by itself, which is told', async () => {
    const form = await formOf(area)
    const body = new FormData()
    for (const name of ['formAccount', 'formProof']) body.append(name, form[name]!)
    const headers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }
    expect((await site.app.request('http://localhost/min-region', { method: 'POST', body, headers })).status).toBe(401)
  })
})
