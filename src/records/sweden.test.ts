import { expect, test } from 'vitest'
import { getShippedFacts } from '../sources/facts/shipped-facts.ts'
import { RegionCode } from './shared-fields.ts'
import { countyCodes, readCountyCode, regionWritings } from './sweden.ts'

test('the shipped regions have Sweden’s county codes', () => {
  expect(
    getShippedFacts()
      .regions.map(({ code }) => code)
      .toSorted(),
  ).toEqual([...countyCodes])
})

test.each<[text: string, code: string | null]>([
  ['17', '17'],
  ['9', '09'],
  ['09', '09'],
  [' 17 Värmlands län ', '17'],
  ['2', null],
  ['11', null],
  ['26', null],
  ['00', null],
  ['171', null],
  ['SE311', null],
  ['Värmland', null],
  ['', null],
  ['17 1', null],
])('«%s» is read as %s', (text, code) => {
  expect(readCountyCode(text)).toBe(code)
})

test('a region is written by each of its codes and names, each once', () => {
  const names = {
    name: 'Gotland',
    countyName: 'Gotlands län',
    regionName: 'Region Gotland',
    nameVariants: ['Gottland', 'Gotland'],
  }
  expect(regionWritings({ code: '09', slug: 'gotland', nuts3: 'SE214', iso3166: 'SE-I', ...names })).toEqual(
    '09 9 SE214 SE-I I gotland'.split(' ').concat(['Gotland', 'Gotlands län', 'Region Gotland', 'Gottland']),
  )
  expect(regionWritings({ code: 'DE21', slug: 'oberbayern', nuts3: '', iso3166: '', ...names })).not.toContain('')
})

test.each<[code: string, isCode: boolean]>([
  ['17', true],
  ['DE21', true],
  ['FRK2', true],
  ['SE332', true],
  ['ÅL', false],
  ['de21', false],
  ['1', false],
  ['UKM501', false],
  ['DE-21', false],
])('%s is a region code: %s', (code, isCode) => {
  expect(RegionCode.safeParse(code).success).toBe(isCode)
})
