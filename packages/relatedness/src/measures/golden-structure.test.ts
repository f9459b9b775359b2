import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  averageLocationQuotient,
  gini,
  hachman,
  herfindahl,
  hooverGini,
  hooverIndex,
  krugmanIndex,
  locationalGini,
  specialisationCoefficient,
} from './concentration.ts'
import { effectiveActivities, entropy, variety } from './entropy-variety.ts'
import { entries, exits } from './industrial-change.ts'
import { interregionalLinkages, linkageParts } from './interregional-linkages.ts'
import { locationQuotient } from './location-quotient.ts'
import { expy, prody } from './productivity-levels.ts'
import { proximity } from './proximity.ts'
import { shiftShare } from './shift-share.ts'
import { specialisation } from './specialisation.ts'
import { structuralDistances, structuralSimilarity } from './structural-peers.ts'
import type { PairMatrix, Series } from './table.ts'
import { occupationsByCounty } from '../testing/example-table.ts'
import { largestDifference } from '../testing/largest-difference.ts'

const golden = JSON.parse(readFileSync(new URL('../../golden/structure.json', import.meta.url), 'utf8')) as Record<
  string,
  number & number[]
>
const [before, table] = [occupationsByCounty(2014), occupationsByCounty(2017)]
const [was, is] = [before, table].map((one) => specialisation(locationQuotient(one))) as [
  ReturnType<typeof specialisation>,
  ReturnType<typeof specialisation>,
]
const agrees = ({ values }: { values: ArrayLike<number> }, theirs: ArrayLike<number> | number | undefined) =>
  expect(largestDifference(values, typeof theirs === 'number' ? [theirs] : theirs!)).toBeLessThan(1e-11)
const picked = ({ values }: Series) => ({ values: [0, 10, 50, 100, 148].map((a) => values[a]!) })
const pair = ({ labels, values }: PairMatrix, one: number, other: number) => ({ values: [values[one * labels.length + other]!] })

describe('Swedish counties and occupations, beside numpy', () => {
  test('entropy and variety over two levels of the classification', () => {
    agrees(entropy(table), golden['entropy'])
    const { total, unrelated, related, byLevel } = variety(
      table,
      table.activities.map((label) => [label.slice(0, 1), label.slice(0, 2)]),
    )
    agrees(total, golden['entropy'])
    agrees(unrelated, golden['unrelated'])
    agrees(byLevel[1]!, golden['middle'])
    agrees({ values: related.values.map((value, r) => value + unrelated.values[r]!) }, golden['entropy'])
    agrees({ values: effectiveActivities(table).values.map(Math.log2) }, golden['entropy'])
  })

  test('concentration within regions', () => {
    agrees(herfindahl(table), golden['herfindahl'])
    agrees(krugmanIndex(table), golden['krugman'])
    agrees(krugmanIndex(table, { reference: 'others' }), golden['krugmanOthers'])
    agrees({ values: specialisationCoefficient(table).values.map((value) => 2 * value) }, golden['krugman'])
    agrees(averageLocationQuotient(table), golden['averageQuotient'])
    agrees({ values: hachman(table).values.map((value) => 1 / value) }, golden['averageQuotient'])
  })

  test('spread over regions', () => {
    agrees(picked(gini(table)), golden['gini'])
    agrees(picked(hooverIndex(table)), golden['hoover'])
    agrees(picked(hooverGini(table)), golden['hooverGini'])
    agrees({ values: picked(locationalGini(table)).values.map((value) => 2 * value) }, golden['hooverGini'])
  })

  test('levels, shift-share, entry and exit', () => {
    const attribute = { labels: table.regions, values: Float64Array.from(table.regions, (_, r) => 200 + (r * 220) / 20) }
    const levels = prody(table, attribute)
    agrees(picked(levels), golden['prody'])
    agrees(expy(table, levels), golden['expy'])
    const { byRegion } = shiftShare(before, table)
    agrees(byRegion.national, golden['national'])
    agrees(byRegion.industryMix, golden['mix'])
    agrees(byRegion.regionalShift, golden['shift'])
    agrees(entries(was, is).rateByRegion, golden['entryRate'])
    agrees(exits(was, is).rateByRegion, golden['exitRate'])
  })

  test('linkages and peers', () => {
    const near = proximity(is)
    agrees(pair(interregionalLinkages(is, near).byRegion, 0, 5), golden['linkage'])
    const [region, partner, activity] = [table.regions[0]!, table.regions[5]!, table.activities[40]!]
    const parts = linkageParts(is, near, { region, partner, activity })
    expect(parts.values.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(0)
    for (const distance of ['manhattan', 'cosine', 'hellinger'] as const)
      agrees(pair(structuralDistances(table, distance), 0, 9), golden[distance])
    agrees(pair(structuralDistances(table), 0, 9), golden['jensenShannon'])
    agrees(pair(structuralSimilarity(table), 0, 9), golden['overlap'])
    agrees(pair(structuralSimilarity(table, 'log-quotients'), 0, 9), golden['logQuotients'])
  })
})
