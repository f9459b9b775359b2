import { pino } from 'pino'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { errorCodes, ExpectedError } from '../../../records/expected-error.ts'
import { firstFacts } from '../../../changes/first-facts.ts'
import { openStore } from '../../../store/open-store.ts'
import type { Store } from '../../../store/store.ts'
import type { AppEnv, Effects } from '../../http/effects.ts'
import { addFormRoutes } from '../../http/form-routes.ts'
import { getShippedBeside } from '../../../sources/facts/shipped-facts.ts'
import { makeAccounts } from '../../../accounts/accounts.ts'
import { makeSnapshotSource } from '../../http/snapshot-source.ts'
import { siteContents } from '../../site-contents.ts'

const token = 'en-nyckel-som-ar-lang-nog-for-prov'
const clock = () => new Date('2026-11-27T12:00:00.000Z')
let folder: string
let store: Store
let app: Hono<AppEnv>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spets-import-'))
  store = await openStore({ databaseUrl: null, sqlitePath: join(folder, 'spets.sqlite'), clock })
  await store.load(firstFacts())
  app = makeApp(token)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const logged: string[] = []

function makeApp(adminToken: string | null, now = clock): Hono<AppEnv> {
  const client = {
    files: new Map(),
    assets: { styles: [], scripts: [], preloadFonts: [] },
    buildId: 'x',
  } as unknown as Effects['client']
  const made = new Hono<AppEnv>()
  const source = makeSnapshotSource({ store, clock, beside: getShippedBeside() })
  const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) })
  const accounts = makeAccounts({ store, clock, siteUrl: 'http://localhost' })
  addFormRoutes(made, {
    store,
    source,
    accounts,
    client,
    contents: siteContents,
    clock: now,
    logger,
    adminToken,
    baseUrl: null,
    siteUrl: 'http://localhost',
  })
  made.onError((error, c) => {
    if (!(error instanceof ExpectedError)) throw error
    return c.json({ code: error.code, detail: error.detail }, errorCodes[error.code].status as ContentfulStatusCode)
  })
  return made
}

const pptx = new URL('../../../../fixtures/deck/smart-specialisering-2018-01-31.pptx', import.meta.url)
const deckText = 'Nya listor\n2026-05-01\n\nVästmanland\n- Automation\n- <b>Rymd</b>\n\nLappland\n- Renar\n'
const asFile = (content: string | Uint8Array<ArrayBuffer> = deckText, name = 'C:\\mapp\\deck.txt') => new File([content], name)

async function send(
  path: string,
  fields: [string, string | File][],
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
  to = app,
): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return to.request(`http://localhost${path}`, { method: 'POST', body: form, headers })
}

const refusal = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code]
const decode = (html: string) =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
const hidden = (html: string, name: string) => decode(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!)

/** Reads a file, and shows the difference with what is corrected. */
async function difference(
  file: File,
  { path = '/import', fields = [] }: { path?: string; fields?: [string, string][] } = {},
): Promise<Response> {
  const reading = await send(path, [
    ['token', token],
    ['file', file],
  ])
  if (reading.status !== 200) return reading
  const deck = hidden(await reading.text(), 'deck')
  return send(`${path}/difference`, [['token', token], ['deck', deck], ...fields])
}

async function preview(path = '/import'): Promise<{ html: string; fields: [string, string][] }> {
  const response = await difference(asFile(), { path })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const html = await response.text()
  const boxes = [...html.matchAll(/type="checkbox"[^>]*value="([^"]*)"/g)].map(
    ([, value]) => ['item[]', value!] as [string, string],
  )
  return {
    html,
    fields: [
      ['token', token],
      ['deck', hidden(html, 'deck')],
      ['sequence', hidden(html, 'sequence')],
      ['seen', hidden(html, 'seen')],
      ...boxes,
    ],
  }
}

