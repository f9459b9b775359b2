import { describe, expect, test } from 'vitest'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'
import { suggestKinds } from './area-kinds.ts'

const byWords = (text: string, language: 'sv' | 'en' = 'sv') =>
  suggestKinds(shippedThesaurus, { themes: [], concepts: [], texts: [{ text, language }] })

describe('a kind by its signs', () => {
  test.each([
    ['Fiskerinäring', 'sv', 'sector'],
    ['Ytteknik', 'sv', 'technology'],
    ['Inkluderande bygder', 'sv', 'challenge'],
    ['Öppna innovationsprocesser', 'sv', 'process'],
    ['Fishing industry', 'en', 'sector'],
  ] as const)('%s', (text, language, kind) => {
    expect(byWords(text, language)[0]?.kind).toBe(kind)
  })
  test('none without a sign', () => expect(byWords('Ostron')).toEqual([]))
  test('what stands before a preposition weighs more than what follows it', () => {
    expect(byWords('Omställning genom teknik')[0]?.kind).toBe('challenge')
    const [before] = byWords('Teknik för näringar')
    expect([before!.kind, before!.words]).toEqual(['sector', ['näringar']])
    expect(byWords('Teknik för näringar').map(({ kind }) => kind)).toEqual(['sector', 'technology'])
  })
})

test('a theme speaks for what its areas mostly are, and a concept for its own kind', () => {
  const ofTheme = suggestKinds(shippedThesaurus, {
    themes: [{ themeId: 'livsmedel', confidence: 0.8, words: [] }],
    concepts: [],
    texts: [],
  })
  expect(ofTheme).toMatchObject([{ kind: 'sector', confidence: 1, themeIds: ['livsmedel'], conceptIds: [] }])
  const ofConcept = suggestKinds(shippedThesaurus, {
    themes: [],
    concepts: [{ conceptId: 'vindkraft', confidence: 0.8, words: [] }],
    texts: [],
  })
  expect(ofConcept).toMatchObject([{ kind: 'technology', confidence: 1, conceptIds: ['vindkraft'] }])
})

test('what explains a label weighs less than the label', () => {
  const both = suggestKinds(shippedThesaurus, {
    themes: [],
    concepts: [],
    texts: [
      { text: 'Livsmedelsindustri', language: 'sv' },
      { text: 'En teknik.', language: 'sv' },
    ],
  })
  expect(both.map(({ kind }) => kind)).toEqual(['sector'])
})
