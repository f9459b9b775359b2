import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tableOf } from '../testing/any-table.ts'
import { occupationsByCounty } from '../testing/example-table.ts'
import { largestDifference } from '../testing/largest-difference.ts'
import { anyPresence, presenceOf } from '../testing/presences.ts'
import { analyse } from './analysis.ts'
import { entryList, exitList, growthList } from './change-lists.ts'
import { coOccurrence } from './co-occurrence.ts'
import { crossDensity, crossProximity } from './cross-space.ts'
import { locationQuotient } from './location-quotient.ts'
import { nearestActivities } from './nearest-activities.ts'
import { inverseNormalisedUbiquity, normalisedUbiquity } from './normalised-ubiquity.ts'
import { analysePanel, panelRows } from './panel-analysis.ts'
import { eitherPresence, populationQuotient } from './population-quotient.ts'
import { productAttribute } from './product-attribute.ts'
import { proximity } from './proximity.ts'
import { corrected, randomNumbers, shuffledPresences } from './random-presences.ts'
import { easeOfRecombination, modularComplexity } from './recombination.ts'
import { seriesFrom } from './records.ts'
import { relatednessDensity } from './relatedness-density.ts'
import { relativeRelatedness } from './relative-relatedness.ts'
import { coOccurrenceScores, entrySignificance, relatednessSignificance } from './significance.ts'
import { type Presence, specialisation } from './specialisation.ts'

const golden = JSON.parse(readFileSync(new URL('../../golden/wider-measures.json', import.meta.url), 'utf8')) as Record<
  string,
  number[]
>
const table = occupationsByCounty(2017)
const presence = specialisation(locationQuotient(table))
const cells = [0, 3 * 149 + 40, 8 * 149 + 77, 13 * 149 + 120, 20 * 149 + 148]
const pairs = [1, 12 * 149 + 90, 40 * 149 + 41, 100 * 149 + 148, 77 * 149 + 5]
const at = (values: Float64Array, places: number[]) => places.map((place) => values[place]!)
const agrees = (ours: ArrayLike<number>, name: string) => expect(largestDifference(ours, golden[name]!)).toBeLessThan(1e-11)
const part = (from: number, to: number): Presence => ({
  regions: presence.regions,
  activities: presence.activities.slice(from, to),
  values: Uint8Array.from(presence.regions.flatMap((_, r) => [...presence.values.subarray(r * 149 + from, r * 149 + to)])),
})

describe('quotient by population', () => {
  test('by hand: half of the people with three quarters of the activity have 1.5 times the whole', () => {
    const { values } = populationQuotient(tableOf([3, 1], [1, 1]), seriesFrom(['R1', 'R2'], { R1: 10, R2: 10 }))
    expect([...values]).toEqual([1.5, 1, 0.5, 1])
  })
  test('as in numpy', () => {
    const people = { labels: table.regions, values: Float64Array.from(table.regions, (_, r) => (r + 1) ** 2 * 1000) }
    agrees(at(populationQuotient(table, people).values, cells), 'rpop')
  })
  test('a missing cell and a region without population are missing; below zero is refused', () => {
    const { values, notes } = populationQuotient(
      tableOf([3, null], [1, 1], [5, 5]),
      seriesFrom(['R1', 'R2', 'R3'], { R1: 10, R2: 10 }),
    )
    expect([...values]).toEqual([1.5, NaN, 0.5, 2, NaN, NaN])
    expect(notes).toEqual([expect.objectContaining({ code: 'region-without-population', regions: ['R3'] })])
    expect(() => populationQuotient(tableOf([1]), seriesFrom(['R1'], { R1: -1 }))).toThrow('it must be zero or more')
  })
  test('present by either test', () => {
    expect([...eitherPresence(presenceOf('10.0.'), presenceOf('01100')).values]).toEqual([1, 1, 1, 0, 255])
  })
})

describe('relative relatedness', () => {
  test('by hand: options 0.2 and 0.4 are a deviation of √0.02 from their mean', () => {
    const density = { regions: ['R1'], activities: ['A1', 'A2', 'A3'], values: Float64Array.of(0.2, 0.4, 0.9) }
    const { values } = relativeRelatedness(presenceOf('001'), density)
    expect(largestDifference(values, [-0.1 / Math.sqrt(0.02), 0.1 / Math.sqrt(0.02), 0.6 / Math.sqrt(0.02)])).toBeLessThan(1e-12)
  })
  test('as in numpy', () => agrees(at(relativeRelatedness(presence, relatednessDensity(presence)).values, cells), 'relative'))
  test('a missing cell is no option; one option alone is not relative to anything', () => {
    const density = { regions: ['R1'], activities: ['A1', 'A2'], values: Float64Array.of(0.2, 0.4) }
    const { values, notes } = relativeRelatedness(presenceOf('0.'), density)
    expect([...values]).toEqual([NaN, NaN])
    expect(notes[0]!.code).toBe('too-few-options')
  })
})