describe('the preview', () => {
  test('shows the difference, nothing published, everything ticked, the key not sent back', async () => {
    const before = await store.getSequence()
    const { html } = await preview()
    expect(html).toContain('Västmanland: ny lista 2026-05-01')
    expect(html).toContain('&lt;b>Rymd&lt;/b>')
    expect(html).toContain('Lappland')
    expect(html).toMatch(/type="checkbox"[^>]*checked/)
    expect(html).not.toContain(token)
    expect(await store.getSequence()).toBe(before)
  })

  test('in English at the English address', async () => {
    const { html } = await preview('/en/import')
    expect(html).toContain('What the deck changes')
    expect(html).toContain('action="/en/import/publish"')
  })

  test.each(['pptx', 'pdf'])('reads %s', async (ending) => {
    const bytes = new Uint8Array(
      readFileSync(new URL(`../../../../fixtures/deck/smart-specialisering-2018-01-31.${ending}`, import.meta.url)),
    )
    const response = await difference(asFile(bytes))
    expect(await response.text()).toContain('Som förut: 21 listor och 0 uttalanden.')
  })

  test('takes the day from the form where the deck has none', async () => {
    const file = asFile('Titel\n\nSkåne\n- IT\n')
    expect(await refusal(await difference(file))).toEqual([400, 'invalid_date'])
    expect((await difference(file, { fields: [['date', '2026-02-03']] })).status).toBe(200)
    expect(await refusal(await difference(file, { fields: [['date', '2026-02-30']] }))).toEqual([400, 'invalid_date'])
  })
})

describe('the reading', () => {
  const lines =
    'Nya listor\n2026-05-01\n\nVästmanland\n- Automation\n- Rymd\n  - Satelliter\n\nLappland\n- Renar\n- <b>Jakt</b>\n'
  const read = async (file = asFile(lines), path = '/import') => {
    const response = await send(path, [
      ['file', file],
      ['token', token],
    ])
    expect(response.status).toBe(200)
    return response.text()
  }
  const chosen = (html: string, line: number): string =>
    decode(new RegExp(`<select id="line-${line}"[^>]*>.*?<option[^>]* selected[^>]*>([^<]*)`, 's').exec(html)![1]!)

  test('shows each line with what it was taken for, and nothing of the difference', async () => {
    const html = await read()
    expect([1, 2, 4, 5, 7, 9, 10].map((line) => chosen(html, line))).toEqual([
      'bildspelets titel',
      'plats och datum',
      'region',
      'område',
      'underpunkt',
      'inte placerad',
      'inte placerad',
    ])
    expect(html).toContain('1 region, 2 områden, 3 rader som inte placerades.')
    expect(html).toContain('&lt;b>Jakt&lt;/b>')
    expect(html).not.toContain('type="checkbox"')
    expect(html).not.toContain(token)
  })

  test('is in English at the English address, slide by slide', async () => {
    const html = await read(asFile(new Uint8Array(readFileSync(pptx))), '/en/import')
    expect(html).toContain('How the deck was read')
    expect([...html.matchAll(/<h2[^>]*>(Slide \d)<\/h2>/g)]).toHaveLength(8)
  })

  test('is corrected before the difference is shown, and the correction stays', async () => {
    const deck = hidden(await read(), 'deck')
    const fields: [string, string][] = [
      ['deck', deck],
      ['token', token],
      ['line-6', 'leftOut'],
      ['line-9', 'region:25'],
      ['line-10', 'auto'],
      ['line-11', 'subItem'],
    ]
    const html = await (await send('/import/difference', fields)).text()
    expect(html).toContain('Norrbotten: ny lista 2026-05-01')
    expect(html).toContain('Renar')
    expect(html).toMatch(/rad 6: <q>Rymd<\/q>/)
    const again = await (
      await send('/import/reading', [
        ['deck', hidden(html, 'deck')],
        ['token', token],
      ])
    ).text()
    expect([6, 9, 10, 11].map((line) => chosen(again, line))).toEqual([
      'ta inte med raden',
      'Norrbotten',
      'område',
      'underpunkt till området ovanför',
    ])
    const undone = await send('/import/reading', [
      ['deck', hidden(html, 'deck')],
      ['token', token],
      ['line-9', 'auto'],
    ])
    expect(chosen(await undone.text(), 9)).toBe('inte placerad')
  })

  test('refuses a correction that no form of this site sends', async () => {
    const deck = hidden(await read(), 'deck')
    for (const choice of ['region:999', 'allt', ''])
      expect(
        await refusal(
          await send('/import/difference', [
            ['deck', deck],
            ['token', token],
            ['line-6', choice],
          ]),
        ),
      ).toEqual([400, 'bad_request'])
  })
})

