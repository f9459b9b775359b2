import { expect, test } from 'vitest'
import { changesText } from './changes.text.ts'

test.each([
  [{ changed: 17, restated: 4, same: 0 }, '17 listor har ändrats och 4 har upprepats med samma ord i en nyare källa.'],
  [
    { changed: 1, restated: 2, same: 3 },
    '1 lista har ändrats, 2 har upprepats med samma ord i en nyare källa och för 3 är ingen nyare lista eller ändring känd.',
  ],
  [{ changed: 0, restated: 0, same: 21 }, 'För 21 är ingen nyare lista eller ändring känd.'],
  [{ changed: 0, restated: 0, same: 0 }, ''],
])('%o is told without zeros', (counts, expected) => {
  expect(changesText.sv.summary(counts)).toBe(expected)
})

test('in English too', () => {
  expect(changesText.en.summary({ changed: 2, restated: 1, same: 0 })).toBe(
    '2 lists have changed and 1 is repeated in the same words in a newer source.',
  )
})
