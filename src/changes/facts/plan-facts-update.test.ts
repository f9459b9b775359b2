import { expect, test } from 'vitest'
import { area, region, strategy } from '../../snapshot/testing/small-registry.ts'
import { viewOf } from '../testing/small-view.ts'
import { readerOf } from './facts-readers.ts'
import { factsUpdateSteps } from './plan-facts-update.ts'

const list = strategy('lista', '03')
const areas = Array.from({ length: 1200 }, (_, at) => area(`omrade-${at}`, list))

test('a large registry is gone through in steps, and what people have written in it is no difference', () => {
  const { known, numbers } = viewOf([region('03', 'Alvik'), list, ...areas])
  const steps = factsUpdateSteps({ reader: readerOf(known), numbers, shipped: [], today: '2026-11-26' })
  let pauses = 0
  for (;;) {
    const { done, value } = steps.next()
    if (!done) pauses += 1
    else {
      expect([value.items, value.kept]).toEqual([[], []])
      break
    }
  }
  expect(pauses).toBeGreaterThanOrEqual(2)
})
