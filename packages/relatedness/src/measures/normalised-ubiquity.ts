import { checkPresence } from './checked-arguments.ts'
import { ubiquity, type Presence } from './specialisation.ts'
import { checkSameLabels, type SparseTable, type Series, type Table } from './table.ts'
import { totalsOf } from './totals.ts'

/**
 * Normalised ubiquity: the share an activity has of everything, over the share it has of all specialisations,
 * (X_a / X) / (k_a / Σ k). High: much of it, in few places.
 * @param table  regions × activities, counts or money; missing cells are left out of the sums @param presence  of the same
 * @returns by activity, a ratio ≥ 0; NaN where no region is specialised in it. EconGeo's norm_ubiquity, which rounds to two decimals.
 * @throws RangeError when the activities differ
 * Source: Balland & Rigby 2017, doi:10.1080/00130095.2016.1205947.
 */
export function normalisedUbiquity(table: Table | SparseTable, presence: Presence): Series {
  const { totals, total, counts } = partsOf(table, presence)
  const all = counts.reduce((sum, count) => sum + count, 0)
  return {
    labels: table.activities,
    values: totals.map((value, a) => (counts[a] === 0 ? NaN : value / total / (counts[a]! / all))),
  }
}

/**
 * Inverse of the normalised ubiquity: the natural logarithm of the size of an activity over its ubiquity, ln X_a / k_a.
 * @returns by activity; NaN where no region is specialised in it, −Infinity for a size of zero. EconGeo's inv_norm_ubiquity adds
 * 0.001 to the size, multiplies by 100 and rounds.
 * @throws RangeError when the activities differ. Source: as `normalisedUbiquity`.
 */
export function inverseNormalisedUbiquity(table: Table | SparseTable, presence: Presence): Series {
  const { totals, counts } = partsOf(table, presence)
  return { labels: table.activities, values: totals.map((value, a) => (counts[a] === 0 ? NaN : Math.log(value) / counts[a]!)) }
}

function partsOf(table: Table | SparseTable, presence: Presence) {
  checkPresence('normalisedUbiquity', presence)
  checkSameLabels('activities of the table and of the presence', table.activities, presence.activities)
  const { byActivity, total } = totalsOf(table, 'leave-out')
  return { totals: byActivity, total, counts: ubiquity(presence).values }
}
