import { type Presence } from './specialisation.ts'

/** A presence as lists: which activities each region has, and which regions each activity is in, both ascending. */
export interface PresenceIndex {
  regionCount: number
  activityCount: number
  /** The activities of region r are `activityOf[regionStarts[r]]` up to `activityOf[regionStarts[r + 1] - 1]`. */
  regionStarts: Uint32Array
  activityOf: Uint32Array
  /** The regions of activity a are `regionOf[activityStarts[a]]` up to `regionOf[activityStarts[a + 1] - 1]`. */
  activityStarts: Uint32Array
  regionOf: Uint32Array
}

/** The lists of a presence; missing cells are in none. */
export function indexPresence({ regions, activities, values }: Presence): PresenceIndex {
  const regionCount = regions.length
  const activityCount = activities.length
  const regionStarts = new Uint32Array(regionCount + 1)
  const activityStarts = new Uint32Array(activityCount + 1)
  for (let r = 0, at = 0; r < regionCount; r++) {
    let held = 0
    for (let a = 0; a < activityCount; a++, at++)
      if (values[at] === 1) {
        held++
        activityStarts[a + 1]!++
      }
    regionStarts[r + 1] = held
  }
  sumUp(regionStarts)
  sumUp(activityStarts)
  const size = regionStarts[regionCount]!
  const activityOf = new Uint32Array(size)
  const regionOf = new Uint32Array(size)
  const next = activityStarts.slice()
  for (let r = 0, at = 0, cell = 0; r < regionCount; r++)
    for (let a = 0; a < activityCount; a++, cell++)
      if (values[cell] === 1) {
        activityOf[at++] = a
        regionOf[next[a]!++] = r
      }
  return { regionCount, activityCount, regionStarts, activityOf, activityStarts, regionOf }
}

/** The same with the roles of region and activity exchanged. */
export function transposeIndex(index: PresenceIndex): PresenceIndex {
  return {
    regionCount: index.activityCount,
    activityCount: index.regionCount,
    regionStarts: index.activityStarts,
    activityOf: index.regionOf,
    activityStarts: index.regionStarts,
    regionOf: index.activityOf,
  }
}

/** How many each list holds: the diversity of regions from `regionStarts`, the ubiquity of activities from `activityStarts`. */
export function lengthsOf(starts: Uint32Array): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, at) => starts[at + 1]! - starts[at]!)
}

function sumUp(counts: Uint32Array): void {
  for (let at = 1; at < counts.length; at++) counts[at]! += counts[at - 1]!
}
