import { describe, expect, test } from 'vitest'
import { editionsByOwner, findCurrentEdition, findEditions } from './editions.ts'
import { growRegistry } from './day-content.ts'
import { buildKnownRegistry, isSameOwner, ownerKey, snapshotAt } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'
import { area, jointArea, region, snapshotOf, strategy, versionsOf } from './testing/small-registry.ts'
import type { Sketch } from './testing/small-registry.ts'

const owner = { kind: 'region', id: '03' } as const
const first = strategy('lista-1', '03', { from: '2015-01-01', to: '2020-01-01' })
const second = strategy('b-lista-2', '03', { from: '2020-01-01', to: '2024-01-01' })
const third = strategy('a-lista-3', '03', { from: '2024-01-01' })
const lists: Sketch[] = [region('03', 'Alvik'), first, second, third]
const on = (day: string, ...further: Sketch[]) => snapshotOf([...lists, ...further], day)
const idsOn = (day: string) => findEditions(on(day), owner).map(({ strategy: { id } }) => id)

describe('an owner’s editions', () => {
  test.each([
    ['2014-12-31', []],
    ['2015-01-01', ['lista-1']],
    ['2020-01-01', ['lista-1', 'b-lista-2']],
    ['2025-01-01', ['lista-1', 'b-lista-2', 'a-lista-3']],
  ])('on %s are those that have begun, oldest first whatever their ids', (day, expected) => {
    expect(idsOn(day)).toEqual(expected)
  })
  test.each([
    ['2014-12-31', null],
    ['2015-01-01', 'lista-1'],
    ['2019-12-31', 'lista-1'],
    ['2020-01-01', 'b-lista-2'],
    ['2025-01-01', 'a-lista-3'],
  ])('of which on %s the one in force is %s', (day, expected) => {
    expect(findCurrentEdition(on(day), owner)?.strategy.id ?? null).toBe(expected)
  })
  test('of which none is in force when all have ended', () => {
    const ended = snapshotOf([first], '2020-01-01')
    expect(findEditions(ended, owner).map(({ isInForce }) => isInForce)).toEqual([false])
    expect(findCurrentEdition(ended, owner)).toBe(null)
  })
  test('of two that are in force, the newer is the current one', () => {
    const both = snapshotOf([strategy('gammal', '03', { from: '2015-01-01' }), strategy('ny', '03', { from: '2016-01-01' })])
    expect(findCurrentEdition(both, owner)?.strategy.id).toBe('ny')
  })
  test('are not another owner’s, nor a joint area’s with the same id', () => {
    expect(findEditions(on('2025-01-01'), { kind: 'region', id: '04' })).toEqual([])
    expect(findEditions(on('2025-01-01'), { kind: 'jointArea', id: '03' })).toEqual([])
    const joint = on('2025-01-01', jointArea('bron', ['03', '04']), strategy('gemensam', 'bron'))
    expect([...editionsByOwner(joint).keys()].toSorted()).toEqual(['jointArea:bron', 'region:03'])
  })
})

describe('an edition’s areas', () => {
  const areasOn = (day: string, ...areas: Sketch[]) =>
    findEditions(on(day, ...areas), owner).map(({ priorities }) => priorities.map(({ id }) => id))
  test('are in the list’s order, and by id where the order is the same', () => {
    const order = (id: string, place: number) => area(id, third, { body: { order: place } })
    expect(areasOn('2025-01-01', order('z', 1), order('y', 3), order('d', 2), order('c', 2))[2]).toEqual(['z', 'c', 'd', 'y'])
  })
  test('belong to the edition they name', () => {
    expect(areasOn('2025-01-01', area('a', first), area('b', second), area('c', second))).toEqual([['a'], ['b', 'c'], []])
  })
  test.each([
    ['until the list ended', '2020-01-01', true],
    ['longer than the list', '2021-01-01', true],
    ['for ever', null, true],
    ['until a day before the list ended', '2019-12-31', false],
  ])('are those that were on it %s', (_, to, isShown) => {
    expect(areasOn('2025-01-01', area('a', first, { to }))[0]).toEqual(isShown ? ['a'] : [])
  })
  test('are not those taken off a list that is still in force', () => {
    expect(areasOn('2025-06-01', area('a', third, { to: '2025-01-01' }), area('b', third))[2]).toEqual(['b'])
  })
  test.each([
    ['2025-02-28', ['a', 'b']],
    ['2025-03-01', ['b']],
  ])('are on %s those of that day: one that leaves in March is on the list until then', (day, expected) => {
    expect(areasOn(day, area('a', third, { to: '2025-03-01' }), area('b', third))[2]).toEqual(expected)
  })
})

describe('after a write, or on another day, editions are the same as made from nothing', () => {
  const before: Sketch[] = [
    ...lists,
    strategy('annans', '04', { from: '2016-01-01' }),
    area('a', first),
    area('b', third),
    area('c', third, { to: '2025-06-01' }),
  ]
  const everyEdition = (snapshot: Snapshot) =>
    [...editionsByOwner(snapshot)]
      .map(([key, editions]) => [
        key,
        editions.map(({ strategy: { id }, priorities, isInForce }) => [id, isInForce, priorities.map((one) => one.id)]),
      ])
      .toSorted()
  const later = { recorded: '2025-02-01' }
  test.each<[string, Sketch[]]>([
    ['an area is added', [area('ny', third, later)]],
    ['an area moves to another list of the owner’s', [area('b', second, later)]],
    ['an area moves to another owner’s list', [area('b', strategy('annans', '04'), { ...later, from: '2024-01-01' })]],
    ['an area is withdrawn', [area('b', third, { ...later, state: 'withdrawn' })]],
    ['an area leaves', [area('b', third, { ...later, to: '2025-02-01' })]],
    ['a list ends', [strategy('a-lista-3', '03', { ...later, from: '2024-01-01', to: '2025-02-01' })]],
    ['a list is another owner’s', [strategy('a-lista-3', '04', { ...later, from: '2024-01-01' })]],
    ['an owner’s only list is withdrawn', [strategy('annans', '04', { ...later, from: '2016-01-01', state: 'withdrawn' })]],
    ['an owner gets its first list', [strategy('forsta', '05', later)]],
    ['something else is written', [region('06', 'Annan', later)]],
  ])('%s', (_, added) => {
    const versions = versionsOf([...before, ...added])
    const known = buildKnownRegistry(versions.slice(0, before.length), '9999-12-31T23:59:59.999Z')
    everyEdition(snapshotAt(known, '2025-05-01'))
    const grown = growRegistry(known, versions.slice(before.length))
    const fromNothing = snapshotOf([...before, ...added], '2025-05-01')
    expect(everyEdition(snapshotAt(grown, '2025-05-01'))).toEqual(everyEdition(fromNothing))
  })
  test.each(['2014-01-01', '2015-06-01', '2019-12-31', '2023-01-01', '2025-06-01'])('on %s', (day) => {
    const snapshot = snapshotOf(before, '2025-05-01')
    everyEdition(snapshot)
    expect(everyEdition(snapshot.at(day))).toEqual(everyEdition(snapshotOf(before, day)))
  })
})

describe('owners', () => {
  test.each([
    [{ kind: 'region', id: '03' }, true],
    [{ kind: 'region', id: '04' }, false],
    [{ kind: 'jointArea', id: '03' }, false],
  ] as const)('are the same when kind and id are: %j', (other, isSame) => {
    expect(isSameOwner(owner, other)).toBe(isSame)
  })
  test('have a key each', () => {
    expect(ownerKey(owner)).toBe('region:03')
  })
})
