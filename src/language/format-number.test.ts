import { expect, test } from 'vitest'
import { formatNumber } from './format-number.ts'

test.each([
  [-0.4, 1, '−0,4', '−0.4'],
  [-12_345, 0, '−12 345', '−12,345'],
  [-0.04, 1, '0,0', '0.0'],
  [1.25, 2, '1,25', '1.25'],
])('%d with %i digits, with a real minus and none before nothing', (value, digits, sv, en) => {
  expect(formatNumber(value, 'sv', digits).replaceAll('\u00a0', ' ')).toBe(sv)
  expect(formatNumber(value, 'en', digits)).toBe(en)
})
