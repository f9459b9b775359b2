import { checkPresence } from './checked-arguments.ts'
import { declareOptions, type OptionsOf, wholeNumber } from './declared-options.ts'
import { indexPresence } from './presence-index.ts'
import type { Presence } from './specialisation.ts'
import type { Note, Noted, Series } from './table.ts'

const reflectionOptions = declareOptions('reflections', {
  /**
   * How many steps, a whole number from 0 to 1000. Default 20; economiccomplexity's and Datawheel's `iterations` = 20 use
   * k(c,18) and k(p,19), standardised with the divisor n − 1.
   */
  steps: wholeNumber(20, { most: 1000 }),
})
export interface ReflectionOptions extends OptionsOf<typeof reflectionOptions> {}

export interface Reflections extends Noted {
  /** k(c,0) … k(c,steps): diversity, mean ubiquity of a region's activities, and so on. */
  regions: Series[]
  /** k(p,0) … k(p,steps): ubiquity, mean diversity of an activity's regions, and so on. */
  activities: Series[]
}

/**
 * The method of reflections: each step is the mean, over a region's activities, of the step before, and the reverse.
 * Even steps of regions and odd steps of activities grow with complexity. Not rescaled between the steps (EconGeo's morc
 * rescales to 0–100 from step 3 on; ranks are the same).
 * @returns all steps; NaN for regions and activities without any specialisation (noted), which no mean counts
 * @throws RangeError when steps is not a whole number from 0 to 1000
 * Source: Hidalgo & Hausmann 2009, doi:10.1073/pnas.0900943106.
 */
export function reflections(presence: Presence, options: ReflectionOptions = {}): Reflections {
  checkPresence('reflections', presence)
  const { steps } = reflectionOptions.read(options)
  const { regionStarts, activityOf, activityStarts, regionOf } = indexPresence(presence)
  const mean = (starts: Uint32Array, items: Uint32Array, from: Float64Array) =>
    Float64Array.from({ length: starts.length - 1 }, (_, list) => {
      let sum = 0
      for (let at = starts[list]!; at < starts[list + 1]!; at++) sum += from[items[at]!]!
      return sum / (starts[list + 1]! - starts[list]!)
    })
  const regions = [Float64Array.from(presence.regions, (_, r) => regionStarts[r + 1]! - regionStarts[r]!)]
  const activities = [Float64Array.from(presence.activities, (_, a) => activityStarts[a + 1]! - activityStarts[a]!)]
  for (let step = 0; step < steps; step++) {
    regions.push(mean(regionStarts, activityOf, activities[step]!))
    activities.push(mean(activityStarts, regionOf, regions[step]!))
  }
  return {
    regions: regions.map((values) => ({ labels: presence.regions, values })),
    activities: activities.map((values) => ({ labels: presence.activities, values })),
    notes: emptyNotes(presence, regions[0]!, activities[0]!),
  }
}

/** Says which regions and activities have no specialisation at all. */
export function emptyNotes({ regions, activities }: Presence, diversity: Float64Array, ubiquity: Float64Array): Note[] {
  const emptyRegions = regions.filter((_, at) => diversity[at] === 0)
  const emptyActivities = activities.filter((_, at) => ubiquity[at] === 0)
  return [
    ...(emptyRegions.length
      ? [{ code: 'absent-region', message: 'These regions are specialised in nothing and are left out.', regions: emptyRegions }]
      : []),
    ...(emptyActivities.length
      ? [
          {
            code: 'absent-activity',
            message: 'No region is specialised in these activities; they are left out.',
            activities: emptyActivities,
          },
        ]
      : []),
  ]
}
