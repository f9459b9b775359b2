import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { panelFromRecords, seriesFrom, tableFromRecords, toRecords } from './records.ts'
import { tableFrom } from './table.ts'

describe('a table from rows', () => {
  const rows = [
    { region: 'South', activity: 'Mills', value: 5 },
    { region: 'North', activity: 'Farms', value: 1 },
    { region: 'South', activity: 'Farms', value: null },
  ]

  test('labels stand in the order they first come', () => {
    const { regions, activities, values } = tableFromRecords(rows)
    expect([regions, activities]).toEqual([
      ['South', 'North'],
      ['Mills', 'Farms'],
    ])
    expect([...values]).toEqual([5, NaN, NaN, 1])
  })

  test('a pair without a row is unknown, unless it is said to be nothing; a row without a value is unknown always', () => {
    expect(tableFromRecords(rows).notes).toEqual([{ code: 'missing-cells', message: '2 of 4 cells are missing.', cells: 2 }])
    const { values, notes } = tableFromRecords(rows, { absent: 'zero' })
    expect([...values]).toEqual([5, NaN, 0, 1])
    expect(notes).toEqual([{ code: 'missing-cells', message: '1 of 4 cells are missing.', cells: 1 }])
  })

  test('a cell that comes twice is a mistake, unless its rows are parts to add', () => {
    const twice = [...rows, { region: 'South', activity: 'Mills', value: 2 }]
    expect(() => tableFromRecords(twice)).toThrow(
      'Region «South», activity «Mills» comes twice. Remove one, or ask for rows of the same cell to be added.',
    )
    expect(tableFromRecords(twice, { repeated: 'add' }).values[0]).toBe(7)
    expect(tableFromRecords([...twice, { region: 'South', activity: 'Mills', value: null }], { repeated: 'add' }).values[0]).toBe(
      NaN,
    )
  })

  test('carries the unit it is given', () => {
    expect(tableFromRecords(rows, { unit: 'money' }).unit).toBe('money')
    expect(tableFromRecords(rows).unit).toBeUndefined()
  })

  test('several years, no rows, and negative numbers are refused', () => {
    const years = rows.map((row, at) => ({ ...row, year: 2000 + at }))
    expect(() => tableFromRecords(years)).toThrow(
      'The rows carry 3 years (2000, 2001, 2002). Choose one, or use panelFromRecords.',
    )
    expect(() => tableFromRecords([])).toThrow('There are no rows to make a table of.')
    expect(() => tableFromRecords([{ region: 'South', activity: 'Mills', value: -1 }])).toThrow(
      'The cell of region «South», activity «Mills» is -1.',
    )
  })
})

describe('tables by year', () => {
  const rows = [
    { region: 'South', activity: 'Mills', year: 2010, value: 5 },
    { region: 'North', activity: 'Farms', year: '999', value: 1 },
  ]

  test('ascend as numbers, and share all labels', () => {
    const { years, tables, notes } = panelFromRecords(rows)
    expect(years).toEqual(['999', '2010'])
    expect(tables.map(({ regions, values }) => [regions, [...values]])).toEqual([
      [
        ['South', 'North'],
        [NaN, NaN, NaN, 1],
      ],
      [
        ['South', 'North'],
        [5, NaN, NaN, NaN],
      ],
    ])
    expect(notes.map(({ message }) => message)).toEqual(['3 of 4 cells are missing in 999.', '3 of 4 cells are missing in 2010.'])
  })

  test('a cell that comes twice in a year says so', () => {
    expect(() => panelFromRecords([rows[0]!, rows[0]!])).toThrow('Region «South», activity «Mills», year 2010 comes twice.')
  })
})

test('a table as rows and back is the same table, in any order of rows', () => {
  const cell = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: null })
  const anyRows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(anyRows, fc.boolean(), (values, turned) => {
      const table = tableFrom({ regions: values.map((_, r) => `R${r}`), activities: ['A', 'B', 'C'], values })
      const records = toRecords(table)
      const back = tableFromRecords(turned ? records.toReversed() : records)
      const order = (names: readonly string[]) => (turned ? names.toReversed() : names)
      expect(order(back.regions)).toEqual(table.regions)
      expect(turned ? back.values.toReversed() : back.values).toEqual(table.values)
    }),
  )
})

test('a series by name keeps the order of the labels; a label without a number is missing', () => {
  expect([...seriesFrom(['a', 'b', 'c'], { c: 3, a: 1 }).values]).toEqual([1, NaN, 3])
  expect([...seriesFrom(['a', 'b'], new Map([['b', 0]])).values]).toEqual([NaN, 0])
})
