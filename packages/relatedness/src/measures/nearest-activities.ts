import { checkPresence } from './checked-arguments.ts'
import { declareOptions, type OptionsOf, wholeNumber } from './declared-options.ts'
import { indexPresence } from './presence-index.ts'
import type { Presence } from './specialisation.ts'

const nearestOptions = declareOptions('nearestActivities', {
  /** How many for each activity, at most. Default 10. */
  count: wholeNumber(10, { least: 1 }),
})
export interface NearestOptions extends OptionsOf<typeof nearestOptions> {}

/** An activity and one that is near it. */
export interface NearActivity {
  activity: string
  other: string
  /** Minimum proximity, above 0 to 1. */
  proximity: number
}

/**
 * The activities nearest to each, by minimum proximity C_ij / max(k_i, k_j): what `proximity` gives, without its matrix, so for
 * any number of activities.
 * @param presence  regions × activities; missing cells count as not known to be shared
 * @returns by activity in the presence's order, nearest first, ties in the activities' order; what shares no region is not near
 * Source: as `proximity`.
 */
export function nearestActivities(presence: Presence, options: NearestOptions = {}): NearActivity[] {
  checkPresence('nearestActivities', presence)
  const { count } = nearestOptions.read(options)
  const { activityStarts, regionOf, regionStarts, activityOf } = indexPresence(presence)
  const size = presence.activities.length
  const shared = new Float64Array(size)
  const found = (a: number) => activityStarts[a + 1]! - activityStarts[a]!
  return presence.activities.flatMap((activity, a) => {
    const met: number[] = []
    for (let at = activityStarts[a]!; at < activityStarts[a + 1]!; at++) {
      const region = regionOf[at]!
      for (let cell = regionStarts[region]!; cell < regionStarts[region + 1]!; cell++) {
        const other = activityOf[cell]!
        if (shared[other]!++ === 0) met.push(other)
      }
    }
    const near = met
      .filter((other) => other !== a)
      .map((other) => ({ other, proximity: shared[other]! / Math.max(found(a), found(other)) }))
    for (const other of met) shared[other] = 0
    near.sort((one, next) => next.proximity - one.proximity || one.other - next.other)
    return near.slice(0, count).map(({ other, proximity }) => ({ activity, other: presence.activities[other]!, proximity }))
  })
}
