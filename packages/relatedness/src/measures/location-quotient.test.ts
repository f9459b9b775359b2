import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locationQuotient, logLocationQuotient, symmetricLocationQuotient } from './location-quotient.ts'
import { seriesFrom } from './records.ts'
import { tableFrom, toDense, toSparse } from './table.ts'

const tableOf = (values: (number | null)[][]) =>
  tableFrom({ regions: values.map((_, r) => `R${r + 1}`), activities: values[0]!.map((_, a) => `A${a + 1}`), values })
const quotients = (values: (number | null)[][], options = {}) => [...locationQuotient(tableOf(values), options).values]

describe('by hand', () => {
  test('the share there over the share in all', () => {
    // A1 is 3/4 of R1, 1/4 of R2 and 4/8 of all.
    expect(
      quotients([
        [3, 1],
        [1, 3],
      ]),
    ).toEqual([1.5, 0.5, 0.5, 1.5])
  })

  test('nothing of it there is 0, which is known', () => {
    expect(
      quotients([
        [0, 4],
        [2, 2],
      ]),
    ).toEqual([0, (4 * 8) / (4 * 6), (2 * 8) / (4 * 2), (2 * 8) / (4 * 6)])
  })

  test('logarithm: as much above as below', () => {
    const logs = logLocationQuotient(
      tableOf([
        [2, 0.5, 1],
        [0, null, 1],
      ]),
    ).values
    expect([...logs]).toEqual([Math.LN2, -Math.LN2, 0, -Infinity, NaN, 0])
  })

  test('symmetric: from −1 to 1', () => {
    expect([
      ...symmetricLocationQuotient(
        tableOf([
          [3, 1],
          [0, null],
        ]),
      ).values,
    ]).toEqual([0.5, 0, -1, NaN])
  })
})

