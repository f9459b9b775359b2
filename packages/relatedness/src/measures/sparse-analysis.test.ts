import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTable } from '../testing/any-table.ts'
import { analyse } from './analysis.ts'
import { denseResult, resultAt, type SparseResult } from './sparse-result.ts'
import { type Table, tableFrom, toDense, toSparse } from './table.ts'

/** Rows of numbers, `.` for a missing cell. */
const tableOf = (...rows: string[]): Table =>
  tableFrom({
    regions: rows.map((_, r) => `R${r + 1}`),
    activities: [...rows[0]!].map((_, a) => `A${a + 1}`),
    values: rows.map((row) => [...row].map((cell) => (cell === '.' ? null : Number(cell)))),
  })

const closeTo = (one: ArrayLike<number>, other: ArrayLike<number>) => {
  expect(one.length).toBe(other.length)
  for (let at = 0; at < one.length; at++)
    if (Number.isNaN(other[at]!)) expect(one[at]).toBeNaN()
    else expect(one[at]).toBeCloseTo(other[at]!, 9)
}

test('a sparse table gives the same density, complexity and outlook as the table written out', () => {
  const formulas = fc.constantFrom('atlas' as const, 'truncated' as const, 'datawheel' as const)
  fc.assert(
    fc.property(anyTable({ missing: true }), fc.boolean(), formulas, (table, ownDiagonal, formula) => {
      const dense = analyse(table, { ownDiagonal, formula })
      const sparse = analyse(toSparse(table), { ownDiagonal, formula })
      closeTo(denseResult(sparse.density).values, dense.density.values)
      closeTo(sparse.complexity.pci.values, dense.complexity.pci.values)
      closeTo(sparse.outlook.index.values, dense.outlook.index.values)
      closeTo(denseResult(sparse.outlook.gain).values, dense.outlook.gain.values)
      expect([...sparse.diversity.values, ...sparse.ubiquity.values]).toEqual([
        ...dense.diversity.values,
        ...dense.ubiquity.values,
      ])
    }),
  )
})

test('what the region has nothing near to is kept once', () => {
  // Two pairs of regions that share activities only within the pair, and an activity that nobody has.
  const { density, outlook } = analyse(toSparse(tableOf('110000', '110000', '001110', '001110')))
  expect([...density.starts]).toEqual([0, 2, 4, 7, 10])
  expect([...density.elsewhere]).toEqual([0, 0, 0, 0, 0, NaN])
  expect([0, 1, 3, 5].map((activity) => resultAt(density, 0, activity))).toEqual([1, 1, 0, NaN])
  expect(resultAt(outlook.gain, 0, 3)).toBe(outlook.gain.elsewhere[3])
})

test('every cell of a result can be read, stored or not', () => {
  const result: SparseResult = {
    regions: ['N', 'S'],
    activities: ['a', 'b', 'c'],
    elsewhere: Float64Array.of(0, 5, NaN),
    starts: Uint32Array.of(0, 2, 2),
    columns: Uint32Array.of(0, 1),
    stored: Float64Array.of(1, 2),
  }
  expect([...denseResult(result).values]).toEqual([1, 2, NaN, 0, 5, NaN])
  expect([0, 1, 2].map((a) => resultAt(result, 0, a))).toEqual([1, 2, NaN])
  expect([0, 1, 2].map((a) => resultAt(result, 1, a))).toEqual([0, 5, NaN])
})

test('a peer needs every cell written out, and says how', () => {
  const table = tableOf('91', '19')
  expect(() => analyse(toSparse(table), { peer: 'datawheel' } as never)).toThrow(/analyse\(toDense\(table\), \{ peer \}\)/)
  expect(analyse(toDense(toSparse(table)), { peer: 'datawheel' }).density.values).toHaveLength(4)
})
