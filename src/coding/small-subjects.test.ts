import { describe, expect, test } from 'vitest'
import { codeConcepts, codeLabel, suggestSubjects } from './coding.ts'
import { smallConcept, smallTheme, smallThesaurus } from './testing/small-thesaurus.ts'

const thesaurus = smallThesaurus(
  [
    smallTheme('konst', { sv: 'art|målning|musik', en: 'painting' }),
    smallTheme('natur', { sv: 'skog|fågel|smarta nät|smarta nät drift|nät drift i länet', en: 'art' }),
    smallTheme('fabrik', { sv: 'svetsning|kunder|kök|möbler|~plåt' }),
  ],
  [
    smallConcept('art-sv', ['konst'], { sv: 'art|musik' }),
    smallConcept('art-en', ['natur'], { en: 'art' }),
    smallConcept('naturkonst', ['natur', 'konst'], { sv: 'skulptur' }),
  ],
)

const label = (displayLabel: string, language: 'sv' | 'en', translatedLabel: string | null) => ({
  displayLabel,
  language,
  translatedLabel,
})
const plainThemes = (list: readonly { themeId: string; confidence: number }[]) =>
  list.map(({ themeId, confidence }) => `${themeId} ${confidence.toFixed(3)}`)
const plainConcepts = (list: readonly { conceptId: string; confidence: number }[]) =>
  list.map(({ conceptId, confidence }) => `${conceptId} ${confidence.toFixed(3)}`)
const themes = (text: string, lang?: 'sv' | 'en') => plainThemes(suggestSubjects(thesaurus, text, lang).themes)

describe('a translation', () => {
  test.each<[string, Parameters<typeof label>, string[], string[]]>([
    ['is read in the other language', ['Hej', 'sv', 'art'], ['natur 0.440'], ['art-en 0.440']],
    ['into Swedish as well', ['Hello', 'en', 'art'], ['konst 0.440'], ['art-sv 0.440']],
    ['is not read when the label says something', ['Skog', 'sv', 'art'], ['natur 0.800'], []],
    ['is not read when there is none', ['Hej', 'sv', null], [], []],
  ])('%s', (_what, parts, expectedThemes, expectedConcepts) => {
    expect(plainThemes(codeLabel(thesaurus, label(...parts)))).toEqual(expectedThemes)
    expect(plainConcepts(codeConcepts(thesaurus, label(...parts)))).toEqual(expectedConcepts)
  })
})

describe('the subjects of a text', () => {
  test('are read in its language when that is given', () => {
    expect(themes('art', 'sv')).toEqual(['konst 0.800'])
    expect(themes('art', 'en')).toEqual(['natur 0.800'])
  })
  test('are less sure by a verb or by a faint word', () => {
    expect(themes('svetsar')).toEqual(['fabrik 0.500'])
    expect(themes('plåt')).toEqual(['fabrik 0.448'])
  })
  test('of a concept count less for its further themes, and a repeated word adds nothing', () => {
    expect(themes('skulptur, skulptur')).toEqual(['natur 0.800'])
    expect(themes('skulptur, musik')).toEqual(['konst 0.872', 'natur 0.800'])
  })
  test('have their words in the order of the text, and a word of a longer phrase not by itself', () => {
    const words = (text: string) => suggestSubjects(thesaurus, text, 'sv').themes[0]!.words
    expect(words('Fågel och skog')).toEqual(['Fågel', 'skog'])
    expect(words('Skog och fågel i smarta nät')).toEqual(['Skog', 'fågel', 'smarta nät'])
    expect(words('Smarta nät drift')).toEqual(['Smarta nät drift'])
    expect(words('Skog, smarta nät drift')).toEqual(['Skog', 'smarta nät drift'])
    expect(words('Smarta nät drift i länet')).toEqual(['Smarta nät drift', 'nät drift i länet'])
  })
  test('by an everyday word count only when nothing clearer is said; a faint word is not', () => {
    expect(themes('kunder', 'sv')).toEqual(['fabrik 0.800'])
    expect(themes('Skog för kunder', 'sv')).toEqual(['natur 0.800'])
    expect(themes('Kunder, plåt', 'sv')).toEqual(['fabrik 0.890'])
  })
  test('by a word for whom something is done count less', () => {
    expect(themes('Skog till kök', 'sv')).toEqual(['natur 0.800', 'fabrik 0.480'])
    expect(themes('till kök', 'sv')).toEqual(['fabrik 0.800'])
  })
})
