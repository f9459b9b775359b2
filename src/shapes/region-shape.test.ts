import { describe, expect, test } from 'vitest'
import { area, at, jointArea, region, snapshotOf, source, strategy } from '../snapshot/testing/small-registry.ts'
import { findRegion } from './from-snapshot.ts'
import { regionShape, regionSummaries, sourcesOf } from './region-shape.ts'
import { RegionShape, RegionSummaryShape } from './shapes.ts'
import { threeRegionsOn } from './testing/three-regions.ts'

const snapshot = threeRegionsOn('2024-01-01')
const shapeOf = (code: string, day = '2024-01-01') => {
  const on = threeRegionsOn(day)
  return RegionShape.parse(regionShape(on, findRegion(on, code)!))
}

describe('the list of regions', () => {
  test('has every region by name, with the list in force, or none', () => {
    const all = regionSummaries(snapshot).map((one) => RegionSummaryShape.parse(one))
    expect(all.map(({ name, current }) => [name, current?.strategy.id ?? null])).toEqual([
      ['Alvik', 'alvik-2021'],
      ['Ådal', 'adal-2016'],
      ['Österby', null],
    ])
  })
  test('has the themes of the areas in force, most frequent first and else by id; none without a list', () => {
    const list = strategy('lista', '03')
    const labels = ['Livsmedel', 'Skogsbruk', 'Energi', 'Skogsindustri', 'Skog']
    const many = snapshotOf([
      region('03', 'Alvik'),
      list,
      ...labels.map((displayLabel, index) => area(`a${index}`, list, { body: { displayLabel } })),
    ])
    expect(regionSummaries(many)[0]!.themeIds).toEqual(['skog-och-bioekonomi', 'energi', 'livsmedel'])
    expect(regionSummaries(snapshot)[2]!.themeIds).toEqual([])
  })
  test('has the joint areas that a region is a member of on the day', () => {
    const jointAreas = (day: string) =>
      regionSummaries(threeRegionsOn(day)).map(({ name, jointAreas: joint }) => [name, joint.length])
    expect(jointAreas('2024-12-31')).toEqual([
      ['Alvik', 1],
      ['Ådal', 0],
      ['Österby', 1],
    ])
    expect(jointAreas('2025-01-01').map(([, count]) => count)).toEqual([0, 0, 0])
    expect(regionSummaries(snapshot)[0]!.jointAreas).toEqual([{ id: 'bron', name: { sv: 'bron sv', en: 'bron en' } }])
  })
})

describe('a region', () => {
  test('has its editions, oldest first, each with the areas it had to its end', () => {
    const editions = shapeOf('03').editions.map(({ strategy: { id }, priorities }) => [id, priorities.map((one) => one.id)])
    expect(editions).toEqual([
      ['alvik-2015', ['a15-livsmedel', 'a15-energi']],
      ['alvik-2021', ['a21-energi', 'a21-skog']],
    ])
  })
  test('has only what had begun by the day', () => {
    expect(shapeOf('03', '2020-12-31').editions.map(({ strategy: { id } }) => id)).toEqual(['alvik-2015'])
    expect(shapeOf('03', '2014-12-31').editions).toEqual([])
  })
  test('gives how one list became the next; nothing is dropped from a list that is known in part', () => {
    expect(shapeOf('03').lineage).toMatchObject([
      {
        fromStrategyId: 'alvik-2015',
        toStrategyId: 'alvik-2021',
        links: [
          { predecessorId: 'a15-energi', successorId: 'a21-energi', change: 'unchanged', basis: 'suggested' },
          { predecessorId: null, successorId: 'a21-skog', change: 'new', basis: 'suggested' },
        ],
      },
    ])
  })
  test('an area that is gone from a whole list was dropped and has no successor', () => {
    const [first, second] = [strategy('s1', '03', { to: '2020-01-01' }), strategy('s2', '03', { from: '2020-01-01' })]
    const made = snapshotOf([region('03', 'Alvik'), first, area('turism', first), second])
    expect(regionShape(made, findRegion(made, '03')!).lineage[0]!.links).toMatchObject([
      { predecessorId: 'turism', successorId: null, change: 'dropped' },
    ])
  })
  test('has the lists of its joint areas beside its own', () => {
    const joint = (code: string) =>
      shapeOf(code).jointEditions.map(({ jointArea, editions }) => [jointArea.id, editions.map(({ strategy: { id } }) => id)])
    expect([joint('01'), joint('02')]).toEqual([[['bron', ['bron-2017']]], []])
  })
  test('a joint area without a list has none', () => {
    const on = threeRegionsOn('2016-12-31')
    expect(regionShape(on, findRegion(on, '03')!).jointEditions).toMatchObject([{ jointArea: { id: 'bron' }, editions: [] }])
  })
  test('has its own clusters, and its neighbours by name', () => {
    const { clusters, landNeighbours, waterNeighbours } = shapeOf('03')
    expect(clusters.map(({ id }) => id)).toEqual(['kluster-a'])
    expect([landNeighbours, waterNeighbours].map((list) => list.map(({ name }) => name))).toEqual([
      ['Ådal', 'Österby'],
      ['Österby'],
    ])
  })
  test('has its facts as recorded', () => {
    expect(shapeOf('03')).toMatchObject({
      code: '03',
      slug: 'alvik',
      countyName: 'Alviks län',
      regionName: 'Region Alvik',
      nuts1: 'SE1',
      nuts2: 'SE11',
      nuts2Name: 'Östra',
      nuts3: 'SE003',
      iso3166: 'SE-03',
      residenceCity: 'Alvikstad',
      municipalityCount: 5,
      populations: [{ year: 2024, persons: 1000 }],
      landAreaKm2: 10,
      meta: { validFrom: '1998-01-01', validTo: null },
    })
  })
  test('has the sources of lists and areas, its own and the joint ones, each once and newest first', () => {
    expect(shapeOf('03').sources.map(({ id }) => id)).toEqual(['plan-2021', 'plan-2015', 'blad'])
  })
})

test('a source without a date comes after those with one', () => {
  const list = (id: string, sourceId: string) =>
    strategy(id, '03', { source: at(sourceId), from: `20${id}-01-01`, to: `20${id}-06-01` })
  const dated = (id: string, date: string | null) => source(id, { body: { date } })
  const made = snapshotOf([
    region('03', 'Alvik'),
    dated('utan', null),
    dated('gammal', '2001-01-01'),
    dated('ny', '2020-01-01'),
    ...['utan', 'gammal', 'ny', 'gammal'].map((id, index) => list(String(10 + index), id)),
  ])
  const { editions } = regionShape(made, findRegion(made, '03')!)
  expect(sourcesOf(editions).map(({ id }) => id)).toEqual(['ny', 'gammal', 'utan'])
})

test('a source of an area alone, or of a joint list alone, is among a region’s sources', () => {
  const [own, joint] = [strategy('s1', '03'), strategy('s2', 'bron', { source: at('gemensam') })]
  const made = snapshotOf([
    region('03', 'Alvik'),
    jointArea('bron', ['03', '04']),
    source('omradets'),
    source('gemensam', { body: { date: '2013-01-01' } }),
    own,
    area('a', own, { source: at('omradets') }),
    joint,
  ])
  expect(regionShape(made, findRegion(made, '03')!).sources.map(({ id }) => id)).toEqual(['omradets', 'gemensam'])
})
