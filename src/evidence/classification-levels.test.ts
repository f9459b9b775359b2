import { describe, expect, test } from 'vitest'
import { isTotal, overlap, takesIn, withoutOverlap } from './classification-levels.ts'

test.each(['SE', 'TOTAL', '00', 'A-U+US', 'EU27_2020'])('«%s» is a sum of all', (code) => expect(isTotal(code)).toBe(true))
test.each(['01', 'A', 'B-E', '0110', 'SE11', '0310'])('«%s» is not', (code) => expect(isTotal(code)).toBe(false))

describe('what takes in what', () => {
  test.each<[string | null, string, string, boolean]>([
    ['ssyk-2012', '621', '6210', true],
    ['ssyk-2012', '6210', '621', false],
    ['ssyk-2012', '11', '1', false],
    ['nace-groups', 'B-E', 'C', true],
    ['nace-groups', 'C', 'B-E', false],
    ['nace-groups', 'G-J', 'G-I', true],
    ['nace-groups', 'K-N', 'M_N', true],
    ['nace-groups', 'TOTAL', 'A', true],
    ['nuts-2', 'SE1', 'SE11', true],
    ['swedish-counties', '1', '12', false],
    [null, '2014', '2014', true],
  ])('in %s, %s takes in %s: %s', (classification, outer, inner, expected) => {
    expect(takesIn(classification, outer, inner)).toBe(expected)
  })
  test('groups that share a section overlap, though neither takes in the other', () => {
    expect(overlap('nace-groups', 'G-I', 'I-J')).toBe(true)
    expect(overlap('nace-groups', 'A', 'B-E')).toBe(false)
    expect(overlap('swedish-counties', '01', '12')).toBe(false)
  })
})

test('what may be added up has no sum with its parts, and no code twice', () => {
  const groups = ['TOTAL', 'A', 'B-E', 'C', 'F', 'G-I', 'G-J', 'J', 'K', 'K-N', 'L', 'M_N', 'O-Q', 'O-U', 'R-U']
  expect(withoutOverlap('nace-groups', groups)).toEqual(['A', 'C', 'F', 'G-I', 'J', 'K', 'L', 'M_N', 'O-Q', 'R-U'])
  expect(withoutOverlap('ssyk-2012', ['6', '62', '6210', '6221', '8111'])).toEqual(['6210', '6221', '8111'])
  expect(withoutOverlap('sex', ['men', 'women', 'TOTAL'])).toEqual(['men', 'women'])
  expect(withoutOverlap('ssyk-2012', ['01', '10', '011', '10'])).toEqual(['10', '011'])
  expect(withoutOverlap(null, ['1', '12', '1'])).toEqual(['1', '12'])
})
