import { expect, test } from 'vitest'
import { strategy } from '../snapshot/testing/small-registry.ts'
import { PeriodDetailShape, periodDetailShape } from './period-shape.ts'
import { threeRegionsOn } from './testing/three-regions.ts'

const periodOn = (day: string, id: string) => {
  const snapshot = threeRegionsOn(day, strategy('alvik-2013', '03', { from: '2013-01-01', to: '2015-01-01' }))
  return PeriodDetailShape.parse(
    periodDetailShape(snapshot, snapshot.get('programmePeriod', id) ?? snapshot.getBegun('programmePeriod', id)!),
  )
}
const idsOf = (list: readonly { strategy: { id: string } }[]) => list.map(({ strategy: { id } }) => id)

test('a period has the lists of its regions by name and age, and those of joint areas apart', () => {
  const { editions, jointEditions, label } = periodOn('2024-01-01', '2014-2020')
  expect(idsOf(editions)).toEqual(['alvik-2013', 'alvik-2015', 'adal-2016', 'osterby-2014'])
  expect(idsOf(jointEditions)).toEqual(['bron-2017'])
  expect(label).toBe('Perioden 2014-2020')
})

test('a list belongs to one period', () => {
  expect(idsOf(periodOn('2024-01-01', '2021-2027').editions)).toEqual(['alvik-2021'])
})

test('regions without a list for the period are named, by name', () => {
  expect(periodOn('2024-01-01', '2014-2020').regionsWithoutList).toEqual([])
  expect(periodOn('2024-01-01', '2021-2027').regionsWithoutList).toEqual([
    { code: '02', slug: 'adal', name: 'Ådal' },
    { code: '01', slug: 'osterby', name: 'Österby' },
  ])
})

test('a list that a joint area has is none of its members’', () => {
  expect(periodOn('2015-06-01', '2014-2020').regionsWithoutList.map(({ name }) => name)).toEqual(['Ådal'])
})
