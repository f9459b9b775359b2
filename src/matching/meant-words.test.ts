import { expect, test } from 'vitest'
import { longestMeant, withMeant } from './meant-words.ts'

const read = (text: string, ...words: [string, string][]) =>
  withMeant(
    text,
    words.map(([word, meant]) => ({ word, meant })),
  )

test('what is meant takes the place of the word wherever it is whole, whatever its letters', () => {
  expect(read('Jord! Borrning under jord, i jordbruk.', ['jord', 'berg'])).toBe('berg! Borrning under berg, i jordbruk.')
})
test('a phrase and signs of patterns are taken as they are written', () => {
  expect(read('Vi gör c++ och life science.', ['c++', 'program'], ['life science', 'läkemedel'])).toBe(
    'Vi gör program och läkemedel.',
  )
  expect(read('Spel', ['spel', '$& $1'])).toBe('$& $1')
})
test('a word without a meaning stays, and a long meaning is cut', () => {
  expect(read('Spel', ['spel', '  '], ['', 'x'])).toBe('Spel')
  expect(read('Spel', ['spel', 'å'.repeat(200)])).toHaveLength(longestMeant)
})
