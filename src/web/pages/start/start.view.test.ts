import { describe, expect, test } from 'vitest'
import { area, jointArea, region, snapshotOf, strategy } from '../../../snapshot/testing/small-registry.ts'
import type { Sketch } from '../../../snapshot/testing/small-registry.ts'
import { startView } from './start.view.ts'

/** A list of one owner with the given labels. */
const listOf = (
  id: string,
  ownerId: string,
  { from, to = null, labels }: { from: string; to?: string | null; labels: string[] },
) => {
  const list = strategy(id, ownerId, { from, to })
  const areas = labels.map((displayLabel, at) => area(`${id}-${at}`, list, { body: { displayLabel, order: at + 1 } }))
  return [list, ...areas]
}
const sketches: Sketch[] = [
  region('01', 'Changed'),
  region('02', 'Restated'),
  region('03', 'Same'),
  region('04', 'Without'),
  region('05', 'Gone', { to: '2020-01-01' }),
  jointArea('bron', ['01', '02']),
  ...listOf('c-gammal', '01', { from: '2014-01-01', to: '2019-01-01', labels: ['Energi'] }),
  ...listOf('c-ny', '01', { from: '2019-01-01', labels: ['Energi', 'Livsmedel'] }),
  ...listOf('r-gammal', '02', { from: '2014-06-01', to: '2018-02-01', labels: ['Energi'] }),
  ...listOf('r-ny', '02', { from: '2018-02-01', labels: ['Energi'] }),
  ...listOf('s-gammal', '03', { from: '2013-01-01', to: '2018-01-31', labels: ['Energi'] }),
  ...listOf('s-ny', '03', { from: '2018-01-31', labels: ['Turism'] }),
  ...listOf('g', '05', { from: '2017-01-01', to: '2020-01-01', labels: ['Energi'] }),
  ...listOf('b', 'bron', { from: '2017-06-01', labels: ['Digitalisering'] }),
]
const view = (query = '', lang: 'sv' | 'en' = 'sv', day = '2024-01-01') =>
  startView(snapshotOf(sketches, day), { query: new URLSearchParams(query), lang })

describe('the map’s colours', () => {
  test.each([
    ['', 'own'],
    ['farg=eget', 'own'],
    ['farg=tema', 'theme'],
    ['farg=andrat', 'changed'],
    ['farg=belagg', 'evidence'],
    ['farg=farskhet', 'fresh'],
    ['farg=nonsens', 'own'],
    ['tema=energi', 'theme'],
    ['tema=', 'own'],
    ['tema=energi&farg=eget', 'own'],
  ])('«%s» shows the %s', (query, mode) => {
    expect(view(query).mode).toBe(mode)
  })
  test.each([
    ['colour=own&theme=energi', 'own'],
    ['colour=freshness', 'fresh'],
    ['colour=theme', 'theme'],
    ['colour=changed', 'changed'],
    ['theme=energy', 'theme'],
  ])('in English «%s» shows the %s', (query, mode) => {
    expect(view(query, 'en').mode).toBe(mode)
  })
  test('the theme is the one asked for, by either name, or else the one that most regions have chosen', () => {
    const themes = [view('tema=livsmedel'), view('theme=food', 'en'), view(''), view('tema=nonsens')].map(({ theme }) => theme.id)
    expect(themes).toEqual(['livsmedel', 'livsmedel', 'energi', 'energi'])
  })
})

describe('what has become of a region’s list since the deck', () => {
  const news = (day?: string) => view('', 'sv', day).regions.map(({ name, news: one }) => [name, one])
  test('a later list with other areas has changed it, one with the same has restated it, none leaves it unknown', () => {
    expect(news()).toEqual([
      ['Changed', 'changed'],
      ['Restated', 'restated'],
      ['Same', 'unknown'],
      ['Without', 'unknown'],
    ])
    expect(view().since).toBe('2018-01-31')
  })
  test('only what had begun by the day counts', () => {
    expect(Object.fromEntries(news('2018-06-01'))).toMatchObject({ Changed: 'unknown', Restated: 'restated' })
  })
  test('another wording from a later day makes no list newer than it is', () => {
    const reworded = strategy('s-ny', '03', { from: '2020-05-01', body: { edition: 'Omskriven' } })
    const { regions, latest } = startView(snapshotOf([...sketches, reworded], '2024-01-01'), {
      query: new URLSearchParams(),
      lang: 'sv',
    })
    expect(regions.find(({ name }) => name === 'Same')).toMatchObject({
      news: 'unknown',
      current: {
        strategy: { edition: 'Omskriven', meta: { validFrom: '2020-05-01', inForceFrom: '2018-01-31', inForceTo: null } },
      },
    })
    expect(latest.map(({ strategy: { id } }) => id)).toEqual(view().latest.map(({ strategy: { id } }) => id))
  })
  test('every step since is looked at, not the last one only', () => {
    const more = [
      region('01', 'Alvik'),
      ...listOf('a', '01', { from: '2017-01-01', to: '2019-01-01', labels: ['Energi'] }),
      ...listOf('b', '01', { from: '2019-01-01', to: '2020-01-01', labels: ['Turism'] }),
      ...listOf('c', '01', { from: '2020-01-01', labels: ['Turism'] }),
    ]
    const { regions } = startView(snapshotOf(more), { query: new URLSearchParams(), lang: 'sv' })
    expect(regions[0]!.news).toBe('changed')
  })
})

