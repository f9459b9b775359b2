import { presenceCells } from '../kernel/quotient-cells.ts'
import { checkPresence, checkTable } from './checked-arguments.ts'
import { declareOptions, type OptionsOf, positive } from './declared-options.ts'
import { isSparse, type Note, type Noted, type Series, type SparseTable, type Table } from './table.ts'

/** The value in a presence of a cell that is missing. */
export const missingPresence = 255

/** Regions × activities, row by row: 1 = specialised, 0 = not, 255 = missing. */
export interface Presence {
  readonly regions: readonly string[]
  readonly activities: readonly string[]
  readonly values: Uint8Array
}

const specialisationOptions = declareOptions('specialisation', {
  /** The quotient from which a region is specialised; exactly the threshold counts. Default 1. */
  threshold: positive(1),
})
export interface SpecialisationOptions extends OptionsOf<typeof specialisationOptions> {}

/**
 * Which activities a region is specialised in: those whose quotient reaches the threshold. Exactly the threshold counts.
 * @param quotients  regions × activities; NaN stays missing (noted `missing-cells`)
 * @throws RangeError when the threshold is not a positive number
 * Source: Hidalgo et al. 2007, doi:10.1126/science.1144581 (M = 1 where RCA ≥ 1).
 */
export function specialisation(quotients: Table | SparseTable, options: SpecialisationOptions = {}): Presence & Noted {
  checkTable('specialisation', quotients)
  const { threshold } = specialisationOptions.read(options)
  const { regions, activities } = quotients
  const { values, missing } = isSparse(quotients)
    ? sparsePresence(quotients, threshold)
    : presenceCells(quotients.values, threshold)
  return { regions, activities, values, notes: missingNote(missing) }
}

function sparsePresence(quotients: SparseTable, threshold: number): { values: Uint8Array; missing: number } {
  const { rowStarts, columns } = quotients
  const width = quotients.activities.length
  const values = new Uint8Array(quotients.regions.length * width)
  let missing = 0
  for (let r = 0; r < quotients.regions.length; r++)
    for (let at = rowStarts[r]!; at < rowStarts[r + 1]!; at++) {
      const quotient = quotients.values[at]!
      if (quotient !== quotient) missing++
      values[r * width + columns[at]!] = quotient !== quotient ? missingPresence : quotient >= threshold ? 1 : 0
    }
  return { values, missing }
}

/**
 * A presence from what is known by other means (a list of which region does what).
 * @param input  labels, and `values`: one row of 1, 0 or null (missing) for each region
 * @throws RangeError when sizes differ or a value is none of these
 */
export function presenceFrom(input: {
  regions: readonly string[]
  activities: readonly string[]
  values: readonly (readonly (number | boolean | null)[])[]
}): Presence & Noted {
  const { regions, activities } = input
  const values = new Uint8Array(regions.length * activities.length)
  let missing = 0
  if (input.values.length !== regions.length)
    throw new RangeError(`There are ${input.values.length} rows for ${regions.length} regions.`)
  input.values.forEach((row, r) => {
    if (row.length !== activities.length)
      throw new RangeError(`Region «${regions[r]}» has ${row.length} values, but there are ${activities.length} activities.`)
    row.forEach((value, a) => {
      if (value !== null && Number(value) !== 0 && Number(value) !== 1)
        throw new RangeError(`Region «${regions[r]}», activity «${activities[a]}» is ${value}; it must be 1, 0 or missing.`)
      if (value === null) missing++
      values[r * activities.length + a] = value === null ? missingPresence : Number(value)
    })
  })
  return { regions, activities, values, notes: missingNote(missing) }
}

/** How many activities each region is specialised in; missing cells are not counted. Source: Hidalgo & Hausmann 2009, k(c,0). */
export function diversity(presence: Presence): Series {
  const values = new Float64Array(presence.regions.length)
  eachPresent(presence, (region) => values[region]!++)
  return { labels: presence.regions, values }
}

/** How many regions are specialised in each activity; missing cells are not counted. Source: Hidalgo & Hausmann 2009, k(p,0). */
export function ubiquity(presence: Presence): Series {
  const values = new Float64Array(presence.activities.length)
  eachPresent(presence, (_, activity) => values[activity]!++)
  return { labels: presence.activities, values }
}

/** The mean ubiquity of the activities a region is specialised in; NaN for a region with none. Source: as above, k(c,1). */
export function averageUbiquity(presence: Presence): Series {
  const counts = ubiquity(presence).values
  const held = diversity(presence).values
  const sums = new Float64Array(presence.regions.length)
  eachPresent(presence, (region, activity) => (sums[region]! += counts[activity]!))
  return { labels: presence.regions, values: sums.map((sum, region) => sum / held[region]!) }
}

/** The mean diversity of the regions specialised in an activity; NaN for an activity in none. Source: as above, k(p,1). */
export function averageDiversity(presence: Presence): Series {
  const counts = diversity(presence).values
  const held = ubiquity(presence).values
  const sums = new Float64Array(presence.activities.length)
  eachPresent(presence, (region, activity) => (sums[activity]! += counts[region]!))
  return { labels: presence.activities, values: sums.map((sum, activity) => sum / held[activity]!) }
}

/** Calls `visit` for each cell that is 1, region by region. */
export function eachPresent(presence: Presence, visit: (region: number, activity: number) => void): void {
  checkPresence('This measure', presence)
  const { activities, values } = presence
  const width = activities.length
  for (let at = 0, region = 0; at < values.length; region++)
    for (let activity = 0; activity < width; activity++, at++) if (values[at] === 1) visit(region, activity)
}

/** A note of how many cells are missing. */
export function missingNote(cells: number): Note[] {
  if (cells === 0) return []
  return [{ code: 'missing-cells', message: `${cells} cells are missing; they count neither as specialised nor as not.`, cells }]
}
