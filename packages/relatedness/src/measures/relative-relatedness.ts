import { checkPresence, checkTable } from './checked-arguments.ts'
import { meanOf, standardDeviation } from './series-statistics.ts'
import type { Presence } from './specialisation.ts'
import { checkSameLabels, type Noted, type Table } from './table.ts'

/**
 * Relative relatedness: relatedness density as deviations from the region's own options, (d_ra − mean) / deviation (n − 1), mean
 * and deviation being over the activities the region is known not to be specialised in. It compares options of regions whose
 * densities are high or low throughout.
 * @param presence  regions × activities @param density  the same, from `relatednessDensity`
 * @returns regions × activities, also for what the region has; NaN where the density is, and throughout for a region with fewer
 * than two options or whose options are all alike (noted `too-few-options`)
 * @throws RangeError when the labels differ
 * Source: Pinheiro, Hartmann, Boschma & Hidalgo 2022, doi:10.1016/j.respol.2021.104323; Datawheel's relative_relatedness.
 */
export function relativeRelatedness(presence: Presence, density: Table): Table & Noted {
  checkPresence('relativeRelatedness', presence)
  checkTable('relativeRelatedness', density)
  checkSameLabels('regions of the presence and of the density', presence.regions, density.regions)
  checkSameLabels('activities of the presence and of the density', presence.activities, density.activities)
  const { regions, activities } = density
  const width = activities.length
  const few: string[] = []
  const values = new Float64Array(density.values.length)
  regions.forEach((region, r) => {
    const row = density.values.subarray(r * width, (r + 1) * width)
    const options = row.filter((value, a) => presence.values[r * width + a] === 0 && !Number.isNaN(value))
    const [mean, deviation] = [meanOf(options), standardDeviation(options, 'sample')]
    const isDefined = options.length > 1 && deviation > 1e-12
    if (!isDefined) few.push(region)
    row.forEach((value, a) => (values[r * width + a] = isDefined ? (value - mean) / deviation : NaN))
  })
  const message = 'These regions have fewer than two options that differ, so nothing is relative to them.'
  return { regions, activities, values, notes: few.length > 0 ? [{ code: 'too-few-options', message, regions: few }] : [] }
}
