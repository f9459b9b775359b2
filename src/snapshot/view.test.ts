import { describe, expect, test } from 'vitest'
import { statisticsOf } from '../matching/testing/sample-statistics.ts'
import { diffSnapshots } from './diff.ts'
import { area, at, cluster, region, snapshotOf, source, strategy } from './testing/small-registry.ts'
import type { Sketch } from './testing/small-registry.ts'

/** A region that changed its name in 2010 and ended in 2020. */
const renamed: Sketch[] = [
  region('03', 'Gamla', { from: '2000-01-01' }),
  region('03', 'Nya', { from: '2010-01-01' }),
  region('03', 'Nya', { from: '2010-01-01', to: '2020-01-01', recorded: '2020-01-01' }),
]

describe('what a snapshot shows of a record', () => {
  test.each([
    ['1999-12-31', null, null],
    ['2000-01-01', 'Gamla', 'Gamla'],
    ['2009-12-31', 'Gamla', 'Gamla'],
    ['2010-01-01', 'Nya', 'Nya'],
    ['2019-12-31', 'Nya', 'Nya'],
    ['2020-01-01', null, 'Nya'],
  ])('on %s: in force %s, last known %s', (day, inForce, begun) => {
    const snapshot = snapshotOf(renamed, day)
    expect([snapshot.get('region', '03')?.name ?? null, snapshot.getBegun('region', '03')?.name ?? null]).toEqual([
      inForce,
      begun,
    ])
    expect(snapshot.inForce('region').map(({ name }) => name)).toEqual(inForce ? [inForce] : [])
    expect(snapshot.everBegun('region').map(({ name }) => name)).toEqual(begun ? [begun] : [])
  })
  test('is null for one that is not known, not undefined', () => {
    const snapshot = snapshotOf(renamed)
    expect([snapshot.get('region', '99'), snapshot.getBegun('region', '99'), snapshot.get('source', '03')]).toEqual([
      null,
      null,
      null,
    ])
  })
  test('is its body, its id, and what was recorded of it', () => {
    const snapshot = snapshotOf([source('plan'), cluster('k', '03', { source: at('plan', { page: 2 }), note: 'Infört 2012' })])
    expect(snapshot.get('cluster', 'k')).toEqual({
      id: 'k',
      name: 'k',
      regionCode: '03',
      programme: 'Programmet',
      year: 2012,
      meta: {
        kind: 'cluster',
        validFrom: '2012-01-01',
        validTo: null,
        inForceFrom: '2012-01-01',
        inForceTo: null,
        version: 1,
        recordedAt: '2012-01-01T12:00:00.000Z',
        recordedBy: 'prov',
        changeNote: 'Infört 2012',
        source: { sourceId: 'plan', line: null, page: 2, url: null },
      },
    })
  })
  test('has the days of its unbroken force beside those of its wording', () => {
    const sketches = [
      cluster('k', '03', { from: '2010-01-01', to: '2012-01-01' }),
      cluster('k', '03', { from: '2014-01-01', to: '2020-01-01' }),
      cluster('k', '03', { from: '2016-01-01', to: '2018-01-01', body: { name: 'Ny' } }),
      cluster('k', '03', { from: '2018-01-01', to: '2020-01-01', body: { name: 'Nyast' } }),
    ]
    const stretches = snapshotOf(sketches).history('cluster', 'k')
    expect(stretches.map(({ meta }) => [meta.validFrom, meta.validTo, meta.inForceFrom, meta.inForceTo])).toEqual([
      ['2010-01-01', '2012-01-01', '2010-01-01', '2012-01-01'],
      ['2014-01-01', '2016-01-01', '2014-01-01', '2020-01-01'],
      ['2016-01-01', '2018-01-01', '2014-01-01', '2020-01-01'],
      ['2018-01-01', '2020-01-01', '2014-01-01', '2020-01-01'],
    ])
  })
  test('comes in the order of ids, whatever order it was recorded in', () => {
    const snapshot = snapshotOf([region('20', 'A'), region('03', 'B'), region('12', 'C')])
    expect(snapshot.inForce('region').map(({ id }) => id)).toEqual(['03', '12', '20'])
    expect(snapshot.everBegun('region').map(({ id }) => id)).toEqual(['03', '12', '20'])
  })
})

describe('what was known when', () => {
  test.each([
    ['1999-12-31', null],
    ['2000-01-01', 'Gamla'],
    ['2015-01-01', 'Nya'],
  ])('by the end of %s', (knownOn, name) => {
    expect(snapshotOf(renamed, '2021-01-01', { knownOn }).get('region', '03')?.name ?? null).toBe(name)
  })
  test('what is recorded at the very moment is known', () => {
    const snapshot = snapshotOf([region('03', 'Alvik', { recorded: '2020-01-01' })], '2021-01-01', { knownOn: '2020-01-01' })
    expect([snapshot.get('region', '03')?.name, snapshot.newestRecordedAt]).toEqual(['Alvik', '2020-01-01T12:00:00.000Z'])
  })
  test('the newest record tells until when; an empty registry tells nothing', () => {
    const later = [...renamed, region('01', 'Sen', { recorded: '2022-05-01' }), region('02', 'Tidig', { recorded: '2021-01-01' })]
    expect(snapshotOf(later).newestRecordedAt).toBe('2022-05-01T12:00:00.000Z')
    expect(snapshotOf([]).newestRecordedAt).toBe(null)
  })
})

