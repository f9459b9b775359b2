import { pino } from 'pino'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstFacts } from '../../../changes/first-facts.ts'
import { findCube } from '../../../records/cube.ts'
import { errorCodes, ExpectedError } from '../../../records/expected-error.ts'
import { getShippedBeside } from '../../../sources/facts/shipped-facts.ts'
import { openCubeFiles } from '../../../store/cube-files.ts'
import type { CubeFiles } from '../../../store/cube-files.ts'
import { openStore } from '../../../store/open-store.ts'
import type { Store } from '../../../store/store.ts'
import type { AppEnv, Effects } from '../../http/effects.ts'
import { addFormRoutes } from '../../http/form-routes.ts'
import { makeAccounts } from '../../../accounts/accounts.ts'
import { makeSnapshotSource } from '../../http/snapshot-source.ts'
import { siteContents } from '../../site-contents.ts'

const token = 'en-nyckel-som-ar-lang-nog-for-prov'
const clock = () => new Date('2026-11-27T12:00:00.000Z')
let folder: string
let store: Store
let cubes: CubeFiles
let app: Hono<AppEnv>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spets-statistics-'))
  store = await openStore({ databaseUrl: null, sqlitePath: join(folder, 'spets.sqlite'), clock })
  await store.load(firstFacts())
  cubes = openCubeFiles(join(folder, 'cubes'))
  const client = {
    files: new Map(),
    assets: { styles: [], scripts: [], preloadFonts: [] },
    buildId: 'x',
  } as unknown as Effects['client']
  app = new Hono<AppEnv>()
  const source = makeSnapshotSource({ store, clock, beside: getShippedBeside(), cubes })
  addFormRoutes(app, {
    store,
    source,
    accounts: makeAccounts({ store, clock, siteUrl: 'http://localhost' }),
    client,
    cubes,
    contents: siteContents,
    clock,
    logger: pino({ level: 'silent' }),
    adminToken: token,
    baseUrl: null,
    siteUrl: 'http://localhost',
  })
  app.onError((error, c) => {
    if (!(error instanceof ExpectedError)) throw error
    return c.json({ code: error.code, detail: error.detail }, errorCodes[error.code].status as ContentfulStatusCode)
  })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function send(path: string, fields: Record<string, string | File>, key = token): Promise<Response> {
  const form = new FormData()
  form.append('token', key)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return app.request(`http://localhost${path}`, { method: 'POST', body: form, headers: { 'sec-fetch-site': 'same-origin' } })
}

const text = 'a;b;År;Antal\nVärmland;x;2023;1\nSE124;y;2023;2\nSE110;x;2023;3\n0025;x;2023;4\nUtlandet;x;2023;..\n'
const file = (content: string) => new File([content], 'C:\\mapp\\siffror.csv')
const uploadIn = (html: string) => /name="upload" value="([0-9a-f]{64})"/.exec(html)![1]!

test('a file is shown as it was read, corrected, and kept; before that nothing of it is there', async () => {
  const shown = await send('/statistik/las-in', { file: file(text) })
  expect(shown.status).toBe(200)
  const html = await shown.text()
  expect(html).toContain('Inget är sparat än')
  expect(html).toMatch(/value="region" selected[^]*?Utlandet/)
  expect(cubes.shelf().listings).toEqual([])
  const upload = uploadIn(html)
  const corrected = {
    upload,
    'role a': 'region',
    'role b': 'activity',
    'role År': 'time',
    table: 'prov',
    source: 'SCB',
    kind: 'count',
    title: 'Prov',
  }
  const again = await (await send('/statistik/las-in/reading', corrected)).text()
  expect(again).toMatch(/name="role b"[^]*?<option value="activity" selected/)
  expect(cubes.shelf().listings).toEqual([])
  const kept = await send('/en/statistics/import/keep', corrected)
  expect(await kept.text()).toContain('The table prov has the vintage 2026-11-27')
  expect(findCube(cubes.shelf(), 'prov')!.header).toMatchObject({
    attribution: { sv: 'Källa: SCB' },
    licence: 'CC0 1.0',
    dimensions: [{ role: 'region', codes: ['17', '18', '01', '25'] }, { role: 'activity', codes: ['x', 'y'] }, { role: 'time' }],
  })
  expect(await (await send('/statistik/las-in/keep', corrected)).text()).toContain('fanns redan')
})

test.each<[string, Record<string, string | File>, number, RegExp]>([
  ['/statistik/las-in', { file: file('region;år;antal\n01;2020;5\n01;2020;6\n') }, 415, /Rad 3: .*finns redan på en rad ovanför/],
  ['/en/statistics/import', { file: file('region;år;antal\n01;2020;5\n01;2020;6\n') }, 415, /Line 3/],
  ['/statistik/las-in', { file: new File([], '') }, 400, /Välj en fil/],
  ['/statistik/las-in/keep', { upload: 'x'.repeat(64) }, 400, /finns inte kvar/],
  ['/statistik/las-in/keep', { upload: '../../etc/passwd' }, 400, /finns inte kvar/],
])('%s says in words what is wrong and where', async (path, fields, status, words) => {
  const response = await send(path, fields)
  expect(response.status).toBe(status)
  expect(((await response.json()) as { detail: string }).detail).toMatch(words)
  expect(cubes.shelf().listings).toEqual([])
})

test('without a source it is not kept, two dimensions have no role in common, and nobody without the key comes in', async () => {
  const upload = uploadIn(await (await send('/statistik/las-in', { file: file(text) })).text())
  expect(await (await send('/statistik/las-in/keep', { upload })).text()).toMatch(/Ange källan/)
  expect(await (await send('/statistik/las-in/keep', { upload, 'role a': 'region', 'role b': 'region' })).text()).toMatch(
    /samma roll/,
  )
  expect((await send('/statistik/las-in', { file: file(text) }, 'en-annan-nyckel-som-ar-fel-men-lang')).status).toBe(401)
})
