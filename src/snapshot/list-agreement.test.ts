import { describe, expect, test } from 'vitest'
import { findDisagreements } from './list-agreement.ts'
import { buildKnownRegistry } from './snapshot.ts'
import { area, jointArea, region, strategy, versionsOf } from './testing/small-registry.ts'
import type { Sketch } from './testing/small-registry.ts'
import { shippedVersions } from './testing/shipped-snapshot.ts'

const farFuture = '9999-12-31T23:59:59.999Z'
const first = strategy('s1', '03', { from: '2015-01-01', to: '2020-01-01' })
const second = strategy('s2', '03', { from: '2020-01-01' })
const joint = strategy('s3', 'bron', { from: '2016-01-01' })
const sound: Sketch[] = [
  region('03', 'Alvik'),
  jointArea('bron', ['03', '04']),
  first,
  second,
  joint,
  area('a', first),
  area('a', first, { from: '2017-01-01', to: '2020-01-01', body: { displayLabel: 'Omskrivet' } }),
  area('b', second),
  area('c', joint),
]
const found = (...further: Sketch[]) => findDisagreements(buildKnownRegistry(versionsOf([...sound, ...further]), farFuture))

describe('lists and areas in force', () => {
  test('agree on every day although an area has been reworded from a day on', () => {
    expect(found()).toEqual([])
  })
  test('agree in the facts that ship', () => {
    expect(findDisagreements(buildKnownRegistry(shippedVersions(), farFuture))).toEqual([])
  })
  test.each<[string, Sketch[], unknown]>([
    [
      'two lists are in force at once: the older one’s areas are on no page',
      [
        strategy('s1', '03', { from: '2015-01-01', to: '2021-01-01' }),
        area('a', first, { from: '2017-01-01', to: '2021-01-01' }),
      ],
      [{ day: '2020-01-01', owner: 'region:03', notOnList: ['a'], notInForce: [] }],
    ],
    [
      'an area is longer in force than its list',
      [area('b', second, { from: '2020-01-01' }), strategy('s2', '03', { from: '2020-01-01', to: '2024-01-01' })],
      [{ day: '2024-01-01', owner: 'region:03', notOnList: ['b'], notInForce: [] }],
    ],
    [
      'an area names another owner than its list does',
      [area('b', second, { from: '2020-01-01', body: { owner: { kind: 'region', id: '04' } } })],
      [
        { day: '2020-01-01', owner: 'region:03', notOnList: [], notInForce: ['b'] },
        { day: '2020-01-01', owner: 'region:04', notOnList: ['b'], notInForce: [] },
      ],
    ],
    [
      'a joint area has ended and its list has not',
      [jointArea('bron', ['03', '04'], { to: '2024-01-01' })],
      [{ day: '2024-01-01', owner: 'jointArea:bron', notOnList: ['c'], notInForce: [] }],
    ],
  ])('do not agree when %s', (_, further, expected) => {
    expect(found(...further)).toEqual(expected)
  })
})
