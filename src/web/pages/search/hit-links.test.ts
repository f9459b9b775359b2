import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Language } from '../../../records/language.ts'
import { searchCommand } from '../../../cli/search-command.ts'
import { makeTestIo } from '../../../cli/testing/test-io.ts'
import { linkOfHit } from '../../../search/hit-link.ts'
import { searchIndexOf } from '../../../search/search-of-snapshot.ts'
import { shippedSnapshot } from '../../../snapshot/testing/shipped-snapshot.ts'
import { hitPathsFor } from '../../hit-paths.ts'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'

let registry: TestRegistry
let folder: string
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  folder = mkdtempSync(join(tmpdir(), 'spets-links-'))
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(async () => {
  await registry.close()
  rmSync(folder, { recursive: true })
})

const ask = (path: string) => site.app.request(`http://localhost${path}`)
type Hits = { hits: { href: string }[] }
const hrefsOf = async (path: string) => ((await (await ask(path)).json()) as Hits).hits.map(({ href }) => href)
const decoded = (text: string) => text.replaceAll('&amp;', '&')

test.each<[Language, string, string | undefined]>([
  ['sv', 'skog', undefined],
  ['en', 'forest', undefined],
  ['en', 'sjukvård', '2019-06-01'],
  ['sv', 'nationell', undefined],
])('page, API, the list under the field and the command line lead to the same: %s %s %s', async (lang, word, date) => {
  const asked = new URLSearchParams({ q: word, lang, ...(date ? { date } : {}) })
  const links = await hrefsOf(`/api/v1/search?${asked}&limit=8`)
  expect(links.length).toBeGreaterThan(1)
  expect(await hrefsOf(`/api/v1/suggest?${asked}`)).toEqual(links)
  const query = new URLSearchParams({ q: word, ...(date ? { [lang === 'sv' ? 'datum' : 'date']: date } : {}) })
  const html = await (await ask(`${lang === 'sv' ? '/sok' : '/en/search'}?${query}`)).text()
  const onPage = [...html.matchAll(/<a class="label" href="([^"]*)"/g)].map(([, href]) => decoded(href!))
  // The page has the same hits in groups, and an area that is in several lists once.
  const all = new Set(await hrefsOf(`/api/v1/search?${asked}&limit=20`))
  expect(onPage.length).toBeGreaterThan(1)
  expect(onPage.filter((href) => !all.has(href))).toEqual([])
  const io = makeTestIo({ SPETS_DATA: folder, SPETS_LANG: lang })
  const args = [word, '--json', '--limit', String(links.length), ...(date ? ['--date', date] : [])]
  await searchCommand.run(args, { ...io, hitPathsFor: async (one) => hitPathsFor(one) })
  expect((JSON.parse(io.out()) as Hits).hits.map(({ href }) => href)).toEqual(links)
})

test('the English address of a theme is in English, what was heard has its place on the page, and a wish a page of its own', async () => {
  expect((await hrefsOf('/api/v1/search?q=energi&lang=en&kind=theme'))[0]).toBe('/en/theme/energy')
  expect((await hrefsOf('/api/v1/search?q=energi&lang=sv&kind=theme'))[0]).toBe('/tema/energi')
  expect((await hrefsOf('/api/v1/search?lang=en&kind=finding'))[0]).toMatch(/^\/en\/heard#finding-/)
  expect((await hrefsOf('/api/v1/search?lang=en&kind=wish'))[0]).toMatch(/^\/en\/wishes\/wish-/)
})

test('whatever can be found is there, in both languages', { timeout: 120_000 }, async () => {
  const { documents } = searchIndexOf(shippedSnapshot('2026-11-23'))
  const onePerKind = [...Map.groupBy(documents, ({ kind }) => kind).values()].map(([document]) => document!)
  expect(onePerKind.length).toBeGreaterThan(6)
  for (const lang of ['sv', 'en'] as const) {
    const paths = hitPathsFor({ lang, date: undefined })
    for (const document of onePerKind) expect((await ask(linkOfHit(document.whole(), paths))).status, document.kind).toBe(200)
  }
})
