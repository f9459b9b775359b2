import { checkPresence, checkSeries } from './checked-arguments.ts'
import { shareRows } from './share-rows.ts'
import type { Presence } from './specialisation.ts'
import { checkSameLabels, type Note, type Noted, type Series, type SparseTable, type Table } from './table.ts'

/**
 * Product attribute index: the mean of an attribute of the regions specialised in an activity, weighted by the share the
 * activity has in each, Σ_r M_ra s_ra Y_r / Σ_r M_ra s_ra. With Gini coefficients of income it is the product Gini index (PGI),
 * with emissions per unit of value added the product emission intensity index (PEII).
 * @param table  regions × activities, counts or money @param presence  specialisations in the same
 * @param attribute  by region; a region where it is missing is left out (noted `region-without-attribute`; Datawheel: zero)
 * @returns by activity, in the attribute's unit; NaN where no region with a known attribute is specialised (noted
 * `absent-activity`). Missing cells are left out of the shares.
 * @throws RangeError when the labels differ
 * Sources: Hartmann, Guevara, Jara-Figueroa, Aristarán & Hidalgo 2017, doi:10.1016/j.worlddev.2016.12.020 (PGI); Romero &
 * Gramkow 2021, doi:10.1016/j.worlddev.2020.105317 (PEII); Datawheel's pmi, pgi and peii.
 */
export function productAttribute(table: Table | SparseTable, presence: Presence, attribute: Series): Series & Noted {
  checkPresence('productAttribute', presence)
  checkSeries('productAttribute', attribute)
  checkSameLabels('regions of the table and of the presence', table.regions, presence.regions)
  checkSameLabels('activities of the table and of the presence', table.activities, presence.activities)
  checkSameLabels('regions of the table and of the attribute', table.regions, attribute.labels)
  const { shares, notes } = shareRows(table)
  const width = table.activities.length
  const [above, below] = [new Float64Array(width), new Float64Array(width)]
  shares.forEach((share, at) => {
    const level = attribute.values[Math.floor(at / width)]!
    if (presence.values[at] !== 1 || Number.isNaN(share) || Number.isNaN(level)) return
    above[at % width]! += share * level
    below[at % width]! += share
  })
  const values = above.map((sum, a) => (below[a]! > 0 ? sum / below[a]! : NaN))
  const unknown = table.regions.filter((_, r) => Number.isNaN(attribute.values[r]!))
  const absent = table.activities.filter((_, a) => !(below[a]! > 0))
  const own: Note[] = []
  if (unknown.length > 0)
    own.push({
      code: 'region-without-attribute',
      message: 'The attribute of these regions is missing, so they are left out.',
      regions: unknown,
    })
  if (absent.length > 0)
    own.push({
      code: 'absent-activity',
      message: 'No region with a known attribute is specialised in these activities.',
      activities: absent,
    })
  return { labels: table.activities, values, notes: [...notes, ...own] }
}
