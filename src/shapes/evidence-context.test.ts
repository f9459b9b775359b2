import { expect, test } from 'vitest'
import { besideWithStatistics } from '../evidence/testing/shipped-cubes.ts'
import { findCube } from '../records/cube.ts'
import type { CubeHeader, CubeListing } from '../records/cube.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { contextTables, evidenceContext } from './evidence-context.ts'

const beside = besideWithStatistics()
const shipped = shippedSnapshot('2026-11-26', [], beside)

/** The shipped tables and one more: the table of gross regional product, made larger in its header and closed to reading. */
function withTable(activityCount: number) {
  const model = findCube(beside.cubes, 'gdp-by-county')!
  const codes = Array.from({ length: activityCount }, (_, at) => `A${at}`)
  const header: CubeHeader = {
    ...model.header,
    table: 'of-many-activities',
    dimensions: [
      ...model.header.dimensions.filter(({ role }) => role !== 'measure' && role !== 'activity'),
      {
        id: 'activity',
        role: 'activity',
        classification: 'other',
        label: { sv: 'Verksamhet', en: 'Activity' },
        codes,
        labels: codes.map((code) => ({ sv: code, en: code })),
      } as CubeHeader['dimensions'][number],
    ],
  }
  const listing: CubeListing = {
    id: 'f'.repeat(64),
    header,
    read: () => {
      throw new Error('read')
    },
  }
  const cubes = { id: `with ${activityCount}`, listings: [...beside.cubes.listings, listing] }
  return shippedSnapshot('2026-11-26', [], { ...beside, cubes })
}

test('a region’s other numbers come from the county tables', () => {
  expect(evidenceContext(shipped, '25').length).toBeGreaterThan(10)
})

test('a table of more series than a reader goes through is left out without being opened', () => {
  expect(contextTables(withTable(15_000))).toHaveLength(contextTables(shipped).length)
  expect(evidenceContext(withTable(15_000), '25')).toEqual(evidenceContext(shipped, '25'))
})

test('a table of few series is opened', () => {
  expect(contextTables(withTable(20))).toHaveLength(contextTables(shipped).length + 1)
  expect(() => evidenceContext(withTable(20), '25')).toThrow('read')
})
