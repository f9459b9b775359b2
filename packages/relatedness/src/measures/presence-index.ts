import { listCells } from '../kernel/list-cells.ts'
import type { PresenceLists } from '../kernel/nearness-requests.ts'
import { type Presence } from './specialisation.ts'

export type { PresenceLists as PresenceIndex }

/** The lists of a presence; missing cells are in none. */
export function indexPresence({ regions, activities, values }: Presence): PresenceLists {
  return listCells({ values, rows: regions.length, width: activities.length })
}

/** The index of lists of activities by region. */
export function indexOfLists({
  starts,
  items,
  width,
}: {
  starts: Uint32Array
  items: Uint32Array
  width: number
}): PresenceLists {
  const activityStarts = new Uint32Array(width + 1)
  for (const activity of items) activityStarts[activity + 1]!++
  for (let at = 1; at <= width; at++) activityStarts[at]! += activityStarts[at - 1]!
  const next = activityStarts.slice()
  const regionOf = new Uint32Array(items.length)
  const regionCount = starts.length - 1
  for (let region = 0; region < regionCount; region++)
    for (let at = starts[region]!; at < starts[region + 1]!; at++) regionOf[next[items[at]!]!++] = region
  return { regionCount, activityCount: width, regionStarts: starts, activityOf: items, activityStarts, regionOf }
}

/** The same with the roles of region and activity exchanged. */
export function transposeIndex(index: PresenceLists): PresenceLists {
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
  const lengths = new Float64Array(starts.length - 1)
  for (let at = 0; at < lengths.length; at++) lengths[at] = starts[at + 1]! - starts[at]!
  return lengths
}
