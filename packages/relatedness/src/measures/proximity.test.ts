import { expect, test } from 'vitest'
import { coOccurrence } from './co-occurrence.ts'
import { coOccurrenceRelatedness } from './co-occurrence-measures.ts'
import { correlationProximity, proximity } from './proximity.ts'
import { tableFrom } from './table.ts'
import { presenceOf } from '../testing/presences.ts'

test('proximity of activities is how often they go together, and nothing is near what no region has', () => {
  const { values, notes } = proximity(presenceOf('1100', '1010'))
  expect([...values.subarray(0, 4)]).toEqual([1, 0.5, 0.5, NaN])
  expect(notes).toEqual([expect.objectContaining({ code: 'absent-activity', activities: ['A4'] })])
})

test('the conditional proximity reads: of the regions that have the row, how many have the column', () => {
  const { values } = proximity(presenceOf('11', '10'), { kind: 'conditional' })
  expect([...values]).toEqual([1, 0.5, 1, 1])
})

test('the diagonal can be set to zero, and regions can be paired instead', () => {
  expect([...proximity(presenceOf('11', '10'), { of: 'regions', diagonal: 'zero' }).values]).toEqual([0, 0.5, 0.5, 0])
})

test('continuous proximity is the correlation brought to 0–1; a column that does not vary has none', () => {
  const table = tableFrom({
    regions: ['R1', 'R2', 'R3'],
    activities: ['A1', 'A2', 'A3', 'A4'],
    values: [
      [1, 2, 3, 5],
      [2, 4, 2, 5],
      [3, 6, 1, 5],
    ],
  })
  const { values, notes } = correlationProximity(table)
  expect(values[1]).toBeCloseTo(1, 14)
  expect(values[2]).toBeCloseTo(0, 14)
  expect(values[3]).toBeNaN()
  expect(notes).toEqual([expect.objectContaining({ code: 'constant-activity', activities: ['A4'] })])
})

test('continuous proximity of a pair uses the regions that both are known in', () => {
  const table = tableFrom({
    regions: ['R1', 'R2', 'R3', 'R4'],
    activities: ['A1', 'A2'],
    values: [
      [1, 1],
      [2, 3],
      [null, 9],
      [4, 7],
    ],
  })
  expect(correlationProximity(table).values[1]).toBeCloseTo(1, 12)
})

test('relatedness of co-occurrences by hand, with totals of EconGeo', () => {
  // C12 = 1, C13 = 1, C23 = 0: S = 2, 1, 1 and T = 4.
  const counts = coOccurrence(presenceOf('110', '101'))
  expect(coOccurrenceRelatedness(counts, 'association').values[1]).toBe(1 / 4 / ((2 / 4) * (1 / 4)))
  expect(coOccurrenceRelatedness(counts, 'cosine').values[1]).toBeCloseTo(1 / Math.sqrt(2), 14)
  expect(coOccurrenceRelatedness(counts, 'jaccard').values[1]).toBe(1 / 2)
  expect(coOccurrenceRelatedness(counts, 'probability').values[1]).toBeCloseTo(
    1 / (2 * ((1 / 2) * (1 / 2) + (1 / 4) * (2 / 3))),
    14,
  )
})

test('with totals of occurrences jaccard is shared regions over regions with either', () => {
  const counts = coOccurrence(presenceOf('110', '101'))
  expect(coOccurrenceRelatedness(counts, 'jaccard', { totals: 'occurrences' }).values[1]).toBe(1 / 2)
  expect(coOccurrenceRelatedness(counts, 'cosine', { totals: 'occurrences' }).values[1]).toBeCloseTo(1 / Math.sqrt(2), 14)
})

test('an activity that goes with no other is undefined, or zero when EconGeo is followed', () => {
  const counts = coOccurrence(presenceOf('110', '001'))
  expect(coOccurrenceRelatedness(counts, 'cosine').values[2]).toBeNaN()
  expect(coOccurrenceRelatedness(counts, 'cosine', { whenUndefined: 'zero' }).values[2]).toBe(0)
  expect(coOccurrenceRelatedness(counts, 'cosine').notes).toEqual([expect.objectContaining({ activities: ['A3'] })])
})

test('co-occurrences that are not symmetric are refused', () => {
  expect(() => coOccurrenceRelatedness({ labels: ['A1', 'A2'], values: Float64Array.of(0, 1, 2, 0) }, 'cosine')).toThrow(
    'symmetric',
  )
})
