import { checkPresence } from './checked-arguments.ts'
import type { Presence } from './specialisation.ts'
import { checkSameLabels, type Note, type Noted, type Table } from './table.ts'

/** Numbers for every pair of an activity of one space (rows) and one of another (columns), row by row. */
export interface CrossMatrix {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly values: Float64Array
}

/**
 * Cross-space proximity: how often an activity of one kind (research fields, say) and one of another (technologies) are found
 * in the same regions, C_ij / max(k_i, k_j), C_ij the number of regions specialised in both.
 * @param one  regions × activities of the first kind @param other  the same regions × activities of the second
 * @returns activities of the first × of the second, 0–1; NaN where no region is specialised in one of the two (noted
 * `absent-activity`; Datawheel: 0). Missing cells count as not known to be shared.
 * @throws RangeError when the regions differ
 * Source: Catalán, Navarrete & Figueroa 2022, doi:10.1016/j.respol.2020.104016; Datawheel's cross_proximity.
 */
export function crossProximity(one: Presence, other: Presence): CrossMatrix & Noted {
  checkPresence('crossProximity', one)
  checkPresence('crossProximity', other)
  checkSameLabels('regions of the two spaces', one.regions, other.regions)
  const [height, width] = [one.activities.length, other.activities.length]
  const shared = new Float64Array(height * width)
  const [ofOne, ofOther] = [new Float64Array(height), new Float64Array(width)]
  one.regions.forEach((_, r) => {
    const held = placesOf(other, r)
    for (const j of held) ofOther[j]!++
    for (const i of placesOf(one, r)) {
      ofOne[i]!++
      for (const j of held) shared[i * width + j]!++
    }
  })
  const values = shared.map((count, at) => {
    const [i, j] = [Math.floor(at / width), at % width]
    return ofOne[i] === 0 || ofOther[j] === 0 ? NaN : count / Math.max(ofOne[i]!, ofOther[j]!)
  })
  const absent = [...one.activities.filter((_, i) => ofOne[i] === 0), ...other.activities.filter((_, j) => ofOther[j] === 0)]
  const message = 'No region is specialised in these activities, so nothing is defined for them.'
  return { rows: one.activities, columns: other.activities, values, notes: noteOf('absent-activity', message, absent) }
}

/**
 * Cross-space relatedness density: how much of what is near an activity of the second kind a region has of the first,
 * Σ_i M_ri φ_ij / Σ_i φ_ij.
 * @param presence  regions × activities of the first kind; a missing cell of a region takes part in neither sum
 * @returns regions × activities of the second kind, share 0–1; NaN where nothing is near (noted `unrelated-activity`)
 * @throws RangeError when the activities differ from the rows of the proximity. Source: as `crossProximity`.
 */
export function crossDensity(presence: Presence, proximity: CrossMatrix): Table & Noted {
  checkPresence('crossDensity', presence)
  checkSameLabels('activities of the presence and rows of the proximity', presence.activities, proximity.rows)
  const [height, width] = [proximity.rows.length, proximity.columns.length]
  const values = new Float64Array(presence.regions.length * width)
  const all = new Float64Array(width)
  proximity.values.forEach((value, at) => (all[at % width]! += value || 0))
  presence.regions.forEach((_, r) => {
    const [above, below] = [new Float64Array(width), new Float64Array(width)]
    for (let i = 0; i < height; i++) {
      const held = presence.values[r * height + i]!
      if (held > 1) continue
      for (let j = 0; j < width; j++) {
        const near = proximity.values[i * width + j]! || 0
        below[j]! += near
        above[j]! += held * near
      }
    }
    for (let j = 0; j < width; j++) values[r * width + j] = below[j]! > 0 ? above[j]! / below[j]! : NaN
  })
  const unrelated = proximity.columns.filter((_, j) => all[j] === 0)
  const message = 'Nothing is near these activities, so their density is undefined.'
  return {
    regions: presence.regions,
    activities: proximity.columns,
    values,
    notes: noteOf('unrelated-activity', message, unrelated),
  }
}

function placesOf({ activities, values }: Presence, region: number): number[] {
  return [...activities.keys()].filter((a) => values[region * activities.length + a] === 1)
}

function noteOf(code: string, message: string, activities: readonly string[]): Note[] {
  return activities.length > 0 ? [{ code, message, activities }] : []
}
