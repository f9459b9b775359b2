import { checkPresence, checkSeries, isDenseTable, isPairMatrix } from './checked-arguments.ts'
import { accepted, declareOptions, flag, oneOf, type OptionsOf } from './declared-options.ts'
import { type NearnessSums, nearnessSums } from './nearness-sums.ts'
import { lengthsOf } from './presence-index.ts'
import { absentNotes } from './proximity.ts'
import { relatednessDensity } from './relatedness-density.ts'
import { missingPresence, type Presence } from './specialisation.ts'
import { checkSameLabels, type Note, type Noted, type PairMatrix, type Series, type Table } from './table.ts'

/** How the outlook gain is computed. */
export type OutlookFormula = 'atlas' | 'truncated' | 'datawheel'
export const outlookFormulas = ['atlas', 'truncated', 'datawheel'] as const satisfies OutlookFormula[]

const outlookOptions = declareOptions('complexityOutlook', {
  /**
   * `atlas` (default): Σ_i w_ji (1 − M_ri) PCI_i − d_rj PCI_j, what j would bring near less what is given up for it, as the
   * Atlas of Economic Complexity and Datawheel write it. `truncated`: (1 − M_rj) Σ_i w_ji (1 − M_ri) PCI_i, without the
   * second part and zero where the region has j already, as py-ecomplexity and economiccomplexity compute it.
   * w_ji = φ_ij / Σ_k φ_ik. `datawheel`: as `atlas`, but with w_ji = φ_ij / Σ_k φ_kj, the nearness of the target j in place
   * of that of i, as Datawheel's opportunity_gain computes it.
   */
  formula: oneOf(outlookFormulas, { 'py-ecomplexity': 'truncated', economiccomplexity: 'truncated' }),
  /** Whether an activity is its own neighbour, in the density and in the sums. Default false. */
  ownDiagonal: flag(),
  /** A symmetric nearness other than the minimum proximity of the presence itself. */
  proximity: accepted<PairMatrix>('a number for every pair of activities (see proximity)', isPairMatrix),
  /** The density, when it has been computed already with the same choices. */
  density: accepted<Table>('a table of regions and activities (see relatednessDensity)', isDenseTable),
})
export interface OutlookOptions extends OptionsOf<typeof outlookOptions> {}

export interface ComplexityOutlook extends Noted {
  /** By region: Σ_j d_rj (1 − M_rj) PCI_j. High: complex activities not yet held lie near. */
  index: Series
  /** regions × activities, in units of PCI: how much the outlook gains by each activity. */
  gain: Table
}

/**
 * Complexity outlook: how near to complex activities a region stands (index, COI), and what each activity would open (gain, COG).
 * @param presence  regions × activities; a missing cell is neither held nor an opportunity, and its gain is NaN
 * @param pci  complexity by activity; activities where it is NaN are left out of every sum, and their own Atlas gain is NaN
 * (noted `activity-without-complexity`)
 * @throws RangeError when the labels differ
 * Source: Hausmann, Hidalgo et al. 2014, The Atlas of Economic Complexity, technical box 2.3 and 2.4 (opportunity value and gain).
 */
export function complexityOutlook(presence: Presence, pci: Series, options: OutlookOptions = {}): ComplexityOutlook {
  checkPresence('complexityOutlook', presence)
  checkSeries('complexityOutlook', pci)
  const { formula, ownDiagonal, proximity, ...given } = outlookOptions.read(options)
  checkSameLabels('activities of the table and of the complexity', presence.activities, pci.labels)
  const density = given.density ?? relatednessDensity(presence, { ownDiagonal, proximity })
  checkSameLabels('regions of the table and of the density', presence.regions, density.regions)
  checkSameLabels('activities of the table and of the density', presence.activities, density.activities)
  const gain = proximity
    ? gainByMatrix(presence, pci, { ownDiagonal, proximity, formula })
    : gainFromSums(presence, pci, { sums: nearnessSums(presence), ownDiagonal, formula })
  return outlookFrom({ presence, pci, density, gain, formula })
}

