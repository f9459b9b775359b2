import { checkPresence } from './checked-arguments.ts'
import { declareOptions, type OptionsOf, positive, wholeNumber, zeroOrMore } from './declared-options.ts'
import { indexPresence } from './presence-index.ts'
import { emptyNotes } from './reflections.ts'
import type { Presence } from './specialisation.ts'
import type { Noted, Series } from './table.ts'

const fitnessOptions = declareOptions('fitness', {
  /** At most so many rounds. Default 1000. */
  iterations: wholeNumber(1000, { least: 1 }),
  /** Stops when no fitness or complexity changes by more than this share of itself in a round. Default 1e-10; 0 = run every round. */
  tolerance: zeroOrMore(1e-10),
  /** The exponent of economiccomplexity's `extremality`. Default 1, which is the paper. */
  extremality: positive(1),
})
export interface FitnessOptions extends OptionsOf<typeof fitnessOptions> {}

export interface Fitness extends Noted {
  /** Fitness of regions, mean 1 over those that take part. */
  fitness: Series
  /** Complexity of activities, mean 1. */
  complexity: Series
  iterations: number
  converged: boolean
  /** The largest change of the last round, as a share. */
  change: number
}

/**
 * Fitness and complexity: F_c = Σ_p M_cp Q_p and Q_p = 1 / Σ_c M_cp / F_c, both from the round before and each divided by
 * its mean, beginning at 1.
 * @returns zero or more, without unit; NaN for regions and activities without any specialisation (noted). Fitness of weak
 * regions can fall towards zero without end (Pugliese et al. 2016); then the rounds run out, `converged` is false and
 * `not-converged` is noted: ranks are settled long before.
 * @throws RangeError when an option is out of range
 * Source: Tacchella, Cristelli, Caldarelli, Gabrielli & Pietronero 2012, doi:10.1038/srep00723; convergence:
 * Pugliese, Zaccaria & Pietronero 2016, doi:10.1140/epjst/e2015-50118-1.
 */
export function fitness(presence: Presence, options: FitnessOptions = {}): Fitness {
  checkPresence('fitness', presence)
  const { iterations: most, tolerance, extremality } = fitnessOptions.read(options)
  const index = indexPresence(presence)
  const { regionStarts, activityOf, activityStarts, regionOf } = index
  let regions = startOf(regionStarts)
  let activities = startOf(activityStarts)
  let [iterations, change] = [0, Infinity]
  while (iterations < most && change > tolerance) {
    const nextRegions = divideByMean(sums(regionStarts, activityOf, activities))
    const inverse = regions.map((value) => (1 / value) ** extremality)
    const nextActivities = divideByMean(sums(activityStarts, regionOf, inverse).map((sum) => 1 / sum ** (1 / extremality)))
    change = Math.max(largestChange(regions, nextRegions), largestChange(activities, nextActivities))
    regions = nextRegions
    activities = nextActivities
    iterations++
  }
  const converged = change <= tolerance
  const message = `After ${iterations} rounds values still change by ${change} of themselves; ranks may be settled, values are not.`
  return {
    fitness: { labels: presence.regions, values: regions },
    complexity: { labels: presence.activities, values: activities },
    iterations,
    converged,
    change,
    notes: [
      ...emptyNotes(presence, lengths(regionStarts), lengths(activityStarts)),
      ...(converged ? [] : [{ code: 'not-converged', message }]),
    ],
  }
}

function lengths(starts: Uint32Array): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, at) => starts[at + 1]! - starts[at]!)
}

function startOf(starts: Uint32Array): Float64Array {
  return lengths(starts).map((length) => (length === 0 ? NaN : 1))
}

function sums(starts: Uint32Array, items: Uint32Array, from: Float64Array): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, list) => {
    if (starts[list] === starts[list + 1]) return NaN
    let sum = 0
    for (let at = starts[list]!; at < starts[list + 1]!; at++) sum += from[items[at]!]!
    return sum
  })
}

function divideByMean(values: Float64Array): Float64Array {
  let [sum, count] = [0, 0]
  for (const value of values)
    if (!Number.isNaN(value)) {
      sum += value
      count++
    }
  return values.map((value) => (value * count) / sum)
}

function largestChange(before: Float64Array, after: Float64Array): number {
  let largest = 0
  for (let at = 0; at < before.length; at++) {
    const share = Math.abs(after[at]! - before[at]!) / Math.abs(before[at]!)
    if (share > largest) largest = share
  }
  return largest
}
