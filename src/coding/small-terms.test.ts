import { describe, expect, test } from 'vitest'
import type { Language } from '../records/language.ts'
import { findTerms } from './find-terms.ts'
import { smallConcept, smallTheme, smallThesaurus } from './testing/small-thesaurus.ts'

const thesaurus = smallThesaurus(
  [
    smallTheme('spel', { sv: 'spel|!billig|smarta nät|ljud', en: 'games|!wild games|smart grids' }),
    smallTheme('fabrik', { sv: '?förening|svetsning|spelindustri', en: '?industry|software' }),
    smallTheme('musik', { sv: '=musik|konst|art|!billig', en: 'music' }),
    smallTheme('skola', { sv: 'skola|miljö|teknik|e-skola', en: 'art' }),
    smallTheme('bil', { sv: 'bil' }),
    smallTheme('e-bil', { sv: 'e-bil' }),
  ],
  [
    smallConcept('dataspel', ['spel'], { sv: 'ljud', en: 'games|!loud games' }),
    smallConcept('elbil', ['bil'], { sv: '!billig|bil' }),
  ],
)

/** The matches in a text: how, of which subject, and in which words. */
const found = (text: string, lang: Language = 'sv') =>
  findTerms(thesaurus, text, lang).map(({ kind, themeId, conceptId, written }) => `${kind} ${conceptId ?? themeId} «${written}»`)

describe('an English word for a branch', () => {
  const games = ['word spel «games»', 'word dataspel «games»']
  const industry = 'word fabrik «industry»'
  test.each<[string, string[]]>([
    ['industry', [industry]],
    ['games industry', games],
    ['games, industry', [...games, industry]],
    ['games of industry', [...games, industry]],
    ['industry games', [industry, ...games]],
    ['games music', [...games, 'word musik «music»']],
    ['smart grids industry', ['phrase spel «smart grids»']],
    ['smart grids music', ['phrase spel «smart grids»', 'word musik «music»']],
    ['wild games industry', [industry]],
  ])('is silent right after another subject, and only there: «%s»', (text, expected) => {
    expect(found(text, 'en')).toEqual(expected)
  })
  test('is not so in Swedish, which writes compounds as one word', () => {
    expect(found('spel förening')).toEqual(['word spel «spel»', 'word fabrik «förening»'])
  })
})

describe('what only looks like a term', () => {
  test('of a theme silences its concepts as well; of a concept, only the concept', () => {
    expect(found('wild games', 'en')).toEqual([])
    expect(found('loud games', 'en')).toEqual(['word spel «games»'])
  })
  test('of several subjects silences each of them, and not the theme above a concept', () => {
    expect(found('billig')).toEqual(['word bil «billig»'])
  })
})

test('a word is looked up first in the language of the text', () => {
  expect(found('art', 'sv')).toEqual(['word musik «art»'])
  expect(found('art', 'en')).toEqual(['word skola «art»'])
})

describe('a word with a hyphen', () => {
  test('that is a term speaks as a whole; the parts of another speak by themselves', () => {
    expect(found('e-bil')).toEqual(['word e-bil «e-bil»'])
    expect(found('x-bil')).toEqual(['word bil «x-bil»', 'word elbil «x-bil»'])
  })
  test('left hanging is not read as the same word without it, nor the other way round', () => {
    expect(found('Spel- och skolindustri')).toContain('word fabrik «Spel»')
    expect(found('Spel')).toEqual(['word spel «Spel»'])
    expect(found('Spel- och skolindustri')).toContain('word fabrik «Spel»')
  })
})

test('a verb is read as its noun', () => {
  expect(found('svetsar')).toEqual(['verb fabrik «svetsar»'])
})

test('a misspelt word is looked for in both languages', () => {
  expect(found('softwere')).toEqual(['spelling fabrik «softwere»'])
})

describe('compounds', () => {
  test.each<[string, string[]]>([
    ['spelkonst', ['compound spel «spelkonst»', 'compound musik «spelkonst»']],
    // A general part speaks only where it is a word by itself.
    ['spelteknik', ['compound spel «spelteknik»']],
    ['teknik', ['word skola «teknik»']],
    // A setting at the end only says where; in the first or a middle part it is a subject.
    ['spelmiljö', ['compound spel «spelmiljö»']],
    ['miljöspel', ['compound skola «miljöspel»', 'compound spel «miljöspel»']],
    ['spelmiljökonst', ['modifier spel «spelmiljökonst»', 'compound skola «spelmiljökonst»', 'compound musik «spelmiljökonst»']],
    ['naturmiljö', ['compound skola «naturmiljö»']],
    // Some terms count only as separate words, others not after another subject.
    ['spelmusik', ['compound spel «spelmusik»']],
    ['spelförening', ['compound spel «spelförening»']],
    ['föreningsspel', ['compound fabrik «föreningsspel»', 'compound spel «föreningsspel»']],
  ])('«%s» match by the parts that speak', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})
