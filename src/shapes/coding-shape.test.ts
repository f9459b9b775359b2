import { describe, expect, test } from 'vitest'
import { codeArea, codeText } from '../coding/area-coding.ts'
import { decision } from '../snapshot/testing/small-registry.ts'
import { CodingShape, codeLabelOf, codingShape } from './coding-shape.ts'
import { threeRegionsOn } from './testing/three-regions.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'

describe('what a code is called', () => {
  test.each([
    ['theme', 'energi', { sv: 'Energi', en: 'Energy' }],
    ['kind', 'sector', { sv: 'Bransch', en: 'Sector' }],
    ['kind', 'process', { sv: 'Arbetssätt', en: 'Process' }],
    ['theme', 'har-funnits', { sv: 'har-funnits', en: 'har-funnits' }],
    ['concept', 'har-funnits', { sv: 'har-funnits', en: 'har-funnits' }],
    ['industry', '99999', { sv: '99999', en: '99999' }],
    ['scienceField', '9.99', { sv: '9.99', en: '9.99' }],
  ] as const)('%s %s', (aspect, code, expected) => {
    expect(codeLabelOf(shippedThesaurus, aspect, code)).toEqual(expected)
  })
  test('SNI has Swedish names only, which are shown in both languages', () => {
    const { sv, en } = codeLabelOf(shippedThesaurus, 'industry', '62')
    expect([sv, en]).toEqual([en, sv])
    expect(sv).not.toBe('62')
  })
  test.each([
    ['goal', '7', 'Hållbar energi för alla', 'Affordable and clean energy'],
    ['goal', '99', '99', '99'],
    ['objective', '99.9', '99.9', '99.9'],
    ['concept', '62', '62', '62'],
  ] as const)('%s %s', (aspect, code, sv, en) => {
    expect(codeLabelOf(shippedThesaurus, aspect, code)).toEqual({ sv, en })
  })
  test('every goal and objective has its own name, and a division of SNI is told from a narrower industry', () => {
    for (const { code, label } of shippedThesaurus.goals) expect(codeLabelOf(shippedThesaurus, 'goal', code)).toEqual(label)
    for (const { code, label } of shippedThesaurus.objectives)
      expect(codeLabelOf(shippedThesaurus, 'objective', code)).toEqual(label)
    expect(codeLabelOf(shippedThesaurus, 'industry', '62')).not.toEqual(codeLabelOf(shippedThesaurus, 'industry', '621'))
  })
  test('a science field and a concept have names of their own', () => {
    expect(codeLabelOf(shippedThesaurus, 'scienceField', '2.11').sv).not.toBe('2.11')
    expect(codeLabelOf(shippedThesaurus, 'scienceField', '2.11').en).not.toBe(
      codeLabelOf(shippedThesaurus, 'scienceField', '2.11').sv,
    )
  })
})

test('an area’s coding has every side, each code with its name, its words, what it follows from, and the decision', () => {
  const snapshot = threeRegionsOn(
    '2024-01-01',
    decision('d16-vind', 'theme.energi', 'confirmed', { note: 'Ja', recorded: '2020-01-01' }),
  )
  const coding = CodingShape.parse(codingShape(shippedThesaurus, codeArea(snapshot, snapshot.get('priorityArea', 'd16-vind')!)))
  expect(coding.theme).toEqual([
    {
      code: 'energi',
      label: { sv: 'Energi', en: 'Energy' },
      confidence: 1,
      words: ['Vindkraft'],
      from: [],
      basis: 'label',
      decision: 'confirmed',
      decided: { note: 'Ja', recordedAt: '2020-01-01T12:00:00.000Z' },
    },
  ])
  const [concept] = coding.concept
  expect(concept).toMatchObject({ words: ['Vindkraft'], decision: null, decided: null, from: [] })
  expect(coding.industry).toMatchObject([{ code: '35', from: [{ id: concept!.code, label: concept!.label }] }])
  expect(coding.goal[0]!.from).toEqual([{ id: 'energi', label: { sv: 'Energi', en: 'Energy' } }])
  expect(coding.notMeasurable).toBe(null)
})

test('a division has the divisions of SNI 2025 beside it, where the key knows that it has moved too', () => {
  const in2025 = (text: string) =>
    codingShape(shippedThesaurus, codeText(shippedThesaurus, text)).industry.map((value) => [value.code, value.in2025])
  expect(in2025('Energi')).toEqual([['35', ['35']]])
  expect(shippedThesaurus.divisionsIn2025('63')).toEqual(['63', '60'])
  expect(shippedThesaurus.divisionsIn2025('45')).toEqual(['46', '47', '95'])
})
