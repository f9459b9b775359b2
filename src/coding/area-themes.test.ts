import { describe, expect, test } from 'vitest'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'
import { featuresOfThemes, firstSentenceOf, likelihoodOf, suggestThemes, themeFeatures } from './area-themes.ts'

const area = (displayLabel: string, description: string | null, joinedThemeIds?: string[]) => ({
  displayLabel,
  language: 'sv' as const,
  translatedLabel: null,
  description: description === null ? null : { sv: description, en: description },
  joinedThemeIds,
})
const found = (...parts: Parameters<typeof area>) =>
  suggestThemes(shippedThesaurus, area(...parts)).map(({ themeId, basis }) => [themeId, basis])

describe('the themes of an area', () => {
  test('are those of its name when nothing explains it', () => {
    expect(found('Livsmedel', null)).toEqual([['livsmedel', 'label']])
    expect(found('Livsmedel', 'Xyzzyx.')).toEqual([['livsmedel', 'label']])
  })
  test('take in one that the description names with many words, after those of the name', () => {
    expect(found('Livsmedel', 'Vindkraft, solceller och vätgas. Elnät och fjärrvärme.')).toEqual([
      ['livsmedel', 'label'],
      ['energi', 'description'],
    ])
  })
  test('take in one that the record states', () => {
    expect(found('Livsmedel', 'Mat och dryck.', ['livsmedel', 'energi'])).toEqual([
      ['livsmedel', 'label'],
      ['energi', 'record'],
    ])
  })
  test('do not take in one that the description names in passing', () => {
    expect(found('Livsmedel', 'Mat från länet, som odlas nära havet av många.')).toEqual([['livsmedel', 'label']])
  })
  test('that the thesaurus does not have are left out', () => {
    expect(found('Livsmedel', 'Mat.', ['livsmedel', 'har-funnits'])).toEqual([['livsmedel', 'label']])
  })
})

test('what speaks for a theme is counted from 0 to 1, and every part of it has a fitted weight', () => {
  for (const { features } of featuresOfThemes(
    shippedThesaurus,
    area('Energi', 'Vindkraft, solkraft, vattenkraft och kärnkraft.'),
  ))
    for (const name of themeFeatures) {
      expect(features[name]).toBeGreaterThanOrEqual(0)
      expect(features[name]).toBeLessThanOrEqual(1)
      expect(shippedThesaurus.weights).toHaveProperty([`themes.${name}`])
    }
})

test('a likelihood is that of logistic regression', () => {
  const zero = Object.fromEntries(themeFeatures.map((name) => [name, 0])) as Record<(typeof themeFeatures)[number], number>
  expect(likelihoodOf({}, zero)).toBe(0.5)
  expect(likelihoodOf({ 'themes.label': 2 }, { ...zero, label: 1 })).toBeCloseTo(0.8808, 4)
})

test('the first sentence ends at the first full stop, question mark or exclamation mark before a blank', () => {
  expect(firstSentenceOf('Mat i 3.5 led. Och dryck.')).toBe('Mat i 3.5 led.')
  expect(firstSentenceOf('Mat')).toBe('Mat')
})
