import { checkPairs, checkPresence, isPairMatrix } from './checked-arguments.ts'
import { accepted, declareOptions, type OptionsOf } from './declared-options.ts'
import type { Presence } from './specialisation.ts'
import { checkSameLabels, type Noted, type PairMatrix, type Series, type Table } from './table.ts'

/**
 * Complementary linkages of a pair of regions in an activity: what region s has, and region r lacks, of the activities
 * related to i, as a share of all that is related to i:
 * c_rsi = Σ_{j ≠ i} φ_ji M_sj (1 − M_rj) / Σ_{j ≠ i} φ_ji.
 * It is the relatedness density that s could add to r's own: density of r and s together less that of r.
 */
export interface InterregionalLinkages extends Noted {
  /** regions r × activities i: Σ_s c_rsi over all other regions, not a share any more. */
  byActivity: Table
  /** regions r × regions s: the mean of c_rsi over the activities i that r is known to lack (and where it is defined). */
  byRegion: PairMatrix
}

const linkageOptions = declareOptions('interregionalLinkages', {
  /** regions × regions: the weight of each other region in `byActivity`. Default: 1 for all. */
  links: accepted<PairMatrix>('a number for every pair of regions', isPairMatrix),
})
export interface LinkageOptions extends OptionsOf<typeof linkageOptions> {}

/**
 * Complementary interregional linkages of every region, with every other and in every activity.
 * @param presence  regions × activities; a missing cell counts as neither had nor lacked
 * @param proximity  activities × activities, zero or more; read into i (row j, column i); the diagonal is ignored
 * @returns `byActivity` NaN where nothing is related to i (noted `unrelated-activity`), also for activities r has already;
 * `byRegion` NaN on the diagonal and for a region that lacks nothing
 * @throws RangeError when the activities differ
 * Source: Balland & Boschma 2021, doi:10.1080/00343404.2020.1861240 (complementary interregional linkages; there summed over
 * actual links of a region, here over all other regions, or with the weights given).
 */
export function interregionalLinkages(
  presence: Presence,
  proximity: PairMatrix,
  options: LinkageOptions = {},
): InterregionalLinkages {
  checkPresence('interregionalLinkages', presence)
  checkPairs('interregionalLinkages', proximity)
  const { links } = linkageOptions.read(options)
  checkSameLabels('activities of the presence and of the proximity', presence.activities, proximity.labels)
  if (links) checkSameLabels('regions of the presence and of the links', presence.regions, links.labels)
  const { regions, activities } = presence
  const [size, width] = [regions.length, activities.length]
  const byActivity = new Float64Array(size * width)
  const byRegion = new Float64Array(size * size).fill(NaN)
  const totals = totalsInto(proximity)
  for (let r = 0; r < size; r++)
    for (let s = 0; s < size; s++) {
      if (r === s) continue
      const added = addedBy(presence, proximity, { r, s, totals })
      const weight = links ? links.values[r * size + s]! : 1
      let [sum, count] = [0, 0]
      for (let i = 0; i < width; i++) {
        byActivity[r * width + i]! += weight * added[i]!
        if (presence.values[r * width + i] !== 0 || Number.isNaN(added[i]!)) continue
        sum += added[i]!
        count++
      }
      byRegion[r * size + s] = count === 0 ? NaN : sum / count
    }
  const unrelated = activities.filter((_, i) => totals[i] === 0)
  const message = 'Nothing is related to these activities, so no linkage is defined for them.'
  return {
    byActivity: { regions, activities, values: byActivity },
    byRegion: { labels: regions, values: byRegion },
    notes: unrelated.length > 0 ? [{ code: 'unrelated-activity', message, activities: unrelated }] : [],
  }
}

/**
 * Which activities make up what one region could add to another in an activity: those that `partner` has, `region` lacks, and
 * that are related to it, with their shares of c_rsi.
 * @returns by activity, shares that sum to c_rsi, zero where it adds nothing
 * @throws RangeError when a label is not in the table
 */
export function linkageParts(
  presence: Presence,
  proximity: PairMatrix,
  pair: { region: string; partner: string; activity: string },
): Series {
  checkPresence('linkageParts', presence)
  checkPairs('linkageParts', proximity)
  const [r, s] = [presence.regions.indexOf(pair.region), presence.regions.indexOf(pair.partner)]
  const i = presence.activities.indexOf(pair.activity)
  if (r < 0 || s < 0 || i < 0)
    throw new RangeError(`«${r < 0 ? pair.region : s < 0 ? pair.partner : pair.activity}» is not in the table.`)
  const width = presence.activities.length
  const total = totalsInto(proximity)[i]!
  const values = Float64Array.from(presence.activities, (_, j) =>
    j !== i && presence.values[s * width + j] === 1 && presence.values[r * width + j] === 0
      ? known(proximity.values[j * width + i]!) / total
      : 0,
  )
  return { labels: presence.activities, values }
}

function addedBy(
  presence: Presence,
  { values }: PairMatrix,
  { r, s, totals }: { r: number; s: number; totals: Float64Array },
): Float64Array {
  const width = totals.length
  const added = new Float64Array(width)
  for (let j = 0; j < width; j++) {
    if (presence.values[s * width + j] !== 1 || presence.values[r * width + j] !== 0) continue
    for (let i = 0; i < width; i++) if (i !== j) added[i]! += known(values[j * width + i]!)
  }
  return added.map((sum, i) => (totals[i] === 0 ? NaN : sum / totals[i]!))
}

function totalsInto({ labels, values }: PairMatrix): Float64Array {
  const size = labels.length
  const totals = new Float64Array(size)
  for (let j = 0; j < size; j++) for (let i = 0; i < size; i++) if (i !== j) totals[i]! += known(values[j * size + i]!)
  return totals
}

/** Undefined nearness counts as none. */
function known(value: number): number {
  return Number.isNaN(value) ? 0 : value
}
