import type { ActivityPanel } from '../evidence/activity-panel.ts'
import { distinctiveActivities } from '../evidence/distinctive-activities.ts'
import { measuredSet } from '../evidence/measured-set.ts'
import { densityOfActivity, densityOfSet, nearnessLineOf } from '../evidence/related-activities.ts'
import { fewestInStrength, specialisationsOf } from '../evidence/specialisations.ts'
import type { Specialisation } from '../evidence/specialisations.ts'

/** Two regions: the one that brings something, and the one that lacks it. */
interface Pair {
  from: string
  to: string
}

/** What makes one region's field a complement to another region, by figures of one year. Quotients are over the nation's share. */
export interface FieldComplement {
  year: string
  quotient: number
  lower: number
  count: number
  /** The other region's quotient. */
  otherQuotient: number
  /** How much of what is related to the field each has, 0–1, and the mean of all regions. */
  density: number
  otherDensity: number
  meanDensity: number
}

/**
 * Whether a set of activities that one region has complements another: the first is beyond doubt above the nation's share, the second below it,
 * and both are close to it, having at least as much of what is related as regions on average. Null when any of that does not hold or is not known.
 * Source: the idea of complementary capabilities by relatedness, Balland & Boschma 2021, doi:10.1080/00343404.2020.1861240.
 */
export function fieldComplement(panel: ActivityPanel, activities: readonly string[], { from, to }: Pair): FieldComplement | null {
  const [giver, taker] = [panel.regionCodes.indexOf(from), panel.regionCodes.indexOf(to)]
  if (activities.length === 0 || giver < 0 || taker < 0) return null
  const figures = measuredSet(panel, activities).figures.at(-1)!
  const [own, other] = [figures[giver]!, figures[taker]!]
  if (!(own.lower > 1 && own.count >= fewestInStrength && other.quotient < 1)) return null
  const [near, far] = [densityOfSet(panel, activities, from), densityOfSet(panel, activities, to)]
  if (!(near.own >= near.mean && far.own >= far.mean)) return null
  return {
    year: panel.years.at(-1)!,
    quotient: own.quotient,
    lower: own.lower,
    count: own.count,
    otherQuotient: other.quotient,
    density: near.own,
    otherDensity: far.own,
    meanDensity: near.mean,
  }
}

/** An activity that one region has, the other lacks, and that is near what the other has. */
export interface ActivityComplement {
  activity: string
  year: string
  quotient: number
  lower: number
  count: number
  otherQuotient: number
  /** How much of what is related to it the other region has, 0–1. */
  otherDensity: number
}

const mostComplements = 3

/**
 * The activities among some that one region is beyond doubt strong in, and the other has less of than the nation though more than usual of what is
 * related to them. Those that are common everywhere, and managers, are left out. The surest first.
 */
export function activityComplements(panel: ActivityPanel, among: readonly string[], { from, to }: Pair): ActivityComplement[] {
  const [own, other] = [byActivity(panel, from), byActivity(panel, to)]
  const line = nearnessLineOf(panel, to)
  const distinctive = distinctiveActivities(panel)
  return [...new Set(among)]
    .flatMap((activity) => {
      const [strong, weak] = [own.get(activity), other.get(activity)]
      if (!strong || !weak || !distinctive.has(activity)) return []
      const otherDensity = densityOfActivity(panel, { regionCode: to, activity })
      const isStrong = strong.lower > 1 && strong.count >= fewestInStrength
      if (!isStrong || !(weak.quotient < 1) || !(otherDensity >= line)) return []
      const { quotient, lower, count } = strong
      return [
        { activity, year: panel.years.at(-1)!, quotient, lower, count, otherQuotient: weak.quotient, otherDensity },
      ] satisfies ActivityComplement[]
    })
    .sort((a, b) => b.lower - a.lower || (a.activity < b.activity ? -1 : 1))
    .slice(0, mostComplements)
}

const byActivity = (panel: ActivityPanel, regionCode: string): ReadonlyMap<string, Specialisation> =>
  new Map(specialisationsOf(panel, regionCode).map((one) => [one.activity, one]))
