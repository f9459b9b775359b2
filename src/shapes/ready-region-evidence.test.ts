import { expect, test } from 'vitest'
import { besideWithStatistics } from '../evidence/testing/shipped-cubes.ts'
import { finish } from '../snapshot/in-pieces.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { contextTables } from './evidence-context.ts'
import { regionEvidenceSteps } from './ready-region-evidence.ts'
import { regionEvidenceView } from './region-evidence.ts'

const snapshot = shippedSnapshot('2026-11-26', [], besideWithStatistics())

test('a region’s evidence is made in pieces: each table, three for each area, and the whole', () => {
  const { areas } = regionEvidenceView(snapshot, 'norrbotten')
  const expected = contextTables(snapshot).length + 3 * areas.length + 1
  expect([...regionEvidenceSteps(snapshot, '25')]).toHaveLength(expected)
  expect([...regionEvidenceSteps(snapshot, 'norrbotten')]).toHaveLength(expected)
})

test('what was made in pieces is what the page shows, the same object', () => {
  const fresh = shippedSnapshot('2026-11-26', [], besideWithStatistics())
  finish(regionEvidenceSteps(fresh, 'gotland'))
  expect(regionEvidenceView(fresh, 'gotland')).toBe(regionEvidenceView(fresh, 'gotland'))
  expect(regionEvidenceView(fresh, 'gotland')).toEqual(regionEvidenceView(snapshot, 'gotland'))
})

test('of a region that is not there nothing is made', () => {
  expect([...regionEvidenceSteps(snapshot, 'Atlantis')]).toEqual([])
})
