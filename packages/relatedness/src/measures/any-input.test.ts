import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as engine from '../relatedness.ts'
import { anyTable } from '../testing/any-table.ts'

/** Tables that people do not mean to give: no rows, rows of nothing, cells that differ by hundreds of powers of ten. */
const harshTable: fc.Arbitrary<engine.Table> = fc
  .record({ regions: fc.nat(5), activities: fc.nat(6), cell: fc.constantFrom('plain', 'wide') })
  .chain(({ regions, activities, cell }) => {
    const number =
      cell === 'plain'
        ? fc.nat(9)
        : fc.oneof(fc.constantFrom(0, Number.MIN_VALUE, 1e-300, 1e-150, 1, 1e15, 1e150, 1e300), fc.double({ min: 0, max: 1e12 }))
    const cells = fc.array(fc.option(number, { freq: 4, nil: NaN }), {
      minLength: regions * activities,
      maxLength: regions * activities,
    })
    const labels = (what: string, count: number) => Array.from({ length: count }, (_, at) => `${what}${at + 1}`)
    return cells.map((values) => ({
      regions: labels('R', regions),
      activities: labels('A', activities),
      values: Float64Array.from(values),
    }))
  })

const presenceOf = (table: engine.Table) => engine.specialisation(engine.locationQuotient(table))
const pciOf = (presence: engine.Presence) => engine.economicComplexity(presence).pci

/** Every measure of one table, and what it needs on the way. */
const measures: Record<string, (table: engine.Table) => unknown> = {
  analyse: (table) => engine.analyse(table),
  analyseSparse: (table) => engine.analyse(engine.toSparse(table)),
  averageDiversity: (table) => engine.averageDiversity(presenceOf(table)),
  averageLocationQuotient: (table) => engine.averageLocationQuotient(table),
  averageUbiquity: (table) => engine.averageUbiquity(presenceOf(table)),
  coOccurrenceScores: (table) => engine.coOccurrenceScores(presenceOf(table)),
  correlationProximity: (table) => engine.correlationProximity(engine.locationQuotient(table)),
  cosine: (table) => engine.coOccurrenceRelatedness(engine.coOccurrence(presenceOf(table)), 'cosine'),
  easeOfRecombination: (table) => engine.easeOfRecombination(presenceOf(table)),
  effectiveActivities: (table) => engine.effectiveActivities(table),
  entropy: (table) => engine.entropy(table),
  fitness: (table) => engine.fitness(presenceOf(table)),
  gini: (table) => engine.gini(table),
  growth: (table) => engine.growth(table, table),
  hachman: (table) => engine.hachman(table),
  herfindahl: (table) => engine.herfindahl(table),
  hooverGini: (table) => engine.hooverGini(table),
  hooverIndex: (table) => engine.hooverIndex(table),
  krugmanIndex: (table) => engine.krugmanIndex(table),
  locationQuotient: (table) => engine.locationQuotient(table),
  locationalGini: (table) => engine.locationalGini(table),
  modularComplexity: (table) => engine.modularComplexity(presenceOf(table)),
  nearestActivities: (table) => engine.nearestActivities(presenceOf(table)),
  networkBackbone: (table) => engine.networkBackbone(engine.proximity(presenceOf(table))),
  normalisedUbiquity: (table) => engine.normalisedUbiquity(table, presenceOf(table)),
  proximity: (table) => engine.proximity(presenceOf(table)),
  // What is counted as nearly nothing may lie any distance below its upper end.
  quotientInterval: (table) => ({ ...engine.quotientInterval({ ...table, unit: 'count' }), upper: null }),
  reflections: (table) => engine.reflections(presenceOf(table)),
  relatednessDensity: (table) => engine.relatednessDensity(presenceOf(table)),
  relativeRelatedness: (table) => engine.relativeRelatedness(presenceOf(table), engine.relatednessDensity(presenceOf(table))),
  shareWeightedComplexity: (table) => engine.shareWeightedComplexity(table, pciOf(presenceOf(table))),
  shiftShare: (table) => engine.shiftShare(table, table),
  specialisationCoefficient: (table) => engine.specialisationCoefficient(table),
  structuralDistances: (table) => engine.structuralDistances(table),
  structuralSimilarity: (table) => engine.structuralSimilarity(table),
  subnationalComplexity: (table) => engine.subnationalComplexity(presenceOf(table), pciOf(presenceOf(table))),
  ...Object.fromEntries(
    (['py-ecomplexity', 'economiccomplexity', 'econgeo', 'datawheel'] as const).map((peer) => [
      peer,
      (table: engine.Table) => engine.analyse(table, { peer }),
    ]),
  ),
}

