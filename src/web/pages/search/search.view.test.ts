import { describe, expect, test } from 'vitest'
import { area, region, snapshotOf, strategy } from '../../../snapshot/testing/small-registry.ts'
import { hitsPerPage, searchView } from './search.view.ts'

const list = strategy('s', '03')
const snapshot = snapshotOf([
  region('03', 'Alvik'),
  region('02', 'Dal'),
  list,
  ...Array.from({ length: 25 }, (_, at) =>
    area(`vind-${String(at).padStart(2, '0')}`, list, { body: { displayLabel: `Vindkraft ${at}`, order: at + 1 } }),
  ),
])
const view = (query: string, lang: 'sv' | 'en' = 'sv') => searchView(snapshot, { query: new URLSearchParams(query), lang })

describe('what the search page reads of its address', () => {
  test('the text, without spaces around it and 200 characters at most', () => {
    expect([view('q=+vindkraft+').text, view('').text, view(`q=${'x'.repeat(201)}`).text.length]).toEqual(['vindkraft', '', 200])
  })
  test.each([
    ['', 1],
    ['s=2', 2],
    ['s=2.9', 2],
    ['s=0', 1],
    ['s=-4', 1],
    ['s=two', 1],
    ['s=500', 500],
    ['s=501', 500],
  ])('«%s» is page %i', (query, page) => {
    expect(view(query).page).toBe(page)
  })
  test('the facets, by their names in the language', () => {
    expect(view('typ=priorityArea&tema=energi&region=03&period=2014-2020').chosen).toEqual({
      kind: 'priorityArea',
      themeId: 'energi',
      regionCode: '03',
      programmePeriodId: '2014-2020',
    })
    expect(view('kind=region&theme=energi&region=02&period=2014-2020', 'en').chosen).toEqual({
      kind: 'region',
      themeId: 'energi',
      regionCode: '02',
      programmePeriodId: '2014-2020',
    })
    expect(view('').chosen).toEqual({ kind: '', themeId: '', regionCode: '', programmePeriodId: '' })
    expect(view(`typ=${'x'.repeat(101)}`).chosen.kind).toHaveLength(100)
  })
})

describe('what it shows', () => {
  const hitsOf = (query: string) => view(query).result.hits.map(({ document: { id } }) => id)
  const areas = 'q=vindkraft&typ=priorityArea'
  test('is twenty hits a page, and the rest on the next', () => {
    expect([hitsOf(areas).length, hitsOf(`${areas}&s=2`).length, hitsOf(`${areas}&s=3`).length]).toEqual([hitsPerPage, 5, 0])
    expect(new Set([...hitsOf(areas), ...hitsOf(`${areas}&s=2`)]).size).toBe(25)
  })
  test('is only what fits the facets', () => {
    expect(hitsOf(`${areas}&region=02`)).toEqual([])
    expect(hitsOf('q=dal&typ=region')).toEqual(['02'])
    expect(hitsOf('q=dal&typ=priorityArea')).toEqual([])
  })
})

describe('the names of what hits and facets refer to', () => {
  const mixed = snapshotOf([
    region('03', 'Alvik'),
    region('02', 'Dal'),
    region('05', 'Cedern'),
    list,
    strategy('s2', '02'),
    area('vind-a', list, { body: { displayLabel: 'Vindkraft' } }),
    area('vind-b', strategy('s2', '02'), { body: { displayLabel: 'Vindkraft till havs' } }),
  ])
  const namesOf = (query: string, lang: 'sv' | 'en' = 'sv') =>
    searchView(mixed, { query: new URLSearchParams(query), lang }).names
  const sorted = (names: ReadonlyMap<string, string>) => [...names].sort(([a], [b]) => (a < b ? -1 : 1))

  test('are those of the regions of hits, and of those that the facets count besides', () => {
    expect(sorted(namesOf('q=vindkraft').regions)).toEqual([
      ['02', 'Dal'],
      ['03', 'Alvik'],
    ])
    // The facets still offer the other region when one is chosen.
    expect(sorted(namesOf('q=vindkraft&typ=priorityArea&region=03').regions)).toEqual([
      ['02', 'Dal'],
      ['03', 'Alvik'],
    ])
    // The last page has no hits, and its facets have the names all the same; a page of hits has them without facets.
    expect(sorted(namesOf('q=vindkraft&typ=priorityArea&s=9').regions)).toEqual([
      ['02', 'Dal'],
      ['03', 'Alvik'],
    ])
  })
  test('are those of themes in the language of the page', () => {
    expect([...namesOf('q=vindkraft').themes]).toContainEqual(['energi', 'Energi'])
    expect([...namesOf('q=wind+power', 'en').themes]).toContainEqual(['energi', 'Energy'])
  })
})
