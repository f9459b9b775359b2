import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock, openTestRegistry } from '../../http/testing/test-registry.ts'
import type { TestRegistry } from '../../http/testing/test-registry.ts'
import { makeSite } from '../../main.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(() => registry.close())

const read = async (path: string) => (await site.app.request(`http://localhost${path}`)).text()

interface Area {
  verbatimLabel: string
  displayLabel: string
  translatedLabel: string | null
  language: string
}

/** All areas of a region's lists, as the API gives them. */
async function areasOf(slug: string, which: 'current' | 'all'): Promise<Area[]> {
  const region = JSON.parse(await read(`/api/v1/regions/${slug}`))
  const editions = which === 'current' ? [region.current] : region.editions
  return editions.flatMap((edition: { priorities: Area[] }) => edition.priorities)
}

const plain = (html: string) =>
  html
    .replaceAll('&amp;', '&')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

/** Where the own words are promised, a label of another language carries its language, and what is ours comes after. */
function expectOwnWords(html: string, areas: Area[], lang: string) {
  expect(areas.length).toBeGreaterThan(0)
  for (const { verbatimLabel, language, translatedLabel } of areas) {
    expect(plain(html)).toContain(verbatimLabel)
    if (language === lang) continue
    const words = [...html.matchAll(new RegExp(`<(?:span|text|a)[^>]* lang="${language}"[^>]*>([^<]*)<`, 'g'))].map(([, one]) =>
      one!.replaceAll('&amp;', '&').trim(),
    )
    expect(words.some((word) => word !== '' && verbatimLabel.startsWith(word))).toBe(true)
    if (translatedLabel)
      expect(plain(html)).toContain(`${lang === 'sv' ? 'vår översättning:' : 'our translation:'} ${translatedLabel}`)
  }
}

test('the list of the start page shows the regions’ own words, our translation marked after them', async () => {
  const [norrbotten, varmland] = [await areasOf('norrbotten', 'current'), await areasOf('varmland', 'current')]
  expect(norrbotten.map(({ language }) => language)).toContain('en')
  const index = (html: string) => html.slice(html.indexOf('data-region-index'))
  expectOwnWords(index(await read('/')), [...norrbotten, ...varmland], 'sv')
  expectOwnWords(index(await read('/en')), [...norrbotten, ...varmland], 'en')
})

test('then and now shows the region’s own words in figure and table', async () => {
  for (const [lang, path] of [
    ['sv', '/region/norrbotten'],
    ['en', '/en/region/varmland'],
  ] as const) {
    const html = await read(path)
    const areas = await areasOf(path.split('/').at(-1)!, 'all')
    const figure = html.slice(html.indexOf('class="tracks"'), html.indexOf('class="lineage-words"'))
    for (const { verbatimLabel, language } of areas) {
      const first = verbatimLabel.split(' ')[0]!
      expect(plain(figure)).toContain(first)
      if (language !== lang) expect(figure).toMatch(new RegExp(`<a[^>]* lang="${language}"[^>]*>${first}`))
    }
    expectOwnWords(html.slice(html.indexOf('class="lineage-words"')), areas, lang)
  }
})