describe('cross-space proximity and density', () => {
  test('by hand', () => {
    const cross = crossProximity(presenceOf('11', '01'), presenceOf('10', '10'))
    expect([...cross.values]).toEqual([1 / 2, NaN, 1, NaN])
    expect([...crossDensity(presenceOf('10', '11'), cross).values]).toEqual([1 / 3, NaN, 1, NaN])
  })
  test('as in numpy', () => {
    const cross = crossProximity(part(0, 60), part(60, 149))
    agrees(at(cross.values, [0, 5 * 89 + 30, 59 * 89 + 88]), 'cross')
    agrees(at(crossDensity(part(0, 60), cross).values, [0, 10 * 89 + 40, 20 * 89 + 88]), 'crossDensity')
  })
  test('a missing cell of a region takes part in neither sum', () => {
    const cross = crossProximity(presenceOf('11', '11'), presenceOf('1', '1'))
    expect([...crossDensity(presenceOf('1.', '10'), cross).values]).toEqual([1, 0.5])
  })
  test('of a space with itself it is the proximity', () => {
    fc.assert(
      fc.property(anyPresence(), (one) => {
        expect(largestDifference(crossProximity(one, one).values, proximity(one).values)).toBeLessThan(1e-15)
      }),
    )
  })
})

describe('product attribute (PGI, PEII)', () => {
  test('by hand: shares 3/4 and 1/2 weigh 0.2 and 0.4', () => {
    const { values } = productAttribute(
      tableOf([3, 1], [1, 1]),
      presenceOf('10', '10'),
      seriesFrom(['R1', 'R2'], { R1: 0.2, R2: 0.4 }),
    )
    expect(values[0]).toBeCloseTo((0.75 * 0.2 + 0.5 * 0.4) / 1.25, 14)
    expect(values[1]).toBeNaN()
  })
  test('as in numpy', () => {
    const attribute = { labels: table.regions, values: Float64Array.from(table.regions, (_, r) => 0.2 + (0.3 * r) / 20) }
    agrees(productAttribute(table, presence, attribute).values, 'pgi')
  })
  test('a region without the attribute is left out, and noted', () => {
    const { values, notes } = productAttribute(
      tableOf([3, 1], [1, 1]),
      presenceOf('10', '10'),
      seriesFrom(['R1', 'R2'], { R1: 0.2 }),
    )
    expect(values[0]).toBeCloseTo(0.2, 15)
    expect(notes.map(({ code }) => code)).toEqual(['region-without-attribute', 'absent-activity'])
  })
})

describe('recombination and modular complexity', () => {
  test('by hand', () => {
    const documents = presenceOf('110', '100', '011')
    expect([...easeOfRecombination(documents).values]).toEqual([1 / 2, 1, 1])
    expect([...modularComplexity(documents).byRegion.values]).toEqual([2 / 1.5, 1 / 0.5, 1])
  })
  test('as in numpy', () => {
    agrees(easeOfRecombination(presence).values, 'ease')
    agrees(modularComplexity(presence).byRegion.values, 'modular')
    agrees(modularComplexity(presence).byActivity.values, 'modularAverage')
  })
  test('what never combines is missing, or zero as EconGeo has it; a missing cell is not known', () => {
    expect([...modularComplexity(presenceOf('10', '0.')).byRegion.values]).toEqual([NaN, NaN])
    expect([...modularComplexity(presenceOf('10', '0.'), { whenUndefined: 'zero' }).byRegion.values]).toEqual([0, NaN])
    expect(easeOfRecombination(presenceOf('10')).notes[0]).toMatchObject({ code: 'absent-activity', activities: ['A2'] })
  })
})

