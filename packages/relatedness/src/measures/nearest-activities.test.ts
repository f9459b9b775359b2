import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyPresence, presenceOf } from '../testing/presences.ts'
import { unevenTable } from '../testing/uneven-table.ts'
import { analyse } from './analysis.ts'
import { nearestActivities } from './nearest-activities.ts'
import { proximity } from './proximity.ts'
import { type PairMatrix, toSparse } from './table.ts'

const written = ({ labels, values }: PairMatrix, count: number) =>
  labels.flatMap((activity, i) =>
    labels
      .map((other, j) => ({ activity, other, proximity: values[i * labels.length + j]! }))
      .filter(({ other, proximity: near }) => other !== activity && near > 0)
      .sort((one, next) => next.proximity - one.proximity)
      .slice(0, count),
  )

test('nearest first, ties in the order of the activities, and nothing that shares nothing', () => {
  const nearest = nearestActivities(presenceOf('1100', '1110', '0001'))
  expect(nearest.map(({ activity, other, proximity: near }) => `${activity} ${other} ${near}`)).toEqual([
    'A1 A2 1',
    'A1 A3 0.5',
    'A2 A1 1',
    'A2 A3 0.5',
    'A3 A1 0.5',
    'A3 A2 0.5',
  ])
})

test('they are the largest of the proximity', () => {
  fc.assert(
    fc.property(anyPresence({ missing: true }), fc.integer({ min: 1, max: 40 }), (presence, count) => {
      expect(nearestActivities(presence, { count })).toEqual(written(proximity(presence), count))
    }),
  )
})

test('the same from a table with many pairs, which is counted by bits, and from a sparse presence', () => {
  const table = unevenTable({ regions: 90, activities: 150, missing: 0.01 })
  const { presence } = analyse(table)
  expect(nearestActivities(presence)).toEqual(written(proximity(presence), 10))
  expect(nearestActivities(analyse(toSparse(table)).presence)).toEqual(nearestActivities(presence))
})
