import { describe, expect, test } from 'vitest'
import { area, decision, region, snapshotOf, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { codeArea, codeText, conceptsOfArea, keptOf, labelAsCoded, rejectedThemes, themesOfArea } from './area-coding.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

const list = strategy('s', '03')
const base: Sketch[] = [region('03', 'Alvik'), list, area('vind', list, { body: { displayLabel: 'Vindkraft' } })]
const on = (...decisions: Sketch[]) => snapshotOf([...base, ...decisions])
const areaOf = (snapshot: ReturnType<typeof on>) => snapshot.get('priorityArea', 'vind')!
const coded = (...decisions: Sketch[]) => codeArea(on(...decisions), areaOf(on(...decisions)))
const themesOf = (...decisions: Sketch[]) =>
  coded(...decisions).theme.map(({ code, confidence, decision: made }) => [code, confidence, made])

describe('a theme of an area', () => {
  test.each<[string, Sketch[], unknown[]]>([
    ['is suggested by its words', [], [['energi', 0.8, null]]],
    ['is certain when confirmed', [decision('vind', 'theme.energi', 'confirmed')], [['energi', 1, 'confirmed']]],
    ['stays with its words when rejected', [decision('vind', 'theme.energi', 'rejected')], [['energi', 0.8, 'rejected']]],
    [
      'may be one that no words show, certain when confirmed',
      [decision('vind', 'theme.livsmedel', 'confirmed')],
      [
        ['livsmedel', 1, 'confirmed'],
        ['energi', 0.8, null],
      ],
    ],
    [
      'that no words show is worth nothing when rejected',
      [decision('vind', 'theme.livsmedel', 'rejected')],
      [
        ['energi', 0.8, null],
        ['livsmedel', 0, 'rejected'],
      ],
    ],
    [
      'comes by id where several are as sure',
      [
        decision('vind', 'theme.material', 'confirmed'),
        decision('vind', 'theme.livsmedel', 'confirmed'),
        decision('vind', 'theme.energi', 'confirmed'),
      ],
      [
        ['energi', 1, 'confirmed'],
        ['livsmedel', 1, 'confirmed'],
        ['material', 1, 'confirmed'],
      ],
    ],
    ['is not what another area was given', [decision('annan', 'theme.energi', 'rejected')], [['energi', 0.8, null]]],
    ['is not one that the thesaurus has no more', [decision('vind', 'theme.har-funnits', 'confirmed')], [['energi', 0.8, null]]],
    ['is not decided by its English name', [decision('vind', 'theme.energy', 'confirmed')], [['energi', 0.8, null]]],
  ])('%s', (_, decisions, expected) => {
    expect(themesOf(...decisions)).toEqual(expected)
  })
  test('is decided on with a note and a time; nobody has decided on one that is suggested', () => {
    const yes = decision('vind', 'theme.energi', 'confirmed', { note: 'Så är det', recorded: '2019-01-01' })
    expect(coded(yes).theme[0]!.decided).toEqual({ note: 'Så är det', recordedAt: '2019-01-01T12:00:00.000Z' })
    expect(coded().theme[0]!.decided).toBe(null)
  })
  test('may have been decided on in the first form, which knew themes alone', () => {
    const first = {
      ...decision('vind', 'theme.energi', 'rejected'),
      body: { priorityAreaId: 'vind', themeId: 'energi', verdict: 'rejected' },
    } as Sketch
    expect(themesOf(first)).toEqual([['energi', 0.8, 'rejected']])
  })
})

describe('what follows', () => {
  test('from a theme is its core, nine tenths as sure, with the theme’s words', () => {
    const { industry, goal } = coded()
    expect(industry).toMatchObject([{ code: '35', words: ['Vindkraft'], decision: null }])
    expect(goal.map(({ code, confidence, fromThemeIds }) => [code, confidence.toFixed(2), fromThemeIds])).toEqual([
      ['13', '0.72', ['energi']],
      ['7', '0.72', ['energi']],
    ])
  })
  test('from a theme and a concept that give the same code is one code, a little surer, of both', () => {
    const [first] = coded().scienceField
    expect(first).toMatchObject({ code: '2.2', fromThemeIds: ['energi'], fromConceptIds: ['vindkraft'] })
    expect(first!.confidence).toBeCloseTo(0.9 * 0.8 + 0.03)
  })
  test('from a rejected theme is nothing', () => {
    const { industry, scienceField } = coded(decision('vind', 'theme.energi', 'rejected'))
    expect([industry, scienceField]).toEqual([[], []])
  })
  test('is a division, never a narrower code of SNI', () => {
    for (const { code } of codeText(shippedThesaurus, 'Solenergi, elproduktion och restaurang').industry)
      expect(code).toMatch(/^\d{2}$/)
  })
  test('and is less sure than 0.4 is left out', () => {
    for (const one of Object.entries(codeText(shippedThesaurus, 'kök')).flatMap(([aspect, values]) =>
      aspect === 'kind' ? [] : values,
    ))
      expect(one.confidence).toBeGreaterThanOrEqual(0.4)
  })
})

describe('what counts of an area', () => {
  test('is all but what is rejected, and nothing that is worth nothing', () => {
    const kept = keptOf(
      coded(decision('vind', 'theme.energi', 'rejected'), decision('vind', 'theme.livsmedel', 'confirmed')).theme,
    )
    expect(kept.map(({ code }) => code)).toEqual(['livsmedel'])
  })
  test('are themes by area, also of areas that have ended', () => {
    const ended = snapshotOf([
      ...base,
      area('slut', list, { to: '2016-01-01', body: { displayLabel: 'Livsmedel' } }),
      decision('vind', 'theme.material', 'confirmed'),
    ])
    const themesIn = (id: string) =>
      themesOfArea(ended, ended.getBegun('priorityArea', id)!).map(({ themeId, decision: made }) => [themeId, made])
    expect(themesIn('slut')).toEqual([['livsmedel', null]])
    expect(themesIn('vind')).toEqual([
      ['material', 'confirmed'],
      ['energi', null],
    ])
  })
  test('are concepts with their words', () => {
    const snapshot = on()
    expect(conceptsOfArea(snapshot, areaOf(snapshot))).toEqual([
      { conceptId: 'vindkraft', confidence: 0.8, words: ['Vindkraft'] },
    ])
  })
  test('people and program disagree on themes that words suggest and a person has rejected', () => {
    const snapshot = on(
      decision('vind', 'theme.energi', 'rejected'),
      decision('vind', 'theme.livsmedel', 'rejected'),
      decision('vind', 'theme.material', 'confirmed'),
    )
    expect(rejectedThemes(snapshot, areaOf(snapshot))).toEqual([
      { themeId: 'energi', confidence: 0.8, words: ['Vindkraft'], basis: 'label' },
    ])
  })
  test('a label is compared by its words, or by what people have decided where they have', () => {
    const plain = on()
    expect(labelAsCoded(plain, areaOf(plain)).decided).toBe(undefined)
    const decided = on(decision('vind', 'theme.livsmedel', 'confirmed'))
    expect(labelAsCoded(decided, areaOf(decided)).decided).toMatchObject({
      themes: [{ themeId: 'livsmedel' }, { themeId: 'energi' }],
      concepts: [{ conceptId: 'vindkraft' }],
    })
  })
})
