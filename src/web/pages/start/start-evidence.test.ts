import { expect, test } from 'vitest'
import { besideWithStatistics } from '../../../evidence/testing/shipped-cubes.ts'
import { shippedSnapshot } from '../../../snapshot/testing/shipped-snapshot.ts'
import { backedFill, describeEvidence, evidenceNote } from './start-evidence.ts'
import { startView } from './start.view.ts'

test.each([
  [0, 0, 'fill-none'],
  [0, 3, 'fill-1'],
  [1, 2, 'fill-3'],
  [2, 3, 'fill-5'],
  [3, 3, 'fill-6'],
])('%i of %i backed areas is %s', (backed, measured, fill) => {
  expect(backedFill({ backed, measured })).toBe(fill)
})

test('one area has backing, several have it', () => {
  expect(evidenceNote({ backed: 1, measured: 2 }, 'en')).toBe('1 of 2 measurable areas has clear backing in the occupations')
  expect(evidenceNote({ backed: 2, measured: 3 }, 'en')).toContain('areas have clear')
})

test('without a measurable area nothing is said to be without backing', () => {
  expect(evidenceNote({ backed: 0, measured: 0 }, 'sv')).toBe('inget område går att mäta')
  expect(evidenceNote({ backed: 0, measured: 2 }, 'en')).toBe('0 of 2 measurable areas have clear backing in the occupations')
})

test('the map by evidence counts every region of the day, and other maps do not make it', () => {
  const snapshot = shippedSnapshot('2018-06-01', [], besideWithStatistics())
  const view = (farg: string) => startView(snapshot, { query: new URLSearchParams({ farg }), lang: 'sv' })
  const { regions, mode } = view('belagg')
  expect(mode).toBe('evidence')
  const of = (code: string) => regions.find((region) => region.code === code)!.evidence
  expect(of('06')).toEqual({ measured: 0, backed: 0 })
  expect(of('13')!.backed).toBeLessThan(of('13')!.measured)
  expect(describeEvidence(regions, 'sv')).toMatch(/^\d+ av \d+ mätbara områden/)
  expect(view('eget').regions.every(({ evidence }) => evidence === null)).toBe(true)
  expect(describeEvidence(view('eget').regions, 'sv')).toBe('')
})
