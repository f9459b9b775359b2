import type { PresenceIndex } from './presence-index.ts'

/** Regions and activities that hang together through specialisations, by their places in the labels. */
export interface Component {
  regions: number[]
  activities: number[]
}

/**
 * The connected parts of the network of regions and activities, the largest first (most regions and activities together;
 * ties: most regions, then the one whose first region comes first). Regions and activities without any specialisation are
 * in none.
 */
export function findComponents(index: PresenceIndex): Component[] {
  const { regionCount, activityCount } = index
  const marks = { regions: new Uint32Array(regionCount), activities: new Uint32Array(activityCount) }
  const left = { regions: countFilled(index.regionStarts), activities: countFilled(index.activityStarts) }
  const components: Component[] = []
  for (let first = 0; first < regionCount && left.regions > 0; first++) {
    if (marks.regions[first] || index.regionStarts[first] === index.regionStarts[first + 1]) continue
    components.push({ regions: [], activities: [] })
    markFrom(first, components.length, { index, marks, left })
  }
  for (const side of ['regions', 'activities'] as const)
    marks[side].forEach((mark, at) => mark && components[mark - 1]![side].push(at))
  const size = ({ regions, activities }: Component) => regions.length + activities.length
  return components.sort(
    (one, other) => size(other) - size(one) || other.regions.length - one.regions.length || one.regions[0]! - other.regions[0]!,
  )
}

function countFilled(starts: Uint32Array): number {
  let filled = 0
  for (let at = 1; at < starts.length; at++) if (starts[at]! > starts[at - 1]!) filled++
  return filled
}

interface Walk {
  index: PresenceIndex
  /** The number of the component that each is in, from 1; 0 where that is not known yet. */
  marks: { regions: Uint32Array; activities: Uint32Array }
  /** How many have a list and are in no component yet: at none, the rest of the lists need not be read. */
  left: { regions: number; activities: number }
}

/** Marks all that hangs together with a region. */
function markFrom(first: number, mark: number, { index, marks, left }: Walk): void {
  const { regionStarts, activityOf, activityStarts, regionOf } = index
  const reached = [first]
  marks.regions[first] = mark
  left.regions--
  for (let at = 0; at < reached.length && left.activities > 0; at++) {
    const region = reached[at]!
    for (let cell = regionStarts[region]!; cell < regionStarts[region + 1]!; cell++) {
      const activity = activityOf[cell]!
      if (marks.activities[activity]) continue
      marks.activities[activity] = mark
      left.activities--
      for (let back = activityStarts[activity]!; back < activityStarts[activity + 1]! && left.regions > 0; back++) {
        const neighbour = regionOf[back]!
        if (marks.regions[neighbour]) continue
        marks.regions[neighbour] = mark
        left.regions--
        reached.push(neighbour)
      }
    }
  }
}
