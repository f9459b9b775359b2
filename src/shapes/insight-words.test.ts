import { expect, test } from 'vitest'
import { besideWithStatistics } from '../evidence/testing/shipped-cubes.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { insightsOf } from './insights.ts'

test('a day on which no region was known is said, instead of counts of nothing', () => {
  const { sentence } = insightsOf(shippedSnapshot('2000-01-01', [], besideWithStatistics()))
  expect(sentence.sv).toBe('Ingen region hade en lista som var känd då, så här finns inget att jämföra.')
  expect(sentence.en).toContain('nothing to compare')
})
