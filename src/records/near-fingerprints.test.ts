import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'
import { findOneWord, nearFingerprintsOf } from './near-fingerprints.ts'

const turning = new Set(['inte', 'ingen', 'mindre'])
const known = (sentence: string) => ({ fingerprint: fingerprintOf(sentence), nearFingerprints: nearFingerprintsOf(sentence) })
const oneWord = (asked: string, of: string) => findOneWord(asked, known(of), turning)

test('a sentence without each of its words, worked by hand', () => {
  const short = (sentence: string) => fingerprintOf(sentence).slice(0, 16)
  expect(nearFingerprintsOf('Mer stöd till regioner')).toEqual(
    ['stöd till regioner', 'mer till regioner', 'mer stöd regioner', 'mer stöd till'].map(short).toSorted(),
  )
  expect(nearFingerprintsOf('Stöd till regioner')).toEqual([])
})

test.each([
  ['Mer stöd till alla regioner', 'Mer stöd till regioner', { more: 'alla' }],
  ['– MER stöd, till regioner nu!', 'Mer stöd till regioner', { more: 'nu' }],
  ['Mer stöd till regioner', 'Mer stöd till alla regioner', { less: true }],
  ['Stöd till regioner', 'Mer stöd till regioner', { less: true }],
  ['Mer stöd till regioner', 'Mer stöd till regioner', null],
  ['Mer stöd till stora regioner', 'Mer stöd till små regioner', null],
  ['Mer stöd inte till regioner', 'Mer stöd till regioner', null],
  ['Mer stöd till regioner', 'Mer stöd inte till regioner', null],
  ['Stöd till regioner', 'Mindre stöd till regioner', null],
  ['Mer stöd till alla våra regioner', 'Mer stöd till regioner', null],
  ['Stöd till', 'Stöd till regioner', null],
  ['Stöd till regioner', 'Stöd till', null],
  ['', 'Mer stöd till regioner', null],
])('«%s» against «%s»', (asked, of, expected) => {
  expect(oneWord(asked, of)).toEqual(expected)
})

test('a statement whose sentence is not known is like none', () => {
  expect(findOneWord('Mer stöd till regioner', { fingerprint: null }, turning)).toBeNull()
  expect(findOneWord('Stöd till regioner', { fingerprint: fingerprintOf('Mer stöd till regioner') }, turning)).toBeNull()
})

const word = fc.stringMatching(/^[a-zåäö]{2,8}$/).filter((one) => !turning.has(one))
const sentence = fc.array(word, { minLength: 4, maxLength: 14 })
const asWritten = fc.constantFrom(
  (words: readonly string[]) => words.join(' '),
  (words: readonly string[]) => `- ${words.join(', ').toUpperCase()}.`,
  (words: readonly string[]) => `${words.join('  ')} …`.normalize('NFD'),
)
test('whatever the sentence, one word more or less is known again however it is written; a word that turns it never is', () => {
  fc.assert(
    fc.property(sentence, word, fc.nat(), asWritten, (words, added, place, write) => {
      const at = place % (words.length + 1)
      const longer = words.toSpliced(at, 0, added)
      expect(oneWord(write(longer), words.join(' '))).toEqual({ more: expect.any(String) })
      expect(oneWord(write(words), longer.join(' '))).toEqual({ less: true })
      for (const turn of turning) {
        const turned = words.toSpliced(at, 0, turn)
        expect(oneWord(write(turned), words.join(' '))).toBeNull()
        expect(oneWord(write(words), turned.join(' '))).toBeNull()
      }
    }),
  )
})

test('sentences that differ by two words or more are never taken for one', () => {
  fc.assert(
    fc.property(sentence, sentence, (a, b) => {
      const isNear = [...a.keys()].some((at) => a.toSpliced(at, 1).join(' ') === b.join(' '))
      const isFar = [...b.keys()].some((at) => b.toSpliced(at, 1).join(' ') === a.join(' '))
      fc.pre(!isNear && !isFar)
      expect(oneWord(a.join(' '), b.join(' '))).toBeNull()
    }),
  )
})
