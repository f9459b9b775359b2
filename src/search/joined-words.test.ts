import { describe, expect, test } from 'vitest'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { joinCompounds, plainQuery } from './joined-words.ts'
import { search } from './search.ts'
import { searchIndexOf } from './search-of-snapshot.ts'

const index = searchIndexOf(shippedSnapshot('2026-11-26'))
const titles = (text: string) => search(index, { text, lang: 'sv', limit: 12 }).hits.map(({ document }) => document.title)
const areas = (text: string) => search(index, { text, lang: 'sv', facets: { kind: ['priorityArea'] } })

describe('a query as it would be typed', () => {
  test.each([
    ['sol\u00adenergi', 'solenergi'],
    ['\ufeffskog\u200b', 'skog'],
    ['e\u2011h\u00e4lsa', 'e-hälsa'],
    ['e\u2212hälsa', 'e-hälsa'],
    ['fo\u0308rnybar\u00a0energi', 'förnybar energi'],
  ])('%j is %s', (written, expected) => {
    expect(plainQuery(written)).toBe(expected)
    expect(titles(written)).toEqual(titles(expected))
  })
})

describe('a compound written apart', () => {
  test.each([
    ['sol energi', 'solenergi'],
    ['livs medel', 'livsmedel'],
    ['e hälsa', 'e-hälsa'],
    ['rymd teknik i norr', 'rymdteknik i norr'],
    ['life science', 'life science'],
    ['mat och hälsa', 'mat och hälsa'],
    ['sol, energi', 'sol, energi'],
  ])('%s is read as %s', (written, expected) => {
    expect([expected, expected.replace('-', '')]).toContain(joinCompounds(index, written))
  })
  test('finds what the compound finds', () => {
    expect(titles('rymd teknik')).toEqual(titles('rymdteknik'))
  })
})

describe('what is no part of specialisation finds no area', () => {
  test.each(['frisör', 'advokatbyrå', 'städning', 'plumber', 'begravningsbyrå'])('%s', (text) => {
    expect(areas(text).total).toBe(0)
  })
  test('unless an area names it', () => {
    expect(areas('restauranger').hits.map(({ document }) => document.title)).toContain('Besöksnäring')
  })
})

describe('every hit has its reason', () => {
  test.each(['vätgas', 'stadsplanering', 'fiske', 'gruvor', 'stål', 'AI', 'digital services'])('%s', (text) => {
    const { hits } = areas(text)
    expect(hits.length).toBeGreaterThan(0)
    for (const { matches, why } of hits) expect(matches.length > 0 || why !== null).toBe(true)
  })
  test('a match through a theme is not lit as if it were the word', () => {
    for (const { document, matches, why } of areas('bryggeri').hits)
      if (!/brygg/i.test(document.title + (document.titleEn ?? ''))) {
        expect(matches).toEqual([])
        expect(why).not.toBeNull()
      }
  })
})

test.each(['BD-län', 'BD län', 'bd'])('the letter code of a county, %s, finds the region', (text) => {
  expect(titles(text)[0]).toBe('Norrbotten')
})
