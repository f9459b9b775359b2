import { expect, test } from 'vitest'
import { measureLineage } from './testing/lineage-measure.ts'

/** The numbers in `bench/README.md`; whoever changes the program or the reviews sees here what that does. */
test('how many of the reviewed links the program finds by itself', () => {
  const { linked, suggested, recall, precision, wrong, notLinked, missed, unconfirmed } = measureLineage()
  expect({ linked, suggested, notLinked, wrong }, `missed: ${missed.join(', ')}; unconfirmed: ${unconfirmed.join(', ')}`).toEqual(
    {
      linked: 60,
      suggested: 52,
      notLinked: 17,
      wrong: [],
    },
  )
  expect(recall).toBeGreaterThanOrEqual(0.83)
  expect(precision).toBe(1)
})
