import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeSite } from '../../main.ts'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'

const adminToken = 'en-nyckel-som-ar-lang-nog-for-prov'
const area = 'varmland-2022-skoglig-bioekonomi'
const page = `/prioritet/${area}/kodning`
let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeEach(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock, adminToken })
})
afterEach(() => registry.close())

const read = async (path = page) => (await site.app.request(`http://localhost${path}`)).text()
/** Every field of the page's form, as a browser sends it untouched. */
async function formOf(path = page): Promise<Map<string, string[]>> {
  const html = await read(path)
  const fields = new Map<string, string[]>()
  const put = (name: string, value: string) => fields.set(name, [...(fields.get(name) ?? []), value])
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    if (value('type') === 'hidden' || (value('type') === 'radio' && / checked/.test(tag))) put(value('name'), value('value'))
  }
  for (const [, name, options] of html.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    put(name!, /<option selected value="([^"]*)"|<option value="([^"]*)" selected/.exec(options!)?.slice(1).find(Boolean) ?? '')
  return fields
}
async function send(
  changes: Record<string, string>,
  {
    fields,
    path = page,
    token = adminToken,
    headers = { 'sec-fetch-site': 'same-origin' },
  }: {
    fields?: Map<string, string[]>
    path?: string
    token?: string
    headers?: Record<string, string>
  } = {},
): Promise<Response> {
  const form = new FormData()
  for (const [name, values] of fields ?? (await formOf(path)))
    if (!(name in changes)) for (const value of values) form.append(name, value)
  for (const [name, value] of Object.entries(changes)) form.append(name, value)
  form.append('token', token)
  return site.app.request(`http://localhost${path}`, { method: 'POST', body: form, headers })
}
const decisions = async () =>
  (await registry.store.readVersions())
    .filter(({ kind }) => kind === 'coding' || kind === 'lineage')
    .map(({ recordId, version, state, body, changeNote }) => ({ recordId, version, state, body, changeNote }))

describe('deciding', () => {
  test('confirms, rejects and adds in one go, with the reason, and leads back to the page', async () => {
    const response = await send({
      'theme.skog-och-bioekonomi': 'confirmed',
      'add.theme': 'energi',
      'add.industry': '16.1',
      'kind.sector': 'rejected',
      note: 'Sagt av regionen.',
    })
    expect([response.status, response.headers.get('location')]).toEqual([303, `${page}?sparat=4`])
    expect((await decisions()).map(({ body, changeNote }) => [body, changeNote])).toEqual(
      [
        { aspect: 'theme', code: 'skog-och-bioekonomi', verdict: 'confirmed' },
        { aspect: 'kind', code: 'sector', verdict: 'rejected' },
        { aspect: 'theme', code: 'energi', verdict: 'confirmed' },
        { aspect: 'industry', code: '161', verdict: 'confirmed' },
      ].map((body) => [{ priorityAreaId: area, ...body }, 'Sagt av regionen.']),
    )
    const html = await read(`${page}?sparat=4`)
    expect(html).toContain('4 beslut är sparade')
    expect(html).toContain('Sagt av regionen.')
    expect(html).not.toContain(adminToken)
    expect(await read(`/prioritet/${area}`)).toContain('bekräftat av en person')
  })

  test('an untouched form saves nothing; sent again, a decision is not made twice', async () => {
    expect((await send({})).headers.get('location')).toBe(`${page}?sparat=0`)
    await send({ 'theme.skog-och-bioekonomi': 'rejected' })
    await send({ 'add.theme': 'energi' })
    expect((await send({ 'add.theme': 'energi' })).headers.get('location')).toBe(`${page}?sparat=0`)
    expect(await decisions()).toHaveLength(2)
  })

  test('a decision can be taken back, and the history keeps both', async () => {
    await send({ 'theme.skog-och-bioekonomi': 'rejected' })
    await send({ 'theme.skog-och-bioekonomi': 'open' })
    expect((await decisions()).map(({ version, state }) => [version, state])).toEqual([
      [1, 'published'],
      [2, 'withdrawn'],
    ])
    expect((await formOf()).get('theme.skog-och-bioekonomi')).toEqual(['open'])
  })

  test('a link to the list before is confirmed as another change, then rejected, and a new one added', async () => {
    const name = [...(await formOf()).keys()].find((one) => one.startsWith('lineage.'))
    await send({ [name!]: 'confirmed', [`change.${name}`]: 'split' })
    await send({ [`change.${name}`]: 'renamed' })
    await send({ [name!]: 'rejected' })
    const pair = /value="([^"]*\.[^"]*)"/.exec((await read()).split('id="add-lineage"')[1]!)![1]!
    await send({ 'add.lineage': pair, 'add.change': 'merged' })
    const made = (await decisions()).map(({ body }) => body as { change: string; verdict: string })
    expect(made.map(({ change, verdict }) => [change, verdict])).toEqual([
      ['split', 'confirmed'],
      ['renamed', 'confirmed'],
      ['renamed', 'rejected'],
      ['merged', 'confirmed'],
    ])
  })

  test('in English at the English address', async () => {
    const path = `/en/priority/${area}/coding`
    const response = await send({ 'theme.skog-och-bioekonomi': 'confirmed' }, { path })
    expect(response.headers.get('location')).toBe(`${path}?saved=1`)
    expect(await read(`${path}?saved=1`)).toContain('One decision is saved.')
  })
})

