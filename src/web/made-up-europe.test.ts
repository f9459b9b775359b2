import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrokenReferences } from '../changes/broken-references.ts'
import { readRegistryView } from '../changes/registry-view.ts'
import { openSqliteStore } from '../store/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'
import { madeUpCode, madeUpEurope } from './testing/made-up-europe.ts'

let shipped: TestRegistry
let store: Store
let folder: string
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  shipped = await openTestRegistry()
  folder = mkdtempSync(join(tmpdir(), 'spets-europe-'))
  store = await openSqliteStore(join(folder, 'spets.sqlite'), { clock })
  await store.load(madeUpEurope())
  site = makeSite({ store, clientFolder: shipped.clientFolder, clock })
})
afterAll(async () => {
  await store.close()
  await shipped.close()
  rmSync(folder, { recursive: true, force: true })
})
const ask = (path: string) => site.app.request(`http://localhost${path}`)
const jsonOf = async (path: string) => (await ask(path)).json() as Promise<{ total: number; items: { code: string }[] }>

test('250 regions of 25 countries are loaded, each with its list, and name only what is there', async () => {
  const { known, sequence } = await readRegistryView(store)
  expect(sequence).toBe(1 + 250 * 6)
  expect(findBrokenReferences(known)).toEqual([])
  const { total, items } = await jsonOf('/api/v1/regions')
  expect([total, new Set(items.map(({ code }) => code)).size]).toEqual([250, 250])
})

test.each([
  '/',
  '/en',
  '/region/provins-xa11',
  '/en/region/provins-xyz',
  '/tabell',
  '/tema',
  '/sok?q=havsenergi',
  '/jamfor',
  '/prioritet/provins-xa11-2021-1',
  '/period/2021-2027',
  '/andrat',
  '/matchning?region=provins-xa11',
  '/granska',
  '/sitemap.xml',
  '/historik/region/XA11',
  '/api/v1/priorities?region=XA11',
  '/api/v1/tables/regions.csv',
  '/api/v1/search?q=Provins%20XB13',
])('%s answers', async (path) => {
  const { status } = await ask(path.replace('xyz', madeUpCode('XC', 9).toLowerCase()))
  expect(status).toBe(200)
})

test('pages that list every area show the first, and how to see the others', async () => {
  const rowsOf = (html: string, row: RegExp) => html.match(row)?.length ?? 0
  const table = await (await ask('/tabell')).text()
  expect([rowsOf(table, /<tr>/g), table.includes('Här visas de första 500.')]).toEqual([501, true])
  const ofOne = await (await ask('/tabell?region=provins-xa11')).text()
  expect([rowsOf(ofOne, /<tr>/g), ofOne.includes('Här visas de första')]).toEqual([5, false])
  const review = await (await ask('/en/review')).text()
  expect([rowsOf(review, /class="review-item"/g), review.includes('The first 300 of 1000 are shown here.')]).toEqual([300, true])
  const reviewOfOne = await (await ask('/en/review?region=provins-xa11')).text()
  expect([rowsOf(reviewOfOne, /class="review-item"/g), reviewOfOne.includes('are shown here')]).toEqual([4, false])
})

test('a region is found by its code, in the API and in search', async () => {
  expect(await jsonOf('/api/v1/regions/XA1K')).toMatchObject({
    code: 'XA1K',
    landNeighbours: [{ code: 'XA13' }, { code: 'XA1Z' }],
  })
  const { hits } = (await jsonOf('/api/v1/search?q=XB13')) as unknown as { hits: { id: string }[] }
  expect(hits[0]!.id).toBe('XB13')
  expect(await (await ask('/region/provins-xa11')).text()).toContain('Havsenergi')
})
