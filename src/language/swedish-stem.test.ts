import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWholeWord } from './subject-words.ts'
import { guessLanguage } from './guess-language.ts'
import { stemOf } from './stems.ts'
import { swedishStem } from './swedish-stem.ts'

describe('Swedish forms that are one word', () => {
  test.each([
    ['the definite in -an and -n', 'gruva gruvan gruvans gruvor gruvorna'],
    ['the definite after ö', 'miljö miljön miljöns miljöer'],
    ['the neuter definite', 'material materialet materialets materialen'],
    ['the neuter definite after a vowel', 'batteri batteriet batterier'],
    ['an e that comes and goes', 'möbel möbeln möbler möblerna'],
    ['the same in neuter', 'livsmedel livsmedlet livsmedlen'],
    ['a word that only looks definite', 'vatten vattnet vattnets'],
    ['a vowel that changes', 'stad staden stadens städer städerna'],
    ['a loan word in -um', 'museum museet museer'],
    ['an adjective in all genders', 'hållbar hållbart hållbara'],
    ['an adjective in -iv', 'innovativ innovativt innovativa'],
    ['a noun in -ens that is no genitive', 'kompetens kompetensen kompetenser'],
  ])('%s: %s', (_rule, forms) => {
    expect(new Set(forms.split(' ').map(swedishStem)).size).toBe(1)
  })

  test.each([
    ['host', 'höst'],
    ['plan', 'plats'],
    ['kvalitet', 'kval'],
    ['raket', 'rak'],
    ['vulkan', 'vulk'],
    ['el', 'elev'],
    ['hav', 'havre'],
  ])('%s and %s stay apart', (one, other) => {
    expect(swedishStem(one)).not.toBe(swedishStem(other))
  })

  test('any word has a stem, the same each time, never empty', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (word) => {
        for (const lang of ['sv', 'en'] as const) {
          const stem = stemOf(word, lang)
          expect(stem.length).toBeGreaterThan(0)
          expect(stemOf(word, lang)).toBe(stem)
        }
      }),
    )
  })

  test('words that name what every object has are words like others', () => {
    expect(stemOf('constructor', 'sv')).toContain('constr')
    expect(stemOf('__proto__', 'en')).toBeTypeOf('string')
  })
})

describe('the language of a text', () => {
  test.each([
    ['Vi odlar musslor i havet', 'sv'],
    ['We grow mussels in the sea', 'en'],
    ['hälsa', 'sv'],
    ['based on wood', 'en'],
  ] as const)('%s', (text, lang) => {
    expect(guessLanguage(text, lang === 'sv' ? 'en' : 'sv')).toBe(lang)
  })
  test('a single word that both languages have does not decide: the given language is kept', () => {
    expect([guessLanguage('sport', 'en'), guessLanguage('sport', 'sv'), guessLanguage('', 'sv')]).toEqual(['en', 'sv', 'sv'])
  })
})

test('everyday words that look like subjects are known as such', () => {
  expect([isWholeWord('kommunikation'), isWholeWord('kommun')]).toEqual([true, false])
})
