import { expect, test } from 'vitest'
import { findSumByNumbers } from './sum-by-numbers.ts'

const tableOf = (ages: string[], rows: number[][]) => ({
  dimensions: [
    { id: 'region', label: 'region', codes: rows.map((_, at) => `r${at}`), labels: rows.map((_, at) => `r${at}`), role: null },
    { id: 'age', label: 'age', codes: ages, labels: ages, role: null },
  ],
  values: Float64Array.from(rows.flat()),
})
const ages = ['16-24', '25-74', '16-74']

test('a code whose numbers are the sums of all the others is their sum', () => {
  expect(
    findSumByNumbers(
      tableOf(ages, [
        [1, 2, 3],
        [4, 5, 9],
        [2, 2, 4],
        [0, 7, 7],
      ]),
      1,
    ),
  ).toBe(2)
  expect(
    findSumByNumbers(
      tableOf(
        ['all', 'a', 'b', 'c'],
        [
          [6, 1, 2, 3],
          [3, 1, 1, 1],
          [9, 2, 3, 4],
          [10, 1, 2, 7],
        ],
      ),
      1,
    ),
  ).toBe(0)
})

test('one number that does not fit, too few numbers, and missing ones prove nothing', () => {
  expect(
    findSumByNumbers(
      tableOf(ages, [
        [1, 2, 3],
        [4, 5, 9],
        [2, 2, 5],
        [0, 7, 7],
      ]),
      1,
    ),
  ).toBe(-1)
  expect(
    findSumByNumbers(
      tableOf(ages, [
        [1, 2, 3],
        [4, 5, 9],
      ]),
      1,
    ),
  ).toBe(-1)
  expect(
    findSumByNumbers(
      tableOf(ages, [
        [1, 2, 3],
        [4, 5, 9],
        [NaN, 2, 2],
        [0, 7, 7],
      ]),
      1,
    ),
  ).toBe(-1)
  expect(
    findSumByNumbers(
      tableOf(ages, [
        [1, 2, 3],
        [4, 5, 9],
        [NaN, 2, 99],
        [0, 7, 7],
        [1, 1, 2],
      ]),
      1,
    ),
  ).toBe(2)
  expect(
    findSumByNumbers(
      tableOf(
        ['a', 'b'],
        [
          [1, 1],
          [2, 2],
          [3, 3],
          [4, 4],
        ],
      ),
      1,
    ),
  ).toBe(-1)
})
