import { describe, expect, test } from 'vitest'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'
import { codeText, whyNotMeasurable } from './area-coding.ts'
import { divisionsOf, objectivesOf } from './following-codes.ts'
import type { Subjects } from './following-codes.ts'

const theme = (themeId: string, words = ['ord'], confidence = 0.9) => ({ themeId, confidence, words })
const concept = (conceptId: string, words = ['ord'], confidence = 0.8) => ({ conceptId, confidence, words })
const divisions = (subjects: Partial<Subjects>) =>
  divisionsOf(shippedThesaurus, { themes: [], concepts: [], described: [], ...subjects })
    .map(({ code }) => code)
    .toSorted()

describe('the divisions of an area', () => {
  test('of one theme are its core; of a theme beside another field, what it adds to any', () => {
    expect(divisions({ themes: [theme('halsa-och-life-science')] })).toEqual(['21', '32', '72', '86'])
    expect(divisions({ themes: [theme('halsa-och-life-science'), theme('digitalisering')] })).toEqual(['62', '86'])
  })
  test('are narrowed by a concept whose words are all that speaks for the theme', () => {
    const forestry = {
      themes: [theme('skog-och-bioekonomi', ['Virkesuttag'])],
      concepts: [concept('skogsbruk', ['Virkesuttag'])],
    }
    expect(divisions(forestry)).toEqual(['02'])
    const alsoElse = { ...forestry, themes: [theme('skog-och-bioekonomi', ['Virkesuttag', 'papper'])] }
    expect(divisions(alsoElse)).toEqual(['02', '16', '17'])
  })
  test('are not narrowed by a word of the theme’s own name', () => {
    const words = ['Skogsnäring']
    expect(divisions({ themes: [theme('skog-och-bioekonomi', words)], concepts: [concept('skogsbruk', words)] })).toEqual([
      '02',
      '16',
      '17',
    ])
  })
  test('take in what a description names, if the theme knows it', () => {
    const mining = concept('malmbrytning')
    expect(divisions({ themes: [theme('skog-och-bioekonomi')], described: [concept('mobelindustri')] })).toContain('31')
    expect(divisions({ themes: [theme('skog-och-bioekonomi')], described: [mining] })).not.toContain('07')
  })
  test('are none of a concept that no theme of the area knows, and none of challenges and ways of working', () => {
    expect(divisions({ concepts: [concept('malmbrytning')] })).toEqual([])
    expect(divisions({ themes: [theme('arbetsliv-och-kompetens')], concepts: [concept('kompetensforsorjning')] })).toEqual([])
  })
  test('are none of a field of every industry, whoever its description thanks', () => {
    expect(divisions({ themes: [theme('arbetsliv-och-kompetens')], described: [concept('hogre-utbildning')] })).toEqual([])
  })
})

describe('an area without an industry says why', () => {
  test.each([
    ['Tjänstedesign', 'arbetssätt'],
    ['Kompetensförsörjning', 'alla branscher'],
    ['xyzzyx', 'visar inte'],
  ])('%s', (text, why) => {
    const coding = codeText(shippedThesaurus, text)
    expect(coding.industry).toEqual([])
    expect(whyNotMeasurable(shippedThesaurus, coding)!.sv).toContain(why)
    expect(whyNotMeasurable(shippedThesaurus, coding)!.en).not.toBe(whyNotMeasurable(shippedThesaurus, coding)!.sv)
  })
  test('one with an industry has no reason', () => {
    expect(whyNotMeasurable(shippedThesaurus, codeText(shippedThesaurus, 'Livsmedel'))).toBe(null)
  })
})

test('a specific objective brings the policy objective above it', () => {
  const found = objectivesOf(shippedThesaurus, { themes: [theme('energi')], concepts: [concept('energilagring')], described: [] })
  expect(found.map(({ code }) => code).toSorted()).toEqual(['2', '2.2', '2.3'])
})

test('no theme gives a code that its facts do not have, and every theme has codes', () => {
  for (const { id } of shippedThesaurus.themes) {
    const codes = shippedThesaurus.codesOfTheme(id)
    expect(codes, id).not.toBeNull()
    expect(divisions({ themes: [theme(id)] }), id).toEqual(codes!.coreDivisions.toSorted())
  }
})