/** The outlook from the density and the first part of the gain, which is overwritten. */
export function outlookFrom(parts: {
  presence: Presence
  pci: Series
  density: Table
  gain: Float64Array
  formula: OutlookFormula
}): ComplexityOutlook {
  const { presence, pci, density, gain, formula } = parts
  const { regions, activities, values: held } = presence
  const width = activities.length
  const index = new Float64Array(regions.length)
  const counts = new Float64Array(width)
  for (let r = 0, at = 0; r < regions.length; r++) {
    let sum = 0
    for (let a = 0; a < width; a++, at++) {
      const value = held[at]!
      const worth = density.values[at]! * pci.values[a]!
      sum += value === 0 && worth === worth ? worth : 0
      counts[a]! += value === 1 ? 1 : 0
      gain[at] = value === missingPresence ? NaN : formula === 'truncated' ? (1 - value) * gain[at]! : gain[at]! - worth
    }
    index[r] = sum
  }
  return {
    index: { labels: regions, values: index },
    gain: { regions, activities, values: gain },
    notes: [...absentNotes(activities, counts, 'activities'), ...withoutComplexity(pci, counts)],
  }
}

/** regions × activities: Σ_i PCI_i w_ji over the activities i known not to be held; w as the formula has it. */
export function gainFromSums(
  presence: Presence,
  pci: Series,
  { sums, ownDiagonal, formula }: { sums: NearnessSums; ownDiagonal: boolean; formula: OutlookFormula },
): Float64Array {
  const { index, all, notHeld } = sums
  const width = presence.activities.length
  const own = lengthsOf(index.activityStarts).map((count) => (ownDiagonal && count > 0 ? 1 : 0))
  const totals = all.map((sum, activity) => sum + own[activity]!)
  const weights = pci.values.map((value, activity) => (formula === 'datawheel' ? value || 0 : shareOf(value, totals[activity]!)))
  const gain = notHeld(weights)
  if (ownDiagonal)
    for (let at = 0; at < gain.length;)
      for (let a = 0; a < width; a++, at++) if (presence.values[at] === 0) gain[at]! += own[a]! * weights[a]!
  return formula === 'datawheel' ? dividedByTarget(gain, totals) : gain
}

function gainByMatrix(
  presence: Presence,
  pci: Series,
  { proximity, ownDiagonal, formula }: { proximity: PairMatrix; ownDiagonal: boolean; formula: OutlookFormula },
): Float64Array {
  checkSameLabels('activities of the table and of the proximity', presence.activities, proximity.labels)
  const width = presence.activities.length
  const near = proximity.values.map((value, at) => (Number.isNaN(value) || (!ownDiagonal && at % (width + 1) === 0) ? 0 : value))
  const gain = new Float64Array(presence.values.length)
  for (let i = 0; i < width; i++) {
    const row = near.subarray(i * width, (i + 1) * width)
    const total = row.reduce((sum, value) => sum + value, 0)
    const weight = formula === 'datawheel' ? pci.values[i]! || 0 : shareOf(pci.values[i]!, total)
    for (let r = 0; r < presence.regions.length; r++)
      if (presence.values[r * width + i] === 0) for (let j = 0; j < width; j++) gain[r * width + j]! += weight * row[j]!
  }
  if (formula !== 'datawheel') return gain
  const totals = new Float64Array(width)
  near.forEach((value, at) => (totals[at % width]! += value))
  return dividedByTarget(gain, totals)
}

function dividedByTarget(gain: Float64Array, totals: Float64Array): Float64Array {
  return gain.map((value, at) => (totals[at % totals.length]! > 0 ? value / totals[at % totals.length]! : 0))
}

function shareOf(complexity: number, total: number): number {
  return total > 0 && !Number.isNaN(complexity) ? complexity / total : 0
}

function withoutComplexity({ labels, values }: Series, counts: Float64Array): Note[] {
  const activities = labels.filter((_, at) => Number.isNaN(values[at]!) && counts[at]! > 0)
  if (activities.length === 0) return []
  return [
    {
      code: 'activity-without-complexity',
      message: 'These activities have no complexity and are left out of the outlook.',
      activities,
    },
  ]
}
