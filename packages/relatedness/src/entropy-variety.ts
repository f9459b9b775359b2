import { eachRow, shareRows } from './share-rows.ts'
import type { Noted, Series, SparseTable, Table } from './table.ts'

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

/** Two to the power of the entropy: how many activities of equal size would be as varied. */
export function effectiveActivities(table: Table | SparseTable): Series & Noted {
  const { labels, values, notes } = entropy(table)
  return { labels, values: values.map((value) => 2 ** value), notes }
}

export interface Variety extends Noted {
  /** Entropy over all activities, bits. */
  total: Series
  /** Entropy between the groups of the highest level, bits. */
  unrelated: Series
  /** Entropy within groups, weighted by their shares, bits; total = unrelated + related. */
  related: Series
  /** The same for each level of a hierarchy of several: entropy between the groups of the level, within those above it. They sum to the total. */
  byLevel: readonly Series[]
}

/**
 * Related and unrelated variety: the entropy of a region's activities split over a hierarchy, in bits (logarithm of base 2).
 * Unrelated variety is the entropy between groups, Σ P_g log₂(1/P_g); related variety is the entropy within them,
 * Σ P_g H_g. The two sum to the entropy over all activities.
 * @param groups  for each activity its group; or, for several levels, a list from the widest group to the narrowest. An
 * activity may be a group of its own.
 * @returns by region; NaN for a region that sums to zero (noted). Missing cells are left out (noted).
 * @throws RangeError when there are not as many groups as activities, the levels differ in depth, or a narrower group lies
 * in two wider ones
 * Source: Frenken, Van Oort & Verburg 2007, doi:10.1080/00343400601120296.
 */
export function variety(table: Table | SparseTable, groups: readonly (string | readonly string[])[]): Variety {
  const rows = shareRows(table)
  const levels = levelsOf(groups, table.activities)
  const entropies = levels.map((groupOf) => groupEntropy(rows, groupOf))
  const labels = table.regions
  const total = entropies.at(-1)!
  const unrelated = entropies[0]!
  const byLevel = entropies.map((values, level) =>
    level === 0 ? values : values.map((value, r) => value - entropies[level - 1]![r]!),
  )
  return {
    total: { labels, values: total },
    unrelated: { labels, values: unrelated },
    related: { labels, values: total.map((value, r) => value - unrelated[r]!) },
    byLevel: byLevel.map((values) => ({ labels, values })),
    notes: rows.notes,
  }
}

function bits(share: number): number {
  return share === 0 ? 0 : -share * Math.log2(share)
}

/** Group numbers of the activities for each level, the activities themselves last. */
function levelsOf(groups: readonly (string | readonly string[])[], activities: readonly string[]): Uint32Array[] {
  if (groups.length !== activities.length)
    throw new RangeError(
      `There are ${groups.length} groups for ${activities.length} activities. Give one for each, in their order.`,
    )
  const paths = groups.map((group) => (typeof group === 'string' ? [group] : group))
  const depth = paths[0]?.length ?? 0
  const uneven = paths.findIndex((path) => path.length !== depth || path.length === 0)
  if (uneven >= 0)
    throw new RangeError(
      `Activity «${activities[uneven]}» has ${paths[uneven]!.length} levels and the first has ${depth}. Give each as many, at least one.`,
    )
  const levels = Array.from({ length: depth }, (_, level) => {
    const numbers = new Map<string, number>()
    const parents = new Map<string, string>()
    return Uint32Array.from(paths, (path, a) => {
      const [name, parent] = [path[level]!, path.slice(0, level).join('\u0000')]
      if ((parents.get(name) ?? parent) !== parent)
        throw new RangeError(`The group «${name}» of activity «${activities[a]}» lies in two wider groups. Name the two apart.`)
      parents.set(name, parent)
      if (!numbers.has(name)) numbers.set(name, numbers.size)
      return numbers.get(name)!
    })
  })
  return [...levels, Uint32Array.from(activities.keys())]
}

function groupEntropy({ table, shares, regionTotals }: ReturnType<typeof shareRows>, groupOf: Uint32Array): Float64Array {
  const width = table.activities.length
  const size = groupOf.reduce((largest, group) => Math.max(largest, group), 0) + 1
  return Float64Array.from(table.regions, (_, region) => {
    if (regionTotals[region] === 0) return NaN
    const sums = new Float64Array(size)
    for (let a = 0; a < width; a++) sums[groupOf[a]!]! += shares[region * width + a]! || 0
    return sums.reduce((sum, share) => sum + bits(share), 0)
  })
}
