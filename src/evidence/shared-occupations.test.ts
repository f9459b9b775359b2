import { expect, test } from 'vitest'
import { shippedPanel } from './testing/shipped-panel.ts'
import { measuredSet } from './measured-set.ts'

/** How alike two sets of occupations are spread over the counties: the correlation of their shares of all employees in the last year. */
function correlation(one: readonly string[], other: readonly string[]): number {
  const shares = (codes: readonly string[]) =>
    measuredSet(shippedPanel, codes)
      .figures.at(-1)!
      .map(({ share }) => share)
  const [a, b] = [centred(shares(one)), centred(shares(other))]
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}
const centred = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, at) => sum + value * b[at]!, 0)

test('an occupation that two fields share counts for the one it follows from county to county: forest and farm machines', () => {
  expect(correlation(['8341'], ['2135', '6210'])).toBeGreaterThan(0.9)
  expect(correlation(['8341'], ['6111', '6121', '6129', '6130'])).toBeLessThan(0.4)
})
