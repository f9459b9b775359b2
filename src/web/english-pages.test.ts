import { afterAll, beforeAll, expect, test } from 'vitest'
import { getShippedBeside, getShippedFacts } from '../sources/facts/shipped-facts.ts'
import { unknownSender } from '../records/source.ts'
import { examplesIn } from './frame/site-lists.ts'
import { clock, openTestRegistry } from './http/testing/test-registry.ts'
import type { TestRegistry } from './http/testing/test-registry.ts'
import { makeSite } from './main.ts'
import { siteContents } from './site-contents.ts'

let registry: TestRegistry
let site: ReturnType<typeof makeSite>
beforeAll(async () => {
  registry = await openTestRegistry()
  site = makeSite({ store: registry.store, clientFolder: registry.clientFolder, clock })
})
afterAll(() => registry.close())

const read = async (path: string) => (await site.app.request(`http://localhost${path}`)).text()

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const withoutTags = new Set(['script', 'style', 'code', 'pre', 'option'])
const empty = new Set(['meta', 'link', 'br', 'hr', 'img', 'input', 'rect', 'path', 'circle', 'line', 'use', 'wbr', 'col'])

/** The texts of a page that are in the page's own language: those outside every element with another `lang`. */
function ownTexts(html: string): string[] {
  const texts: string[] = []
  const open: { name: string; isOther: boolean }[] = []
  for (const [, close, name, attributes, text] of html.matchAll(/<(\/?)([a-zA-Z][\w-]*)([^>]*)>|([^<]+)/g)) {
    const isOther = open.at(-1)?.isOther ?? false
    if (text !== undefined) {
      if (!isOther && text.trim())
        texts.push(text.replaceAll(/&(#?\w+);/g, (whole, entity: string) => entities[entity] ?? whole).trim())
    } else if (close) {
      const at = open.findLastIndex((one) => one.name === name)
      if (at >= 0) open.length = at
    } else if (!empty.has(name!) && !attributes!.endsWith('/')) {
      const lang = / (?:hreflang|lang)="([^"]*)"/.exec(attributes!)?.[1]
      open.push({ name: name!, isOther: withoutTags.has(name!) || (lang ? lang !== 'en' : isOther) })
    }
  }
  return texts
}

const commonWords = new Set(
  'och är som för med av till från den det ett inte eller vid utan också samt mellan även inom efter före rad källa sida regionens områden område beskrivningen föredrag'.split(
    ' ',
  ),
)

/** Names of places and organisations are the same in English, whatever letters they have; the longest first. */
function properNames(): string[] {
  const facts = getShippedFacts()
  const places = [
    ...facts.regions.flatMap((region) => [region.name, region.county_name, region.region_name, region.nuts2_name]),
    ...facts.regions.map(({ residence_city }) => residence_city),
    ...facts.jointAreas.map(({ name_en }) => name_en),
    ...(getShippedBeside().gazetteer?.municipalities ?? []).map(({ name }) => name),
  ]
  const organisations = [
    ...facts.contacts.map(({ organisation }) => organisation),
    ...facts.clusters.map(({ name }) => name),
    ...facts.sources.map(({ publisher }) => publisher).filter((name) => !name.startsWith(unknownSender)),
  ]
  const words = [...places, ...organisations]
    .flatMap((name) => name.split(/[^\p{L}-]+/u))
    .filter((word) => /^\p{Lu}.*[åäöÅÄÖ]/u.test(word))
  return [...new Set([...organisations, ...places, ...words])].toSorted((a, b) => b.length - a.length)
}

/** The Swedish words of a text, without names and without what it quotes: quoted words are those of the source. */
function swedishIn(text: string, names: readonly string[]): string[] {
  const plain = names.reduce((rest, name) => rest.replaceAll(name, ' '), text.replaceAll(/“[^”]*”/g, ' '))
  // A capital in the middle of a sentence begins a name.
  const words = plain.replaceAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}-]+/gu, ' ').match(/[\p{L}-]+/gu) ?? []
  return words.filter((word) => /[åäöÅÄÖ]/.test(word) || commonWords.has(word.toLowerCase()))
}

test('the English pages have Swedish words only where they are marked as Swedish', { timeout: 120_000 }, async () => {
  const names = properNames()
  const found: string[] = []
  const sitemap = [...(await read('/sitemap.xml')).matchAll(/<loc>(\/en[^<]*)<\/loc>/g)].map(([, path]) => path!)
  const pages = new Set([...examplesIn(siteContents, 'en'), ...sitemap, '/en/search?q=energi', '/en/search?q=skog+industri'])
  for (const path of pages)
    for (const text of ownTexts(await read(path)))
      if (swedishIn(text, names).length > 0) found.push(`${path}: ${swedishIn(text, names).join(' ')} | ${text.slice(0, 120)}`)
  expect(found).toEqual([])
})