describe('whatever the table, a measure gives numbers or missing, or says what is wrong', () => {
  test.each(Object.entries(measures))('%s', (_, measure) => {
    fc.assert(
      fc.property(harshTable, (table) => {
        const given = table.values.slice()
        try {
          expect(infiniteIn(measure(table))).toEqual([])
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
          expect((error as RangeError).message).toMatch(/^.{15,}$/s)
        }
        expect(table.values).toEqual(given)
      }),
      { numRuns: 200 },
    )
  })
})

test('a cell that is negative or infinite is named, also where the table was not made by tableFrom', () => {
  const works: ((table: engine.Table | engine.SparseTable) => unknown)[] = [
    (table) => engine.locationQuotient(table),
    (table) => ('rowStarts' in table ? engine.analyse(table) : engine.analyse(table)),
    (table) => engine.entropy(table),
    (table) => engine.krugmanIndex(table),
  ]
  for (const value of [-1, Infinity, -Infinity])
    for (const work of works) {
      const table = { regions: ['North', 'East'], activities: ['Wood', 'Steel'], values: Float64Array.of(1, 2, 3, value) }
      for (const given of [table, engine.toSparse(table)])
        expect(() => work(given)).toThrow(`The cell of region «East», activity «Steel» is ${value}.`)
    }
  const table = { regions: ['North', 'East'], activities: ['Wood', 'Steel'], values: Float64Array.of(1, 2, 3, 4) }
  const reference = (...values: number[]) => ({ labels: table.activities, values: Float64Array.from(values) })
  expect(() => engine.locationQuotient(table, { reference: reference(5, -5) })).toThrow(
    'The cell of the reference, activity «Steel» is -5.',
  )
  expect(() => engine.locationQuotient(table, { reference: reference(5, 1e300) })).toThrow('between 1e-150 and 1e+150')
})

test('sums that cannot be multiplied and divided are refused, and the largest and smallest that can give a number', () => {
  const table = (...values: number[]) => ({
    regions: ['R1', 'R2'],
    activities: ['A1', 'A2'],
    values: Float64Array.from(values),
  })
  expect(() => engine.locationQuotient(table(1e160, 1, 1, 1))).toThrow('The sum of the table is 1e+160')
  expect(() => engine.entropy(table(1e-160, 0, 1, 1))).toThrow('The smallest sum of a region or activity is 1e-160')
  const [first, , , last] = engine.locationQuotient(table(1e149, 0, 0, 1e-149)).values
  expect(first).toBe(1)
  expect(last! / 1e298).toBeCloseTo(1, 12)
})

/** The places of a result where a number is infinite. */
function infiniteIn(result: unknown, path = ''): string[] {
  if (typeof result === 'number') return Math.abs(result) === Infinity ? [path] : []
  if (ArrayBuffer.isView(result)) return (result as Float64Array).some((value) => Math.abs(value) === Infinity) ? [path] : []
  if (typeof result !== 'object' || result === null) return []
  return Object.entries(result).flatMap(([name, value]) => infiniteIn(value, `${path}.${name}`))
}

describe('the order of a table does not matter', () => {
  test('with regions and activities in another order, each keeps its quotient, presence, density and gain', () => {
    fc.assert(
      fc.property(anyTable({ missing: true }), fc.infiniteStream(fc.nat()), (table, draws) => {
        const regions = shuffled(table.regions, draws)
        const activities = shuffled(table.activities, draws)
        const other = engine.tableFrom({
          regions,
          activities,
          values: regions.map((region) => activities.map((activity) => engine.cellOf(table, region, activity))),
        })
        const [one, two] = [engine.analyse(table), engine.analyse(other)]
        for (const pick of [({ quotients }: engine.Analysis) => quotients, ({ density }: engine.Analysis) => density])
          for (const region of regions)
            for (const activity of activities)
              expect(Math.round(engine.cellOf(pick(two), region, activity) * 1e12)).toEqual(
                Math.round(engine.cellOf(pick(one), region, activity) * 1e12),
              )
        expect(two.presence.values.reduce((sum, held) => sum + held, 0)).toBe(
          one.presence.values.reduce((sum, held) => sum + held, 0),
        )
      }),
    )
  })

  test('a table in thousands has the quotients, specialisations and densities of the same table in ones', () => {
    fc.assert(
      fc.property(anyTable({ missing: true }), fc.constantFrom(2 ** -20, 2 ** 10, 2 ** 40), (table, factor) => {
        const [one, two] = [engine.analyse(table), engine.analyse({ ...table, values: table.values.map((v) => v * factor) })]
        for (const name of ['quotients', 'presence', 'density'] as const) expect(two[name].values).toEqual(one[name].values)
        expect(two.complexity.eci).toEqual(one.complexity.eci)
        expect(two.outlook.gain).toEqual(one.outlook.gain)
      }),
    )
  })
})

function shuffled<Item>(items: readonly Item[], draws: fc.Stream<number>): Item[] {
  const rest = [...items]
  return items.map(() => rest.splice(draws.next().value! % rest.length, 1)[0]!)
}
