import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { themesOfArea } from './area-coding.ts'
import { suggestSubjects } from './coding.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'
import { themeFamilies } from '../records/thesaurus-facts.ts'

const { findTheme, themes } = shippedThesaurus

const idsOf = (text: string) => suggestSubjects(shippedThesaurus, text).themes.map((theme) => theme.themeId)

describe('themes of texts nobody has listed', () => {
  test.each([
    ['Tillverkning av skolmöbler', ['textil-och-inredning', 'tillverkning']],
    ['Skolmöbeltillverkning', ['tillverkning']],
    ['Odling av tång och musslor längs kusten', ['hav-och-vatten']],
    ['Vätgas för tung trafik', ['energi', 'transport-och-logistik']],
    ['Hemtjänst med digitala hjälpmedel', ['valfard-och-omsorg', 'digitalisering']],
    ['Självkörande gruvmaskiner', ['ai-och-automation']],
    ['Fossilfritt stål', ['gruvor-och-metall']],
    ['Film, musik och scenkonst', ['kultur-och-kreativa-naringar']],
    ['Wood construction and packaging', ['skog-och-bioekonomi', 'samhallsbyggnad-och-boende']],
    ['Precision medicine', ['halsa-och-life-science']],
    ['Testbädd för drönare', ['test-och-demonstration', 'rymd-och-flyg']],
    ['Kompetensförsörjning', ['arbetsliv-och-kompetens']],
  ])('%s', (text, expected) => {
    expect(idsOf(text)).toEqual(expect.arrayContaining(expected))
  })

  test.each([
    ['Material', ['material']],
    ['Järnväg', ['transport-och-logistik']],
    ['Hållbara transporter', ['transport-och-logistik']],
    ['Entreprenörskraft', ['innovation-och-foretagande']],
    ['Avancerad tillverkning för krävande miljöer', ['tillverkning']],
  ])('%s is matched as a whole word, not by words hidden in its letters', (text, expected) => {
    expect(idsOf(text)).toEqual(expected)
  })

  test('an adjective indicates less than the noun it resembles', () => {
    const [subject, adjective] = ['Säkerhet', 'Säkra produkter'].map((text) => suggestSubjects(shippedThesaurus, text).themes[0]!)
    expect([subject!.themeId, adjective!.themeId]).toEqual(['sakerhet-och-beredskap', 'sakerhet-och-beredskap'])
    expect(adjective!.confidence).toBeLessThan(subject!.confidence)
  })

  test('filler words alone suggest nothing', () => {
    expect(idsOf('Smarta hållbara avancerade lösningar för framtiden')).toEqual([])
  })

  test('misspelt words are still understood, but less surely', () => {
    const [right, wrong] = [
      suggestSubjects(shippedThesaurus, 'livsmedel').themes[0]!,
      suggestSubjects(shippedThesaurus, 'livsmedl').themes[0]!,
    ]
    expect(wrong.themeId).toBe(right.themeId)
    expect(wrong.confidence).toBeLessThan(right.confidence)
  })
})

test('every suggestion names the words that caused it, as written', () => {
  expect(suggestSubjects(shippedThesaurus, 'ICT/E-hälsa').themes.map(({ themeId, words }) => [themeId, words])).toEqual([
    ['digitalisering', ['ICT', 'E-hälsa']],
    ['halsa-och-life-science', ['E-hälsa']],
  ])
})

test('every area that ships has at least one theme', () => {
  const snapshot = shippedSnapshot('2026-11-23')
  const uncoded = snapshot.everBegun('priorityArea').filter((area) => themesOfArea(snapshot, area).length === 0)
  expect(uncoded.map(({ id }) => id)).toEqual([])
})

test('coding any text gives shares between 0 and 1, surest first, the same each time', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('skog', 'digitala', 'energi', 'och', 'hälsa'))), (parts) => {
      const text = parts.join(' ')
      const suggested = suggestSubjects(shippedThesaurus, text).themes
      const shares = suggested.map((theme) => theme.confidence)
      expect(shares.every((share) => share > 0 && share <= 1)).toBe(true)
      expect(shares).toEqual(shares.toSorted((a, b) => b - a))
      expect(suggestSubjects(shippedThesaurus, text).themes).toEqual(suggested)
    }),
  )
})

test('the thesaurus is whole: unique names, known families, words in both languages', () => {
  const names = themes.flatMap(({ id, slugEn }) => [id, slugEn])
  expect(new Set(names).size).toBe(names.length)
  for (const theme of themes) {
    expect(themeFamilies).toContain(theme.family)
    for (const signals of [theme.signals.sv, theme.signals.en])
      expect(signals.filter(({ kind }) => kind !== 'other').length).toBeGreaterThan(8)
    expect(findTheme(theme.slugEn)).toBe(theme)
  }
})
