import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'

test('the fingerprint is SHA-256 of the folded words', () => {
  const byHand = createHash('sha256').update('från ord till handling 2018').digest('hex')
  expect(fingerprintOf('- Från ord, till "handling" – 2018.')).toBe(byHand)
})

test('punctuation, case, spacing and composition do not matter', () => {
  const first = fingerprintOf('Möten – många möten!')
  expect(fingerprintOf('möten,  MÅNGA\tmöten')).toBe(first)
  expect(fingerprintOf('Möten – många möten!'.normalize('NFD'))).toBe(first)
})

test('words and their order do matter', () => {
  expect(fingerprintOf('region och stat')).not.toBe(fingerprintOf('stat och region'))
  expect(fingerprintOf('regioner')).not.toBe(fingerprintOf('region er'))
})
