import { describe, expect, test } from 'vitest'
import { judgedAreaPairs } from '../coding/testing/judged-areas.ts'
import { area, decision, region, snapshotOf, strategy } from '../snapshot/testing/small-registry.ts'
import type { Sketch } from '../snapshot/testing/small-registry.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { shippedThesaurus } from '../thesaurus/testing/shipped-thesaurus.ts'
import { compareAreas, featuresOfPair, findSimilarPriorities, likenessFeatures } from './area-likeness.ts'
import { rankCorrelation } from './testing/pair-judgements.ts'

const shipped = shippedSnapshot('2026-11-27')
const likeness = (one: string, other: string, snapshot = shipped) =>
  compareAreas(snapshot, snapshot.getBegun('priorityArea', one)!, snapshot.getBegun('priorityArea', other)!)

/** The bars are a little below the results: 0.93 and 0.92 on the tuning half, 0.87 and 0.82 on the other, which is only measured. */
test.each([
  ['tune', 0.91, 0.89],
  ['measure', 0.85, 0.79],
] as const)(
  'pairs judged blind, %s half: rank correlation reaches its bar, and that of the hard ones',
  (half, least, leastHard) => {
    const pairs = judgedAreaPairs(half).map((pair) => ({ ...pair, score: likeness(...pair.areaIds).score }))
    const rank = (list: typeof pairs) =>
      rankCorrelation(
        list.map(({ grade }) => grade),
        list.map(({ score }) => score),
      )
    expect(rank(pairs)).toBeGreaterThan(least)
    expect(rank(pairs.filter(({ isHard }) => isHard))).toBeGreaterThan(leastHard)
  },
)

const [listA, listB, listC] = [strategy('a', '03'), strategy('b', '04'), strategy('c', '05')]
const explained = (displayLabel: string, sv: string | null) => ({
  body: { displayLabel, description: sv === null ? null : { sv, en: sv } },
})
const made = (...further: Sketch[]) =>
  snapshotOf([
    region('03', 'Alvik'),
    region('04', 'Brovik'),
    region('05', 'Dalvik'),
    listA,
    listB,
    listC,
    area('besok', listA, explained('Besöksnäring', 'Turism, hotell och restauranger.')),
    area('upplevelser', listB, explained('Upplevelser', 'Turism och restauranger i fjällen.')),
    area('kultur', listC, explained('Kultur', 'Museer, musik och konst för den som bor här.')),
    area('gruvor', listB, {
      ...explained('Gruvor', 'Malm bryts och anrikas.'),
      body: { ...explained('Gruvor', 'Malm bryts och anrikas.').body, order: 2 },
    }),
    ...further,
  ])

describe('likeness has shades', () => {
  test('one field in other words is nearer than one that borders it, and that nearer than another', () => {
    const scores = ['upplevelser', 'kultur', 'gruvor'].map((other) => likeness('besok', other, made()).score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(scores[0]!).toBeGreaterThan(0.6)
    expect(scores[1]!).toBeLessThan(0.6)
    expect(scores[2]!).toBeLessThan(0.2)
  })
  test('it is the same both ways, from 0 to 1', () => {
    for (const [one, other] of [
      ['besok', 'upplevelser'],
      ['besok', 'gruvor'],
      ['kultur', 'upplevelser'],
    ] as const) {
      const { score } = likeness(one, other, made())
      expect(likeness(other, one, made()).score).toBeCloseTo(score, 10)
      expect(score >= 0 && score <= 1).toBe(true)
    }
  })
  test('the same label is the same, whatever explains it', () => {
    const twice = made(area('besok-2', listC, { body: { ...explained('Besöksnäring', 'Bad.').body, order: 2 } }))
    expect(likeness('besok', 'besok-2', twice).score).toBe(1)
  })
  test('a decision of a person counts', () => {
    const before = likeness('besok', 'gruvor', made()).score
    const decided = made(
      decision('gruvor', 'theme.besoksnaring', 'confirmed'),
      decision('gruvor', 'theme.gruvor-och-metall', 'rejected'),
    )
    expect(likeness('besok', 'gruvor', decided).score).toBeGreaterThan(before + 0.1)
  })
})

test('what two areas have in common is counted from 0 to 1, and each part has a fitted weight', () => {
  const features = featuresOfPair(made(), made().get('priorityArea', 'besok')!, made().get('priorityArea', 'upplevelser')!)
  for (const name of likenessFeatures) {
    expect(features[name], name).toBeGreaterThanOrEqual(0)
    expect(features[name], name).toBeLessThanOrEqual(1.000001)
    expect(shippedThesaurus.weights).toHaveProperty([`likeness.${name}`])
  }
})

test('areas whose labels share nothing say which theme they share and by which words', () => {
  const [first] = findSimilarPriorities(made(), 'besok', 3)
  expect(first!.priority.id).toBe('upplevelser')
  expect(first!.reason.sv).toContain('Besöksnäring och upplevelser')
})

test('nothing is similar to an area that there is not', () => {
  expect(findSimilarPriorities(made(), 'okand', 3)).toEqual([])
})
