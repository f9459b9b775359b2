import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diversificationOptions } from './diversification-options.ts'
import { entries, exits, growth, growthByYear, lastingEntries } from './industrial-change.ts'
import { interregionalLinkages, linkageParts } from './interregional-linkages.ts'
import { expy, prody } from './productivity-levels.ts'
import { proximity } from './proximity.ts'
import { relatednessDensity } from './relatedness-density.ts'
import { dynamicShiftShare, shiftShare } from './shift-share.ts'
import { presenceFrom } from './specialisation.ts'
import { shareWeightedComplexity, subnationalComplexity } from './subnational-complexity.ts'
import { type Table, tableFrom } from './table.ts'
import { anyPresence, presenceOf } from '../testing/presences.ts'

const tableOf = (...values: (number | null)[][]): Table =>
  tableFrom({ regions: values.map((_, r) => `R${r + 1}`), activities: values[0]!.map((_, a) => `A${a + 1}`), values })
const seriesOf = (prefix: string, ...values: number[]) => ({
  labels: values.map((_, at) => `${prefix}${at + 1}`),
  values: Float64Array.from(values),
})

describe('shift-share by hand', () => {
  // All grow from 40 to 60 (half as much again); A1 from 20 to 20 (not at all), A2 from 20 to 40 (doubled).
  const [start, end] = [tableOf([10, 10], [10, 10]), tableOf([5, 25], [15, 15])]
  test('the three parts of a cell', () => {
    const { national, industryMix, regionalShift } = shiftShare(start, end)
    expect([national.values[0], industryMix.values[0], regionalShift.values[0]]).toEqual([5, -5, -5])
    expect([national.values[1], industryMix.values[1], regionalShift.values[1]]).toEqual([5, 5, 5])
  })

  test('over several years the parts of each pair are summed', () => {
    const middle = tableOf([8, 12], [12, 12])
    const { byRegion } = dynamicShiftShare({ years: ['1', '2', '3'], tables: [start, middle, end] })
    const steps = [shiftShare(start, middle), shiftShare(middle, end)]
    expect(byRegion.national.values[0]).toBeCloseTo(
      steps[0]!.byRegion.national.values[0]! + steps[1]!.byRegion.national.values[0]!,
      12,
    )
  })

  test('the parts sum to the change, for any tables', () => {
    const cells = fc.array(fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(cells, cells, (one, other) => {
        const { change, national, industryMix, regionalShift } = shiftShare(tableOf(...one), tableOf(...other))
        change.values.forEach((value, at) => {
          if (Number.isNaN(national.values[at]!)) return
          expect(national.values[at]! + industryMix.values[at]! + regionalShift.values[at]!).toBeCloseTo(value, 9)
        })
      }),
    )
  })

  test('a cell missing at one end is left out of both, and an activity that begins is said', () => {
    const { change, notes } = shiftShare(tableOf([10, 0], [10, 0]), tableOf([null, 4], [12, 0]))
    expect([...change.values]).toEqual([NaN, 4, 2, 0])
    expect(notes.map(({ code }) => code)).toEqual(['missing-cells', 'begun-activity'])
  })

  test('fewer than two years are refused', () => {
    expect(() => dynamicShiftShare({ years: ['1'], tables: [start] })).toThrow('two years or more')
  })
})

describe('entry, exit and growth', () => {
  test('a cell that could enter is 1 or 0; one that was there already is missing', () => {
    const { cells, rateByRegion } = entries(presenceOf('1000'), presenceOf('010.'))
    expect([...cells.values]).toEqual([NaN, 1, 0, NaN])
    expect([...rateByRegion.values]).toEqual([0.5])
    expect([...exits(presenceOf('1100'), presenceOf('0101')).cells.values]).toEqual([1, 0, NaN, NaN])
  })

  test('an entry that lasts is absent for so many years and then there for as many', () => {
    const years = ['0011', '0101', '1101', '1101'].map((row) => presenceOf(row))
    expect(lastingEntries(years, 2).map(({ values }) => [...values])).toEqual([[1, NaN, NaN, NaN]])
    expect(() => lastingEntries(years, 3)).toThrow('6 years of data')
  })

  test('growth from zero is infinite, and of a missing cell missing', () => {
    const { relative, byRegion, notes } = growth(tableOf([10, 0, null]), tableOf([15, 5, 1]))
    expect([...relative.values]).toEqual([0.5, Infinity, NaN])
    expect(byRegion.values[0]).toBe(1)
    expect(notes[0]).toMatchObject({ code: 'missing-cells', cells: 1 })
    expect(growthByYear({ years: ['a', 'b'], tables: [tableOf([1]), tableOf([2])] })).toMatchObject([{ from: 'a', to: 'b' }])
  })
})

