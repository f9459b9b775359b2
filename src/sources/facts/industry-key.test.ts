import { expect, test } from 'vitest'
import { getIndustryKey } from './industry-key.ts'
import { getShippedBeside } from './shipped-facts.ts'

test('the key from SNI 2025 has each code once, in order, and leads to codes of SNI 2007', () => {
  const key = getIndustryKey()
  const codes = key.map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)].toSorted())
  expect(codes.every((code) => /^\d{5}$/.test(code))).toBe(true)
  const known = new Set(getShippedBeside().thesaurus!.industries.map(({ code }) => code))
  expect(key.flatMap(({ in2007 }) => in2007).filter((code) => !known.has(code))).toEqual([])
})
