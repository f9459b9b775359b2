import { expect, test } from 'vitest'
import { lowerFirst } from './lower-first.ts'
import { upperFirst } from './upper-first.ts'

test.each([
  ['Gruvarbetare', 'gruvarbetare'],
  ['Överläkare', 'överläkare'],
  ['SOS-operatörer', 'SOS-operatörer'],
  ['IT', 'IT'],
  ['', ''],
])('«%s» within a sentence: «%s»', (name, within) => {
  expect(lowerFirst(name)).toBe(within)
})

test('a capital first', () => {
  expect(upperFirst('överst')).toBe('Överst')
  expect(upperFirst('')).toBe('')
})
