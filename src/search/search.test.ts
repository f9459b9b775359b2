import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { search } from './search.ts'
import { searchIndexOf } from './search-of-snapshot.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'

const index = searchIndexOf(shippedSnapshot('2026-11-23'))
const find = (text: string, limit = 8) => search(index, { text, lang: 'sv', limit }).hits.map(({ document }) => document.title)

describe('a query', () => {
  test.each([
    ['exact', 'järnväg', 'Järnväg'],
    ['an inflected form', 'skogens', 'Skoglig bioekonomi'],
    ['a compound', 'rymdindustrin', 'Rymdteknik'],
    ['part of a compound', 'bioekonomi', 'Skoglig bioekonomi'],
    ['a misspelling', 'dataspl', 'Dataspel och spelifiering'],
    ['a synonym', 'turism', 'Besöksnäring'],
    ['English', 'forestry', 'Skogsnäring och träförädling'],
    ['a concept', 'vätgas', 'Energiteknik'],
    ['an abbreviation', 'KKN', 'Kulturella och kreativa näringar'],
    ['the beginning of a word', 'digi', 'Digitalisering'],
    ['without å, ä and ö', 'jarnvag', 'Järnväg'],
    ['the beginning of a word without å, ä and ö', 'besoksn', 'Besöksnäring'],
    ['a compound without å, ä and ö', 'skogsagare', 'Trä och skog'],
    ['two words written as one', 'lifescience', 'Life science'],
    ['a region’s misspelt name', 'norrbottnen', 'Norrbotten'],
    ['a region’s other name', 'scania', 'Skåne'],
    ['a corrected word as the source misspelt it', 'tjänstenärings', 'Digitala tjänstenäringar'],
  ])('%s finds it: %s', (_kind, text, expected) => {
    expect(find(text, 12)).toContain(expected)
  })

  test('an exact title goes first', () => {
    expect(find('Järnväg')[0]).toBe('Järnväg')
  })

  test('most of the query must match', () => {
    expect(find('mat och hälsa')[0]).toContain('Livsmedel i skärningen')
  })

  test('nothing is found for nothing known, and a better spelling is offered where there is one', () => {
    expect(search(index, { text: 'xyzzyx', lang: 'sv' })).toMatchObject({ total: 0, suggestion: null })
    expect(search(index, { text: 'livsmedl', lang: 'sv' }).suggestion).toBe('livsmedel')
  })

  test('a misspelt name is read as the name, and the correction is given', () => {
    const [hit] = search(index, { text: 'västarbotten', lang: 'sv' }).hits
    expect([hit?.document.title, hit?.why]).toEqual([
      'Västerbotten',
      { sv: 'Läste ”västarbotten” som ”Västerbotten”.', en: 'Read “västarbotten” as “Västerbotten”.' },
    ])
  })
  test('a landscape’s name is no compound with land', () => {
    expect(find('sörmland')).toEqual(['Södermanland'])
  })
  test('a misspelt compound is read as the whole word it is nearest to', () => {
    expect(search(index, { text: 'stadsutvekling', lang: 'sv' }).suggestion).toBe('stadsutveckling')
    expect(search(index, { text: 'hälsoteknik', lang: 'sv' }).suggestion).toBeNull()
  })

  test.each(['gruva', 'järnmalm', 'vattenkraft'])('an area is found by «%s» in its description, which is stated', (text) => {
    const { hits } = search(index, { text, lang: 'sv', facets: { kind: ['priorityArea'] }, limit: 10 })
    const hit = hits.find(({ document }) => document.id === 'norrbotten-2021-naturbaserade-basnaringar')!
    expect(hit.why?.sv).toMatch(/^Vår beskrivning har ”(gruv|järnmalm|vattenkraft)/i)
    expect(hit.why?.en).toMatch(/^Our description has “/)
  })

  test('how a document was found is stated when the title does not show it', () => {
    const hit = search(index, { text: 'wood', lang: 'en', limit: 20 }).hits.find(
      ({ document }) => document.title === 'Träindustri',
    )
    expect(hit?.why?.en ?? '').toBe('The English name has “Wood”.')
  })
})

