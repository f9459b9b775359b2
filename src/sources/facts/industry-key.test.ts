import { expect, test } from 'vitest'
import { getIndustryKey } from './industry-key.ts'
import { getShippedBeside } from './shipped-facts.ts'

test('the key from SNI 2025 has each code once, in order, and leads to codes of SNI 2007', () => {
  const key = getIndustryKey()
  const codes = key.map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)].toSorted())
  expect(key.filter(({ code, basis }) => !(basis === 'name' ? /^\d{5}$/ : /^\d{4}$/).test(code))).toEqual([])
  // A class with a row of its own has no codes with rows, since it is not told which of the two would count.
  const classes = new Set(key.filter(({ basis }) => basis === 'class').map(({ code }) => code))
  expect(codes.filter((code) => code.length === 5 && classes.has(code.slice(0, 4)))).toEqual([])
  const known = new Set(getShippedBeside().thesaurus!.industries.map(({ code }) => code))
  expect(key.flatMap(({ in2007 }) => in2007).filter((code) => !known.has(code))).toEqual([])
})
