import { expect, test } from 'vitest'
import { findCube, inShelfOrder } from '../records/cube.ts'
import type { CubeListing } from '../records/cube.ts'
import { shelfOn } from './shelf-on-day.ts'

const listing = (table: string, vintage: string): CubeListing => ({
  id: `${table} ${vintage}`,
  header: { table, vintage } as CubeListing['header'],
  read: () => expect.unreachable('a day is told by headers alone'),
})
const listings = [listing('a', '2026-03-01'), listing('a', '2026-06-01'), listing('a', '2026-09-01'), listing('b', '2026-08-22')]
const shelf = { id: 'all', listings: inShelfOrder(listings) }

test.each([
  ['before the first vintage, the first', '2019-01-01', '2026-03-01'],
  ['the day of the first', '2026-03-01', '2026-03-01'],
  ['the last day before the second', '2026-05-31', '2026-03-01'],
  ['the day of the second', '2026-06-01', '2026-06-01'],
  ['the day of the last', '2026-09-01', '2026-09-01'],
  ['long after', '2040-01-01', '2026-09-01'],
])('a day has the vintage known then: %s', (_, day, vintage) => {
  expect(findCube(shelfOn(shelf, day), 'a')?.header.vintage).toBe(vintage)
  expect(findCube(shelfOn(shelf, day), 'b')?.header.vintage).toBe('2026-08-22')
})

test('days that know the same share one shelf, with an id of its own', () => {
  expect(shelfOn(shelf, '2026-09-01')).toBe(shelf)
  expect(shelfOn(shelf, '2026-06-01')).toBe(shelfOn(shelf, '2026-08-31'))
  expect(new Set(['2026-05-31', '2026-06-01', '2026-09-01'].map((day) => shelfOn(shelf, day).id)).size).toBe(3)
})
