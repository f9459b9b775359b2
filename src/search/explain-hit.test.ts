import { describe, expect, test } from 'vitest'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { search } from './search.ts'
import { searchIndexOf } from './search-of-snapshot.ts'

const index = searchIndexOf(shippedSnapshot('2026-11-26'))
const find = (text: string, lang: 'sv' | 'en' = 'sv') => search(index, { text, lang, limit: 1000 })
const reasons = (text: string) => find(text).hits.map(({ why }) => why?.sv ?? '')
const quotedBy = (text: string) => reasons(text).flatMap((reason) => /har ”([^”]*)”/.exec(reason)?.[1]?.toLowerCase() ?? [])

describe('what is found for a word', () => {
  test('is no form of a word of the other language: “have” for hav', () => {
    expect(quotedBy('hav')).toContain('havet')
    expect(quotedBy('hav')).not.toContain('have')
    expect(
      find('hav')
        .hits.map(({ document }) => document.title)
        .filter((title) => title.startsWith('Processen')),
    ).toEqual([])
  })
  test('of fewer than four letters is no longer word that begins so, unless it is being typed', () => {
    expect(quotedBy('is')).not.toContain('island')
    const typed = search(index, { text: 'is', lang: 'sv', isTyping: true, limit: 100 }).hits
    expect(typed.map(({ why }) => why?.sv)).toContainEqual(expect.stringContaining('”island”'))
  })
  test('is no word that has only the little in common that is left of it as a stem: “lär” for lärare', () => {
    expect(quotedBy('lärare')).not.toContain('lär')
    expect(quotedBy('målare')).not.toContain('mål')
  })
})

describe('the reason', () => {
  test.each([
    'vätgas',
    'hav',
    'lärare',
    'gruva',
    'polis',
    'spel',
    'gruvor norrbotten',
    'besöksnäring norrland',
    'forest',
    'skilled work',
  ])('of every hit for «%s» is a word that the record has, or a subject', (text) => {
    const { hits } = find(text)
    expect(hits.length).toBeGreaterThan(2)
    for (const { document, matches, why } of hits) {
      if (matches.length > 0 || document.kind === 'theme') continue
      expect(why, document.title).not.toBeNull()
      const written = /(?:har|ordet|finns) ”([^”]*)”/.exec(why!.sv)?.[1]
      const all = [document.title, document.titleEn, document.text, document.description].join(' ')
      if (written) expect(all).toContain(written)
      else expect(why!.sv).toMatch(/^(Genom temat|Namnet snuddar vid temat|Med andra ord: ).+/)
    }
  })
  test('is none for an empty query', () => {
    expect(new Set(find('').hits.map(({ why }) => why))).toEqual(new Set([null]))
  })
  test('is the description’s own word also beside a place', () => {
    const [first] = find('gruvor norrbotten').hits
    expect([first!.document.title, first!.why?.sv, first!.how]).toEqual([
      'Basic industries',
      'Vår beskrivning har ”Gruvor”.',
      'description',
    ])
  })
  test('of what has only the place is that, apart from what has the subject', () => {
    const places = find('gruvor norrbotten').hits.filter(({ how }) => how === 'place')
    expect(places.length).toBeGreaterThan(3)
    for (const { document } of places) expect(document.regionCodes).toEqual(['25'])
  })
})

test('a part of the country brings the areas of its regions first', () => {
  const hits = find('besöksnäring norrland').hits.filter(({ document }) => document.kind === 'priorityArea')
  for (const { document } of hits.slice(0, 4)) expect(['22', '23', '24', '25']).toContain(document.regionCodes[0])
})

test('a compound that is misspelt in one part is told to be read as the whole word', () => {
  const { suggestion, hits } = find('skogsindusti')
  expect(suggestion).toBe('skogsindustri')
  expect(hits[0]!.why?.sv).toBe('Läste ”skogsindusti” som ”skogsindustri”.')
})
