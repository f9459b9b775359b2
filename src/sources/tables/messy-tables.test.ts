import { describe, expect, test } from 'vitest'
import { bytesInMemory } from '../cubes/file-bytes.ts'
import { readStatisticsFile } from '../cubes/read-statistics-file.ts'
import { xlsx } from '../cubes/testing/write-tables.ts'

const read = (content: string | Uint8Array, options = {}) =>
  readStatisticsFile(bytesInMemory(typeof content === 'string' ? Buffer.from(content) : content), options)
const shape = (content: string | Uint8Array, options = {}) => {
  const { dimensions, values } = read(content, options)
  return { ids: dimensions.map(({ id }) => id), codes: dimensions.map(({ codes }) => codes), values: [...values] }
}

describe('tables as analysts have them', () => {
  test('SCB’s CSV with the measure and the year in the heads, and codes with names in one cell', () => {
    const text =
      '"region","kön","Folkmängd 2019","Folkmängd 2020"\n"01 Stockholms län","män",10,11\n"01 Stockholms län","kvinnor",12,13\n"03 Uppsala län","män",4,".."\n"03 Uppsala län","kvinnor",6,7\n'
    expect(shape(text)).toEqual({
      ids: ['region', 'kön', 'measure', 'year'],
      codes: [['01', '03'], ['män', 'kvinnor'], ['Folkmängd'], ['2019', '2020']],
      values: [10, 11, 12, 13, 4, NaN, 6, 7],
    })
    expect(read(text).dimensions[0]!.labels).toEqual(['Stockholms län', 'Uppsala län'])
  })

  test('SCB’s workbook: a title, two rows of heads, what is as above left out, notes and the source below', () => {
    const bytes = xlsx([
      ['Anställda efter region och år'],
      [''],
      ['', '', 'Anställda', '', 'Löner', ''],
      ['', '', 2019, 2020, 2019, 2020],
      ['01 Stockholms län', 'män', 1, 2, 3, 4],
      ['', 'kvinnor', 5, '..', 7, 8],
      ['03 Uppsala län', 'män', 9, 10, 11, 12],
      ['', 'kvinnor', 13, 14, 15, 16],
      [''],
      ['Uppgifterna är preliminära.'],
      ['Källa: SCB'],
    ])
    const table = read(bytes)
    expect(table).toMatchObject({
      title: 'Anställda efter region och år',
      source: 'Källa: SCB',
      notes: ['Uppgifterna är preliminära.', 'Källa: SCB'],
    })
    expect(table.dimensions.map(({ codes }) => codes)).toEqual([
      ['01', '03'],
      ['män', 'kvinnor'],
      ['Anställda', 'Löner'],
      ['2019', '2020'],
    ])
    expect([...table.values]).toEqual([1, 2, 3, 4, 5, NaN, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
  })

  test('codes and texts in two columns are one dimension', () => {
    const table = read('regionkod;region;år;antal\n01;Stockholms län;2020;5\n03;Uppsala län;2020;6\n')
    expect(table.dimensions.map(({ id, codes, labels }) => [id, codes, labels])).toEqual([
      ['region', ['01', '03'], ['Stockholms län', 'Uppsala län']],
      ['år', ['2020'], ['2020']],
    ])
  })

  test('regions by industries, with blanks between thousands and flags after numbers', () => {
    const { values, symbols, statuses, dimensions } = read('län;A;B-E;TOTAL\n01;1 234,5;2 p;3\n17;4;5*;:\n')
    expect([...values]).toEqual([1234.5, 2, 3, 4, 5, NaN])
    expect(dimensions[1]!.codes).toEqual(['A', 'B-E', 'TOTAL'])
    expect([...statuses!].map((status) => symbols[status - 1]?.symbol ?? null)).toEqual([null, 'p', null, null, '*', ':'])
  })

  test.each(['yrke (SSYK 2012)', 'Yrke', 'Näringsgren SNI 2007', 'sni 2007', 'Ålder, år', 'nuts2', 'regionkod', 'x_id'])(
    'a column «%s» has codes, though they are numbers',
    (name) => {
      const { dimensions, values } = read(
        `${name.includes(',') ? `"${name}"` : name};år;Antal yrkesverksamma\n2135;2020;5\n6210;2020;6\n`,
      )
      expect(dimensions.map(({ codes }) => codes)).toEqual([['2135', '6210'], ['2020']])
      expect([...values]).toEqual([5, 6])
    },
  )

  test.each(['Yrkesverksamma', 'Regionalprodukt', 'Åldrade', 'Antal'])('a column «%s» has numbers', (name) => {
    expect([...read(`Region;år;${name}\n01;2020;5\n03;2020;6\n`).values]).toEqual([5, 6])
  })

  test('flags in a column of their own, and numbers in a workbook whatever their style', () => {
    expect([
      ...read(
        xlsx([
          ['region', 'år', 'värde', 'flagga'],
          ['01', 2020, 0.1, 'p'],
          ['03', 2020, 1e-7, ''],
        ]),
      ).values,
    ]).toEqual([0.1, 1e-7])
    const { symbols } = read('region,year,value,flag\n01,2020,5,p\n03,2020,,c\n')
    expect(symbols.filter(({ symbol }) => symbol !== '∅')).toEqual([
      { symbol: 'p', isMissing: false, meaning: null },
      { symbol: 'c', isMissing: true, meaning: null },
    ])
  })

  test('where a comma can be either sign, the file is not guessed at', () => {
    const text = 'region,year,value\n01,2020,"1,234"\n03,2020,"5,678"\n'
    expect(() => read(text)).toThrow('--decimal')
    expect([...read(text, { decimal: ',' }).values]).toEqual([1.234, 5.678])
    expect([...read('region,year,value\n01,2020,"1,234"\n03,2020,"1,234,567"\n').values]).toEqual([1234, 1234567])
  })
})

test.each([
  [
    'region;år;antal\n01;2020;abc\n03;2020;5\n03;2021;5\n17;2020;1\n18;2020;1\n19;2020;1\n20;2020;1\n21;2020;1\n22;2020;1\n23;2020;1\n24;2020;1\n',
    'Line 2, column 3: «abc» is no number',
  ],
  ['region;år;antal\n01;2020;5\n01;2020;6\n', 'Line 3: «01», «2020» is on a line above already'],
  [
    'region;år;antal\n01;2020;=1+1\n03;2020;1\n17;2020;1\n18;2020;1\n19;2020;1\n20;2020;1\n21;2020;1\n22;2020;1\n23;2020;1\n24;2020;1\n',
    'Line 2, column 3 is a formula',
  ],
  ['region;år;antal\n;2020;5\n', 'Line 2: the column «region» is empty'],
  ['01;2020;5\n03;2020;6\n', 'Line 1 should be the table’s heads but has the number «01»'],
  ['region;år;antal\n01;2020;5\nen anmärkning;;\n03;2020;6\n', 'line 3 looks like a note'],
  ['region;namn\nStockholm;Anna\n', 'No column has numbers'],
  ['bara text', 'no table'],
  ['region;år;antal\n"01;2020;5\n', 'a quote opens and is not closed'],
])('%j is refused with its place', (text, words) => {
  expect(() => read(text)).toThrow(words)
})
