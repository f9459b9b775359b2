import { describe, expect, test } from 'vitest'
import { nothingBeside } from '../records/beside.ts'
import { statisticsOf } from '../matching/testing/sample-statistics.ts'
import { growRegistry } from './day-content.ts'
import { derive } from './derive.ts'
import { buildKnownRegistry, registrySteps } from './known-registry.ts'
import { snapshotAt } from './snapshot.ts'
import { region, versionsOf } from './testing/small-registry.ts'
import type { Placed } from './testing/small-registry.ts'

const farFuture = '9999-12-31T23:59:59.999Z'
const code = (at: number) => String(at).padStart(2, '0')
const regionsFrom = (count: number, placed: Placed = {}, first = 0) =>
  Array.from({ length: count }, (_, at) => region(code(first + at), `R${first + at}`, placed))

/** Notes of each time it is made what it was told has changed; null when it was not told. */
function notingNames(parts: readonly ('region' | 'wish' | 'statistics')[] = ['region']) {
  const told: (readonly string[] | null)[] = []
  const names = derive('names', parts, (snapshot, previous) => {
    told.push(previous && previous.changed('region').toSorted())
    return snapshot.inForce('region').map(({ name }) => name)
  })
  return { told, names }
}

describe('the content of a day', () => {
  const known = buildKnownRegistry(versionsOf(regionsFrom(3)), farFuture)
  const dayOf = (year: number) => `${year}-06-01`

  test('is made once for as long as nothing is written and the same is beside', () => {
    const statistics = statisticsOf({ '01': [1] })
    const contentOf = (beside = nothingBeside) => snapshotAt(known, '2020-01-01', beside).inner.content
    expect(contentOf()).toBe(contentOf())
    expect(contentOf({ ...nothingBeside, statistics })).not.toBe(contentOf())
    const withStatistics = contentOf({ ...nothingBeside, statistics })
    expect(contentOf({ ...nothingBeside, statistics })).toBe(withStatistics)
  })

  test('is kept for the six days asked for last', () => {
    const own = buildKnownRegistry(versionsOf(regionsFrom(3)), farFuture)
    const contentOf = (year: number) => snapshotAt(own, dayOf(year)).inner.content
    const [first, second] = [contentOf(2010), contentOf(2011)]
    for (const year of [2012, 2013, 2014, 2015]) contentOf(year)
    expect(contentOf(2010)).toBe(first)
    contentOf(2016)
    // Six others have been asked for since the second, five since the first.
    expect(contentOf(2010)).toBe(first)
    expect(contentOf(2011)).not.toBe(second)
  })

  test('has one list of each kind, which a write elsewhere leaves as it is', () => {
    const snapshot = snapshotAt(known, '2020-01-01')
    expect(snapshot.inForce('region')).toBe(snapshot.inForce('region'))
    expect(snapshot.everBegun('region')).toBe(snapshot.everBegun('region'))
  })

  test('lists records in pieces of a thousand', () => {
    const many = Array.from({ length: 2500 }, (_, at) => region(String(at).padStart(4, '0'), `R${at}`))
    const { content } = snapshotAt(buildKnownRegistry(versionsOf(many), farFuture), '2020-01-01').inner
    const steps = content.daySteps('region')
    let pauses = 0
    while (!steps.next().done) pauses++
    expect([pauses, content.day('region').inForce.length]).toEqual([2, 2500])
  })
})