describe('levels and complexity from elsewhere', () => {
  test('PRODY by hand: quotients 4/3 and 2/3 weigh the levels of the two regions', () => {
    const table = tableOf([2, 1], [1, 2])
    const levels = prody(table, seriesOf('R', 300, 600))
    expect(levels.values[0]).toBeCloseTo(400, 10)
    expect(expy(table, levels).values[0]).toBeCloseTo((2 * 400 + 500) / 3, 10)
  })

  test('a region without a level weighs nothing, and is said', () => {
    const { values, notes } = prody(tableOf([2, 1], [1, 2]), seriesOf('R', 300, NaN))
    expect(values[0]).toBeCloseTo(300, 10)
    expect(notes[0]).toMatchObject({ code: 'region-without-attribute', regions: ['R2'] })
  })

  test('subnational complexity is the mean over what a region has', () => {
    expect([...subnationalComplexity(presenceOf('110', '001'), seriesOf('A', 1, 3, NaN)).values]).toEqual([2, NaN])
    expect([...shareWeightedComplexity(tableOf([3, 1, 0]), seriesOf('A', 1, 3, 9)).values]).toEqual([1.5])
    expect([...subnationalComplexity(presenceOf('10', '01'), seriesOf('A', 1, 3), { standardise: 'population' }).values]).toEqual(
      [-1, 1],
    )
  })
})

describe('diversification options', () => {
  const presence = presenceOf('1000')
  const parts = {
    presence,
    density: { regions: ['R1'], activities: presence.activities, values: Float64Array.of(0.9, 0.25, 0.5, 0.75) },
    pci: seriesOf('A', 0, 1, -1, 3),
  }
  test('only cells not held, in four quadrants, a cell on the line on the upper side', () => {
    const { options, splits } = diversificationOptions(parts)
    expect(splits[0]!.density).toBe(0.5)
    expect(splits[0]!.complexity).toBe(1)
    expect(Object.fromEntries(options.map(({ activity, quadrant }) => [activity, quadrant]))).toEqual({
      A2: 'high-risk-high-benefit',
      A3: 'low-risk-low-benefit',
      A4: 'low-risk-high-benefit',
    })
    expect(options[0]!.activity).toBe('A4')
  })

  test('lines can be the median or given, and weights move the order', () => {
    expect(diversificationOptions(parts, { split: 'median' }).splits[0]).toEqual({ region: 'R1', density: 0.5, complexity: 1 })
    expect(diversificationOptions(parts, { split: { density: 0.5, complexity: 5 } }).options[0]!.quadrant).toBe(
      'low-risk-low-benefit',
    )
    expect(
      diversificationOptions(parts, { weights: { density: 0, complexity: 1 } }).options.map(({ activity }) => activity),
    ).toEqual(['A4', 'A2', 'A3'])
  })

  test('what is missing or undefined is no option, and said', () => {
    const { options, notes } = diversificationOptions({
      ...parts,
      presence: presenceOf('1.00'),
      pci: seriesOf('A', 0, 1, NaN, 3),
    })
    expect(options.map(({ activity }) => activity)).toEqual(['A4'])
    expect(notes).toEqual([expect.objectContaining({ code: 'undefined-options', cells: 2 })])
  })
})

describe('interregional linkages', () => {
  test('by hand: what R2 has and R1 lacks, of what is related', () => {
    const presence = presenceOf('100', '011')
    const near = { labels: presence.activities, values: Float64Array.of(0, 1, 3, 1, 0, 4, 3, 4, 0) }
    const { byActivity, byRegion } = interregionalLinkages(presence, near)
    // Into A2: A1 gives 1, A3 gives 4; R2 has A3. Into A3: A1 gives 3, A2 gives 4; R2 has A2.
    expect(byActivity.values[1]).toBeCloseTo(4 / 5, 14)
    expect(byRegion.values[1]).toBeCloseTo((4 / 5 + 4 / 7) / 2, 14)
    expect([...linkageParts(presence, near, { region: 'R1', partner: 'R2', activity: 'A2' }).values]).toEqual([0, 0, 4 / 5])
  })

  test('it is the density of the two together less that of the one', () => {
    fc.assert(
      fc.property(anyPresence(), (presence) => {
        const width = presence.activities.length
        if (presence.regions.length < 2) return
        const row = (r: number) => [...presence.values.subarray(r * width, (r + 1) * width)]
        const near = proximity(presence)
        const both = presenceFrom({
          regions: ['own', 'both'],
          activities: presence.activities,
          values: [row(0), row(0).map((value, a) => Math.max(value, row(1)[a]!))],
        })
        const density = relatednessDensity(both, { proximity: near }).values
        const pair = presenceFrom({ regions: ['own', 'other'], activities: presence.activities, values: [row(0), row(1)] })
        const { byActivity } = interregionalLinkages(pair, near)
        for (let i = 0; i < width; i++) {
          const expected = density[width + i]! - density[i]!
          if (Number.isNaN(expected)) expect(byActivity.values[i]).toBeNaN()
          else expect(byActivity.values[i]).toBeCloseTo(expected, 10)
        }
      }),
    )
  })
})
