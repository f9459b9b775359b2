import { describe, expect, test } from 'vitest'
import { area, region, source, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { findKnownEditions, lastListOf, listOn } from './known-editions.ts'
import { gazetteerOf, historiesOf, registryViewOf, versionKey } from './registry-view.ts'
import { isSameLabel } from './same-label.ts'
import { viewOf } from './testing/small-view.ts'

describe('an owner’s known editions', () => {
  const sketches: Sketch[] = [
    region('03', 'Alvik', { body: { nameVariants: ['Alwik'] } }),
    region('01', 'Byn'),
    source('plan'),
    strategy('b', '03', { from: '2018-01-01', to: '2020-01-01' }),
    strategy('aa', '03', { from: '2020-01-01' }),
    strategy('a', '03', { from: '2018-01-01', to: '2020-01-01' }),
    strategy('c', '03', { from: '2018-01-01', to: '2020-01-01' }),
    strategy('annans', '01'),
    area('tvilling', strategy('b', '03', { from: '2018-01-01', to: '2020-01-01' }), { body: { order: 2 } }),
    area('tva', strategy('b', '03', { from: '2018-01-01', to: '2020-01-01' }), { body: { order: 2 } }),
    area('x-ett', strategy('b', '03', { from: '2018-01-01', to: '2020-01-01' })),
    area('tre', strategy('b', '03', { from: '2018-01-01' }), { to: '2019-01-01', body: { order: 3 } }),
    area('tvo', strategy('b', '03', { from: '2018-01-01', to: '2020-01-01' }), { body: { order: 2 } }),
    { ...source('borta'), state: 'withdrawn' },
  ]
  const { known, numbers, sequence } = viewOf(sketches)
  const editions = findKnownEditions(known, { kind: 'region', id: '03' })
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  test('come oldest first, and by id where they began on one day', () => {
    expect(editions.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['a', '2018-01-01', '2020-01-01'],
      ['b', '2018-01-01', '2020-01-01'],
      ['c', '2018-01-01', '2020-01-01'],
      ['aa', '2020-01-01', null],
    ])
  })
  test('have a list on each day, and a last one', () => {
    expect(
      [listOn(editions[1]!, '2018-06-01'), listOn(editions[1]!, '2019-06-01'), listOn(editions[1]!, '2020-01-01')].map(ids),
    ).toEqual([['x-ett', 'tva', 'tvilling', 'tvo', 'tre'], ['x-ett', 'tva', 'tvilling', 'tvo'], []])
    expect([ids(lastListOf(editions[1]!)), ids(lastListOf(editions[0]!))]).toEqual([['x-ett', 'tva', 'tvilling', 'tvo'], []])
  })
  test('share an area that was moved from one list to another: it is on each in its own time', () => {
    const [first, second] = [strategy('f', '01', { from: '2018-01-01' }), strategy('s', '01', { from: '2019-01-01' })]
    const moved = [area('a', first), area('a', second, { from: '2021-01-01' }), area('b', second)]
    const lists = findKnownEditions(viewOf([first, second, ...moved]).known, { kind: 'region', id: '01' })
    expect(lists.map((edition) => ids(listOn(edition, '2020-01-01')))).toEqual([['a'], ['b']])
    expect(lists.map((edition) => ids(listOn(edition, '2022-01-01')))).toEqual([[], ['a', 'b']])
    expect(lists.map((edition) => ids(lastListOf(edition)))).toEqual([[], ['a', 'b']])
  })
  test('have lists without parts of areas, but with the parts that are named and those whose whole is not on the list', () => {
    const plan = strategy('c', '01', { from: '2020-01-01' })
    const [edition] = findKnownEditions(
      viewOf([
        region('01', 'Byn'),
        source('plan'),
        plan,
        area('helt', plan, { body: { order: 1 } }),
        area('del', plan, { body: { order: 2, parentId: 'helt' } }),
        area('namngiven', plan, { body: { order: 3, parentId: 'helt' } }),
        area('ensam', plan, { body: { order: 4, parentId: 'borta' } }),
      ]).known,
      { kind: 'region', id: '01' },
    )
    expect(ids(listOn(edition!, '2021-01-01'))).toEqual(['helt', 'ensam'])
    expect(ids(lastListOf(edition!))).toEqual(['helt', 'ensam'])
    expect(ids(listOn(edition!, '2021-01-01', ({ id }) => id === 'namngiven'))).toEqual(['helt', 'namngiven', 'ensam'])
  })
  test('are read out of a view that has numbers, sequence and every name of a region', () => {
    expect([numbers.get(versionKey('strategy', 'aa')), numbers.get('strategy/okand'), sequence]).toEqual([
      1,
      undefined,
      sketches.length,
    ])
    expect(registryViewOf([])).toMatchObject({ sequence: 0 })
    expect(gazetteerOf(known)).toEqual([
      { code: '01', names: ['Byn', 'Byns län', 'Region Byn'] },
      { code: '03', names: ['Alvik', 'Alviks län', 'Region Alvik', 'Alwik'] },
    ])
    expect(historiesOf(known, 'source').map(([one]) => one!.id)).toEqual(['plan'])
  })
})

describe('whether an area has the deck’s label', () => {
  const label = (verbatimLabel: string, suggestedLabel: string | null = null) => ({
    verbatimLabel,
    suggestedLabel,
    line: 1,
    page: null,
  })
  const own = (verbatimLabel: string, displayLabel = verbatimLabel) => ({ verbatimLabel, displayLabel })
  test.each([
    [own('Energi'), label('Energi'), true],
    [own('Energi/miljö'), label('Energi, miljö.'), true],
    [own('Energi'), label('Miljö'), false],
    [own('Näring', 'Näringar'), label('Näringar'), true],
    [own('Näringar'), label('Näring', 'Näringar'), true],
    [own('Annat'), label('Näring', 'Näringar'), false],
    [own('–'), label('…'), false],
  ])('%j and %j: %s', (areaLabels, priority, expected) => {
    expect(isSameLabel(areaLabels, priority)).toBe(expected)
  })
})
