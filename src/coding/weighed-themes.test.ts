import { describe, expect, test } from 'vitest'
import { featuresOfThemes, likelihoodOf, suggestThemes } from './area-themes.ts'
import type { ThemeFeatures } from './area-themes.ts'
import { smallTheme, smallThesaurus } from './testing/small-thesaurus.ts'

const themes = [
  smallTheme('livsmedel', { sv: 'mat', relatedIds: ['energi', 'vatten'] }),
  smallTheme('vatten', { sv: 'vatten', relatedIds: ['livsmedel', 'energi'] }),
  smallTheme('energi', { sv: 'vindkraft|solkraft|elkraft|kärnkraft' }),
  smallTheme('skog', { sv: 'skog|~gran' }),
]
const thesaurusWith = (weights: Record<string, number>) => smallThesaurus(themes, [], { weights })

const area = (displayLabel: string, description: string | null, joinedThemeIds?: string[]) => ({
  displayLabel,
  language: 'sv' as const,
  translatedLabel: null,
  description: description === null ? null : { sv: description, en: '' },
  joinedThemeIds,
})
const nothing: ThemeFeatures = {
  bias: 1,
  label: 0,
  surestOfLabel: 0,
  description: 0,
  descriptionWords: 0,
  firstSentence: 0,
  related: 0,
  recorded: 0,
  otherRecorded: 0,
}
/** What speaks for one theme; the sums are rounded. */
const speaks = (themeId: string, ...parts: Parameters<typeof area>) => {
  const { features } = featuresOfThemes(thesaurusWith({}), area(...parts)).find(({ theme }) => theme.themeId === themeId)!
  return Object.fromEntries(Object.entries(features).map(([name, value]) => [name, Math.round(value * 1000) / 1000]))
}

describe('what speaks for a theme', () => {
  const text = 'Vatten. Sedan vindkraft, solkraft, elkraft och kärnkraft.'
  test.each<[string, string, Parameters<typeof area>, Partial<ThemeFeatures>]>([
    ['a name', 'livsmedel', ['Mat', text], { label: 0.8, surestOfLabel: 1 }],
    ['a faint word of a name', 'skog', ['Mat och gran', null], { label: 0.448 }],
    ['a first sentence', 'skog', ['Mat', 'Skog.'], { description: 0.64, descriptionWords: 0.333, firstSentence: 0.64 }],
    ['many words later on', 'energi', ['Skog', text], { description: 0.983, descriptionWords: 1 }],
    ['two words', 'energi', ['Skog', 'En. Vindkraft, solkraft.'], { description: 0.87, descriptionWords: 0.667 }],
    [
      'a theme of the name that is near to it',
      'vatten',
      ['Mat och skog', text],
      { description: 0.64, descriptionWords: 0.333, firstSentence: 0.64, related: 1 },
    ],
    [
      'the name itself rather than one near to it',
      'vatten',
      ['Mat och vatten', 'Vatten.'],
      { label: 0.8, surestOfLabel: 1, description: 0.64, descriptionWords: 0.333, firstSentence: 0.64 },
    ],
    [
      'a theme that is near to none of the name',
      'vatten',
      ['Skog', 'Vatten.'],
      { description: 0.64, descriptionWords: 0.333, firstSentence: 0.64 },
    ],
    ['a record', 'vatten', ['Mat', null, ['vatten']], { recorded: 1 }],
    ['a record among others', 'vatten', ['Mat', null, ['skog', 'vatten']], { recorded: 1 }],
    [
      'a name that the record does not have',
      'livsmedel',
      ['Mat', null, ['vatten']],
      { label: 0.8, surestOfLabel: 1, otherRecorded: 1 },
    ],
  ])('%s', (_what, themeId, parts, expected) => {
    expect(speaks(themeId, ...parts)).toEqual({ ...nothing, ...expected })
  })
  test('a theme that only the record has is without words', () => {
    expect(featuresOfThemes(thesaurusWith({}), area('', null, ['skog'])).map(({ theme }) => theme)).toEqual([
      { themeId: 'skog', confidence: 0, words: [], basis: 'record', decision: null },
    ])
  })
})

test('a feature without a weight says nothing', () => {
  expect(likelihoodOf({}, { ...nothing, label: 1, recorded: 1 })).toBe(0.5)
})

/** The suggested themes, each with its confidence and what it is based on. */
const suggested = (weights: Record<string, number>, ...parts: Parameters<typeof area>) =>
  suggestThemes(thesaurusWith(weights), area(...parts)).map(
    ({ themeId, confidence, basis }) => `${themeId} ${confidence.toFixed(3)} ${basis}`,
  )

describe('the themes of an area', () => {
  const unlikely = { 'themes.bias': -5 }
  const byText = { 'themes.description': 5 }
  test('are those of its name when there are no weights', () => {
    expect(suggested({}, 'Mat', 'Vatten.', ['skog'])).toEqual(['livsmedel 0.800 label'])
  })
  test('are those of its name when nothing explains it, however unlikely', () => {
    expect(suggested(unlikely, 'Mat och gran', 'Hej.')).toEqual(['livsmedel 0.800 label', 'skog 0.448 label'])
  })
  test('are weighed when a record is all that explains the name', () => {
    expect(suggested(unlikely, 'Mat', null, ['skog'])).toEqual(['skog 0.005 record'])
  })
  test('keep the surest of the name, and not the faint', () => {
    expect(suggested(unlikely, 'Mat och gran', 'Vatten.')).toEqual(['livsmedel 0.800 label'])
  })
  test('come in the order of their confidence; what the text adds is below the surest of the name', () => {
    expect(suggested(byText, 'Mat och gran', 'Vatten.')).toEqual([
      'livsmedel 0.800 label',
      'vatten 0.769 description',
      'skog 0.448 label',
    ])
  })
  test('have their likelihood where the name says nothing', () => {
    expect(suggested(byText, 'Hej', 'Vatten.')).toEqual(['vatten 0.961 description'])
  })
  test('that are equally sure come by their ids', () => {
    const expected = ['skog 0.500 record', 'vatten 0.500 record']
    expect(suggested(byText, 'Hej', null, ['vatten', 'skog'])).toEqual(expected)
    expect(suggested(byText, 'Hej', null, ['skog', 'vatten'])).toEqual(expected)
  })
})
