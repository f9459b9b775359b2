import { describe, expect, test } from 'vitest'
import type { Language } from '../records/language.ts'
import { isDisputed } from './area-coding.ts'
import { codeCluster } from './cluster-coding.ts'
import { codeConcepts, codeLabel, suggestSubjects } from './coding.ts'
import { subjectsOfIndustry } from './industry-subjects.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

const { findIndustry } = shippedThesaurus

const rounded = (value: number) => Number(value.toFixed(4))
const themesOf = (text: string, lang: Language = 'sv') =>
  suggestSubjects(shippedThesaurus, text, lang).themes.map(({ themeId, confidence, words }) => [
    themeId,
    rounded(confidence),
    words,
  ])
const conceptsOf = (text: string, lang: Language = 'sv') =>
  suggestSubjects(shippedThesaurus, text, lang).concepts.map(({ conceptId, confidence }) => [conceptId, rounded(confidence)])

describe('how sure a theme is', () => {
  test.each<[string, string, unknown[]]>([
    ['a word', 'Vindkraft', [['energi', 0.8, ['Vindkraft']]]],
    ['a phrase', 'Förnybar energi', [['energi', 0.9, ['Förnybar energi']]]],
    ['a part of a compound', 'Naturmiljö', [['miljo-och-klimat', 0.7, ['Naturmiljö']]]],
    ['a misspelt word', 'livsmedl', [['livsmedel', 0.6, ['livsmedl']]]],
    ['a weak word', 'Kök', [['livsmedel', 0.448, ['Kök']]]],
    ['a repeated word adds nothing', 'Vindkraft och vindkraft', [['energi', 0.8, ['Vindkraft', 'vindkraft']]]],
    ['a second word adds to it: 1 − 0.2 × 0.2', 'Solenergi och vindkraft', [['energi', 0.96, ['Solenergi', 'vindkraft']]]],
    ['a negated word gives nothing', 'inte vindkraft utan solenergi', [['energi', 0.8, ['solenergi']]]],
    ['a phrase speaks for its words', 'Smarta elnät', [['energi', 0.9, ['Smarta elnät']]]],
    [
      'a concept’s second theme gets less: 0.8 × 0.45 beside 0.8',
      'Energi, industri',
      [
        ['energi', 0.836, ['Energi', 'industri']],
        ['tillverkning', 0.8, ['industri']],
      ],
    ],
    [
      'themes as sure as each other come by id',
      'Attraktiv arbetsplats',
      [
        ['arbetsliv-och-kompetens', 0.8, ['arbetsplats']],
        ['besoksnaring', 0.8, ['Attraktiv']],
      ],
    ],
    [
      'a part far from a compound’s end is too little',
      'Skogsbruksmaskintillverkning',
      [['tillverkning', 0.7, ['Skogsbruksmaskintillverkning']]],
    ],
  ])('%s', (_, text, expected) => {
    expect(themesOf(text)).toEqual(expected)
  })
  test('words of everyday business count little beside what a business is about, and fully by themselves', () => {
    expect(themesOf('Vi säljer kaffe')).toEqual([['livsmedel', 0.8, ['kaffe']]])
    expect(themesOf('Vi bygger för kunder')).toEqual([['samhallsbyggnad-och-boende', 0.8, ['bygger']]])
    expect(themesOf('Vi bygger vindkraft').map(([id]) => id)).toEqual(['energi'])
  })
  test('whom something is done for counts less than what is done', () => {
    const beside = suggestSubjects(shippedThesaurus, 'Maskiner till livsmedel', 'sv').themes.find(
      ({ themeId }) => themeId === 'livsmedel',
    )
    expect(rounded(beside?.confidence ?? 0)).toBe(0.48)
    expect(themesOf('Detaljer till kök')).toEqual([['livsmedel', 0.448, ['kök']]])
  })
})

describe('concepts', () => {
  test.each([
    ['Vindkraft', [['vindkraft', 0.8]]],
    ['Förnybar energi', []],
    [
      'Attraktiv arbetsplats',
      [
        ['framtidens-arbetsliv', 0.448],
        ['platsattraktivitet', 0.448],
      ],
    ],
    ['inte vindkraft utan solenergi', [['sol-el', 0.8]]],
    [
      'Skogs- och träindustri',
      [
        ['massa-och-papper', 0.8],
        ['sagverk-och-travaror', 0.8],
        ['skogsbruk', 0.448],
      ],
    ],
  ])('of «%s», surest first and else by id', (text, expected) => {
    expect(conceptsOf(text)).toEqual(expected)
  })
})

