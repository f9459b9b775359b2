import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestAssignment } from './best-assignment.ts'

test('the best pairing is the best taken together, not the best pair first', () => {
  // A greedy choice gives 0.9 + 0; the best pairing gives 0.8 + 0.7.
  expect(
    bestAssignment([
      [0.9, 0.8],
      [0.7, 0],
    ]),
  ).toEqual([1, 0])
})

test('rows and columns may differ in number; worthless pairs are left out', () => {
  expect(bestAssignment([])).toEqual([])
  expect(bestAssignment([[], []])).toEqual([null, null])
  expect(bestAssignment([[0], [0.4], [0.6]])).toEqual([null, null, 0])
  expect(bestAssignment([[0, 0.2, 0.5]])).toEqual([2])
})

test('none does better', () => {
  const worth = fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  const bestByTrying = (rows: readonly number[][], taken: readonly number[] = []): number => {
    const [first, ...rest] = rows
    if (!first) return 0
    const choices = first.map((one, column) => (taken.includes(column) ? 0 : one + bestByTrying(rest, [...taken, column])))
    return Math.max(bestByTrying(rest, taken), ...choices)
  }
  fc.assert(
    fc.property(worth, (rows) => {
      const chosen = bestAssignment(rows)
      const columns = chosen.filter((column) => column !== null)
      expect(new Set(columns).size).toBe(columns.length)
      const sum = chosen.reduce<number>((total, column, row) => total + (column === null ? 0 : rows[row]![column]!), 0)
      expect(sum).toBe(bestByTrying(rows))
    }),
  )
})
