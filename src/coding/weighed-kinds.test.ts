import { describe, expect, test } from 'vitest'
import { suggestKinds } from './area-kinds.ts'
import type { KindEvidence } from './area-kinds.ts'
import { smallCodes, smallConcept, smallTheme, smallThesaurus } from './testing/small-thesaurus.ts'

const thesaurus = smallThesaurus(
  [smallTheme('skog'), smallTheme('data'), smallTheme('klimat'), smallTheme('okodad')],
  [smallConcept('ai', ['data'], { kind: 'technology' }), smallConcept('samverkan', ['data'], { kind: 'process' })],
  {
    themes: [
      smallCodes('skog', { kinds: ['sector', 'technology', 'challenge'] }),
      smallCodes('data', { kinds: ['technology', 'sector'] }),
      smallCodes('klimat', { kinds: ['challenge'] }),
    ],
    kindSigns: [
      { kind: 'challenge', place: 'begin', letters: { sv: ['klimat'], en: ['climate'] }, weight: 1 },
      { kind: 'sector', place: 'end', letters: { sv: ['näring', 'bransch'], en: ['industry'] }, weight: 0.6 },
      { kind: 'sector', place: 'end', letters: { sv: ['storbransch'], en: [] }, weight: 2 },
    ],
  },
)

const theme = (themeId: string, confidence = 0.8) => ({ themeId, confidence, words: [] })
const concept = (conceptId: string, confidence = 1) => ({ conceptId, confidence, words: [] })
const texts = (...list: string[]) => list.map((text) => ({ text, language: 'sv' as const }))
/** The kinds, each with its confidence. */
const kinds = (evidence: Partial<KindEvidence>) =>
  suggestKinds(thesaurus, { themes: [], concepts: [], texts: [], ...evidence }).map(
    ({ kind, confidence }) => `${kind} ${confidence.toFixed(3)}`,
  )

describe('the kinds of an area', () => {
  test.each<[string, Partial<KindEvidence>, string[]]>([
    ['its theme, whose further kinds weigh less', { themes: [theme('skog')] }, ['sector 0.571']],
    ['the mean of its themes', { themes: [theme('skog'), theme('data')] }, ['technology 0.462', 'sector 0.462']],
    ['two themes that agree in part', { themes: [theme('klimat'), theme('okodad')] }, ['challenge 1.000']],
    ['a theme and a concept', { themes: [theme('klimat')], concepts: [concept('ai')] }, ['challenge 0.615', 'technology 0.385']],
    [
      'the mean of its themes beside a sign of its name',
      { themes: [theme('klimat'), theme('okodad')], texts: texts('Näring') },
      ['sector 0.600', 'challenge 0.400'],
    ],
    ['a concept alone', { concepts: [concept('ai')] }, ['technology 1.000']],
    ['concepts, of which one is not there', { concepts: [concept('ai'), concept('har-funnits')] }, ['technology 1.000']],
    [
      'a theme and a sign of its name',
      { themes: [theme('data', 1)], texts: texts('Klimatarbete') },
      ['technology 0.400', 'challenge 0.400'],
    ],
    ['the place of a sign in a word', { texts: texts('Arbetsklimat, näringar') }, []],
    ['two signs, the lesser just enough', { texts: texts('Klimatnäring') }, ['challenge 0.625', 'sector 0.375']],
    ['the heaviest sign of a word', { texts: texts('Storbransch') }, ['sector 1.000']],
    ['what the first sentence adds', { texts: texts('Näring', 'Klimat') }, ['sector 0.600', 'challenge 0.400']],
    ['no text beyond that', { texts: texts('', '', 'Klimat') }, []],
    ['no theme without codes', { themes: [theme('okodad')] }, []],
    ['a preposition, after which words weigh half', { texts: texts('Näring för klimat') }, ['sector 0.545', 'challenge 0.455']],
  ])('come from %s', (_from, evidence, expected) => {
    expect(kinds(evidence).toSorted()).toEqual(expected.toSorted())
  })
  test('come the likeliest first', () => {
    expect(kinds({ texts: texts('Klimatnäring') })).toEqual(['challenge 0.625', 'sector 0.375'])
    expect(kinds({ themes: [theme('klimat')], concepts: [concept('ai')] })).toEqual(['challenge 0.615', 'technology 0.385'])
  })
  test('name the words, the themes and the concepts that speak for them, each once', () => {
    const evidence = {
      themes: [theme('klimat'), theme('data')],
      concepts: [concept('ai', 0.1)],
      texts: texts('Klimat, klimat och Klimat'),
    }
    expect(suggestKinds(thesaurus, evidence)).toMatchObject([
      { kind: 'challenge', words: ['Klimat', 'klimat'], themeIds: ['klimat'], conceptIds: [] },
    ])
  })
})