describe('publishing', () => {
  test('publishes what is ticked, once', async () => {
    const { fields } = await preview()
    const response = await send('/import/publish', fields)
    expect(await response.text()).toContain('1 ändring är publicerad')
    const versions = await store.findVersions('strategy', 'vastmanland-2026')
    expect(versions).toMatchObject([{ validFrom: '2026-05-01', recordedBy: 'administrator' }])
    expect(await refusal(await send('/import/publish', fields))).toEqual([409, 'version_outdated'])
    const again = await difference(asFile())
    expect(await again.text()).toContain('Inget att publicera')
  })

  test('by a clock that is behind the registry is logged as a warning', async () => {
    const { fields } = await preview()
    logged.length = 0
    const behind = await send(
      '/import/publish',
      fields,
      undefined,
      makeApp(token, () => new Date('2026-11-27T11:00:00.000Z')),
    )
    expect(await behind.text()).toContain('1 ändring är publicerad')
    expect(logged).toEqual([expect.stringMatching(/"level":40,.*The clock here is 2026-11-27T11:00:00\.000Z/)])
  })

  test('with nothing ticked publishes nothing', async () => {
    const before = await store.getSequence()
    const { fields } = await preview()
    const response = await send(
      '/import/publish',
      fields.filter(([name]) => name !== 'item[]'),
    )
    expect(await response.text()).toContain('Inget var valt')
    expect(await store.getSequence()).toBe(before)
  })

  test('refuses items and lines that are not those seen', async () => {
    const { fields } = await preview()
    expect(await refusal(await send('/import/publish', [...fields, ['item[]', 'list:99']]))).toEqual([400, 'bad_request'])
    const other = fields.map(([name, value]): [string, string] => [
      name,
      name === 'deck' ? value.replace('Automation', 'Kärnfysik') : value,
    ])
    expect((await send('/import/publish', other)).status).toBe(200)
    expect(
      await refusal(
        await send(
          '/import/publish',
          fields.map(([name, value]) => [name, name === 'deck' ? '{}' : value]),
        ),
      ),
    ).toEqual([400, 'bad_request'])
  })
})

describe('refused', () => {
  const fields = (): [string, string | File][] => [
    ['file', asFile()],
    ['token', token],
  ]

  test('without a key configured', async () => {
    expect(await refusal(await send('/import', fields(), undefined, makeApp(null)))).toEqual([403, 'editing_off'])
    expect(await refusal(await send('/import/publish', fields(), undefined, makeApp(null)))).toEqual([403, 'editing_off'])
  })

  test('from another site, or from nowhere', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://annan.example' },
      { origin: 'null' },
      { origin: 'http://localhost', host: 'annan.example' },
      {},
    ])
      expect(await refusal(await send('/import', fields(), headers as Record<string, string>))).toEqual([400, 'bad_request'])
    expect((await send('/import', fields(), { origin: 'http://localhost', host: 'localhost' })).status).toBe(200)
    expect((await send('/import', [['file', asFile()]], { authorization: `Bearer ${token}` })).status).toBe(200)
  })

  test('with a wrong key or none', async () => {
    expect(
      await refusal(
        await send('/import', [
          ['file', asFile()],
          ['token', 'fel'],
        ]),
      ),
    ).toEqual([401, 'not_authorised'])
    expect(await refusal(await send('/import', [['file', asFile()]]))).toEqual([401, 'not_authorised'])
  })

  test.each([
    ['/import', 'välj filen igen'],
    ['/en/import', 'choose the file again'],
    ['/statistik/las-in', 'välj filen igen'],
  ])('with a wrong key at %s, in words that say what to do with the file', async (path, words) => {
    const answer = await send(path, [
      ['token', 'fel'],
      ['file', asFile()],
    ])
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining(words)])
  })

  test('too large, whatever length it tells', async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) })
    const untold = {
      authorization: `Bearer ${token}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'multipart/form-data; boundary=x',
    }
    const request = new Request('http://localhost/import', {
      method: 'POST',
      headers: untold,
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect(await refusal(await app.request(request))).toEqual([413, 'too_large'])
    const told = {
      'sec-fetch-site': 'same-origin',
      'content-length': String(30 * 1024 * 1024),
      'content-type': 'multipart/form-data; boundary=x',
    }
    expect(await refusal(await app.request('http://localhost/import', { method: 'POST', headers: told, body: 'x' }))).toEqual([
      413,
      'too_large',
    ])
  })

  test('another kind of body, no file, and a file that is no deck', async () => {
    const body = { method: 'POST', body: 'x', headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' } }
    expect(await refusal(await app.request('http://localhost/import', body))).toEqual([400, 'bad_request'])
    const broken = { ...body, headers: { ...body.headers, 'content-type': 'multipart/form-data; boundary=x' } }
    expect(await refusal(await app.request('http://localhost/import', broken))).toEqual([400, 'bad_request'])
    expect(await refusal(await send('/import', [['token', token]]))).toEqual([400, 'bad_request'])
    const picture = await send('/import', [
      ['file', asFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'x.png')],
      ['token', token],
    ])
    expect(picture.status).toBe(415)
  })
})
