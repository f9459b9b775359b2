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

describe('what follows from concepts', () => {
  const sides = (...decisions: Sketch[]) => {
    const { kind, industry, scienceField } = coded(...decisions)
    return { kind, industry, scienceField }
  }
  test('a kind is four fifths as sure as its concept, with the concept’s words', () => {
    expect(coded().concept).toMatchObject([{ code: 'vindkraft', confidence: 0.8, fromConceptIds: [] }])
    expect(sides().kind).toMatchObject([{ words: ['Vindkraft'], fromConceptIds: ['vindkraft'], decision: null }])
    expect(sides().kind[0]!.confidence).toBeCloseTo(0.64)
    expect(sides(decision('vind', 'concept.vindkraft', 'confirmed')).kind[0]!.confidence).toBeCloseTo(0.8)
  })
  test('each code is less sure the more codes the concept has: a tenth more doubt for each further one', () => {
    const { concept, industry } = codeText(shippedThesaurus, 'Solenergi')
    expect(concept).toMatchObject([{ code: 'sol-el', confidence: 0.8 }])
    expect(industry.map(({ code, confidence }) => [code, Number(confidence.toFixed(4))])).toEqual([
      ['35110', 0.5818],
      ['4321', 0.5818],
    ])
  })
  test('codes within a wider one of the same concept are left out', () => {
    const codes = sides().industry.map(({ code }) => code)
    for (const code of codes) expect(codes.filter((other) => other !== code && code.startsWith(other))).toEqual([])
    const { industry } = codeText(shippedThesaurus, 'elproduktion')
    expect(industry.map(({ code }) => code)).toEqual(['351'])
  })
  test('nothing follows from a concept that is rejected', () => {
    expect(sides(decision('vind', 'concept.vindkraft', 'rejected'))).toEqual({ kind: [], industry: [], scienceField: [] })
  })
  test('nothing follows that is less sure than 0.3: of a weak word with many codes only the kind', () => {
    for (const side of Object.values(codeText(shippedThesaurus, 'kök')).flat())
      expect(side.confidence === 0 || side.confidence >= 0.3).toBe(true)
  })
  test('a code that several concepts share is as sure as the surest, with the words of each once', () => {
    const { kind } = codeText(shippedThesaurus, 'Vindkraft, vindkraft och kök')
    for (const { words } of kind) expect(new Set(words).size).toBe(words.length)
    const two = codeText(shippedThesaurus, 'Solenergi och vindkraft')
    const shared = Object.values(two)
      .flat()
      .filter(({ fromConceptIds }) => fromConceptIds.length > 1)
    expect(shared.length).toBeGreaterThan(0)
    for (const { words } of shared) expect(words.toSorted()).toEqual(['Solenergi', 'vindkraft'])
    const unequal = codeText(shippedThesaurus, 'Kök och restaurang').kind.filter(
      ({ fromConceptIds }) => fromConceptIds.length > 1,
    )
    for (const { confidence } of unequal) expect(confidence).toBeGreaterThan(0.5)
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
    expect(rejectedThemes(snapshot, areaOf(snapshot))).toEqual([{ themeId: 'energi', confidence: 0.8, words: ['Vindkraft'] }])
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
