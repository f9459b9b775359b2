import { describe, expect, test } from 'vitest'
import { analyse } from './analysis.ts'
import { coOccurrence } from './co-occurrence.ts'
import { type CoOccurrenceMeasure, coOccurrenceRelatedness } from './co-occurrence-measures.ts'
import { complexityOutlook } from './complexity-outlook.ts'
import { economicComplexity } from './economic-complexity.ts'
import { fitness } from './fitness.ts'
import { locationQuotient } from './location-quotient.ts'
import { correlationProximity, proximity } from './proximity.ts'
import { reflections } from './reflections.ts'
import { relatednessDensity } from './relatedness-density.ts'
import { averageUbiquity, diversity, specialisation, ubiquity } from './specialisation.ts'
import type { PairMatrix, Table } from './table.ts'
import { golden, occupationsByCounty } from '../testing/example-table.ts'
import { largestDifference } from '../testing/largest-difference.ts'

const quotients = locationQuotient(occupationsByCounty(2017))
const presence = specialisation(quotients)
const at = ({ activities, values }: Table) =>
  [
    [0, 0],
    [3, 40],
    [8, 77],
    [13, 120],
    [20, 148],
  ].map(([r, a]) => values[r! * activities.length + a!]!)
const atPairs = (
  { labels, values }: PairMatrix,
  pairs = [
    [0, 1],
    [12, 90],
    [40, 41],
    [100, 148],
    [77, 5],
  ],
) => pairs.map(([i, j]) => values[i! * labels.length + j!]!)
const agrees = (ours: ArrayLike<number>, theirs: ArrayLike<number> | undefined) =>
  expect(largestDifference(ours, theirs!)).toBeLessThan(1e-11)

describe('Swedish counties and occupations in 2017, beside numpy', () => {
  test('quotients, specialisations, diversity, ubiquity', () => {
    agrees(at(quotients), golden.quotient)
    expect(presence.values.reduce((sum, value) => sum + value, 0)).toBe(golden.specialisations)
    expect([...diversity(presence).values]).toEqual(golden.diversity)
    expect([...ubiquity(presence).values]).toEqual(golden.ubiquity)
    agrees(averageUbiquity(presence).values, golden.averageUbiquity)
  })

  test('proximities of every kind', () => {
    agrees(atPairs(proximity(presence)), golden.proximity)
    agrees(atPairs(proximity(presence, { kind: 'conditional' })), golden.conditional)
    agrees(atPairs(proximity(presence, { kind: 'geometric' })), golden.geometric)
    agrees(atPairs(correlationProximity(quotients)), golden.continuous)
    agrees(
      atPairs(proximity(presence, { of: 'regions' }), [
        [0, 1],
        [5, 20],
      ]),
      golden.regionProximity,
    )
  })

  test.each(['association', 'cosine', 'jaccard', 'probability'] satisfies CoOccurrenceMeasure[])(
    '%s of co-occurrences',
    (measure) => {
      agrees(atPairs(coOccurrenceRelatedness(coOccurrence(presence), measure)), golden[measure])
    },
  )

  test('densities without and with the own diagonal, and continuous', () => {
    agrees(at(relatednessDensity(presence)), golden.density)
    agrees(at(relatednessDensity(presence, { ownDiagonal: true })), golden.ownDensity)
    agrees(at(relatednessDensity(presence, { proximity: proximity(presence) })), golden.density)
    agrees(at(relatednessDensity(quotients, { proximity: correlationProximity(quotients) })), golden.continuousDensity)
  })

  test('complexity in both scalings', () => {
    const py = economicComplexity(presence)
    agrees([py.eigenvalue, py.nextEigenvalue], [golden.eigenvalue, golden.nextEigenvalue])
    agrees(py.eci.values, golden.pyEci)
    agrees(py.pci.values, golden.pyPci)
    const r = economicComplexity(presence, { scaling: 'economiccomplexity' })
    agrees(r.eci.values, golden.rEci)
    agrees(r.pci.values, golden.rPci)
  })

  test('outlook by both formulas', () => {
    const { pci } = economicComplexity(presence)
    const atlas = complexityOutlook(presence, pci)
    agrees(atlas.index.values, golden.outlookIndex)
    agrees(at(atlas.gain), golden.atlasGain)
    agrees(at(complexityOutlook(presence, pci, { formula: 'truncated' }).gain), golden.truncatedGain)
    agrees(at(complexityOutlook(presence, pci, { proximity: proximity(presence) }).gain), golden.atlasGain)
  })

  test('fitness and reflections after so many steps', () => {
    const result = fitness(presence, { iterations: 30, tolerance: 0 })
    agrees(result.fitness.values, golden.fitness30)
    agrees(result.complexity.values.subarray(0, 10), golden.quality30)
    const { regions, activities } = reflections(presence, { steps: 19 })
    agrees(regions[18]!.values, golden.reflectionRegions18)
    agrees(activities[19]!.values.subarray(0, 10), golden.reflectionActivities19)
  })

  test('the whole line at once gives the same', () => {
    const whole = analyse(occupationsByCounty(2017))
    agrees(at(whole.quotients), golden.quotient)
    agrees(at(whole.density), golden.density)
    agrees(whole.complexity.eci.values, golden.pyEci)
    agrees(whole.outlook.index.values, golden.outlookIndex)
    agrees(at(whole.outlook.gain), golden.atlasGain)
    expect(whole.notes).toEqual([])
  })
})
