import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows, findSeparator } from './csv-rows.ts'
import { readCsv } from './read-csv.ts'
import { tableFromRecords } from '../measures/records.ts'
import { occupationsByCounty } from '../testing/example-table.ts'

const cells = (text: string, separator: ',' | ';' | '\t' = ',') => [...csvRows(text, separator)].map((row) => row.cells)
const values = (text: string, options = {}) => readCsv(text, options).records.map(({ value }) => value)

describe('CSV as RFC 4180 has it', () => {
  test('lines end in CRLF or LF, the last with or without', () => {
    expect(cells('a,b\r\n1,2\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(cells('a,b\n1,2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(cells('a,\n,')).toEqual([
      ['a', ''],
      ['', ''],
    ])
  })

  test('quotes hold separators, quotes and line breaks; spaces are kept', () => {
    expect(cells('"a,b","say ""yes""","two\r\nlines" , x'.replace('" ,', '",'))).toEqual([
      ['a,b', 'say "yes"', 'two\r\nlines', ' x'],
    ])
  })

  test('a byte order mark is no part of the first cell', () => {
    expect(cells('\uFEFFa,b')).toEqual([['a', 'b']])
    expect(cells('\uFEFF"a",b')).toEqual([['a', 'b']])
  })

  test('lines are counted with those within quotes', () => {
    expect([...csvRows('a,b\n"1\n2\n3",4\n5,6\n', ',')].map(({ line }) => line)).toEqual([1, 2, 5])
  })

  test.each([
    ['a,b\n1,"2\n3,4', 'Line 2, column 2: a quote is opened and never closed.'],
    ['a,b\n1,2"3\n', 'Line 2, column 2: a quote stands inside a cell that does not begin with one.'],
    ['a,b\n"1"2,3\n', 'Line 2, column 1: after the closing quote comes «2», not a comma or a line end.'],
    ['a,b\r1,2\r', 'Line 1, column 2: a carriage return ends no line.'],
  ])('%j is refused', (text, message) => {
    expect(() => cells(text)).toThrow(message)
  })

  test('whatever is written by the rules is read back', () => {
    const written = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const anyText = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '"', ',', ';', '\n', '\r\n') })
    fc.assert(
      fc.property(
        fc.array(fc.array(anyText, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          expect(cells(rows.map((row) => row.map(written).join(',')).join(end) + end)).toEqual(rows)
        },
      ),
    )
  })
})

describe('the separator', () => {
  test('is found in the header, outside quotes', () => {
    expect(findSeparator('region,"a;b"\nx,1')).toBe(',')
    expect(findSeparator('region;a\nx;1')).toBe(';')
    expect(findSeparator('region\ta\nx\t1')).toBe('\t')
  })

  test('is the one that the next line has too, when names hold others', () => {
    expect(findSeparator('region;Farms, forests, fish;Mills, mines\nx;1,5;2')).toBe(';')
    expect(findSeparator('region,Hotels; restaurants,Mills\nx,1,2')).toBe(',')
  })

  test('there must be one', () => {
    expect(() => findSeparator('region\nx')).toThrow('Line 1: the header has only one column.')
  })
})

describe('a long file', () => {
  test('has columns that are recognised, in any order', () => {
    const { records, years, layout, notes } = readCsv('Year,value,REGION,industry\n2010,3,North,Farms\n2011,4,South,Mills\n')
    expect(records).toEqual([
      { region: 'North', activity: 'Farms', year: '2010', value: 3 },
      { region: 'South', activity: 'Mills', year: '2011', value: 4 },
    ])
    expect([years, layout, notes]).toEqual([['2010', '2011'], 'long', []])
  })

  test('or named; others are left unused, and that is said', () => {
    const columns = { region: 'where', activity: 'what', value: 'how many' }
    const { records, notes } = readCsv('where,what,plant,how many\nNorth,Farms,f,3\n', { columns })
    expect(records).toEqual([{ region: 'North', activity: 'Farms', value: 3 }])
    expect(notes).toEqual([{ code: 'ignored-column', message: 'These columns were not used: «plant».' }])
  })

  test.each([
    [
      'a column that is not there',
      'region,activity,value\nN,F,1',
      { columns: { value: 'count' } },
      'Line 1: there is no column «count». The columns are: «region», «activity», «value».',
    ],
    [
      'a column that is there twice',
      'region,activity,n,n\nN,F,1,2',
      { columns: { value: 'n' } },
      'Line 1, column 4: the column «n» comes twice.',
    ],
    [
      'a column that is not recognised',
      'where,activity,n\nN,F,1',
      { columns: { value: 'n' } },
      'Line 1: no column, or more than one, is recognised as the region.',
    ],
    ['an empty name', 'region,activity,value\nN,F,1\n,F,2', {}, 'Line 3, column 1 («region»): the name is empty.'],
  ])('%s is refused', (_, text, options, message) => {
    expect(() => readCsv(text, options)).toThrow(message)
  })
})

describe('a wide file', () => {
  test('has regions in its first column and an activity in every other', () => {
    const { records, layout } = readCsv('"";Farms, forests;Mills\nNorth;1,5;2\nSouth;;..\n')
    expect(layout).toBe('wide')
    expect(records).toEqual([
      { region: 'North', activity: 'Farms, forests', value: 1.5 },
      { region: 'North', activity: 'Mills', value: 2 },
      { region: 'South', activity: 'Farms, forests', value: null },
      { region: 'South', activity: 'Mills', value: null },
    ])
  })

  test('may have a column of years', () => {
    expect(readCsv('year,region,Farms\n2010,North,1\n2011,North,2\n').records).toEqual([
      { region: 'North', activity: 'Farms', year: '2010', value: 1 },
      { region: 'North', activity: 'Farms', year: '2011', value: 2 },
    ])
  })

  test('an activity twice or without a name is refused', () => {
    expect(() => readCsv('region,Farms,Farms\nN,1,2')).toThrow('Line 1, column 3: the activity «Farms» comes twice.')
    expect(() => readCsv('region,Farms,\nN,1,2')).toThrow('Line 1, column 3: the column has no name, but line 2 has «2» in it.')
  })

  test('a long file that was not recognised is told how to be', () => {
    expect(() => readCsv('geo,group,persons_thousand\nSE110,A,3\n')).toThrow(
      'Line 2, column 2 («group»): «A» is not a number. For a missing one leave the cell empty. If the file is long, name its columns',
    )
  })
})

