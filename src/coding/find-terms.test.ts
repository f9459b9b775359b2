import { describe, expect, test } from 'vitest'
import type { Language } from '../records/language.ts'
import { findTerms } from './find-terms.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

/** The matches in a text: how, for which theme or concept, and in which words; `~` marks a weak term. */
const found = (text: string, lang: Language = 'sv') => [
  ...new Set(
    findTerms(shippedThesaurus, text, lang).map(
      ({ kind, themeId, conceptId, written, isWeak }) => `${kind} ${conceptId ?? themeId}${isWeak ? '~' : ''} «${written}»`,
    ),
  ),
]

describe('words', () => {
  test.each<[string, string[]]>([
    ['Vindkraft', ['word energi «Vindkraft»', 'word vindkraft «Vindkraft»']],
    ['Vi odlar', ['word livsmedel «odlar»', 'word tradgardsodling~ «odlar»']],
    ['Företag', []],
    ['Företagande', ['word innovation-och-foretagande «Företagande»', 'word smaforetag-och-foretagsamhet «Företagande»']],
    ['gas', ['word energi «gas»']],
    ['Kök', ['word livsmedel~ «Kök»', 'word restaurang-och-maltid~ «Kök»']],
    ['Billiga bilar', ['word transport-och-logistik «bilar»']],
  ])('«%s» in any form match their terms', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
  test('in the other language are used where the first has none', () => {
    expect(found('power', 'sv')).toEqual(['word energi «power»'])
    expect(found('Vindkraft', 'en')).toContain('word energi «Vindkraft»')
  })
  test('have their place in the text', () => {
    expect(findTerms(shippedThesaurus, 'Ny vindkraft', 'sv')[0]).toMatchObject({ term: 'vindkraft', start: 3, end: 12 })
    expect(findTerms(shippedThesaurus, 'Mer förnybar energi', 'sv')[0]).toMatchObject({
      term: 'förnybar energi',
      start: 4,
      end: 19,
    })
  })
})

describe('phrases', () => {
  test.each<[string, Language, string[]]>([
    ['Smarta elnät', 'sv', ['phrase energi «Smarta elnät»', 'phrase smarta-energisystem «Smarta elnät»']],
    ['Förnybar energi', 'sv', ['phrase energi «Förnybar energi»']],
    ['Vi bygger hus', 'sv', ['phrase byggentreprenad «bygger hus»']],
    ['food industry', 'en', ['phrase livsmedelsforadling «food industry»']],
    ['Forest industry', 'en', ['phrase massa-och-papper «Forest industry»']],
    ['Small modular reactor', 'en', ['phrase energi «Small modular reactor»', 'phrase karnkraft «Small modular reactor»']],
  ])('«%s» speak as a whole, and their words not by themselves', (text, lang, expected) => {
    expect(found(text, lang)).toEqual(expected)
  })
  test('need all their words, next to each other', () => {
    expect(found('Smarta nya elnät').some((one) => one.startsWith('phrase'))).toBe(false)
    expect(found('Förnybar').some((one) => one.startsWith('phrase'))).toBe(false)
    expect(found('energi förnybar').some((one) => one.startsWith('phrase'))).toBe(false)
  })
})

describe('what only looks like a term', () => {
  test.each([['Ström av idéer'], ['Växelström i tjänst'], ['Kraftfull'], ['Skolmiljö']])('«%s» matches no term', (text) => {
    expect(found(text)).toEqual([])
  })
  test('silences the theme that it looks like, not the others of its words', () => {
    expect(found('Lärande miljö').every((one) => one.includes('«Lärande»'))).toBe(true)
    expect(found('Attraktiv arbetsplats')).toEqual([
      'word besoksnaring «Attraktiv»',
      'word platsattraktivitet~ «Attraktiv»',
      'word arbetsliv-och-kompetens «arbetsplats»',
      'word framtidens-arbetsliv~ «arbetsplats»',
    ])
    expect(found('Kraftfull energi')).toEqual(['word energi «energi»'])
  })
})

describe('compounds', () => {
  test.each<[string, string[]]>([
    ['Naturmiljö', ['compound miljo-och-klimat «Naturmiljö»']],
    [
      'Skogsbruksmaskintillverkning',
      [
        'modifier skog-och-bioekonomi «Skogsbruksmaskintillverkning»',
        'modifier skogsbruk «Skogsbruksmaskintillverkning»',
        'compound tillverkning «Skogsbruksmaskintillverkning»',
        'compound maskinindustri «Skogsbruksmaskintillverkning»',
        'compound legotillverkning~ «Skogsbruksmaskintillverkning»',
      ],
    ],
    [
      'Träindustri',
      ['word skog-och-bioekonomi «Träindustri»', 'word tillverkning «Träindustri»', 'word sagverk-och-travaror «Träindustri»'],
    ],
  ])('«%s» match by their parts, unless the whole is a term; a part far from the end is a modifier', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
  test('whose end is left hanging are read with the end of the next', () => {
    const hanging = found('Skogs- och träindustri')
    expect(hanging).toContain('word massa-och-papper «Skogs»')
    expect(hanging).toContain('word sagverk-och-travaror «träindustri»')
  })
})

test('a misspelt word is read as the term that it is nearest to', () => {
  expect(found('livsmedl')).toEqual(['spelling livsmedel «livsmedl»', 'spelling livsmedelsforadling~ «livsmedl»'])
})
