import { describe, expect, test } from 'vitest'
import { shippedPanel as panel } from '../evidence/testing/shipped-panel.ts'
import { besideWithStatistics } from '../evidence/testing/shipped-cubes.ts'
import { densityOfSet } from '../evidence/related-activities.ts'
import { specialisationsOf } from '../evidence/specialisations.ts'
import { areaPartnersView } from '../shapes/area-partners-shape.ts'
import { proposalsView } from '../shapes/match-shape.ts'
import { shippedSnapshot } from '../snapshot/testing/shipped-snapshot.ts'
import { activityComplements, fieldComplement } from './figure-complements.ts'

const quotientOf = (region: string, activity: string) =>
  specialisationsOf(panel, region).find((one) => one.activity === activity)!

describe('a field complements another region', () => {
  const codes = panel.regionCodes.flatMap((from) => panel.regionCodes.map((to) => ({ from, to })))
  // Sawmill operators and paper process operators.
  const wood = ['8171', '8172']
  const found = codes.flatMap((pair) => {
    const complement = fieldComplement(panel, wood, pair)
    return complement ? [{ ...pair, complement }] : []
  })
  test('when one has it beyond doubt, the other less than the nation, and both are near it', () => {
    expect(found.length).toBeGreaterThan(0)
    for (const { from, to, complement } of found) {
      expect(complement.lower).toBeGreaterThan(1)
      expect(complement.otherQuotient).toBeLessThan(1)
      const [own, other] = [densityOfSet(panel, wood, from), densityOfSet(panel, wood, to)]
      expect([own.own >= own.mean, other.own >= other.mean]).toEqual([true, true])
      expect(complement.year).toBe('2024')
    }
  })
  test('not when both have it, neither has, or the other has little that is near', () => {
    const paired = (from: string, to: string) => fieldComplement(panel, wood, { from, to })
    expect(paired('22', '17')).toBeNull()
    expect(paired('01', '12')).toBeNull()
    expect(densityOfSet(panel, wood, '01').own).toBeLessThan(densityOfSet(panel, wood, '01').mean)
    expect(paired('22', '01')).toBeNull()
    expect(paired('22', '22')).toBeNull()
  })
  test('not without figures', () => {
    expect(fieldComplement(panel, [], { from: '22', to: '01' })).toBeNull()
    expect(fieldComplement(panel, wood, { from: '22', to: '99' })).toBeNull()
  })
})

test('an occupation complements another region by the same rule, three at most, the surest first', () => {
  for (const from of panel.regionCodes.slice(0, 6))
    for (const to of panel.regionCodes.slice(6, 12)) {
      const all = activityComplements(panel, panel.activities, { from, to })
      expect(all.length).toBeLessThanOrEqual(3)
      expect(all.map(({ lower }) => lower)).toEqual(all.map(({ lower }) => lower).toSorted((a, b) => b - a))
      for (const { activity, quotient, lower, otherQuotient } of all) {
        expect(quotientOf(from, activity)).toMatchObject({ quotient, lower })
        expect(quotientOf(to, activity).quotient).toBe(otherQuotient)
        expect([lower > 1, otherQuotient < 1]).toEqual([true, true])
      }
    }
  expect(activityComplements(panel, ['8171'], { from: '22', to: '99' })).toEqual([])
})

describe('on the pages', () => {
  const [measured, bare] = [besideWithStatistics(), undefined].map((beside) => shippedSnapshot('2026-11-26', [], beside)) as [
    ReturnType<typeof shippedSnapshot>,
    ReturnType<typeof shippedSnapshot>,
  ]
  test('a proposal is complementary only with the figures of both and their year as the reason', () => {
    const complements = proposalsView(measured, 'kronoberg').flatMap(({ brings, gives }) => [...brings, ...gives])
    const shown = complements.filter(({ figures }) => figures !== null)
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThan(complements.length)
    for (const { figures } of shown) {
      expect([figures!.lower > 1, figures!.otherQuotient < 1]).toEqual([true, true])
      expect(figures!.reason.sv).toContain('gånger landets andel (2024)')
      expect(figures!.reason.sv).toContain('Kronoberg')
    }
  })
  test('and never without statistics', () => {
    const complements = proposalsView(bare, 'kronoberg').flatMap(({ brings, gives }) => [...brings, ...gives])
    expect(complements.length).toBeGreaterThan(0)
    expect(complements.every(({ figures }) => figures === null)).toBe(true)
  })
  test('partners of areas name occupations of the field that their own region lacks', () => {
    const own = measured.inForce('priorityArea').filter(({ owner }) => owner.kind === 'region')
    const partners = own
      .slice(0, 40)
      .flatMap(({ id, owner }) => areaPartnersView(measured, id).partners.map((one) => ({ ...one, owner })))
    const shown = partners.flatMap(({ complements, owner, region }) => complements.map((one) => ({ ...one, owner, region })))
    expect(shown.length).toBeGreaterThan(0)
    for (const { code, owner, region, quotient, reason } of shown) {
      expect(quotientOf(owner.id, code).quotient).toBeLessThan(1)
      expect(quotientOf(region.code, code).quotient).toBe(quotient)
      expect(reason.en).toContain('(2024)')
    }
  })
})