test('columns of years are no activities', () => {
  expect(() => readCsv('geo\t2000 \t2001 \nSE\t1\t2\n')).toThrow(
    'Line 1: all columns but the first are years, and there is no column of activities.',
  )
})

test('what is named as a sum is kept, and said', () => {
  const { records, notes } = readCsv('region,Farms,TOTAL\nNorth,1,1\nRiket,1,1\n')
  expect(records).toHaveLength(4)
  expect(notes).toEqual([
    expect.objectContaining({ code: 'total-like-label', message: expect.stringContaining('«Riket», «TOTAL»') }),
  ])
})

describe('numbers', () => {
  test('a decimal comma with semicolon or tab, a point with any', () => {
    expect(values('r;A;B\nx;1,5;1e3')).toEqual([1.5, 1000])
    expect(values('r\tA\tB\nx\t1,5\t0,25')).toEqual([1.5, 0.25])
    expect(values('r;A\nx;1.5')).toEqual([1.5])
    expect(values('r,A\nx, 1.5 ')).toEqual([1.5])
    expect(values('r,A\nx,"1,5"', { decimal: ',' })).toEqual([1.5])
  })

  test('missing: empty, one to three points, a colon with or without flags, NA, NaN; or what one says', () => {
    expect(values('r;A;B;C;D;E;F;G;H\nx;;.;..;...;:;: c;NA;NaN')).toEqual([null, null, null, null, null, null, null, null])
    expect(values('r;A;B\nx;secret;1', { missing: ['secret'] })).toEqual([null, 1])
    expect(() => values('r;A;B\nx;..;1', { missing: ['secret'] })).toThrow('«..» is not a number.')
  })

  test('a dash is refused until it is said what it means', () => {
    expect(() => values('r,A\nx,-')).toThrow(
      'Line 2, column 2 («A»): «-» is zero at some statistical offices and missing at others.',
    )
    expect(values('r,A,B\nx,-,–', { zero: ['-', '–'] })).toEqual([0, 0])
    expect(values('r,A\nx,-', { missing: ['', '-'] })).toEqual([null])
  })

  test.each([
    ['r;A\nx;1 234', '«1 234» has thousands separators; write 1234 without them.'],
    ['r,A\nx,"1,5"', '«1,5» has a decimal comma, but here the decimal sign is a point.'],
    ['r;A;B\nx;1,5;1.5', 'Line 2, column 3 («B»): «1.5» has a decimal point, but here the decimal sign is a comma.'],
    ['r,A\nx,12 b', '«12 b» has a flag or a unit after the number; take it out.'],
    ['r,A\nx,-3', '«-3» is negative; counts and money must be zero or more.'],
    ['r,A\nx,1e999', '«1e999» is too large a number.'],
    ['r,A\nx,0x10', '«0x10» is not a number.'],
    ['r,A\nx,Infinity', '«Infinity» is not a number.'],
    ['r;A;B\nx;1.234;12.500', 'Every number with a point has just three digits after it, such as «1.234».'],
  ])('%j is refused', (text, message) => {
    expect(() => values(text)).toThrow(message)
  })

  test('three digits after a point are no matter where the point is sure', () => {
    expect(values('r;A;B\nx;1.234;12.5')).toEqual([1.234, 12.5])
    expect(values('r;A\nx;1.234', { decimal: '.' })).toEqual([1.234])
    expect(values('r,A\nx,1.234')).toEqual([1.234])
  })
})

describe('what is no table', () => {
  test.each([
    ['', 'The file is empty.'],
    [',\n1,2', 'Line 1: there is no header.'],
    ['r,A\n', 'There are no rows below the header.'],
    ['r,A\nx,1,2', 'Line 2: there are 3 cells, but the header has 2 (separated by a comma).'],
  ])('%j is refused', (text, message) => {
    expect(() => readCsv(text)).toThrow(message)
  })

  test('too much is refused before it is read, and before a table is made of it', () => {
    expect(() => readCsv('r,A,B\nx,1,2\ny,3,4\n', { mostCells: 3 })).toThrow('The file has up to 4 cells; at most 3 are read.')
    const diagonal = 'region,activity,value\n' + Array.from({ length: 3 }, (_, at) => `R${at},A${at},1\n`).join('')
    expect(() => readCsv(diagonal, { mostCells: 8 })).toThrow(
      'The table would have 3 regions × 3 activities × 1 years = 9 cells; at most 8 are made.',
    )
    expect(readCsv(diagonal, { mostCells: 9 }).records).toHaveLength(3)
  })
})

test('the example file gives the example table, with its empty cells missing', () => {
  const text = readFileSync(new URL('../../examples/occupations-by-county-2017.csv', import.meta.url), 'utf8')
  const table = tableFromRecords(readCsv(text).records)
  const zeros = { ...table, values: table.values.map((value) => value || 0) }
  const { regions, activities, values } = occupationsByCounty(2017)
  expect(zeros).toMatchObject({ regions, activities, values })
})
