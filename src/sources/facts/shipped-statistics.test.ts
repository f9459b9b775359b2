import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { numberAt } from '../../evidence/cube-cells.ts'
import { takesIn } from '../../evidence/classification-levels.ts'
import { cellCount, dimensionOf } from '../../records/cube.ts'
import { sliceCells } from '../../evidence/cube-cells.ts'
import { getShippedBeside } from './shipped-facts.ts'
import { shippedTables } from './shipped-statistics.ts'
import { cubeOfTable, readCodeNames } from './statistics-cube.ts'

const tables = shippedTables()
const cubeOf = (id: string) => tables.find(({ row }) => row.id === id)!.cube()
const only = async (id: string, slice: Record<string, string[]>) => [...sliceCells(await cubeOf(id), slice)].map(({ value }) => value)

describe('the tables that ship', () => {
  test.each(tables.map((table) => [table.row.id, table] as const))('%s: the file is the one that is described', async (_id, table) => {
    const text = readFileSync(new URL(`../../../facts/statistics/${table.row.file}`, import.meta.url))
    expect(createHash('sha256').update(text).digest('hex')).toBe(table.row.sha256)
    const cube = await table.cube()
    expect(cube.values.length).toBe(cellCount(cube))
    expect(cube.dimensions.every(({ labels }) => labels.every(({ sv, en }) => sv !== '' && en !== ''))).toBe(true)
  })

  test('have the publishers’ numbers, as their own files say', async () => {
    expect(await only('occupations-by-county', { occupation: ['0110'], region: ['01'], year: ['2014'] })).toEqual([195, 14])
    expect(await only('employed-by-branch', { branch: ['B-E'], region: ['01'], year: ['2008'] })).toEqual([95])
    expect(await only('gdp-by-county', { measure: ['MIO_NAC'], region: ['01'], year: ['2000'] })).toEqual([697_557.68])
    expect(await only('education-by-county', { education: ['1'], region: ['01'], year: ['1985'] })).toEqual([87_668, 105_355])
    expect(await only('university-research-by-county', { region: ['25'] })).toEqual([439, 519, 448])
  })

  test('have what is suppressed as missing, never as 0, and a true 0 as 0', async () => {
    expect(await only('enterprise-research-by-county', { region: ['09'] })).toEqual([108, 9, null, 6, 6, null])
    expect(await only('persons-employed-by-division', { division: ['07'], region: ['SE'] })).toEqual([null])
    expect(await only('persons-employed-by-division', { division: ['05'], region: ['SE'] })).toEqual([0])
    const cube = await cubeOf('persons-employed-by-division')
    expect([...cube.values.keys()].filter((cell) => Number.isNaN(numberAt(cube, cell)))).not.toHaveLength(0)
  })

  test('together are small', () => {
    const bytes = tables.map(({ row }) => readFileSync(new URL(`../../../facts/statistics/${row.file}`, import.meta.url)).length)
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(1_100_000)
  })

  test('with a cell that is no number, or a code without a name, are refused with the line', () => {
    const { row } = tables.find((one) => one.row.id === 'university-research-by-county')!
    const names = readCodeNames('classification\tcode\tlabel_sv\tlabel_en\nswedish-counties\t01\tStockholms län\tStockholm county\n')
    expect(() => cubeOfTable(row, 'region\t2013\n01\tmany\n', names)).toThrow('line 2 has «many»')
    expect(() => cubeOfTable(row, 'region\t2013\t2015\n01\t\t1\n', names)).toThrow('line 2 has «»')
    expect(() => cubeOfTable(row, 'region\t2013\n02\t1\n', names)).toThrow('no name in swedish-counties for 02')
    expect(() => cubeOfTable(row, 'region\t2013\n01\t1\t2\n', names)).toThrow('line 2 has 3 cells')
  })
})

describe('the key from subjects to occupations', () => {
  const { subjects } = getShippedBeside().activityKey!

  test('has codes that the main table has, none twice and none within another', async () => {
    const known = dimensionOf(await cubeOf('occupations-by-county'), 'activity')!.codes
    for (const { subjectId, occupations } of subjects) {
      for (const code of occupations) expect(known.some((one) => one.startsWith(code)), `${subjectId}: ${code}`).toBe(true)
      const within = occupations.filter((code, at) => occupations.some((other, place) => at !== place && takesIn('ssyk-2012', other, code)))
      expect(within, subjectId).toEqual([])
    }
  })

  test('has branches that the table of branches has', async () => {
    const known = dimensionOf(await cubeOf('employed-by-branch'), 'activity')!.codes
    expect(subjects.flatMap(({ branches }) => branches).filter((code) => !known.includes(code))).toEqual([])
  })

  test.each([
    ['massa-och-papper', ['8143', '8171', '8172']],
    ['skogsbruk', ['2135', '6210', '8341']],
    ['satelliter-och-rymdfarkoster', []],
  ])('measures %s by %j', (subject, expected) => {
    expect(subjects.find(({ subjectId }) => subjectId === subject)!.occupations).toEqual(expected)
  })

  test.each(['innovation-och-foretagande', 'test-och-demonstration', 'ai-och-automation', 'miljo-och-klimat'])(
    'does not measure %s, which is no field of occupations',
    (subject) => expect(subjects.some(({ subjectId }) => subjectId === subject)).toBe(false),
  )
})
