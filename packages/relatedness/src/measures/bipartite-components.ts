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
export function findComponents({
  regionCount,
  activityCount,
  regionStarts,
  activityOf,
  activityStarts,
  regionOf,
}: PresenceIndex): Component[] {
  const regionSeen = new Uint8Array(regionCount)
  const activitySeen = new Uint8Array(activityCount)
  const components: Component[] = []
  for (let first = 0; first < regionCount; first++) {
    if (regionSeen[first] || regionStarts[first] === regionStarts[first + 1]) continue
    const component: Component = { regions: [first], activities: [] }
    regionSeen[first] = 1
    for (let at = 0; at < component.regions.length; at++) {
      const region = component.regions[at]!
      for (let cell = regionStarts[region]!; cell < regionStarts[region + 1]!; cell++) {
        const activity = activityOf[cell]!
        if (activitySeen[activity]) continue
        activitySeen[activity] = 1
        component.activities.push(activity)
        for (let back = activityStarts[activity]!; back < activityStarts[activity + 1]!; back++) {
          const neighbour = regionOf[back]!
          if (regionSeen[neighbour]) continue
          regionSeen[neighbour] = 1
          component.regions.push(neighbour)
        }
      }
    }
    components.push(component)
  }
  const size = ({ regions, activities }: Component) => regions.length + activities.length
  components.forEach(({ regions, activities }) =>
    [regions, activities].forEach((places) => places.sort((one, other) => one - other)),
  )
  return components.sort(
    (one, other) => size(other) - size(one) || other.regions.length - one.regions.length || one.regions[0]! - other.regions[0]!,
  )
}
