import { expect, test } from 'vitest'
import { lixOf } from './readability.ts'

test('LIX by hand: words to a sentence, and the percentage of long words', () => {
  expect(lixOf('Vi har valt fem områden. De heter samma nu.')!).toBeCloseTo(9 / 2 + 100 * (1 / 9), 6)
  expect(lixOf('Regionen har fem områden. Kommunerna väljer sen.')!).toBeCloseTo(7 / 2 + 100 * (3 / 7), 6)
})

test('a line is a sentence, and a decimal point ends none', () => {
  expect(lixOf('en två\ntre fyra')!).toBe(2)
  expect(lixOf('det är 2.5 gånger')!).toBe(4)
})

test('a text without words has none', () => {
  expect(lixOf(' – … ')).toBeNull()
})