describe('a newer list that nobody has read', () => {
  const unread = (isComplete: boolean) => {
    const list = strategy('u-ny', '02', { from: '2022-01-01', body: { isComplete } })
    return startView(snapshotOf([...listsOf02, list], '2024-01-01'), {
      query: new URLSearchParams('farg=belagg'),
      lang: 'sv',
    }).regions.find(({ code }) => code === '02')!
  }
  const listsOf02 = [
    region('02', 'Restated'),
    ...listOf('u-gammal', '02', { from: '2017-01-01', to: '2022-01-01', labels: ['Energi'] }),
  ]
  test('is no repeated list and says nothing of backing', () => {
    expect(unread(false)).toMatchObject({ news: 'unread', evidence: null, current: { areasKnown: 'unknown' } })
  })
  test('differs from one that is known to be empty', () => {
    expect(unread(true)).toMatchObject({
      news: 'changed',
      evidence: { measured: 0, backed: 0 },
      current: { areasKnown: 'none' },
    })
  })
})

describe('the figures', () => {
  test('count areas in force of regions that exist, a region without a list as none', () => {
    expect([view().areaCount, view('', 'sv', '2010-01-01').areaCount]).toEqual([4, 0])
  })
  test('count regions by theme, the most chosen first', () => {
    const counts = view().themeCounts.filter(({ regionCount }) => regionCount > 0)
    expect(counts.map(({ theme, regionCount }) => [theme.id, regionCount])).toEqual([
      ['energi', 2],
      ['livsmedel', 1],
      ['besoksnaring', 1],
    ])
  })
})

test('themes are counted as they were on the deck’s day too, and on an earlier day not at all', () => {
  const then = (day?: string) =>
    Object.fromEntries(view('', 'sv', day).themeCounts.map((count) => [count.theme.id, count.countThen]))
  // On 2018-01-31 the lists of Changed, Restated and Gone had energy; Same had just turned to tourism.
  expect(then()).toMatchObject({ energi: 3, besoksnaring: 1, livsmedel: 0 })
  expect(then('2017-12-31')).toMatchObject({ energi: null, besoksnaring: null })
})

describe('the latest lists', () => {
  test('tell what is new in them and what is gone, and which are the first known', () => {
    const told = view().latest.map(({ strategy: { id }, added, dropped, isFirst }) => [
      id,
      added.map(({ displayLabel }) => displayLabel),
      dropped.map(({ displayLabel }) => displayLabel),
      isFirst,
    ])
    expect(told.slice(0, 5)).toEqual([
      ['c-ny', ['Livsmedel'], [], false],
      ['r-ny', [], [], false],
      ['s-ny', ['Turism'], ['Energi'], false],
      ['b', [], [], true],
      ['r-gammal', [], [], true],
    ])
  })
  const idsOf = (made = view()) => made.latest.map(({ strategy: { id } }) => id)
  test('are six, newest first, of regions and joint areas that exist', () => {
    expect(idsOf()).toEqual(['c-ny', 'r-ny', 's-ny', 'b', 'r-gammal', 'c-gammal'])
  })
  test('are only those whose day is known', () => {
    const undated = strategy('okand', '01', { from: '2023-01-01', body: { datePrecision: 'unknown' } })
    const made = startView(snapshotOf([...sketches, undated], '2024-01-01'), { query: new URLSearchParams(), lang: 'sv' })
    expect(idsOf(made)[0]).toBe('c-ny')
  })
  test('whose list changed last counts new words in a list too', () => {
    expect(view().newest).toMatchObject({ name: { sv: 'Changed' }, date: '2019-01-01' })
    const list = strategy('s-ny', '03', { from: '2018-01-31' })
    const reworded = area('s-ny-0', list, { from: '2023-05-01', body: { displayLabel: 'Hållbar turism', order: 1 } })
    const { newest } = startView(snapshotOf([...sketches, reworded], '2024-01-01'), { query: new URLSearchParams(), lang: 'sv' })
    expect(newest).toMatchObject({ name: { sv: 'Same' }, date: '2023-05-01', precision: 'day' })
  })
  test('joint areas are shown beside', () => {
    expect(view().jointAreas.map(({ id }) => id)).toEqual(['bron'])
  })
})
