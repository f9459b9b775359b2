import fc from 'fast-check'
import { type Presence, presenceFrom } from '../measures/specialisation.ts'

/** A presence written as rows of 1, 0 and `.` for missing; regions R1, R2…, activities A1, A2…. */
export function presenceOf(...rows: string[]): Presence {
  return presenceFrom({
    regions: rows.map((_, r) => `R${r + 1}`),
    activities: [...rows[0]!].map((_, a) => `A${a + 1}`),
    values: rows.map((row) => [...row].map((sign) => (sign === '.' ? null : Number(sign)))),
  })
}

/** Any presence of a few regions and activities; with missing cells when asked. */
export function anyPresence({ missing = false } = {}): fc.Arbitrary<Presence> {
  const sign = missing ? fc.constantFrom('0', '1', '1', '0', '.') : fc.constantFrom('0', '1')
  return fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 30 }))
    .chain(([regions, activities]) =>
      fc.array(fc.array(sign, { minLength: activities, maxLength: activities }), { minLength: regions, maxLength: regions }),
    )
    .map((rows) => presenceOf(...rows.map((row) => row.join(''))))
}