describe('what is 1 on paper is exactly 1', () => {
  const size = fc.integer({ min: 1, max: 5 })
  const whole = (max: number) =>
    size.chain((length) => fc.array(fc.integer({ min: 1, max }), { minLength: length, maxLength: length }))

  test('where all regions are alike, in whole numbers small and large', () => {
    const large = fc.constantFrom(10, 1000, 3_000_000)
    fc.assert(
      fc.property(
        large.chain((max) => fc.tuple(whole(max), whole(max))),
        ([rows, columns]) => {
          for (const quotient of quotients(rows.map((row) => columns.map((column) => row * column)))) expect(quotient).toBe(1)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('in one cell of large numbers, and not in its neighbours', () => {
    // R1: A1 has 1 of 3, as in all: 3 of 9, here in units of a large prime.
    const unit = 99_999_999_977
    expect(
      quotients([
        [unit, 2 * unit, 0],
        [unit, unit, unit],
        [unit, 0, 2 * unit],
      ]),
    ).toEqual([1, 2, 0, 1, 1, 1, 1, 0, 2])
  })

  test('and one more or less is not 1', () => {
    const many = 40_000_000
    const [above] = quotients([
      [many + 1, many],
      [many, many],
    ])
    const [below] = quotients([
      [many - 1, many],
      [many, many],
    ])
    expect(above).toBeGreaterThan(1)
    expect(below).toBeLessThan(1)
  })
})

describe('laws', () => {
  const anyCells = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.boolean())
    .chain(([rows, columns, missing]) => {
      const cell = fc.oneof(fc.constantFrom(0, 1), fc.nat(1000), ...(missing ? [fc.constant(null)] : []))
      return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
    })
  const policy = fc.constantFrom('leave-out' as const, 'propagate' as const, 'as-zero' as const)

  test('the unit does not matter: all cells times the same are the same', () => {
    fc.assert(
      fc.property(anyCells, policy, fc.constantFrom(2, 1024, 3, 1000, 0.1), (cells, missing, times) => {
        const once = quotients(cells, { missing })
        const scaled = quotients(
          cells.map((row) => row.map((value) => (value === null ? null : value * times))),
          { missing },
        )
        once.forEach((value, at) => {
          if (Number.isNaN(value)) expect(scaled[at]).toBe(NaN)
          else if (times === 2 || times === 1024 || (value === 1 && times >= 1)) expect(scaled[at]).toBe(value)
          else expect(Math.abs(scaled[at]! - value)).toBeLessThanOrEqual(1e-14 * value)
        })
      }),
    )
  })

  test('a sparse table has the same quotients, under every policy', () => {
    fc.assert(
      fc.property(anyCells, policy, (cells, missing) => {
        const dense = locationQuotient(tableOf(cells), { missing })
        const sparse = locationQuotient(toSparse(tableOf(cells)), { missing })
        expect(sparse.notes).toEqual(dense.notes)
        const written = toDense(sparse).values
        // A cell that is not stored is 0 also in an empty region, where a written one is undefined.
        dense.values.forEach((value, at) => expect(written[at]).toBe(Number.isNaN(value) && cells.flat()[at] === 0 ? 0 : value))
      }),
    )
  })

  test('the order of regions and activities does not matter', () => {
    fc.assert(
      fc.property(anyCells, policy, (cells, missing) => {
        const turned = quotients(cells.map((row) => row.toReversed()).toReversed(), { missing })
        quotients(cells, { missing }).forEach((value, at) => {
          const other = turned[turned.length - 1 - at]!
          if (Number.isNaN(value)) expect(other).toBe(NaN)
          else expect(Math.abs(other - value)).toBeLessThanOrEqual(1e-14 * value)
        })
      }),
    )
  })

  test('weighed by the shares of the whole, the quotients of a region have the mean 1', () => {
    fc.assert(
      fc.property(
        anyCells.filter((cells) => cells.flat().every((value) => value! > 0)),
        (cells) => {
          const all = cells.flat().reduce<number>((sum, value) => sum + value!, 0)
          const shares = cells[0]!.map((_, a) => cells.reduce((sum, row) => sum + row[a]!, 0) / all)
          const values = quotients(cells)
          cells.forEach((_, r) =>
            expect(shares.reduce((sum, share, a) => sum + share * values[r * shares.length + a]!, 0)).toBeCloseTo(1, 12),
          )
        },
      ),
    )
  })
})

describe('a missing cell', () => {
  const cells = [
    [3, null],
    [1, 4],
  ]

  test('left out: the totals are of what is known, and that is said', () => {
    // R1 = 3, A1 = 4, all = 8.
    expect(quotients(cells)).toEqual([(3 * 8) / (3 * 4), NaN, (1 * 8) / (5 * 4), (4 * 8) / (5 * 4)])
    expect(locationQuotient(tableOf(cells)).notes).toEqual([expect.objectContaining({ code: 'missing-cells', cells: 1 })])
  })

  test('propagated: nothing in its region or activity is known', () => {
    expect(quotients(cells, { missing: 'propagate' })).toEqual([NaN, NaN, (1 * 8) / (5 * 4), NaN])
  })

  test('as zero: it is zero', () => {
    expect(quotients(cells, { missing: 'as-zero' })).toEqual([(3 * 8) / (3 * 4), 0, (1 * 8) / (5 * 4), (4 * 8) / (5 * 4)])
  })
})

describe('what is empty is undefined and said, not zero', () => {
  test('a region, an activity', () => {
    const { values, notes } = locationQuotient(
      tableOf([
        [1, 0, 2],
        [0, 0, 0],
      ]),
    )
    expect([...values]).toEqual([1, NaN, 1, NaN, NaN, NaN])
    expect(notes).toEqual([
      expect.objectContaining({ code: 'empty-region', regions: ['R2'] }),
      expect.objectContaining({ code: 'empty-activity', activities: ['A2'] }),
    ])
  })

  test('a table without a number', () => {
    expect(
      quotients([
        [0, null],
        [null, 0],
      ]),
    ).toEqual([NaN, NaN, NaN, NaN])
  })
})

describe('against a reference', () => {
  test('the shares are those of the reference', () => {
    const reference = seriesFrom(['A1', 'A2'], { A1: 250, A2: 750 })
    expect(
      quotients(
        [
          [3, 1],
          [1, 3],
        ],
        { reference },
      ),
    ).toEqual([3, 1 / 3, 1, 1])
  })

  test('an activity that the reference does not have is undefined and said', () => {
    const { values, notes } = locationQuotient(tableOf([[3, 1]]), { reference: seriesFrom(['A1', 'A2'], { A1: 0, A2: 4 }) })
    expect([...values]).toEqual([NaN, 0.25])
    expect(notes).toEqual([expect.objectContaining({ code: 'empty-activity', activities: ['A1'] })])
  })

  test('it must speak of the same activities', () => {
    expect(() => quotients([[3, 1]], { reference: seriesFrom(['A2', 'A1'], { A1: 1, A2: 1 }) })).toThrow(
      'The activities of the table and of the reference differ at place 1: «A1» and «A2».',
    )
  })
})
