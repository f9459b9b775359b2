import { checkSeries, checkTable } from './checked-arguments.ts'
import { locationQuotient } from './location-quotient.ts'
import { shareRows } from './share-rows.ts'
import { checkSameLabels, type Note, type Noted, type Series, type SparseTable, type Table, toDense } from './table.ts'

/**
 * PRODY of each activity: the mean of an attribute of regions (GDP per head, say), weighted by location quotients:
 * Σ_r LQ_ra Y_r / Σ_r LQ_ra.
 * @param table  regions × activities, counts or money
 * @param attribute  by region; a region where it is missing is left out of the weights (noted)
 * @returns in the attribute's unit; NaN for an activity in no region whose attribute is known (noted). Cells whose quotient
 * is missing are left out.
 * @throws RangeError when the regions differ
 * Source: Hausmann, Hwang & Rodrik 2007, doi:10.1007/s10887-006-9009-4.
 */
export function prody(table: Table | SparseTable, attribute: Series): Series & Noted {
  checkTable('prody', table)
  checkSeries('prody', attribute)
  checkSameLabels('regions of the table and of the attribute', table.regions, attribute.labels)
  const { values, activities, regions, notes } = { ...locationQuotient(toDense(table)) }
  const width = activities.length
  const unknown = regions.filter((_, r) => Number.isNaN(attribute.values[r]!))
  const result = Float64Array.from(activities, (_, a) => {
    let [above, below] = [0, 0]
    for (let r = 0; r < regions.length; r++) {
      const weight = values[r * width + a]!
      const level = attribute.values[r]!
      if (Number.isNaN(weight) || Number.isNaN(level)) continue
      above += weight * level
      below += weight
    }
    return below === 0 ? NaN : above / below
  })
  return {
    labels: activities,
    values: result,
    notes: [...notes, ...unknownNotes(unknown), ...undefinedNotes(activities, result)],
  }
}

/**
 * EXPY of each region: the mean PRODY of its activities, weighted by their shares: Σ_a s_ra PRODY_a.
 * @param levels  PRODY by activity, from `prody` (of these regions or of wider ones)
 * @returns in PRODY's unit; activities without a level are left out and the other shares fill their place (noted). NaN for
 * a region that sums to zero (noted).
 * @throws RangeError when the activities differ
 * Source: Hausmann, Hwang & Rodrik 2007, doi:10.1007/s10887-006-9009-4.
 */
export function expy(table: Table | SparseTable, levels: Series): Series & Noted {
  checkSeries('expy', levels)
  checkSameLabels('activities of the table and of the levels', table.activities, levels.labels)
  const { table: dense, shares, notes } = shareRows(table)
  const width = dense.activities.length
  const without = dense.activities.filter((_, a) => Number.isNaN(levels.values[a]!))
  const values = Float64Array.from(dense.regions, (_, region) => {
    let [above, below] = [0, 0]
    for (let a = 0; a < width; a++) {
      const share = shares[region * width + a]!
      if (Number.isNaN(share) || Number.isNaN(levels.values[a]!)) continue
      above += share * levels.values[a]!
      below += share
    }
    return below === 0 ? NaN : above / below
  })
  const note = {
    code: 'activity-without-level',
    message: 'These activities have no level and are left out; the other shares fill their place.',
    activities: without,
  }
  return { labels: dense.regions, values, notes: without.length > 0 ? [...notes, note] : notes }
}

function unknownNotes(regions: readonly string[]): Note[] {
  return regions.length > 0
    ? [
        {
          code: 'region-without-attribute',
          message: 'The attribute of these regions is missing, so they weigh nothing.',
          regions,
        },
      ]
    : []
}

function undefinedNotes(labels: readonly string[], values: Float64Array): Note[] {
  const activities = labels.filter((_, at) => Number.isNaN(values[at]!))
  return activities.length > 0
    ? [
        {
          code: 'absent-activity',
          message: 'No region with a known attribute has these activities, so they have no level.',
          activities,
        },
      ]
    : []
}