describe('normalised ubiquity and its inverse', () => {
  test('by hand: 3/4 of everything over half of the specialisations', () => {
    expect(normalisedUbiquity(tableOf([6, 1], [0, 1]), presenceOf('10', '01')).values[0]).toBe(1.5)
    expect(inverseNormalisedUbiquity(tableOf([6, 1], [0, 1]), presenceOf('10', '11')).values[0]).toBe(Math.log(6) / 2)
  })
  test('as in numpy', () => {
    agrees(normalisedUbiquity(table, presence).values, 'normalised')
    agrees(inverseNormalisedUbiquity(table, presence).values, 'inverse')
  })
  test('missing where nobody is specialised', () =>
    expect(normalisedUbiquity(tableOf([1, null]), presenceOf('1.')).values[1]).toBeNaN())
})

describe('significance', () => {
  test('z-scores by hand: shared 2 of 4, each 2 of 4, expected 1 with deviation √(1/3)', () => {
    expect(coOccurrenceScores(presenceOf('11', '11', '00', '00')).values[1]).toBeCloseTo(Math.sqrt(3), 12)
  })
  test('z-scores as in numpy; none on the diagonal or for what is everywhere', () => {
    agrees(at(coOccurrenceScores(presence).values, pairs), 'z')
    expect([...coOccurrenceScores(presenceOf('11', '1.')).values]).toEqual([NaN, NaN, NaN, NaN])
  })
  test('shuffling keeps diversity and ubiquity', () => {
    fc.assert(
      fc.property(anyPresence({ missing: true }), fc.integer({ min: 1, max: 1e6 }), (one, seed) => {
        const lists = shuffledPresences(one, randomNumbers(seed))()
        const shuffled = presenceOf(...lists.map((list) => one.activities.map((_, a) => (list.includes(a) ? '1' : '0')).join('')))
        const ones = (values: Uint8Array) => values.map((value) => (value === 1 ? 1 : 0))
        const counts = (values: Uint8Array, of: (place: number) => number) => {
          const sums = new Map<number, number>()
          ones(values).forEach((value, place) => sums.set(of(place), (sums.get(of(place)) ?? 0) + value))
          return [...sums]
        }
        const width = one.activities.length
        expect(counts(shuffled.values, (place) => Math.floor(place / width))).toEqual(
          counts(one.values, (place) => Math.floor(place / width)),
        )
        expect(counts(shuffled.values, (place) => place % width)).toEqual(counts(one.values, (place) => place % width))
      }),
    )
  })
  test('what is always found together is hardly chance, and what never is may well be', () => {
    const one = presenceOf('1100', '1100', '1100', '0011', '0011', '0011')
    const { pValues } = relatednessSignificance(one, { rounds: 4000, correction: 'none' })
    expect(pValues.values[1]).toBeLessThan(0.1)
    expect(pValues.values[1]).toBe(pValues.values[4])
    expect(pValues.values[2]).toBe(1)
  })
  test('the same seed gives the same, and how many tests were made is noted', () => {
    const [one, again] = [1, 1].map((seed) => relatednessSignificance(presence, { rounds: 50, seed }))
    expect(one!.pValues).toEqual(again!.pValues)
    expect(one!.tests).toBe((149 * 148) / 2)
    expect(one!.notes[0]).toMatchObject({ code: 'many-tests', message: expect.stringContaining('Benjamini–Hochberg') })
    expect(one!.adjusted.values[1]).toBeGreaterThanOrEqual(one!.pValues.values[1]!)
  })
  test('corrections by hand', () => {
    expect([...corrected(Float64Array.of(0.01, 0.04, NaN, 0.03), 'bonferroni')]).toEqual([0.03, 0.12, NaN, 0.09])
    expect(
      largestDifference(corrected(Float64Array.of(0.01, 0.04, NaN, 0.03), 'benjamini-hochberg'), [0.03, 0.04, NaN, 0.04]),
    ).toBeLessThan(1e-15)
  })
  test('entries of what is related: one of two options, the denser, comes by chance every second time', () => {
    const density = { regions: ['R1'], activities: ['A1', 'A2', 'A3'], values: Float64Array.of(0.1, 0.5, 0.9) }
    const { difference, pValue, pValueByRegion } = entrySignificance(presenceOf('001'), presenceOf('011'), density, {
      rounds: 9999,
    })
    expect(difference).toBeCloseTo(0.4, 15)
    expect(pValue).toBeCloseTo(0.5, 1)
    expect(pValueByRegion.values[0]).toBeCloseTo(0.5, 1)
  })
  test('a region that entered nothing, or whose cells are missing, has no p-value', () => {
    const density = { regions: ['R1'], activities: ['A1', 'A2'], values: Float64Array.of(0.1, 0.5) }
    expect(entrySignificance(presenceOf('00'), presenceOf('0.'), density).pValue).toBeNaN()
  })
})

