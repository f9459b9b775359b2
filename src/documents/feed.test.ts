import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { feedOf, feedToAtom, feedToJson } from './feed.ts'

const snapshot = shippedSnapshot('2026-11-28')
const all = { lang: 'sv', regionCode: null, themeId: null } as const
const place = { base: 'https://spets.example', self: '/api/v1/feed.atom?a=1&b=2' }

test('the newest come first, at most fifty, each with an id of its own', () => {
  const { entries, updated } = feedOf(snapshot, all)
  expect(entries).toHaveLength(50)
  const days = entries.map((entry) => entry.updated)
  expect(days).toEqual(days.toSorted().toReversed())
  expect(updated).toBe(days[0])
  expect(new Set(entries.map(({ path }) => path)).size).toBe(50)
})

test('a region’s feed has what it owns, and a theme’s the areas that have it', () => {
  const region = feedOf(snapshot, { ...all, regionCode: '17' })
  expect(region.title).toBe('Spets: det senaste – Värmland')
  expect(region.entries.length).toBeGreaterThan(5)
  expect(region.entries.filter(({ title }) => !title.startsWith('Värmland: '))).toEqual([])
  const theme = feedOf(snapshot, { ...all, themeId: 'energi' })
  expect(theme.entries.some(({ title }) => title.includes('Energiteknik'))).toBe(true)
  expect(theme.entries.every(({ path }) => path.startsWith('/historik/priorityArea/'))).toBe(true)
})

test('Atom is well-formed whatever is in it, and has what each entry must have', () => {
  const feed = { ...feedOf(snapshot, all), title: 'A & <b>' }
  const atom = feedToAtom(feed, place)
  expect(XMLValidator.validate(atom)).toBe(true)
  const parsed = new XMLParser({ ignoreAttributes: false }).parse(atom).feed
  expect([parsed.title, parsed.id]).toEqual(['A & <b>', 'https://spets.example/api/v1/feed.atom?a=1&b=2'])
  expect(
    parsed.entry.every((entry: Record<string, unknown>) => entry['id'] && entry['title'] && entry['updated'] && entry['link']),
  ).toBe(true)
})

test('JSON Feed has the same entries; without an address of its own links are paths', () => {
  const feed = feedOf(snapshot, { ...all, lang: 'en' })
  const { items, version } = JSON.parse(feedToJson(feed, { base: 'urn:x-spets:unpublished', self: '/api/v1/feed.json' })) as {
    version: string
    items: { id: string; url: string }[]
  }
  expect(version).toBe('https://jsonfeed.org/version/1.1')
  expect(items).toHaveLength(50)
  expect(items[0]!.id).toMatch(/^urn:x-spets:unpublished\/en\/history\//)
  expect(items[0]!.url).toMatch(/^\/en\/history\//)
})