test('words read as misspelt are reported, and no others', () => {
  expect([...suggestSubjects(shippedThesaurus, 'livsmedl och vindkraft').readAs]).toEqual([['livsmedl', 'livsmedel']])
  expect([...suggestSubjects(shippedThesaurus, 'livsmedel').readAs]).toEqual([])
})

describe('a label', () => {
  const label = (displayLabel: string, language: Language, translatedLabel: string | null) => ({
    displayLabel,
    language,
    translatedLabel,
  })
  const themes = (...args: Parameters<typeof label>) =>
    codeLabel(shippedThesaurus, label(...args)).map(({ themeId, confidence }) => [themeId, rounded(confidence)])
  const concepts = (...args: Parameters<typeof label>) =>
    codeConcepts(shippedThesaurus, label(...args)).map(({ conceptId, confidence }) => [conceptId, rounded(confidence)])
  test.each<[string, Language, string | null, unknown[], unknown[]]>([
    ['Vindkraft', 'sv', 'Food', [['energi', 0.8]], [['vindkraft', 0.8]]],
    ['Xyz', 'sv', 'Wind power', [['energi', 0.495]], [['vindkraft', 0.495]]],
    ['Xyz', 'en', 'Vindkraft', [['energi', 0.44]], [['vindkraft', 0.44]]],
    ['Wind power', 'en', 'Livsmedel', [['energi', 0.9]], [['vindkraft', 0.9]]],
    ['Xyz', 'sv', null, [], []],
    ['Vindkraft', 'sv', null, [['energi', 0.8]], [['vindkraft', 0.8]]],
  ])(
    '«%s» (%s) is coded by itself; by its translation «%s» only when that gives nothing, and less surely',
    (text, lang, other, expected, ofConcepts) => {
      expect(themes(text, lang, other)).toEqual(expected)
      expect(concepts(text, lang, other)).toEqual(ofConcepts)
    },
  )
  test('is coded again with another translation or language', () => {
    expect(themes('Xyz', 'sv', 'Food').map(([id]) => id)).toEqual(['livsmedel'])
    expect(themes('Xyz', 'sv', 'Wind power').map(([id]) => id)).toEqual(['energi'])
  })
})

describe('an industry’s subjects', () => {
  const subjects = (code: string) =>
    subjectsOfIndustry(shippedThesaurus, findIndustry(code)!).map(({ subjectId, confidence }) => [subjectId, rounded(confidence)])
  test.each([
    ['62', [['programvaruutveckling', 0.56]]],
    ['02', [['skogsbruk', 0.64]]],
    ['10', [['livsmedelsforadling', 0.4]]],
    [
      '56',
      [
        ['restaurang-och-uteliv', 0.7936],
        ['restaurang-och-maltid', 0.768],
        ['maltidsturism', 0.4],
      ],
    ],
    [
      '01',
      [
        ['jakt-och-fisketurism', 0.64],
        ['jakt-och-vilda-ravaror', 0.64],
        ['vaxtodling', 0.64],
      ],
    ],
    [
      '72',
      [
        ['forskning-och-utveckling', 0.72],
        ['forskningsinfrastruktur', 0.4],
        ['kunskapsoverforing', 0.4],
      ],
    ],
  ])('%s: by the codes that concepts name and by its own name, surest first', (code, expected) => {
    expect(subjects(code)).toEqual(expected)
  })
  test('that fits many concepts equally well has only the theme most of them share', () => {
    expect(subjects('35110')).toEqual([['energi', 0.9]])
  })
})

test('a decision is disputed when words suggest what is rejected, or none what is confirmed', () => {
  const cases = [
    ['confirmed', [], true],
    ['confirmed', ['ord'], false],
    ['rejected', [], false],
    ['rejected', ['ord'], true],
    [null, [], false],
    [null, ['ord'], false],
  ] as const
  for (const [decision, words, expected] of cases)
    expect([decision, words, isDisputed({ decision, words })]).toEqual([decision, words, expected])
})

test('a cluster’s known themes are certain, and its name’s concepts count only within them', () => {
  const known = codeCluster(shippedThesaurus, { name: 'Vindkraft och livsmedel', themeIds: ['energi'] })
  expect(known.themes).toEqual([{ themeId: 'energi', confidence: 1, words: [] }])
  expect(known.concepts.map(({ conceptId }) => conceptId)).toEqual(['vindkraft'])
})
