import { expect, test } from 'vitest'
import { industriesOverlap, industrySpans, industryTakesIn } from './industry-codes.ts'

const within = (outer: string, inner: string): boolean => industryTakesIn(industrySpans(outer)!, industrySpans(inner)!)

test.each([
  ['B-E', 'C', true],
  ['C', 'B-E', false],
  ['B-E', '35', true],
  ['C', '24', true],
  ['24', '24.1', true],
  ['24.1', '24102', true],
  ['C10-C12', '11', true],
  ['10-12', 'C11', true],
  ['05-33', 'C', true],
  ['05-33', 'D', false],
  ['B+C', '24', true],
  ['B+C+D+E', 'B-E', true],
  ['M_N', '80', true],
  ['A-U', 'B-E', true],
  ['A-U+US', 'K', true],
  ['A01', '01', true],
  ['G-I', 'J', false],
])('%s takes in %s: %s', (outer, inner, expected) => {
  expect(within(outer, inner)).toBe(expected)
})

test('codes that share a part overlap, and neighbours do not', () => {
  expect(industriesOverlap(industrySpans('G-J')!, industrySpans('J-K')!)).toBe(true)
  expect(industriesOverlap(industrySpans('G-I')!, industrySpans('J')!)).toBe(false)
})

test.each(['US', '00', 'TOTAL', '', 'Å', 'C-', '1', 'V', 'E-B', '123456', 'Norrbotten'])(
  '«%s» is no code of industries',
  (code) => {
    expect(industrySpans(code)).toBeNull()
  },
)