describe('lists of change', () => {
  const years = ['2014', '2017']
  const both = [occupationsByCounty(2014), table]
  const presences = both.map((one) => specialisation(locationQuotient(one)))
  test('as many entries and exits as in numpy', () => {
    const entered = entryList({ years, presences })
    expect(entered.filter(({ value }) => value === 1)).toHaveLength(golden['entries'] as unknown as number)
    expect(entered).toHaveLength(golden['couldEnter'] as unknown as number)
    expect(exitList({ years, presences }).filter(({ value }) => value === 1)).toHaveLength(golden['exits'] as unknown as number)
  })
  test('growth by hand, with missing cells', () => {
    expect(growthList({ years, tables: [tableOf([2, null]), tableOf([3, 1])] })).toEqual([
      { region: 'R1', activity: 'A1', from: '2014', to: '2017', value: 0.5 },
      { region: 'R1', activity: 'A2', from: '2014', to: '2017', value: null },
    ])
    expect(() => growthList({ years: ['1'], tables: both })).toThrow('Give one for each')
  })
})

describe('nearest activities', () => {
  test('are the largest of the proximity, whatever the presence', () => {
    fc.assert(
      fc.property(anyPresence({ missing: true }), (one) => {
        const near = proximity(one, { diagonal: 'zero' })
        const found = nearestActivities(one, { count: 3 })
        one.activities.forEach((activity, a) => {
          const row = [...near.values.subarray(a * one.activities.length, (a + 1) * one.activities.length)]
          const largest = row
            .filter((value) => value > 0)
            .sort((x, y) => y - x)
            .slice(0, 3)
          expect(found.filter((pair) => pair.activity === activity).map((pair) => pair.proximity)).toEqual(largest)
        })
      }),
    )
  })
  test('of more activities than a matrix could be made for', () => {
    const activities = Array.from({ length: 20_000 }, (_, a) => `A${a}`)
    const values = new Uint8Array(20_000 * 3)
    for (let a = 0; a < 20_000; a++) values[(a % 3) * 20_000 + a] = a < 60 ? 1 : 0
    expect(nearestActivities({ regions: ['R1', 'R2', 'R3'], activities, values }, { count: 2 })).toHaveLength(120)
  })
})

describe('all years and measures at once', () => {
  const panel = { years: ['2014', '2017'], tables: [occupationsByCounty(2014), table] }
  test('are what analyse gives for each', () => {
    const { rowCount, columns } = analysePanel(panel)
    const whole = analyse(table)
    expect(rowCount).toBe(2 * 21 * 149)
    expect(columns.density.subarray(21 * 149)).toEqual(whole.density.values)
    expect(columns.gain.subarray(21 * 149)).toEqual(whole.outlook.gain.values)
    expect([columns.year[21 * 149], columns.region[21 * 149 + 149], columns.activity[1]]).toEqual([
      '2017',
      table.regions[1],
      table.activities[1],
    ])
    expect(columns.eci[21 * 149 + 149]).toBe(whole.complexity.eci.values[1])
    expect(columns.pci[21 * 149 + 1]).toBe(whole.complexity.pci.values[1])
    expect(columns.outlook[21 * 149]).toBe(whole.outlook.index.values[0])
  })
  test('as rows, with the conventions of a peer, and missing cells', () => {
    const small = { years: ['2020'], tables: [tableOf([4, 1, null], [1, 4, 2], [2, 2, 6])] }
    const [first, , third] = [...panelRows(analysePanel(small))]
    expect(first).toMatchObject({ year: '2020', region: 'R1', activity: 'A1', value: 4, presence: 1, diversity: 1 })
    expect(third).toMatchObject({ value: NaN, quotient: NaN, presence: NaN })
    expect([...panelRows(analysePanel(small, { peer: 'datawheel' }))][2]).toMatchObject({ value: NaN, quotient: 0, presence: 0 })
    expect(analysePanel(small).notes[0]!.message).toMatch(/^2020: /)
  })
  test('sums of co-occurrence agree with the diagonal (a check that the panel leaves its tables alone)', () => {
    const untouched = Float64Array.from(table.values)
    analysePanel(panel)
    expect(table.values).toEqual(untouched)
    expect(coOccurrence(presence).values[0]).toBe(presence.values.filter((value, cell) => cell % 149 === 0 && value === 1).length)
  })
})
