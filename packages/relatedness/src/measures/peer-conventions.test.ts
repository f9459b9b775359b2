import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { occupationsByCounty } from '../testing/example-table.ts'
import { largestDifference } from '../testing/largest-difference.ts'
import { presenceOf } from '../testing/presences.ts'
import { analyse } from './analysis.ts'
import { coOccurrence } from './co-occurrence.ts'
import { coOccurrenceRelatedness } from './co-occurrence-measures.ts'
import { complexityOutlook } from './complexity-outlook.ts'
import { type PeerName, peerNames, presenceAs, proximityAs } from './peer-conventions.ts'
import { proximity } from './proximity.ts'
import { seriesFrom } from './records.ts'
import { tableFrom } from './table.ts'

const golden = JSON.parse(readFileSync(new URL('../../golden/peers.json', import.meta.url), 'utf8')) as Record<
  PeerName,
  Record<string, number[]>
>
const table = occupationsByCounty(2017)
const cells = [
  [0, 0],
  [3, 40],
  [8, 77],
  [13, 120],
  [20, 148],
] as const
const pairs = [
  [0, 1],
  [12, 90],
  [40, 41],
  [100, 148],
  [77, 5],
  [7, 7],
] as const
const at = (values: Float64Array, places: readonly (readonly [number, number])[]) => places.map(([i, j]) => values[i * 149 + j]!)

describe.each(peerNames)('as %s on Swedish counties, beside its formulas in numpy', (peer) => {
  const whole = analyse(table, { peer })
  const theirs = golden[peer]
  const agrees = (ours: ArrayLike<number>, name: string, by = 1e-11) =>
    expect(largestDifference(ours, theirs[name]!)).toBeLessThan(by)

  test('proximity, diagonal included, and density', () => {
    agrees(at(proximityAs(peer, presenceAs(peer, table)).values, pairs), 'proximity')
    agrees(at(whole.density.values, cells), 'density')
  })

  test('complexity of regions and activities', () => {
    agrees(whole.complexity.eci.values, 'eci', 1e-9)
    agrees(whole.complexity.pci.values, 'pci', 1e-9)
  })

  test('outlook, where it has one; else it is said', () => {
    if (theirs['index']) agrees(whole.outlook.index.values, 'index', 1e-9)
    if (theirs['gain']) agrees(at(whole.outlook.gain.values, cells), 'gain', 1e-9)
    expect(whole.notes.some(({ code }) => code === 'no-peer-measure')).toBe(!theirs['index'] || !theirs['gain'])
  })
})

describe('beside what the packages’ own functions give', () => {
  const own = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../golden/${name}.json`, import.meta.url), 'utf8')) as Record<string, number[]>
  const near = (ours: ArrayLike<number>, theirs: number[], by: number) => expect(largestDifference(ours, theirs)).toBeLessThan(by)

  test('py-ecomplexity: every measure', () => {
    const theirs = own('py-ecomplexity')
    const { quotients, density, complexity, outlook } = analyse(table, { peer: 'py-ecomplexity' })
    near(at(quotients.values, cells), theirs['quotient']!, 1e-12)
    near(at(density.values, cells), theirs['density']!, 1e-12)
    near(complexity.eci.values, theirs['eci']!, 1e-9)
    near(complexity.pci.values, theirs['pci']!, 1e-9)
    near(outlook.index.values, theirs['index']!, 1e-9)
    near(at(outlook.gain.values, cells), theirs['gain']!, 1e-9)
  })

  test('EconGeo: co-occurrences, all four kinds of relatedness, and density, KCI and TCI as far as it rounds', () => {
    const theirs = own('econgeo')
    const { presence, density, complexity } = analyse(table, { peer: 'econgeo' })
    const together = coOccurrence(presence)
    near(at(coOccurrence(presence, { diagonal: 'zero' }).values, pairs), theirs['coOccurrence']!, 1e-12)
    near(at(proximityAs('econgeo', presence).values, pairs), theirs['proximity']!, 1e-12)
    for (const measure of ['association', 'cosine', 'jaccard'] as const)
      near(at(coOccurrenceRelatedness(together, measure, { whenUndefined: 'zero' }).values, pairs), theirs[measure]!, 1e-12)
    near(at(density.values, cells), theirs['density']!, 1e-4)
    near(complexity.eci.values, theirs['eci']!, 0.02)
    near(complexity.pci.values, theirs['pci']!, 0.02)
  })
})

test('EconGeo rounds its matrix to four decimals, which moves its KCI by less than two percent of the largest', () => {
  const { eci } = analyse(table, { peer: 'econgeo' }).complexity
  expect(largestDifference(eci.values, golden.econgeo['roundedEci']!)).toBeLessThan(0.02)
})

test('the Datawheel gain by hand: the nearness of the target divides', () => {
  const presence = presenceOf('110', '011')
  // φ without diagonal: A1–A2 1/2, A2–A3 1/2, A1–A3 0. R1 lacks A3: into A2 it brings PCI 5 · (1/2) / (1/2 + 1/2).
  const pci = seriesFrom(presence.activities, { A1: 2, A2: 3, A3: 5 })
  const { gain } = complexityOutlook(presence, pci, { formula: 'datawheel' })
  expect([...gain.values].slice(0, 3)).toEqual([0 - 1 * 2, 5 * 0.5 - 0.5 * 3, 0 - 1 * 5])
  const byMatrix = complexityOutlook(presence, pci, { formula: 'datawheel', proximity: proximity(presence) })
  expect(largestDifference(byMatrix.gain.values, gain.values)).toBeLessThan(1e-15)
})

test('a missing cell is zero with every peer, and an empty region is removed by two and kept by two', () => {
  const holes = tableFrom({
    regions: ['R1', 'R2', 'R3', 'R4'],
    activities: ['A', 'B', 'C'],
    values: [
      [5, null, 5],
      [1, 4, 2],
      [0, 0, 0],
      [2, 5, 7],
    ],
  })
  for (const peer of peerNames) {
    const { presence, density } = analyse(holes, { peer })
    expect(presence.values[1]).toBe(0)
    const removed = peer === 'py-ecomplexity' || peer === 'economiccomplexity'
    expect(presence.values[6]).toBe(removed ? 255 : 0)
    expect(density.values.subarray(6, 9).every(Number.isNaN)).toBe(removed)
  }
})

test('a peer sets what other options would set, so both are refused', () => {
  expect(() => analyse(table, { peer: 'datawheel', scaling: 'none' })).toThrow('sets scaling too')
  expect(() => analyse(table, { peer: 'atlas' as never })).toThrow('Did you mean py-ecomplexity?')
  expect(analyse(table, { peer: 'datawheel', threshold: 2 }).presence).toMatchObject({ values: expect.any(Uint8Array) })
})
