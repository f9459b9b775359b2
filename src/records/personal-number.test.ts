import { expect, test } from 'vitest'
import { findPersonalNumber } from './personal-number.ts'

test.each([
  ['Ring Anna, 811218-9876, om detta.', '811218-9876'],
  ['19811218-9876', '19811218-9876'],
  ['pnr 198112189876', '198112189876'],
  ['Ett samordningsnummer: 701063-2391', '701063-2391'],
])('a personal identity number is found in «%s»', (text, found) => {
  expect(findPersonalNumber(text)).toBe(found)
})

test.each([
  ['a wrong check digit', '811218-9875'],
  ['no month', '811318-9876'],
  ['an organisation number', '202100-2114'],
  ['a day', '2018-01-31'],
  ['digits within a longer number', '99981121898760'],
])('%s is none', (_, text) => {
  expect(findPersonalNumber(text)).toBeNull()
})
