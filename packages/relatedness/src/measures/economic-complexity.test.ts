import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { economicComplexity } from './economic-complexity.ts'
import { presenceFrom } from './specialisation.ts'
import { largestDifference } from '../testing/largest-difference.ts'
import { anyPresence, presenceOf } from '../testing/presences.ts'

test('by hand: the two-step chain', () => {
  // R1 has A1, A2; R2 has A2, A3. M̃ = [[3/4, 1/4], [1/4, 3/4]]: eigenvalues 1 and 1/2, ECI ∝ (1, −1).
  const { eci, eigenvalue, diversityCorrelation, notes } = economicComplexity(presenceOf('110', '011'))
  expect(eigenvalue).toBeCloseTo(0.5, 14)
  expect(Math.abs(eci.values[0]!)).toBeCloseTo(1, 12)
  expect(eci.values[0]! + eci.values[1]!).toBeCloseTo(0, 12)
  expect(diversityCorrelation).toBeNaN()
  expect(notes.map(({ code }) => code)).toContain('weak-sign')
})

describe('a nested table', () => {
  const presence = presenceOf('11111', '11110', '11100', '11000')
  test('the most diverse region and the rarest activity are the most complex', () => {
    const { eci, pci, diversityCorrelation } = economicComplexity(presence)
    expect([...eci.values]).toEqual([...eci.values].sort((one, other) => other - one))
    expect(pci.values[4]).toBe(Math.max(...pci.values))
    expect(diversityCorrelation).toBeGreaterThan(0.9)
  })

  test('in the scaling of py-ecomplexity ECI is the mean PCI of what a region has', () => {
    const { eci, pci } = economicComplexity(presence)
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    presence.regions.forEach((_, r) => {
      const held = [...pci.values].filter((_, a) => presence.values[r * 5 + a] === 1)
      expect(mean(held)).toBeCloseTo(eci.values[r]!, 12)
    })
  })

  test('in the scaling of economiccomplexity both have mean 0 and sample deviation 1', () => {
    const { eci, pci } = economicComplexity(presence, { scaling: 'economiccomplexity' })
    for (const { values } of [eci, pci]) {
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12)
      expect(values.reduce((sum, value) => sum + value * value, 0) / (values.length - 1)).toBeCloseTo(1, 12)
    }
  })
})

test('a table in two parts is reported and computed on the larger', () => {
  const { eci, pci, components, notes } = economicComplexity(presenceOf('11100', '11000', '00011', '01100'))
  expect(components).toEqual([
    { regions: ['R1', 'R2', 'R4'], activities: ['A1', 'A2', 'A3'] },
    { regions: ['R3'], activities: ['A4', 'A5'] },
  ])
  expect(eci.values[2]).toBeNaN()
  expect([...pci.values.subarray(3)]).toEqual([NaN, NaN])
  expect(notes).toContainEqual(expect.objectContaining({ code: 'outside-component', regions: ['R3'], activities: ['A4', 'A5'] }))
})

test('regions and activities without any specialisation are missing, and said', () => {
  const { eci, notes } = economicComplexity(presenceOf('1100', '0110', '0000'))
  expect(eci.values[2]).toBeNaN()
  expect(notes).toContainEqual(expect.objectContaining({ code: 'absent-region', regions: ['R3'] }))
  expect(notes).toContainEqual(expect.objectContaining({ code: 'absent-activity', activities: ['A4'] }))
})

test('regions that are all alike have no complexity', () => {
  const { eci, notes } = economicComplexity(presenceOf('11', '11'))
  expect([...eci.values]).toEqual([NaN, NaN])
  expect(notes.map(({ code }) => code)).toContain('undefined-complexity')
})

test('eigenvalues that lie close are said, since the order of regions then hangs on nothing', () => {
  // Three regions that each share one activity with all and have one of their own: the second eigenvalue is double.
  const { notes, gap } = economicComplexity(presenceOf('1100', '1010', '1001'))
  expect(gap).toBeCloseTo(0, 12)
  expect(notes.map(({ code }) => code)).toContain('narrow-gap')
})

test('the pair is an eigenpair: M̃ · ECI = λ · ECI', () => {
  fc.assert(
    fc.property(anyPresence(), (presence) => {
      const { eci, eigenvalue, components } = economicComplexity(presence, { scaling: 'none' })
      if (Number.isNaN(eigenvalue)) return
      const width = presence.activities.length
      const inside = presence.regions.flatMap((region, r) => (components[0]!.regions.includes(region) ? [r] : []))
      const has = (r: number, a: number) => presence.values[r * width + a] === 1
      const count = (holds: (at: number) => boolean, of: number) => Array.from({ length: of }, (_, at) => at).filter(holds).length
      for (const r of inside) {
        let sum = 0
        for (const s of inside)
          for (let a = 0; a < width; a++)
            if (has(r, a) && has(s, a))
              sum += eci.values[s]! / count((at) => has(r, at), width) / count((at) => has(at, a), presence.regions.length)
        expect(sum).toBeCloseTo(eigenvalue * eci.values[r]!, 9)
      }
    }),
  )
})

test('regions in another order have the same complexity when it is well decided', () => {
  fc.assert(
    fc.property(anyPresence(), (presence) => {
      const width = presence.activities.length
      const rows = presence.regions.map((_, r) => [...presence.values.subarray(r * width, (r + 1) * width)])
      const one = economicComplexity(presence)
      const other = economicComplexity(
        presenceFrom({ regions: presence.regions.toReversed(), activities: presence.activities, values: rows.toReversed() }),
      )
      if (one.gap < 1e-4 || Number.isNaN(one.gap) || !(one.diversityCorrelation > 1e-6) || one.components.length !== 1) return
      expect(largestDifference(other.eci.values.toReversed(), one.eci.values)).toBeLessThan(1e-7)
    }),
  )
})
