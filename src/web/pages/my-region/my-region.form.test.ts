import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findDeeds } from '../../../accounts/audit-log.ts'
import type { BodyOf } from '../../../records/record.ts'
import { openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'
import { signedInAs } from '../../testing/signed-in.ts'
import { doTimedWork } from '../../timed-work.ts'

let now: Date
const clock = () => now
let registry: TestRegistry
let site: ReturnType<typeof makeSite>
const varmland = { role: 'regionalEditor', owner: { kind: 'region', id: '17' } } as const
const skane = { role: 'regionalEditor', owner: { kind: 'region', id: '12' } } as const
const officer = { role: 'nationalOfficer', owner: null } as const
const area = 'varmland-2022-skoglig-bioekonomi'
const another = 'varmland-2022-digital-halsoinnovation'
let editor: string
beforeEach(async () => {
  now = new Date('2026-11-27T12:00:00.000Z')
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
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
const saveLabel = async (id: string, label: string, cookie = editor) =>
  send('/min-region', { ...(await formOf(id, cookie)), label }, cookie)
const propose = (cookie = editor) =>
  send('/min-region/foresla', { owner: '17', reason: 'words', note: '', source: 'muntligt, ledningsgruppen' }, cookie)
const labelInForce = async () => {
  const answer = await site.app.request(`http://localhost/api/v1/priorities/${area}`)
  return ((await answer.json()) as { displayLabel?: string; label?: string }).displayLabel
}
const newest = async (id = area) => (await registry.store.findVersions('priorityArea', id)).at(-1)!

test('who is not signed in is led to sign in, and back', async () => {
  const answer = await site.app.request('http://localhost/min-region?andra=x')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/logga-in?till=%2Fmin-region%3Fandra%3Dx'])
})

test('a word is mended in five presses: edit, save, propose, why, send; the officer publishes it as it was written', async () => {
  const before = (await newest()).body as BodyOf<'priorityArea'>
  const saved = await saveLabel(area, 'Skoglig bioekonomi <& trä>')
  expect([saved.status, saved.location]).toEqual([303, '/min-region?vem=17&klart=sparat'])
  expect((await read('/min-region')).html).toContain('Gemensamt utkast: 1 ändring.')
  // Nobody outside the region sees a draft.
  expect((await read('/region/varmland', await signedInAs(site, skane))).html).not.toContain('&amp; trä')
  expect((await newest()).state).toBe('published')

  expect((await propose()).location).toBe('/min-region?vem=17&klart=foreslaget')
  expect(await newest()).toMatchObject({
    state: 'proposed',
    recordedBy: 'regional redaktör, prov',
    changeNote: 'Nya ord, samma område. Källa: muntligt, ledningsgruppen',
    body: { displayLabel: 'Skoglig bioekonomi <& trä>', verbatimLabel: 'Skoglig bioekonomi <& trä>' },
  })
  expect(await labelInForce()).toBe(before.displayLabel)
  // The back button sends it once more: nothing more is proposed.
  const versions = (await newest()).version
  expect((await propose()).status).toBe(303)
  expect((await newest()).version).toBe(versions)

  const boss = await signedInAs(site, officer)
  const page = (await read('/att-gora', boss)).html
  expect(page).toContain('Ett förslag väntar på dig.')
  expect(page).toContain('<ins>Skoglig bioekonomi &lt;&amp; trä></ins>')
  expect(page).toContain('Publiceras av sig självt 2026-12-11.')
  const done = await send('/att-gora/publicera', fieldsOf(page, '/att-gora/publicera'), boss)
  expect([done.status, done.location]).toEqual([303, '/att-gora?klart=publicerat'])
  expect(await newest()).toMatchObject({
    state: 'published',
    recordedBy: 'regional redaktör, prov',
    changeNote: 'Nya ord, samma område. Källa: muntligt, ledningsgruppen Publicerat av nationell handläggare, prov.',
  })
  expect(await labelInForce()).toBe('Skoglig bioekonomi <& trä>')
  expect((await read('/att-gora', boss)).html).toContain('Inget väntar på dig.')
  // The log knows the accounts, and has the hash of each version; what is public has the roles.
  const deeds = (await findDeeds(registry.store.side, { limit: 50 })).filter(({ object }) => object.includes(area))
  const hashes = (await registry.store.findVersions('priorityArea', area)).slice(-2).map(({ contentHash }) => contentHash)
  expect(deeds.map(({ action, object }) => [action, object.split(' ')[1]])).toEqual([
    ['published', hashes[1]],
    ['proposed', hashes[0]],
  ])
  expect(new Set(deeds.map(({ account_id }) => account_id)).size).toBe(2)
  const late = await send('/att-gora/publicera', fieldsOf(page, '/att-gora/publicera'), boss)
  expect([late.status, late.html.includes('redan besvarat')]).toEqual([409, true])
})

describe('colleagues share a draft, and neither loses anything', () => {
  test('different fields are both saved, though both forms were opened before', async () => {
    const colleague = await signedInAs(site, varmland)
    const [mine, theirs] = [await formOf(area), await formOf(area, colleague)]
    expect((await send('/min-region', { ...mine, label: 'Nytt ord' })).status).toBe(303)
    expect((await send('/min-region', { ...theirs, translation: 'A new word' }, colleague)).status).toBe(303)
    const form = await formOf(area)
    expect([form['label'], form['translation']]).toEqual(['Nytt ord', 'A new word'])
  })

  test('the same field shows both versions; the chosen one is in the draft and the other in what was saved', async () => {
    const colleague = await signedInAs(site, varmland)
    const [mine, theirs] = [await formOf(area), await formOf(area, colleague)]
    await send('/min-region', { ...mine, label: 'Mitt ord' })
    const conflict = await send(
      '/min-region',
      { ...theirs, label: 'Kollegans ord', translation: 'Saved all the same' },
      colleague,
    )
    expect(conflict.status).toBe(409)
    for (const words of ['Ni skrev i samma fält', 'Mitt ord', 'Kollegans ord', 'De andra fälten är sparade'])
      expect(conflict.html).toContain(words)
    expect(await formOf(area)).toMatchObject({ label: 'Mitt ord', translation: 'Saved all the same' })
    const choice = fieldsOf(conflict.html, '/min-region')
    expect((await send('/min-region', { ...choice, 'label-choice': 'mine' }, colleague)).status).toBe(303)
    expect((await formOf(area))['label']).toBe('Kollegans ord')
    // Sent again, it says what holds already.
    expect((await send('/min-region', { ...choice, 'label-choice': 'mine' }, colleague)).status).toBe(303)
    const { html } = await read('/min-region')
    for (const words of ['Mitt ord', 'Kollegans ord'])
      expect(/<details class="past-drafts">.*<\/details>/s.exec(html)![0]).toContain(words)
    // A third who opened the form at first meets the newest of both.
    expect((await send('/min-region', { ...mine, label: 'För sent' })).status).toBe(409)
    expect((await formOf(area))['label']).toBe('Kollegans ord')
  })

  test('a third version, and the colleague’s, can be chosen', async () => {
    const [first, second] = [await formOf(area), await formOf(area)]
    await send('/min-region', { ...first, label: 'Ett' })
    const choice = fieldsOf((await send('/min-region', { ...second, label: 'Två' })).html, '/min-region')
    expect((await send('/min-region', { ...choice, 'label-choice': 'third', 'label-third': 'Tre' })).status).toBe(303)
    expect((await formOf(area))['label']).toBe('Tre')
  })
})

describe('a proposal', () => {
  test('comes back with a note; the words are untouched in the draft, and can be proposed again', async () => {
    await saveLabel(area, 'Ett nytt ord')
    await propose()
    const boss = await signedInAs(site, officer)
    const fields = fieldsOf((await read('/att-gora', boss)).html, '/att-gora/lamna-tillbaka')
    expect((await send('/att-gora/lamna-tillbaka', { ...fields, note: ' ' }, boss)).status).toBe(400)
    expect((await send('/att-gora/lamna-tillbaka', { ...fields, note: 'Är det ett nytt område?' }, boss)).status).toBe(303)
    const { html } = await read('/min-region')
    for (const words of ['Tillbaka med en fråga', 'Är det ett nytt område?', 'Gemensamt utkast: 1 ändring.'])
      expect(html).toContain(words)
    expect((await formOf(area))['label']).toBe('Ett nytt ord')
    expect((await read('/att-gora')).html).toContain('Ett förslag har kommit tillbaka till dig.')
    await propose()
    expect(await newest()).toMatchObject({ state: 'proposed', body: { displayLabel: 'Ett nytt ord' } })
  })

  test('that follows another of the same area before the answer keeps what the first one changed', async () => {
    await saveLabel(area, 'Ett nytt ord')
    await propose()
    await send('/min-region', { ...(await formOf(area)), translation: 'A new word' })
    await propose()
    expect(await newest()).toMatchObject({
      state: 'proposed',
      body: { displayLabel: 'Ett nytt ord', translatedLabel: 'A new word' },
    })
  })

  test('is taken back by the region, and what is published stays', async () => {
    const before = await labelInForce()
    await saveLabel(area, 'Ett nytt ord')
    await propose()
    const fields = fieldsOf((await read('/min-region')).html, '/min-region/ta-tillbaka')
    expect((await send('/min-region/ta-tillbaka', fields)).location).toContain('klart=tillbaka')
    expect([await labelInForce(), (await newest()).state, (await formOf(area))['label']]).toEqual([
      before,
      'draft',
      'Ett nytt ord',
    ])
    expect((await send('/min-region/ta-tillbaka', fields)).status).toBe(409)
  })

  test('is published by ten working days of silence, and not a day earlier', async () => {
    await saveLabel(area, 'Tyst ord')
    await propose()
    now = new Date('2026-12-10T22:59:00.000Z')
    await doTimedWork(site.effects)
    expect((await newest()).state).toBe('proposed')
    now = new Date('2026-12-10T23:01:00.000Z')
    // Two servers at once.
    await Promise.all([doTimedWork(site.effects), doTimedWork(site.effects)])
    expect(await newest()).toMatchObject({
      state: 'published',
      recordedBy: 'regional redaktör, prov',
      changeNote: expect.stringContaining('Publicerat av Spets, efter tio arbetsdagar utan svar.'),
      version: 3,
    })
  })

  test('needs a source, and a label that is not empty or too long', async () => {
    await saveLabel(area, 'Ord')
    const refused = await send('/min-region/foresla', { owner: '17', reason: 'words', note: '', source: ' ' })
    expect([refused.status, refused.html.includes('muntligt, ledningsgruppen')]).toEqual([400, true])
    expect((await saveLabel(another, ' ')).status).toBe(400)
    expect((await saveLabel(another, 'x'.repeat(301))).status).toBe(400)
  })
})

describe('others', () => {
  test('see and change nothing of a region that is not theirs', async () => {
    const foreign = await signedInAs(site, skane)
    expect((await read('/min-region?vem=17', foreign)).status).toBe(404)
    const form = await formOf(area)
    expect((await send('/min-region', { ...form, label: 'Intrång' }, foreign)).status).toBe(403)
    expect((await send('/min-region', { ...form, owner: '12', label: 'Intrång' }, foreign)).status).toBe(404)
    await saveLabel(area, 'Eget ord')
    await propose()
    const fields = fieldsOf((await read('/min-region')).html, '/min-region/ta-tillbaka')
    expect((await send('/min-region/ta-tillbaka', { ...fields, owner: '12' }, foreign)).status).toBe(403)
    expect((await send('/att-gora/publicera', { ...fields, why: '' }, editor)).status).toBe(403)
    expect((await newest()).state).toBe('proposed')
  })

  test('who work nationally may not reword, by the API of records either', async () => {
    const { may } = await import('../../../records/may.ts')
    const { actorOfAccount } = await import('../../../records/account-roles.ts')
    const { submit } = await import('../../../changes/submit.ts')
    const { registryInMemory } = await import('../../../changes/registry.ts')
    expect(may).toBeTypeOf('function')
    const actor = actorOfAccount({ grants: [officer], organisation: 'Tillväxtverket' })
    const live = registryInMemory(registry.store, site.effects.source.registry, { clock })
    const version = (await newest()).version
    const edit = {
      type: 'fields',
      kind: 'priorityArea',
      recordId: area,
      expectedVersion: version,
      validFrom: null,
      changeNote: 'x',
    } as const
    await expect(submit(live, { ...edit, changes: { displayLabel: 'Bättre ord' } }, actor)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await submit(live, { ...edit, changes: { translatedLabel: 'Forest bioeconomy' } }, actor)
  })
})

test('a person sees what is kept, and ends the account: the words stay as role, and nothing else', async () => {
  await saveLabel(area, 'Ord som står kvar')
  const kept = await send('/logga-in/uppgifter', {})
  for (const words of ['Ord som står kvar', 'signed in', 'regionalEditor']) expect(kept.html).toContain(words)
  expect((await send('/logga-in/uppgifter', {}, null)).status).toBe(401)
  expect((await send('/logga-in/avsluta', {})).status).toBe(400)
  const [before] = await registry.store.side.read.selectFrom('draft_field').select('saved_by').execute()
  expect(before!.saved_by).not.toBe('')
  expect((await send('/logga-in/avsluta', { sure: 'yes' })).location).toBe('/')
  expect((await read('/min-region')).status).toBe(303)
  const { read: tables } = registry.store.side
  expect(await tables.selectFrom('account_user').selectAll().execute()).toEqual([])
  expect(await tables.selectFrom('account_session').selectAll().execute()).toEqual([])
  expect(await tables.selectFrom('draft_field').select(['value', 'saved_by']).execute()).toEqual([
    { value: 'Ord som står kvar', saved_by: '' },
  ])
})

test('whoever has never been signed in leaves nothing in the database', async () => {
  const form = await formOf(area)
  for (const formProof of ['', 'made-up', form['formProof']!]) {
    const formAccount = formProof === form['formProof'] ? 'another' : form['formAccount']!
    expect((await send('/min-region', { ...form, meaningSv: 'skräp', formAccount, formProof }, null)).status).toBe(403)
  }
  expect(await registry.store.side.read.selectFrom('parked_text').selectAll().execute()).toEqual([])
})

test('a confirmer is offered what a confirmer may do, and nothing else', async () => {
  await saveLabel(area, 'Egna ord')
  const cookie = await signedInAs(site, { role: 'regionalConfirmer', owner: { kind: 'region', id: '17' } })
  const { html } = await read(`/min-region?andra=${area}`, cookie)
  expect(html).toContain('Egna ord')
  expect(html).toContain('href="/region/varmland/bekrafta"')
  expect([/<form method="post"/.test(/<main.*<\/main>/s.exec(html)![0]), html.includes('foresla=')]).toEqual([false, false])
  expect((await read('/min-region', cookie)).html).not.toContain('andra=')
  expect((await send('/min-region/foresla', { owner: '17', source: 'x' }, cookie)).status).toBe(403)
  expect((await send('/min-region', { owner: '17', area, label: 'Annat' }, cookie)).status).toBe(403)
})

describe('confirming a list while one of its areas has a proposal that waits', () => {
  const confirmer = { role: 'regionalConfirmer', owner: { kind: 'region', id: '17' } } as const
  const address = '/region/varmland/bekrafta'
  const confirm = async (cookie: string) => {
    const { html } = await read(`${address}?gor=bekrafta&dag=2026-11-05&roll=regionstyrelse`, cookie)
    return send(address, fieldsOf(html, address), cookie)
  }
  test.each([
    ['administrator', { role: 'administrator', owner: null } as const],
    ['confirmer', confirmer],
  ])('by the %s confirms the other areas, says which waits, and the proposal is still there', async (_, grant) => {
    await saveLabel(area, 'Egna ord')
    await propose()
    const cookie = await signedInAs(site, grant)
    const done = await confirm(cookie)
    expect([done.status, done.location]).toEqual([303, `${address}?sparat=6&vantar=${area}`])
    const { html } = await read(done.location!, cookie)
    expect(html).toMatch(new RegExp(`Inte med: det finns ett förslag.*/prioritet/${area}"`, 's'))
    expect(await newest()).toMatchObject({ state: 'proposed', body: { displayLabel: 'Egna ord', confirmedOn: null } })
    expect((await newest(another)).body).toMatchObject({ confirmedOn: '2026-11-05' })
    expect((await read('/att-gora', await signedInAs(site, officer))).html).toContain('Egna ord')
    // Nothing is left to write but the one that waits: that is said, and it stays.
    const again = await confirm(cookie)
    expect([again.status, again.location]).toEqual([303, `${address}?sparat=0&vantar=${area}`])
    expect((await newest()).state).toBe('proposed')
  })

  test('after a return the confirmer confirms the whole list', async () => {
    await saveLabel(area, 'Egna ord')
    await propose()
    const boss = await signedInAs(site, officer)
    const { html } = await read('/att-gora', boss)
    await send('/att-gora/lamna-tillbaka', { ...fieldsOf(html, '/att-gora/lamna-tillbaka'), note: 'Ange källa.' }, boss)
    expect((await newest()).state).toBe('returned')
    // The words are still the region's own, and not the officer's.
    expect((await read('/min-region')).html).toMatch(/Senast sparat[^<]*regional redaktör, prov|regional redaktör, prov/)
    expect((await read('/min-region')).html).not.toContain('nationell handläggare')
    const done = await confirm(await signedInAs(site, confirmer))
    expect([done.status, done.location]).toEqual([303, `${address}?sparat=7`])
  })
})

describe('four eyes', () => {
  test('who proposed does not publish it, by whatever way, unless as administrator', async () => {
    const both = await signedInAs(site, varmland, officer)
    await saveLabel(area, 'Egna ord', both)
    await propose(both)
    const { html } = await read('/att-gora', both)
    expect([html.includes('/att-gora/publicera'), html.includes('från ditt eget konto')]).toEqual([false, true])
    const version = String((await newest()).version)
    for (const [path, fields] of [
      ['/att-gora/publicera', { area, version }],
      ['/runda/2027/arbete/forslag', { id: area, version, to: 'published' }],
    ] as const) {
      const own = await send(path, fields, both)
      expect([path, own.status, own.html.includes('från ditt eget konto')]).toEqual([path, 403, true])
    }
    expect((await newest()).state).toBe('proposed')
    const other = await send('/att-gora/publicera', { area, version }, await signedInAs(site, officer))
    expect([other.status, (await newest()).state]).toEqual([303, 'published'])
  })

  test('an administrator publishes the own proposal', async () => {
    const admin = await signedInAs(site, varmland, { role: 'administrator', owner: null })
    await saveLabel(area, 'Egna ord', admin)
    await propose(admin)
    const { html } = await read('/att-gora', admin)
    expect((await send('/att-gora/publicera', fieldsOf(html, '/att-gora/publicera'), admin)).status).toBe(303)
  })
})
