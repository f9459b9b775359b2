import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExactTotals, quotientBounds, type QuotientParts, type Range } from './quotient-bounds.ts'

describe('by hand', () => {
  const known: QuotientParts = { cell: [2, 2], row: [2, 2], column: [4, 4], rest: [8, 8] }

  test('numbers known exactly leave one quotient: 2 of 4 there, 6 of 16 in all', () => {
    expect(quotientBounds(known)).toEqual([(2 * 16) / (4 * 6), (2 * 16) / (4 * 6)])
  })

  test('the rest of the row, the column and all else move it by their ends', () => {
    expect(quotientBounds({ ...known, row: [1, 3] })).toEqual([(2 * 17) / (5 * 6), (2 * 15) / (3 * 6)])
    expect(quotientBounds({ ...known, rest: [6, 10] })).toEqual([(2 * 14) / (4 * 6), (2 * 18) / (4 * 6)])
  })

  test('the cell moves it up to a top and down again', () => {
    // b = c = d = 1: the top is at 1 + √(1 + 3) = 3, where LQ = 3 · 6 / (4 · 4).
    expect(quotientBounds({ cell: [1, 10], row: [1, 1], column: [1, 1], rest: [1, 1] })).toEqual([1, 18 / 16])
  })

  test('exact totals leave only the cell open', () => {
    const parts: QuotientParts = { cell: [1, 3], row: [1, 3], column: [2, 6], rest: [6, 10] }
    expect(quotientBounds(parts, { total: 16, row: 4, column: 6 })).toEqual([(1 * 16) / (4 * 6), (3 * 16) / (4 * 6)])
  })

  test('totals that no numbers within the ranges have are no answer', () => {
    expect(quotientBounds({ ...known, row: [1, 3] }, { total: 40 })).toBeNull()
    expect(quotientBounds({ ...known, row: [1, 3] }, { total: 16, row: 9 })).toBeNull()
  })

  test('a part without a highest number is closed by the total', () => {
    const open: QuotientParts = { cell: [2, 2], row: [0, Infinity], column: [4, 4], rest: [8, Infinity] }
    expect(quotientBounds(open, { total: 16 })).toEqual([(2 * 16) / (4 * 6), (2 * 16) / (2 * 6)])
  })
})

const range = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 3 }))
  .map(([low, width]): Range => [low, low + width])
const anyParts = fc.record({ cell: range, row: range, column: range, rest: range })

/** Everything on a grid of quarters within the ranges that has the totals. */
function search({ cell, row, column, rest }: QuotientParts, exact: ExactTotals): Range {
  let [low, high] = [Infinity, -Infinity]
  const grid = ([from, to]: Range) => Array.from({ length: (to - from) * 4 + 1 }, (_, at) => from + at / 4)
  for (const x of grid(cell))
    for (const b of exact.row === undefined ? grid(row) : [exact.row - x])
      for (const c of exact.column === undefined ? grid(column) : [exact.column - x])
        for (const d of exact.total === undefined ? grid(rest) : [exact.total - x - b - c]) {
          const inside = [
            [b, row],
            [c, column],
            [d, rest],
          ] as const
          if (inside.some(([value, [from, to]]) => value < from || value > to)) continue
          const quotient = (x * (x + b + c + d)) / ((x + b) * (x + c))
          low = Math.min(low, quotient)
          high = Math.max(high, quotient)
        }
  return [low, high]
}

const kinds: readonly (readonly (keyof ExactTotals)[])[] = [
  [],
  ['total'],
  ['total', 'row'],
  ['total', 'column'],
  ['total', 'row', 'column'],
]

test.each(kinds.map((kind) => [kind.join(' and ') || 'no total', kind] as const))(
  'a search of every place finds the same, with %s exact',
  (_, kind) => {
    fc.assert(
      fc.property(
        anyParts,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (parts, shares) => {
          const [x, b, c, d] = [parts.cell, parts.row, parts.column, parts.rest].map(
            ([low, high], at) => low + Math.round((high - low) * 4 * shares[at]!) / 4,
          ) as [number, number, number, number]
          const all = { total: x + b + c + d, row: x + b, column: x + c }
          const exact: ExactTotals = Object.fromEntries(kind.map((name) => [name, all[name]]))
          const found = search(parts, exact)
          const [low, high] = quotientBounds(parts, exact)!
          // The grid misses at most what lies between its places.
          expect(low).toBeLessThanOrEqual(found[0] + 1e-12)
          expect(high).toBeGreaterThanOrEqual(found[1] - 1e-12)
          expect(low).toBeGreaterThan(found[0] * 0.99)
          expect(high).toBeLessThan(found[1] * 1.01)
        },
      ),
      { numRuns: 150 },
    )
  },
)