describe('a record’s history', () => {
  const snapshot = snapshotOf([
    ...renamed,
    region('04', 'Utkast', { state: 'draft' }),
    region('05', 'Borta'),
    region('05', 'Borta', { state: 'withdrawn' }),
  ])
  test('is its stretches, oldest first, the newest knowledge of each', () => {
    const stretches = snapshot.history('region', '03').map(({ name, meta }) => [name, meta.validFrom, meta.validTo, meta.version])
    expect(stretches).toEqual([
      ['Gamla', '2000-01-01', '2010-01-01', 1],
      ['Nya', '2010-01-01', '2020-01-01', 3],
    ])
  })
  test('is every published or withdrawn version, in the order recorded', () => {
    const versions = (id: string) => snapshot.versions('region', id).map(({ version, state }) => `${version} ${state}`)
    expect([versions('03'), versions('04'), versions('05')]).toEqual([
      ['1 published', '2 published', '3 published'],
      [],
      ['1 published', '2 withdrawn'],
    ])
  })
  test('is empty for what is not known, drafts and what was withdrawn from its first day', () => {
    expect([snapshot.history('region', '99'), snapshot.history('region', '04'), snapshot.history('region', '05')]).toEqual([
      [],
      [],
      [],
    ])
    expect(snapshot.histories('region').map(([one]) => one!.id)).toEqual(['03'])
  })
})

describe('a snapshot’s id', () => {
  const id = (sketches: readonly Sketch[], day = '2021-01-01', beside = {}) => snapshotOf(sketches, day, beside).id
  const statistics = (first: number) => ({ beside: { statistics: statisticsOf({ '01': [first, 1, 1, 1, 1, 1] }) } })
  test('is 32 hexadecimal digits, the same for the same', () => {
    expect(id(renamed)).toMatch(/^[0-9a-f]{32}$/)
    expect(id(renamed)).toBe(id(renamed))
  })
  test('differs by day, by what is known, and by the statistics beside', () => {
    const ids = [
      id(renamed),
      id(renamed, '2021-01-02'),
      id(renamed.slice(0, 2)),
      id(renamed, '2021-01-01', statistics(1)),
      id(renamed, '2021-01-01', statistics(2)),
    ]
    expect(new Set(ids).size).toBe(5)
  })
  test('is not changed by drafts', () => {
    expect(id([...renamed, region('07', 'Utkast', { state: 'proposed' })])).toBe(id(renamed))
  })
})

describe('the same knowledge on another day', () => {
  test('is at hand, and is the same snapshot on the same day', () => {
    const snapshot = snapshotOf(renamed, '2021-01-01')
    expect(snapshot.at('2005-01-01').get('region', '03')?.name).toBe('Gamla')
    expect([snapshot.at('2005-01-01').validAt, snapshot.at('2021-01-01') === snapshot]).toEqual(['2005-01-01', true])
  })
  test('has the statistics beside it too', () => {
    const statistics = statisticsOf({ '01': [1, 1, 1, 1, 1, 1] })
    expect(snapshotOf(renamed, '2021-01-01', { beside: { statistics } }).at('2005-01-01').statistics).toBe(statistics)
    expect(snapshotOf(renamed).statistics).toBe(null)
  })
})

describe('the difference between two days', () => {
  const list = strategy('s', '03', { from: '2015-01-01' })
  const sketches = [
    list,
    area('b-ny', list, { from: '2018-01-01' }),
    area('a-slut', list, { to: '2018-01-01' }),
    area('c-andrad', list, { body: { order: 1 } }),
    area('c-andrad', list, { from: '2018-01-01', body: { order: 2, translatedLabel: 'Text' } }),
    area('d-samma', list),
    cluster('k', '03', { from: '2018-01-01' }),
  ]
  const differences = (from: string, to: string) => diffSnapshots(snapshotOf(sketches, from), snapshotOf(sketches, to))
  test('is by kind, then by id, with what it was before and after', () => {
    const found = differences('2017-01-01', '2019-01-01')
    expect(found.map(({ kind, recordId, outcome }) => [kind, recordId, outcome])).toEqual([
      ['priorityArea', 'a-slut', 'ended'],
      ['priorityArea', 'b-ny', 'begun'],
      ['priorityArea', 'c-andrad', 'changed'],
      ['cluster', 'k', 'begun'],
    ])
    expect(found[2]!.fields).toEqual(['order', 'translatedLabel'])
    expect([found[2]!.before?.['order'], found[2]!.after?.['order']]).toEqual([1, 2])
    expect([found[0]!.after, found[1]!.before]).toEqual([null, null])
  })
  test('names every field of what began or ended', () => {
    expect(differences('2017-01-01', '2019-01-01')[3]!.fields).toEqual(['name', 'regionCode', 'programme', 'year'])
    expect(differences('2019-01-01', '2017-01-01')[3]).toMatchObject({ outcome: 'ended', after: null })
  })
  test('a field that is absent on one day and null on the other is the same', () => {
    const body = { order: 1 } as Record<string, unknown>
    const without = area('x', list, { body })
    const { description: _description, ...rest } = without.body
    const absent = { ...without, body: rest } as Sketch
    expect(diffSnapshots(snapshotOf([absent]), snapshotOf([without]))).toEqual([])
    expect(diffSnapshots(snapshotOf([without]), snapshotOf([absent]))).toEqual([])
  })
  test('is nothing between days on which the same is in force', () => {
    expect(differences('2018-01-01', '2025-01-01')).toEqual([])
  })
})