describe('refused, with nothing written', () => {
  afterEach(async () => expect((await decisions()).length).toBeLessThan(2))

  test('what somebody else has decided in the meantime', async () => {
    const fields = await formOf()
    await send({ 'theme.skog-och-bioekonomi': 'confirmed' })
    const late = await send({ 'theme.skog-och-bioekonomi': 'rejected', 'add.theme': 'energi' }, { fields })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Skog och bioekonomi')
  })

  test.each([
    ['an SNI code that is not there', { 'add.industry': '99999' }, 'Det finns ingen bransch'],
    ['a theme that is not there', { 'add.theme': '<b>x</b>' }, '&lt;b&gt;x&lt;/b&gt;'],
    ['a stance that is none', { 'theme.skog-och-bioekonomi': 'maybe' }, 'inte formuläret'],
    ['a change that is none', { 'add.lineage': 'a.b', 'add.change': 'dropped' }, 'inte formuläret'],
    ['half a link', { 'add.lineage': 'a' }, 'inte formuläret'],
  ])('%s', async (_what, changes, words) => {
    const response = await send(changes as unknown as Record<string, string>)
    expect(response.status).toBe(400)
    expect((await response.text()).replaceAll('b>', 'b&gt;')).toContain(words)
  })

  test('a link to an area that is not there', async () => {
    expect((await send({ 'add.lineage': `nowhere.${area}`, 'add.change': 'renamed' })).status).toBe(404)
  })

  test('another key, another site, another form, another area, too much', async () => {
    expect((await send({ 'add.theme': 'energi' }, { token: 'fel' })).status).toBe(401)
    expect((await send({ 'add.theme': 'energi' }, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(400)
    const body = { method: 'POST', body: 'a=b', headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' } }
    expect((await site.app.request(`http://localhost${page}`, body)).status).toBe(400)
    expect((await send({ 'add.theme': 'energi' }, { fields: new Map(), path: '/prioritet/nowhere/kodning' })).status).toBe(404)
    const tooMuch = { ...body.headers, 'content-type': 'multipart/form-data; boundary=x' }
    const large = { method: 'POST', body: 'x'.repeat(100_000), headers: tooMuch }
    expect((await site.app.request(`http://localhost${page}`, large)).status).toBe(413)
  })

  test('all of it, where no key is set', async () => {
    const closed = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
    const form = new FormData()
    form.append('add.theme', 'energi')
    const init = { method: 'POST', body: form, headers: { 'sec-fetch-site': 'same-origin' } }
    expect((await closed.app.request(`http://localhost${page}`, init)).status).toBe(403)
  })
})

test('the page of another day shows and asks for nothing', async () => {
  const html = await read(`${page}?datum=2024-01-01`)
  expect(html).toContain('Gå tillbaka till idag')
  expect(html).not.toContain('type="radio"')
})

test('the list of what waits grows shorter with each area decided on, and tells of disagreement', async () => {
  const before = await read('/granska?region=varmland')
  expect(before).toContain(`/prioritet/${area}/kodning`)
  await send({ 'theme.skog-och-bioekonomi': 'rejected', 'add.theme': 'energi' })
  const after = await read('/granska?region=varmland')
  expect(after).toContain('1 av')
  expect(after).toContain('tillagt: Energi')
  expect(after).toMatch(/avvisat: Skog och bioekonomi \(på grund av ”/)
  expect(await read('/granska?region=varmland&visa=alla')).toContain('Granskat')
  expect((await site.app.request('http://localhost/granska?region=atlantis')).status).toBe(404)
})

test('what the record states says so, with the words of the description behind it', async () => {
  const html = await read('/prioritet/norrbotten-2021-naturbaserade-basnaringar/kodning')
  expect(html).toContain('står i uppgifterna om området, beskrivningen nämner')
})

test('an area that nobody can be counted for says why, in both languages', async () => {
  expect(await read('/prioritet/jonkoping-2021-tjanstedesign/kodning')).toMatch(
    /Kan inte mätas\.<\/strong> Det är ett arbetssätt/,
  )
  expect(await read('/en/priority/jonkoping-2021-tjanstedesign/coding')).toMatch(/Cannot be measured\.<\/strong> It is a way/)
})