describe('operators', () => {
  test('a phrase in quotes must occur word by word', () => {
    const { hits } = search(index, { text: '"life science"', lang: 'sv', limit: 100 })
    expect(hits.length).toBeGreaterThan(3)
    const written = hits.map(({ document: { title, titleEn, text, description } }) =>
      [title, titleEn, text, description].join(' ; '),
    )
    expect(written.filter((text) => !/life science/i.test(text))).toEqual([])
    expect(find('"science life"')).toEqual([])
  })
  test('a word after a minus is excluded; a hyphen within a word excludes nothing', () => {
    expect(find('energi', 100)).toContain('Energi')
    expect(find('energi -smarta', 100).filter((title) => /smarta/i.test(title))).toEqual([])
    expect(find('e-hälsa')[0]).toContain('e-hälsa')
  })
  test('punctuation alone finds nothing', () => {
    for (const text of ['%', '""', '...']) expect(search(index, { text, lang: 'sv' }).total, text).toBe(0)
  })
})

test('what has hardly to do with the question is not among the hits', () => {
  const { hits } = search(index, { text: 'livsmedel', lang: 'sv', limit: 200 })
  expect(hits.map(({ document }) => document.title)).not.toContain('Marin Teknik')
  expect(hits.at(-1)!.score).toBeGreaterThan(hits[0]!.score * 0.06)
})

test('a word written with or without its hyphen finds much the same', () => {
  expect(find('ehälsa', 40).length).toBeGreaterThan(10)
})

test('an area that names a subject in English is found by the Swedish word for it, beside one whose description has the word', () => {
  const { hits } = search(index, { text: 'vindkraft', lang: 'sv', facets: { kind: ['priorityArea'] }, limit: 2 })
  expect(hits.map(({ document }) => document.title)).toContainEqual(expect.stringMatching(/^Renewable energy/))
  expect(hits.map(({ document }) => document.title)).toContain('Näringslivets energiomställning')
})

test('facets count what the others leave, so that one can change one’s mind', () => {
  const all = search(index, { text: 'skog', lang: 'sv' })
  const chosen = search(index, { text: 'skog', lang: 'sv', facets: { regionCode: ['17'] } })
  expect(chosen.total).toBe(all.facets.regionCode.find(({ value }) => value === '17')!.count)
  expect(chosen.facets.regionCode).toEqual(all.facets.regionCode)
  expect(chosen.hits.every(({ document }) => document.regionCodes.includes('17'))).toBe(true)
})

test('pages of hits follow each other without gap or overlap', () => {
  const whole = search(index, { text: 'energi', lang: 'sv', limit: 100 }).hits.map(({ document }) => document.kind + document.id)
  const pages = [0, 5, 10, 15, 20, 25].flatMap((offset) =>
    search(index, { text: 'energi', lang: 'sv', limit: 5, offset }).hits.map(({ document }) => document.kind + document.id),
  )
  expect(pages).toEqual(whole.slice(0, 30))
})

test('any text can be searched for, the same each time, and highlights are within the title', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.lorem(), fc.constantFrom('skog '.repeat(200), '%', '\\', '🌲')),
      (text) => {
        const result = search(index, { text, lang: 'sv' })
        expect(search(index, { text, lang: 'sv' })).toEqual(result)
        for (const { document, matches } of result.hits)
          for (const { start, end } of matches) expect(start >= 0 && start < end && end <= document.title.length).toBe(true)
      },
    ),
  )
})

test('a misspelling of a term that no record has is read as that term, and the correction is given', () => {
  const { hits, suggestion } = search(searchIndexOf(shippedSnapshot('2026-11-01')), {
    text: 'havsvindprk',
    lang: 'sv',
    facets: {},
    limit: 3,
  })
  expect(suggestion).toBe('havsvindpark')
  expect(hits[0]!.document.title).toBe('Energi')
})

test('what was heard is found by its own words before what only has to do with them', () => {
  const { hits } = search(searchIndexOf(shippedSnapshot('2026-11-01')), { text: 'politiker', lang: 'sv', facets: {}, limit: 3 })
  expect(hits[0]!.document.kind).toBe('wish')
})

test.each(['vindk', 'vindkra', 'solcell', 'musselod'])(
  'a term that is only begun, «%s», finds what its subject is about',
  (text) => {
    expect(
      search(searchIndexOf(shippedSnapshot('2026-11-01')), { text, lang: 'sv', facets: {}, limit: 3 }).total,
    ).toBeGreaterThan(0)
    expect(
      search(searchIndexOf(shippedSnapshot('2026-11-01')), { text: `${text} `, lang: 'sv', facets: {}, limit: 3 }).suggestion,
    ).not.toBe(text)
  },
)

test('a query with a name finds the name before records on the same subject', () => {
  const { hits } = search(searchIndexOf(shippedSnapshot('2026-11-01')), {
    text: 'Science park',
    lang: 'sv',
    facets: {},
    limit: 3,
  })
  expect(hits[0]!.document.title).toContain('science park')
})