describe('what a derived value is told has changed', () => {
  const base = [...regionsFrom(2), ...regionsFrom(1, { from: '2018-01-01' }, 2)]

  test('is what was written since, also over states of the registry that nobody asked it for', () => {
    const versions = versionsOf([...base, ...regionsFrom(2, {}, 3)])
    const { told, names } = notingNames()
    const first = buildKnownRegistry(versions.slice(0, 3), farFuture)
    names(snapshotAt(first, '2020-01-01'))
    const second = growRegistry(first, versions.slice(3, 4))
    snapshotAt(second, '2020-01-01').inForce('region')
    const third = growRegistry(second, versions.slice(4))
    expect(names(snapshotAt(third, '2020-01-01'))).toEqual(['R0', 'R1', 'R2', 'R3', 'R4'])
    expect(told).toEqual([null, ['03', '04']])
  })

  test('is what differs between two days, and what was written', () => {
    const versions = versionsOf([...base, region('00', 'Ny', { from: '2019-01-01' })])
    const { told, names } = notingNames()
    const first = buildKnownRegistry(versions.slice(0, 3), farFuture)
    names(snapshotAt(first, '2017-01-01'))
    expect(names(snapshotAt(first, '2020-01-01'))).toEqual(['R0', 'R1', 'R2'])
    const grown = growRegistry(first, versions.slice(3))
    expect(names(snapshotAt(grown, '2017-01-01'))).toEqual(['R0', 'R1'])
    expect(names(snapshotAt(grown, '2020-01-01'))).toEqual(['Ny', 'R1', 'R2'])
    // Each day is derived from itself as it was, where it has been asked for.
    expect(told).toEqual([null, ['02'], ['00'], ['00']])
  })

  test('is not known after another way of growing, and when what is beside is another', () => {
    const versions = versionsOf([...base, ...regionsFrom(2, {}, 3)])
    const { told, names } = notingNames(['region', 'statistics'])
    const first = buildKnownRegistry(versions.slice(0, 3), farFuture)
    names(snapshotAt(first, '2020-01-01'))
    const one = growRegistry(first, versions.slice(3, 4))
    const other = growRegistry(first, versions.slice(4))
    expect(names(snapshotAt(one, '2020-01-01'))).toEqual(['R0', 'R1', 'R2', 'R3'])
    expect(names(snapshotAt(other, '2020-01-01'))).toEqual(['R0', 'R1', 'R2', 'R4'])
    const statistics = statisticsOf({ '01': [1] })
    names(snapshotAt(other, '2020-01-01', { ...nothingBeside, statistics }))
    expect(told).toEqual([null, ['03'], null, null])
  })

  test('is nothing of a kind that the value does not read', () => {
    const versions = versionsOf([...base, ...regionsFrom(1, {}, 3)])
    const changed: (readonly string[])[] = []
    const count = derive('count', ['region'], (snapshot, previous) => {
      if (previous) changed.push(previous.changed('wish'))
      return snapshot.inForce('region').length
    })
    const first = buildKnownRegistry(versions.slice(0, 3), farFuture)
    expect(count(snapshotAt(first, '2020-01-01'))).toBe(3)
    expect(count(snapshotAt(growRegistry(first, versions.slice(3)), '2020-01-01'))).toBe(4)
    expect(changed).toEqual([[]])
  })
})

describe('a registry of many versions', () => {
  const versions = versionsOf(Array.from({ length: 450 }, (_, at) => region(String(at).padStart(3, '0'), `R${at}`)))

  test('has the same id however it came, and another when one version is missing', () => {
    const whole = buildKnownRegistry(versions, farFuture)
    const grown = growRegistry(buildKnownRegistry(versions.slice(0, 120), farFuture), versions.slice(120))
    expect(grown.id).toBe(whole.id)
    expect(grown.kinds.region.id).toBe(whole.kinds.region.id)
    expect(buildKnownRegistry(versions.slice(1), farFuture).id).not.toBe(whole.id)
    expect(whole.id).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is read in pieces of two hundred', () => {
    const pausesOf = (count: number) => {
      const steps = registrySteps(versions.slice(0, count), farFuture)
      let pauses = 0
      while (!steps.next().done) pauses++
      return pauses
    }
    // Beside a pause for each kind: one for every two hundred versions, and one for every two hundred records.
    expect(pausesOf(450) - pausesOf(1)).toBe(4)
  })

  test('knows what was recorded at the very moment, and of a record that was written twice tells once', () => {
    const twice = versionsOf([region('01', 'Ett'), region('01', 'Två'), region('01', 'Tre')])
    expect(snapshotAt(buildKnownRegistry(twice, twice[0]!.recordedAt), '2020-01-01').inForce('region')).toHaveLength(1)
    const first = buildKnownRegistry(twice.slice(0, 1), farFuture)
    const grown = growRegistry(growRegistry(first, twice.slice(1, 2)), twice.slice(2))
    expect(grown.kinds.region.changedSince(first.kinds.region)).toEqual(['01'])
    expect(grown.kinds.region.changedSince(grown.kinds.region)).toEqual([])
    expect(first.kinds.region.changedSince(grown.kinds.region)).toBeNull()
  })

  test('keeps a stretch the same object when a later one is added that does not touch it', () => {
    const stretches = versionsOf([
      region('01', 'Ett', { from: '2010-01-01', to: '2012-01-01' }),
      region('01', 'Två', { from: '2014-01-01', to: '2016-01-01' }),
      region('01', 'Tre', { from: '2016-01-01' }),
    ])
    const first = buildKnownRegistry(stretches.slice(0, 2), farFuture)
    const before = first.kinds.region.histories.get('01')!.segments
    const after = growRegistry(first, stretches.slice(2)).kinds.region.histories.get('01')!.segments
    expect(after[0]).toBe(before[0])
    // Its unbroken time in force has become longer, so that it is another.
    expect(after[1]).not.toBe(before[1])
    expect([before[1]!.meta.inForceTo, after[1]!.meta.inForceTo]).toEqual(['2016-01-01', null])
  })
})
