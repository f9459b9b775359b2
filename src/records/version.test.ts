import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './version.ts'

test('keys are in the order of their letters at every depth, whatever order they were written in', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 'x"' }], a: null, '10': 2, '9': 1, ä: true })).toBe(
    '{"10":2,"9":1,"a":null,"b":[{"c":"x\\"","d":1}],"ä":true}',
  )
})

test('a field that is not there is the same as none', () => {
  expect(canonicalJson({ a: undefined, b: { c: undefined } })).toBe('{"b":{}}')
})

test('it is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
