import { expect, test } from 'vitest'
import { wordBeginningsOf } from './word-beginnings.ts'

test.each([
  ['stadsmiljö', 0, 4],
  ['städernas', 0, 4],
  ['möblernas', 0, 4],
  ['havsvind', 0, 3],
  ['havsvind', 4, 4],
  ['havsvind', 3, Infinity],
  ['ha', 0, Infinity],
  ['', 0, Infinity],
])('in «%s» a known word can begin at %i with %d letters', (word, from, shortest) => {
  const beginnings = wordBeginningsOf(['stad', 'möbel', 'hav', 'vindkraft', 'vind', 'havsbad', 'um'])
  expect(beginnings.shortestAt(word, from)).toBe(shortest)
})
