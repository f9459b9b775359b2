import { type ActivityGroups, type HierarchyLevel, levelsOf } from './activity-hierarchy.ts'
import { eachRow, shareRows } from './share-rows.ts'
import type { Noted, Series, SparseTable, Table } from './table.ts'

export type { ActivityGroups, ActivityParents } from './activity-hierarchy.ts'

/**
 * Shannon entropy of each region's shares over activities, H = −Σ s log₂ s, in bits.
 * @param table  regions × activities, counts or money
 * @returns 0 (everything in one activity) to log₂ of the number of activities; a share of zero adds nothing. Missing cells
 * are left out (noted); NaN for a region that sums to zero (noted). EconGeo's entropy adds 1e-9 inside the logarithm and
 * rounds to three decimals; this does neither.
 * Source: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x.
 */
export function entropy(table: Table | SparseTable): Series & Noted {
  const rows = shareRows(table)
  return { labels: table.regions, values: eachRow(rows, bits), notes: rows.notes }
}

/**
 * Effective number of activities, 2^H with H the entropy in bits: how many activities of equal size would be as varied.
 * @param table  regions × activities, counts or money
 * @returns 1 (everything in one activity) to the number of activities; zero, missing and empty as in `entropy`
 * Source: Hill 1973, doi:10.2307/1934352 (the number of order 1).
 */
export function effectiveActivities(table: Table | SparseTable): Series & Noted {
  const { labels, values, notes } = entropy(table)
  return { labels, values: values.map((value) => 2 ** value), notes }
}

export interface Variety extends Noted {
  /** Entropy over all activities, bits: unrelated plus related. */
  total: Series
  /** Entropy between the groups of the highest level, bits. */
  unrelated: Series
  /** Entropy within those groups, weighted by their shares, bits. */
  related: Series
  /**
   * The entropy that each level adds, bits, from the widest groups to the activities: that between its groups within the
   * groups above them. The first is the unrelated variety, and the others sum to the related.
   */
  byLevel: readonly Series[]
}

/**
 * Related and unrelated variety: the entropy of a region's activities split over a hierarchy, in bits (logarithm of base 2).
 * Unrelated variety is the entropy between groups, Σ P_g log₂(1/P_g); related variety is the entropy within them,
 * Σ P_g H_g. The two sum to the entropy over all activities.
 * @param table  regions × activities, counts or money
 * @param groups  for each activity, in the table's order, its group, or a list from the widest group to the narrowest; or
 * the parent of each activity and group by label. With parents, branches may differ in depth: an activity with fewer groups
 * above it stands alone on the levels below them. An activity that is a group of its own is its own parent.
 * @returns by region, each 0 or more. Each level is summed by itself and the total is unrelated plus related, to the last
 * bit; `entropy` of the same table agrees with it up to rounding. A cell or group of zero adds nothing. Missing
 * cells are left out (noted); NaN for a region that sums to zero (noted).
 * @throws RangeError when there are not as many groups as activities, the lists differ in length, a group lies in two wider
 * ones, an activity has no parent, or a group lies within itself
 * Source: Frenken, Van Oort & Verburg 2007, doi:10.1080/00343400601120296; several levels: Theil 1972, Statistical
 * Decomposition Analysis.
 */
export function variety(table: Table | SparseTable, groups: ActivityGroups): Variety {
  const rows = shareRows(table)
  const levels = levelsOf(groups, table.activities)
  const byLevel = levels.map(() => new Float64Array(table.regions.length).fill(NaN))
  table.regions.forEach((_, region) => {
    if (rows.regionTotals[region] === 0) return
    const sums = levels.map((level) => groupSums(rows.table, region, level))
    levels.forEach(({ parentOf }, depth) => {
      const above = depth === 0 ? rows.regionTotals.subarray(region, region + 1) : sums[depth - 1]!
      byLevel[depth]![region] = bitsWithin({ sums: sums[depth]!, above, parentOf, all: rows.regionTotals[region]! })
    })
  })
  const labels = table.regions
  const unrelated = byLevel[0]!
  const related = unrelated.map((value, r) =>
    Number.isNaN(value) ? NaN : byLevel.slice(1).reduce((sum, level) => sum + level[r]!, 0),
  )
  return {
    total: { labels, values: unrelated.map((value, r) => value + related[r]!) },
    unrelated: { labels, values: unrelated },
    related: { labels, values: related },
    byLevel: byLevel.map((values) => ({ labels, values })),
    notes: rows.notes,
  }
}

function bits(share: number): number {
  return share === 0 ? 0 : -share * Math.log2(share)
}

function groupSums({ activities, values }: Table, region: number, { groupOf, parentOf }: HierarchyLevel): Float64Array {
  const sums = new Float64Array(parentOf.length)
  const row = region * activities.length
  groupOf.forEach((group, activity) => (sums[group]! += values[row + activity]! || 0))
  return sums
}

interface LevelSums {
  sums: Float64Array
  above: Float64Array
  parentOf: Uint32Array
  all: number
}

/**
 * Bits between groups within the groups above them. A sum of some cells is never above the sum of them and more, in the
 * machine either, so no logarithm is above 0 and no level below it.
 */
function bitsWithin({ sums, above, parentOf, all }: LevelSums): number {
  return sums.reduce((total, sum, group) => {
    const wider = above[parentOf[group]!]!
    return sum === 0 || sum === wider ? total : total - (sum / all) * Math.log2(sum / wider)
  }, 0)
}
