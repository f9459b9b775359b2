import fc from 'fast-check'
import { type Table, tableFrom } from '../measures/table.ts'

/** A table of regions R1, R2… and activities A1, A2… from rows of numbers; null is missing. */
export function tableOf(...values: (number | null)[][]): Table {
  return tableFrom({
    regions: values.map((_, r) => `R${r + 1}`),
    activities: (values[0] ?? []).map((_, a) => `A${a + 1}`),
    values,
  })
}

/** Any table of a few regions and activities, with zeros; and with missing cells, or numbers that are not whole, when asked. */
export function anyTable({ missing = false, whole = true } = {}): fc.Arbitrary<Table> {
  const number = whole ? fc.nat(50) : fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e9, noNaN: true }))
  const cell = missing ? fc.option(number, { freq: 4 }) : number
  return fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }))
    .chain(([regions, activities]) =>
      fc.array(fc.array(cell, { minLength: activities, maxLength: activities }), { minLength: regions, maxLength: regions }),
    )
    .map((rows) => tableOf(...rows))
}

/** The same table with its regions in the other order. */
export function turned({ regions, activities, values }: Table): Table {
  const width = activities.length
  return {
    regions: regions.toReversed(),
    activities,
    values: Float64Array.from(values, (_, at) => values[(regions.length - 1 - Math.floor(at / width)) * width + (at % width)]!),
  }
}
