import { expect, test } from 'vitest'
import { isPlainChange } from './import-change-words.ts'
import { findReordered, placeReason } from './import-order.ts'

/** The places before, of areas that are listed in the order after. */
const moved = (...before: number[]) => {
  const areas = before.map((place, index) => ({ before: place, after: index + 1 }))
  return findReordered(areas.toReversed(), (area) => area).map((area) => area.before)
}

test.each([
  ['nothing', [1, 2, 3], []],
  ['nothing when numbers leave gaps', [2, 5, 9], []],
  ['the last put first', [3, 1, 2], [3]],
  ['the first put last', [2, 3, 1], [1]],
  ['one of two that change places', [2, 1], [1]],
  ['all but one of a list turned round', [3, 2, 1], [2, 1]],
  ['two between others', [1, 5, 4, 2, 3], [5, 4]],
  ['nothing of an empty list', [], []],
  ['one of two with the same place', [1, 1], [1]],
])('%s is moved', (_what, before, expected) => {
  expect(moved(...before)).toEqual(expected)
})

test('a move is shown with both places, and needs a reason, unlike what stays', () => {
  expect(placeReason({ before: 3, after: 1 })).toEqual({ sv: 'Plats 3 blir 1.', en: 'Place 3 becomes 1.' })
  expect((['unchanged', 'confirmed', 'reordered', 'moved'] as const).map(isPlainChange)).toEqual([true, true, false, false])
})
