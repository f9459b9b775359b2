import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cellOf,
  checkSameLabels,
  isSparse,
  ranked,
  type SparseTable,
  sparseTableFrom,
  tableFrom,
  toDense,
  toSparse,
  valueOf,
} from './table.ts'

const regions = ['North', 'South']
const activities = ['Farms', 'Mills', 'Ships']

describe('a table of rows', () => {
  const table = tableFrom({
    regions,
    activities,
    values: [
      [1, 0, null],
      [4, 5, 6],
    ],
    unit: 'count',
  })

  test('is kept row by row, and what is not known is NaN', () => {
    expect([...table.values]).toEqual([1, 0, NaN, 4, 5, 6])
    expect(table.unit).toBe('count')
  })

  test('gives a cell by its labels', () => {
    expect(cellOf(table, 'South', 'Mills')).toBe(5)
    expect(cellOf(table, 'North', 'Ships')).toBe(NaN)
    expect(() => cellOf(table, 'East', 'Mills')).toThrow('There is no region «East» in the table.')
    expect(() => cellOf(table, 'South', 'Mines')).toThrow('There is no activity «Mines» in the table.')
  })

  test('takes all cells in one array too, and says nothing of a unit it was not given', () => {
    expect(tableFrom({ regions, activities, values: Float64Array.of(1, 0, NaN, 4, 5, 6) })).toEqual({
      regions,
      activities,
      values: table.values,
    })
  })

  test('may be empty', () => {
    expect(tableFrom({ regions: [], activities: [], values: [] }).values).toHaveLength(0)
  })
})

describe('what is no table is refused in words that say where', () => {
  test.each([
    [
      'a row too short',
      {
        regions,
        activities,
        values: [
          [1, 2, 3],
          [4, 5],
        ],
      },
      'Region «South» has 2 numbers, but there are 3 activities.',
    ],
    ['a row too few', { regions, activities, values: [[1, 2, 3]] }, 'There are 1 rows of numbers for 2 regions.'],
    [
      'too few cells',
      { regions, activities, values: new Float64Array(5) },
      'The table has 5 cells, but 2 regions × 3 activities need 6.',
    ],
    [
      'a negative number',
      {
        regions,
        activities,
        values: [
          [1, 2, 3],
          [4, -5, 6],
        ],
      },
      'The cell of region «South», activity «Mills» is -5.',
    ],
    [
      'an infinite number',
      {
        regions,
        activities,
        values: [
          [1, 2, Infinity],
          [4, 5, 6],
        ],
      },
      'The cell of region «North», activity «Ships» is Infinity.',
    ],
    ['a name twice', { regions: ['North', 'North'], activities, values: [] }, 'The region «North» stands twice.'],
    ['no name', { regions, activities: ['Farms', '', 'Ships'], values: [] }, 'The activity at place 2 has no name.'],
  ])('%s', (_, input, message) => {
    expect(() => tableFrom(input)).toThrow(new RegExp(`^${message.replaceAll('.', '\\.')}`))
  })
})

describe('a sparse table', () => {
  const sparse: SparseTable = {
    regions,
    activities,
    rowStarts: Uint32Array.of(0, 2, 3),
    columns: Uint32Array.of(0, 2, 1),
    values: Float64Array.of(1, NaN, 5),
  }

  test('keeps what is not zero; a cell it does not keep is zero, one it keeps as NaN is missing', () => {
    expect(isSparse(sparseTableFrom(sparse))).toBe(true)
    expect([...toDense(sparse).values]).toEqual([1, 0, NaN, 0, 5, 0])
    expect(toSparse(toDense(sparse))).toEqual(sparse)
  })

  test('and a table written out are each other, unit and all', () => {
    const cell = fc.constantFrom(0, 0, 1, 2.5, NaN)
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), fc.array(cell, { minLength: 16, maxLength: 16 }), (rows, columns, cells) => {
        const names = (sign: string, count: number) => Array.from({ length: count }, (_, at) => `${sign}${at}`)
        const values = Float64Array.from(cells.slice(0, rows * columns))
        const table = tableFrom({ regions: names('R', rows), activities: names('A', columns), values, unit: 'money' })
        const back = toSparse(table)
        expect(toDense(sparseTableFrom(back))).toEqual(table)
        expect(back.values.includes(0)).toBe(false)
      }),
    )
  })

  test('is itself when it is sparse already, and so is a dense one', () => {
    expect(toSparse(sparse)).toBe(sparse)
    const dense = toDense(sparse)
    expect(toDense(dense)).toBe(dense)
  })

  test.each([
    ['too few starts', { ...sparse, rowStarts: Uint32Array.of(0, 3) }, 'rowStarts has 2 numbers; 2 regions need 3.'],
    [
      'starts that end elsewhere',
      { ...sparse, rowStarts: Uint32Array.of(0, 2, 2) },
      'rowStarts must begin at 0 and end at the number of cells',
    ],
    [
      'cells out of order',
      { ...sparse, columns: Uint32Array.of(2, 0, 1) },
      'The cells of region «North» must be in ascending order',
    ],
    [
      'an activity there is not',
      { ...sparse, columns: Uint32Array.of(0, 2, 3) },
      'The cells of region «South» must be in ascending order and within',
    ],
    ['a negative number', { ...sparse, values: Float64Array.of(1, 2, -5) }, 'The cell of region «South», activity «Mills» is -5'],
  ])('%s is refused', (_, input, message) => {
    expect(() => sparseTableFrom(input)).toThrow(message)
  })
})

describe('a series', () => {
  const series = { labels: ['a', 'b', 'c', 'd'], values: Float64Array.of(1, NaN, 3, 1) }

  test('gives the number of a label', () => {
    expect(valueOf(series, 'c')).toBe(3)
    expect(() => valueOf(series, 'e')).toThrow('There is no label «e» in the table.')
  })

  test('is ranked from the highest; ties keep their order, what is missing comes last', () => {
    expect(ranked(series).map(({ label }) => label)).toEqual(['c', 'a', 'd', 'b'])
  })
})

test('labels that differ are named with their place', () => {
  expect(() => checkSameLabels('regions', ['a', 'b'], ['a', 'c'])).toThrow('The regions differ at place 2: «b» and «c».')
  expect(() => checkSameLabels('regions', ['a'], ['a', 'c'])).toThrow('The regions differ: 1 in one and 2 in the other.')
  expect(() => checkSameLabels('regions', ['a', 'b'], ['a', 'b'])).not.toThrow()
})
