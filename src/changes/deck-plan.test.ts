import { describe, expect, test } from 'vitest'
import type { BodyOf } from '../records/record.ts'
import { area, at, region, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { base, bodyIn, deck, deckDay, lines, listLines, plan, written } from './testing/small-deck.ts'
import { refusal } from './testing/small-view.ts'

describe('a region’s first list', () => {
  const { items, unchanged, base: under, date, sourceId } = plan(base, deck({ '03': ['Energi', ['Turismen', 'Turism']] }))
  const [item] = items
  test('is one change: the list and its areas, open from the deck’s day', () => {
    expect([items.length, item!.id, item!.kind, item!.regionCode]).toEqual([1, 'list:03:2018-01-31', 'newList', '03'])
    expect(item!.title).toEqual({ sv: 'Alvik: första listan, 2018-01-31', en: 'Alvik: first list, 2018-01-31' })
    expect(written(item!.appends)).toEqual([
      'strategy alvik-2018 2018-01-31  0',
      'priorityArea alvik-2018-energi 2018-01-31  0',
      'priorityArea alvik-2018-turismen 2018-01-31  0',
    ])
    expect(lines(item!)).toEqual([
      ['new', null, 'Energi', 10],
      ['new', null, 'Turism', 11],
    ])
    expect([unchanged, under, date, sourceId]).toEqual([{ lists: 0, statements: 0 }, null, deckDay, 'deck-2018-01-31'])
  })
  test('has the deck’s words, the mended ones shown, and the place in the deck', () => {
    expect(bodyIn(item!, 'alvik-2018-turismen')).toEqual({
      owner: { kind: 'region', id: '03' },
      strategyId: 'alvik-2018',
      programmePeriodId: '2014-2020',
      order: 2,
      verbatimLabel: 'Turismen',
      displayLabel: 'Turism',
      translatedLabel: null,
      language: 'sv',
      description: null,
      confirmedOn: null,
      confirmedByRole: null,
    })
    expect(
      item!.appends.map(({ version: { source: ref, changeNote, recordedBy } }) => [
        ref?.sourceId,
        ref?.line,
        ref?.page,
        changeNote,
        recordedBy,
      ]),
    ).toEqual([
      ['deck-2018-01-31', 9, 1, 'Listan i bildspelet 2018-01-31.', 'prov'],
      ['deck-2018-01-31', 10, 2, 'Ur bildspelet 2018-01-31, rad 10.', 'prov'],
      ['deck-2018-01-31', 11, 2, 'Ur bildspelet 2018-01-31, rad 11.', 'prov'],
    ])
    expect(item!.appends[0]!.version.body).toEqual({
      owner: { kind: 'region', id: '03' },
      programmePeriodId: '2014-2020',
      edition: deckDay,
      datePrecision: 'day',
      status: 'listed',
      decidedOn: null,
      isComplete: true,
      note: null,
    })
  })
  test('leaves out regions that are unknown or have no areas', () => {
    expect(plan(base, deck({ '03': [], '99': ['Energi'] }))).toMatchObject({ items: [], unchanged: { lists: 0 } })
  })
})

describe('what a list rests on', () => {
  const bare = plan([region('03', 'Alvik')], deck({ '03': ['Energi'] }))
  test('is the deck as a source, and the EU’s period, where they are not there', () => {
    expect(bare.base).toMatchObject({ id: 'source:2018-01-31', kind: 'newSource', regionCode: null })
    expect(bare.base!.lines.map(({ subject, after, records }) => [subject, after, ...records])).toEqual([
      ['source', 'Bilderna', 'source/deck-2018-01-31'],
      ['programmePeriod', '2014–2020', 'programmePeriod/2014-2020'],
    ])
    expect(written(bare.base!.appends)).toEqual([
      'source deck-2018-01-31 2018-01-31  0',
      'programmePeriod 2014-2020 2014-01-01  0',
    ])
    const [deckSource, newPeriod] = bare.base!.appends.map(({ version }) => version)
    expect(deckSource!.body).toEqual({
      title: { sv: 'Bilderna', en: 'Bilderna' },
      publisher: 'Verket, Orten',
      kind: 'deck',
      date: deckDay,
      datePrecision: 'day',
      url: null,
      note: null,
    })
    expect(deckSource!.changeNote).toContain('bild.txt')
    expect(newPeriod!.body).toEqual({ label: '2014–2020', from: '2014-01-01', to: '2021-01-01' })
  })
  test.each([
    ['2013-12-31', '2007-2013'],
    ['2020-12-31', '2014-2020'],
    ['2021-01-01', '2021-2027'],
    ['1999-06-01', '1993-1999'],
  ])('of %s is the period %s', (date, id) => {
    const { base: under } = plan([region('03', 'Alvik')], deck({ '03': ['Energi'] }, { date }))
    expect(under!.appends.map(({ version }) => version.recordId)).toEqual([`deck-${date}`, id])
  })
  test('is named as far as the deck tells', () => {
    const { base: under } = plan([region('03', 'Alvik')], deck({ '03': ['Energi'] }, { title: null, author: null, place: null }))
    expect(under!.appends[0]!.version.body).toMatchObject({
      title: { sv: 'Bildspel 2018-01-31', en: 'Deck 2018-01-31' },
      publisher: 'Okänd avsändare',
    })
  })
  test('is no new period when only something heard is new, and nothing when nothing is', () => {
    const heard = [{ text: 'En sak.', line: 1, page: null }]
    const { base: under } = plan([region('03', 'Alvik')], deck({}, { findings: heard }))
    expect(under!.appends.map(({ version }) => version.kind)).toEqual(['source'])
    expect(plan([region('03', 'Alvik')], deck({})).base).toBe(null)
  })
  test('a deck without a date is refused', () => {
    expect(refusal(() => plan(base, deck({}, { date: null })))).toMatchObject({
      code: 'invalid_date',
      detail: expect.stringContaining('no date'),
    })
  })
})

const old = strategy('alvik-2015', '03', { from: '2015-01-01' })
const listed: Sketch[] = [
  ...base,
  old,
  area('a-energi', old, { body: { displayLabel: 'Energi' } }),
  area('a-turism', old, { body: { displayLabel: 'Turism', order: 2, translatedLabel: 'Tourism' } }),
]

describe('a newer list', () => {
  const [item] = plan(listed, deck({ '03': ['Energi', 'Livsmedel', 'Turism.'] })).items
  test('ends the one in force, with its areas, on its own first day', () => {
    expect(written(item!.appends)).toEqual([
      'strategy alvik-2015 2015-01-01 2018-01-31 1',
      'priorityArea a-energi 2015-01-01 2018-01-31 1',
      'priorityArea a-turism 2015-01-01 2018-01-31 1',
      'strategy alvik-2018 2018-01-31  0',
      'priorityArea alvik-2018-energi 2018-01-31  0',
      'priorityArea alvik-2018-livsmedel 2018-01-31  0',
      'priorityArea alvik-2018-turism 2018-01-31  0',
    ])
    expect(item!.title.en).toBe('Alvik: new list 2018-01-31')
    expect(item!.appends[0]!.version.changeNote).toBe('Ersatt av den nyare listan i bildspelet 2018-01-31.')
  })
  test('says what became of each area, in the deck’s order, what was dropped last', () => {
    expect(lines(item!).map(([change, before, after, line]) => [change, before, after, line])).toEqual([
      ['unchanged', 'Energi', 'Energi', 10],
      ['new', null, 'Livsmedel', 11],
      ['unchanged', 'Turism', 'Turism.', 12],
    ])
    const [dropping] = plan(listed, deck({ '03': ['Livsmedel'] })).items
    expect(lines(dropping!)).toEqual([
      ['new', null, 'Livsmedel', 10],
      ['dropped', 'Energi', null, null],
      ['dropped', 'Turism', null, null],
    ])
  })
  test('ends the list before it and begins its own, each with a line', () => {
    expect(listLines(item!)).toEqual([
      ['ended', '2015-01-01', null, null],
      ['new', null, '2018-01-31', 9],
    ])
    expect(item!.lines.slice(0, 2).map(({ reason: { en }, records }) => [en, ...records])).toEqual([
      ['In force until 2018-01-31, when the new list begins.', 'strategy/alvik-2015'],
      ['In force from 2018-01-31 until further notice.', 'strategy/alvik-2018'],
    ])
  })
  test('shows an area that it adds where the list before is not wholly known, without calling it new', () => {
    const partly = { ...old, body: { ...old.body, isComplete: false } }
    const [item2] = plan([...base, partly, listed[5]!], deck({ '03': ['Energi', 'Livsmedel'] })).items
    expect(lines(item2!)).toEqual([
      ['unchanged', 'Energi', 'Energi', 10],
      ['entered', null, 'Livsmedel', 11],
    ])
    expect(item2!.lines.at(-1)!.records).toEqual(['priorityArea/alvik-2018-livsmedel'])
  })
  test('shows an area that was to come into the replaced list later, and now never does', () => {
    const later = area('a-rymd', old, { from: '2019-06-01', body: { displayLabel: 'Rymd', order: 3 } })
    const [item2] = plan([...listed, later], deck({ '03': ['Energi', 'Turism', 'Livsmedel'] })).items
    expect(lines(item2!).at(-1)).toEqual(['dropped', 'Rymd', null, null])
    expect(item2!.lines.at(-1)!.reason.en).toContain('2019-06-01')
    expect(written(item2!.appends)).toContain('priorityArea a-rymd 2019-06-01  withdrawn 1')
  })
  test('tells which areas change places, and no more of them than must', () => {
    const four = [
      ...listed,
      ...['Livsmedel', 'Skog'].map((name, i) => area(`a-${i}`, old, { body: { displayLabel: name, order: 3 + i } })),
    ]
    const [item2] = plan(four, deck({ '03': ['Skog', 'Energi', 'Turism', 'Livsmedel'] })).items
    expect(lines(item2!).map(([change, , after]) => [change, after])).toEqual([
      ['reordered', 'Skog'],
      ['unchanged', 'Energi'],
      ['unchanged', 'Turism'],
      ['unchanged', 'Livsmedel'],
    ])
    expect(item2!.lines[2]!.reason).toEqual({ sv: 'Plats 4 blir 1.', en: 'Place 4 becomes 1.' })
  })
  test('tells an area as moved that leaves one region’s list for another’s', () => {
    const moving = plan(listed, deck({ '03': ['Energi'], '04': ['Turism'] })).items
    expect(moving.map((one) => lines(one).map(([change, before, after]) => [change, before, after]))).toEqual([
      [
        ['unchanged', 'Energi', 'Energi'],
        ['moved', 'Turism', null],
      ],
      [['moved', null, 'Turism']],
    ])
    expect(moving[0]!.lines.at(-1)!.reason.sv).toContain('listan för Byn')
    expect(moving[1]!.lines.at(-1)!.reason.sv).toContain('listan för Alvik')
  })
  test('does not call it moved where several lists gain the name', () => {
    const gaining = plan(
      [...listed, region('05', 'Cedern')],
      deck({ '03': ['Energi'], '04': ['Turism'], '05': ['Turism'] }),
    ).items
    expect(gaining.flatMap((one) => lines(one).map(([change]) => change))).toEqual(['unchanged', 'dropped', 'new', 'new'])
  })
  test('takes the translation that the registry has of the same words', () => {
    expect(bodyIn(item!, 'alvik-2018-turism').translatedLabel).toBe('Tourism')
    expect(bodyIn(item!, 'alvik-2018-energi').translatedLabel).toBe(null)
    const [other] = plan(listed, deck({ '04': ['Turism'] })).items
    expect(bodyIn(other!, 'byn-2018-turism').translatedLabel).toBe('Tourism')
    const [english] = plan(listed, deck({ '04': ['Turism'] }, { language: 'en' })).items
    expect(bodyIn(english!, 'byn-2018-turism')).toMatchObject({ language: 'en', translatedLabel: null })
  })
  test('ends where a later one begins, and closes only what was in force', () => {
    const later = strategy('alvik-2020', '03', { from: '2020-01-01' })
    const ended = strategy('alvik-2015', '03', { from: '2015-01-01', to: '2016-01-01' })
    const [between] = plan([...base, ended, later], deck({ '03': ['Energi'] })).items
    expect(written(between!.appends)).toEqual([
      'strategy alvik-2018 2018-01-31 2020-01-01 0',
      'priorityArea alvik-2018-energi 2018-01-31 2020-01-01 0',
    ])
    const [earlier] = plan([...base, later], deck({ '03': ['Energi'] })).items
    expect([earlier!.title.en, written(earlier!.appends)[0]]).toEqual([
      'Alvik: first list, 2018-01-31',
      'strategy alvik-2018 2018-01-31 2020-01-01 0',
    ])
  })
  test('compares with the last list known when none is in force', () => {
    const ended = strategy('alvik-2015', '03', { from: '2015-01-01', to: '2016-01-01' })
    const [item2] = plan(
      [...base, ended, area('a', ended, { body: { displayLabel: 'Energi' } })],
      deck({ '03': ['Energi'] }),
    ).items
    expect(lines(item2!)).toEqual([['unchanged', 'Energi', 'Energi', 10]])
  })
  test('has ids that no record has had', () => {
    const taken = [
      ...listed,
      strategy('alvik-2018', '04', { state: 'draft' }),
      area('alvik-2018-01-31-energi', old, { state: 'draft' }),
    ]
    const [item2] = plan(taken, deck({ '03': ['Energi', 'Energi!', '日本'] })).items
    expect(item2!.appends.slice(3).map(({ version }) => version.recordId)).toEqual([
      'alvik-2018-01-31',
      'alvik-2018-01-31-energi-2',
      'alvik-2018-01-31-energi-3',
      'alvik-2018-01-31-omrade',
    ])
  })
})

describe('the same list in a newer deck', () => {
  test('is confirmed as of the deck’s day, whatever its signs, and says later stretches again', () => {
    const moved = area('a-turism', old, { from: '2019-01-01', body: { displayLabel: 'Turism', order: 5 }, note: 'Flyttad' })
    const [item] = plan([...listed, moved], deck({ '03': ['Energi.', 'Turism'] })).items
    expect([item!.id, item!.kind]).toEqual(['confirmed:03:2018-01-31', 'confirmed'])
    expect(item!.title.en).toBe('Alvik: the same list, confirmed 2018-01-31')
    expect(lines(item!)).toEqual([
      ['confirmed', 'Energi', 'Energi', null],
      ['confirmed', 'Turism', 'Turism', null],
    ])
    expect(
      item!.appends.map(({ version, expectedVersion }) => {
        const { confirmedOn, confirmedByRole } = version.body as BodyOf<'priorityArea'>
        return [
          version.recordId,
          version.validFrom,
          version.validTo,
          confirmedOn,
          confirmedByRole,
          version.changeNote,
          expectedVersion,
        ]
      }),
    ).toEqual([
      ['a-energi', '2015-01-01', null, deckDay, null, 'Samma lista i bildspelet 2018-01-31, rad 9.', 1],
      ['a-turism', '2015-01-01', '2019-01-01', deckDay, null, 'Samma lista i bildspelet 2018-01-31, rad 9.', 2],
      ['a-turism', '2019-01-01', null, null, null, 'Flyttad', 3],
    ])
  })
  test.each([
    ['2018-01-30', 1],
    ['2018-01-31', 0],
    ['2019-01-01', 0],
  ])('confirmed on %s before is confirmed again in %i items', (confirmedOn, count) => {
    const confirmed = [...base, old, area('a', old, { body: { displayLabel: 'Energi', confirmedOn } })]
    expect(plan(confirmed, deck({ '03': ['Energi'] })).items).toHaveLength(count)
  })
  test('another order is another list', () => {
    expect(plan(listed, deck({ '03': ['Turism', 'Energi'] })).items.map(({ kind }) => kind)).toEqual(['newList'])
  })
})

test('the place in the source of what is said again stays', () => {
  const sourced = [...base, old, area('a', old, { body: { displayLabel: 'Energi' }, source: at('plan', { line: 7 }) })]
  const [item] = plan(sourced, deck({ '03': ['Energi'] })).items
  expect(item!.appends[0]!.version.source).toEqual({ sourceId: 'plan', line: 7, page: null, url: null })
})
