import { describe, expect, test } from 'vitest'
import { bytesInMemory } from '../cubes/file-bytes.ts'
import { readStatisticsFile } from '../cubes/read-statistics-file.ts'

const read = (content: string) => readStatisticsFile(bytesInMemory(Buffer.from(content)))

describe('SDMX-CSV', () => {
  test('with codes and names in one cell has both, and says which table it is', () => {
    const table = read(
      'DATAFLOW,geo: Geopolitical entity,TIME_PERIOD: Time,OBS_VALUE,OBS_FLAG\nESTAT:NAMA_10R_3EMPERS(1.0),SE110: Stockholms län,2020,5,\nESTAT:NAMA_10R_3EMPERS(1.0),SE311: Värmlands län,2020,,c\n',
    )
    expect(table).toMatchObject({ format: 'sdmx-csv', publisherTable: 'NAMA_10R_3EMPERS' })
    expect(table.dimensions.map(({ id, label, codes, labels, role }) => [id, label, codes, labels, role])).toEqual([
      ['geo', 'Geopolitical entity', ['SE110', 'SE311'], ['Stockholms län', 'Värmlands län'], null],
      ['TIME_PERIOD', 'Time', ['2020'], ['2020'], 'time'],
    ])
    expect(table.symbols.at(-1)).toEqual({ symbol: 'c', isMissing: true, meaning: null })
  })

  test('of 2.0 leaves out rows that delete, and attributes after the value are no dimensions', () => {
    const table = read(
      'STRUCTURE,STRUCTURE_ID,ACTION,geo,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS\ndataflow,X:Y(1.0),I,SE110,2020,5,3,\ndataflow,X:Y(1.0),D,SE121,2020,,,\n',
    )
    expect(table.dimensions.map(({ codes }) => codes)).toEqual([['SE110'], ['2020']])
    expect([...table.values]).toEqual([5])
  })
})

test('Eurostat’s TSV with combined flags, and a row with fewer codes than its head', () => {
  const table = read('unit,geo\\TIME_PERIOD\t2019 \t2020 \nTHS,SE110\t12.3 be\t: c\nTHS,SE121\t:\t0 \n')
  expect([...table.values]).toEqual([12.3, NaN, NaN, 0])
  expect([...table.statuses!].map((status) => table.symbols[status - 1]?.symbol ?? null)).toEqual(['be', ': c', ':', null])
  expect(() => read('unit,geo\\TIME_PERIOD\t2019 \nTHS\t12.3\n')).toThrow('Line 2 begins with 1 codes; the head has 2')
})
