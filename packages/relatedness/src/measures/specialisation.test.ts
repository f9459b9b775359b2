import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locationQuotient } from './location-quotient.ts'
import {
  averageDiversity,
  averageUbiquity,
  diversity,
  eachPresent,
  missingPresence,
  presenceFrom,
  specialisation,
  ubiquity,
} from './specialisation.ts'
import { tableFrom, toSparse } from './table.ts'
import { anyPresence, presenceOf } from '../testing/presences.ts'

const tableOf = (values: (number | null)[][]) =>
  tableFrom({ regions: values.map((_, r) => `R${r + 1}`), activities: values[0]!.map((_, a) => `A${a + 1}`), values })

describe('from quotients', () => {
  test('exactly the threshold counts; missing stays missing and is said', () => {
    const { values, notes } = specialisation(
      tableOf([
        [0.999, 1, 1.001],
        [0, null, 2],
      ]),
    )
    expect([...values]).toEqual([0, 1, 1, 0, missingPresence, 1])
    expect(notes).toEqual([
      { code: 'missing-cells', message: '1 cells are missing; they count neither as specialised nor as not.', cells: 1 },
    ])
  })

  test('the threshold is a choice', () => {
    expect([...specialisation(tableOf([[0.5, 1, 2]]), { threshold: 2 }).values]).toEqual([0, 0, 1])
    expect([...specialisation(tableOf([[0.5, 1, 2]]), { threshold: 0.5 }).values]).toEqual([1, 1, 1])
  })

  test.each([0, -1, NaN])('a threshold of %d is none', (threshold) => {
    expect(() => specialisation(tableOf([[1]]), { threshold })).toThrow(
      `specialisation: threshold is ${threshold}; it must be a number above 0.`,
    )
  })

  test('of a sparse table the same', () => {
    const cells = fc.array(fc.array(fc.constantFrom(0, 0.5, 1, 3, null), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(cells, (values) => {
        expect(specialisation(toSparse(tableOf(values)))).toEqual(specialisation(tableOf(values)))
      }),
    )
  })

  test('where all regions are alike every region is specialised in all, also in large whole numbers', () => {
    const table = tableOf([
      [3_000_017, 9_000_051, 21_000_119],
      [7_000_003, 21_000_009, 49_000_021],
    ])
    expect([...specialisation(locationQuotient(table)).values]).toEqual([1, 1, 1, 1, 1, 1])
  })
})

describe('from what is known otherwise', () => {
  test('ones and noughts, or yes and no', () => {
    const { values, notes } = presenceFrom({ regions: ['R1'], activities: ['A1', 'A2', 'A3'], values: [[true, 0, null]] })
    expect([...values]).toEqual([1, 0, missingPresence])
    expect(notes).toHaveLength(1)
  })

  test('anything else is refused', () => {
    const labels = { regions: ['R1'], activities: ['A1', 'A2'] }
    expect(() => presenceFrom({ ...labels, values: [[1, 2]] })).toThrow(
      'Region «R1», activity «A2» is 2; it must be 1, 0 or missing.',
    )
    expect(() => presenceFrom({ ...labels, values: [[1]] })).toThrow('Region «R1» has 1 values, but there are 2 activities.')
    expect(() => presenceFrom({ ...labels, values: [] })).toThrow('There are 0 rows for 1 regions.')
  })
})

describe('by hand: R1 has A1 and A2, R2 has A1, R3 has nothing and one is not known', () => {
  const presence = presenceOf('110', '100', '0.0')

  test('diversity counts activities, ubiquity counts regions', () => {
    expect(diversity(presence)).toEqual({ labels: ['R1', 'R2', 'R3'], values: Float64Array.of(2, 1, 0) })
    expect(ubiquity(presence)).toEqual({ labels: ['A1', 'A2', 'A3'], values: Float64Array.of(2, 1, 0) })
  })

  test('the means of the other side; of nothing there is none', () => {
    expect([...averageUbiquity(presence).values]).toEqual([1.5, 2, NaN])
    expect([...averageDiversity(presence).values]).toEqual([1.5, 2, NaN])
  })

  test('each cell that is 1 is visited, region by region', () => {
    const visited: [number, number][] = []
    eachPresent(presence, (region, activity) => visited.push([region, activity]))
    expect(visited).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ])
  })
})

describe('laws', () => {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)

  test('diversity and ubiquity count the same cells', () => {
    fc.assert(
      fc.property(anyPresence({ missing: true }), (presence) => {
        expect(sum(diversity(presence).values)).toBe(sum(ubiquity(presence).values))
      }),
    )
  })

  test('what is ubiquity seen one way is diversity seen the other', () => {
    fc.assert(
      fc.property(anyPresence({ missing: true }), ({ regions, activities, values }) => {
        const turned = {
          regions: activities,
          activities: regions,
          values: Uint8Array.from(
            values,
            (_, at) => values[(at % regions.length) * activities.length + Math.floor(at / regions.length)]!,
          ),
        }
        const presence = { regions, activities, values }
        expect(ubiquity(turned)).toEqual(diversity(presence))
        expect(averageDiversity(turned)).toEqual(averageUbiquity(presence))
      }),
    )
  })
})
