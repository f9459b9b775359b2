import { type DensityAndGain, densityAndGain, type DensityAndGainInput } from '../kernel/density-and-gain.ts'
import { checkPresence, checkSeries, isDenseTable, isPairMatrix } from './checked-arguments.ts'
import { accepted, declareOptions, flag, oneOf, type OptionsOf } from './declared-options.ts'
import { type Nearness, nearnessOf } from './nearness-sums.ts'
import { lengthsOf } from './presence-index.ts'
import { absentNotes } from './proximity.ts'
import { densityTable, relatednessDensity, totalsFor } from './relatedness-density.ts'
import { missingPresence, type Presence, ubiquity } from './specialisation.ts'
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
  if (given.density) checkSameLabels('regions of the table and of the density', presence.regions, given.density.regions)
  if (given.density) checkSameLabels('activities of the table and of the density', presence.activities, given.density.activities)
  if (!proximity)
    return densityAndOutlook({ presence, pci, near: nearnessOf(presence) }, { formula, ownDiagonal, density: given.density })
      .outlook
  const density = given.density ?? relatednessDensity(presence, { ownDiagonal, proximity })
  const gain = gainByMatrix(presence, pci, { ownDiagonal, proximity, formula })
  return outlookByMatrix({ presence, pci, density, gain, formula })
}

interface OutlookParts {
  presence: Presence
  pci: Series
  near: Nearness
}

interface OutlookChoices {
  formula: OutlookFormula
  ownDiagonal: boolean
  density?: Table | undefined
}

/** The density (the one given, if there is one) and the outlook by the minimum proximity of the presence itself, made together. */
export function densityAndOutlook(
  parts: OutlookParts,
  choices: OutlookChoices,
): { density: Table & Noted; outlook: ComplexityOutlook } {
  return outlookFrom(parts, choices, densityAndGain(sumsWanted(parts, choices)))
}

/** What the kernel is asked for. */
export function sumsWanted({ pci, near }: OutlookParts, choices: OutlookChoices): DensityAndGainInput {
  const { totals, own } = totalsFor(near, choices.ownDiagonal)
  const byTarget = choices.formula === 'datawheel'
  const weights = pci.values.map((value, activity) => (byTarget ? value || 0 : shareOf(value, totals[activity]!)))
  const outlook = { weights, pci: pci.values, truncated: choices.formula === 'truncated', byTarget }
  return { presence: near.known, totals, own, density: choices.density?.values ?? null, outlook }
}

/** What the kernel made, with labels and notes. */
export function outlookFrom(
  { presence, pci, near }: OutlookParts,
  { ownDiagonal }: OutlookChoices,
  made: DensityAndGain,
): { density: Table & Noted; outlook: ComplexityOutlook } {
  const { regions, activities } = presence
  return {
    density: densityTable({ presence, near, values: made.density, ownDiagonal }),
    outlook: {
      index: { labels: regions, values: made.index },
      gain: { regions, activities, values: made.gain },
      notes: outlookNotes(activities, pci, lengthsOf(near.index.activityStarts)),
    },
  }
}

/** The outlook from the density and the first part of the gain, which is overwritten. */
function outlookByMatrix(parts: {
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
  for (let at = 0; at < gain.length; at++) {
    const value = held[at]!
    const worth = density.values[at]! * pci.values[at % width]!
    if (value === 0 && worth === worth) index[Math.floor(at / width)]! += worth
    gain[at] = value === missingPresence ? NaN : formula === 'truncated' ? (1 - value) * gain[at]! : gain[at]! - worth
  }
  return {
    index: { labels: regions, values: index },
    gain: { regions, activities, values: gain },
    notes: outlookNotes(activities, pci, ubiquity(presence).values),
  }
}

/** Notes on activities that no region has, and on those without complexity. */
export function outlookNotes(activities: readonly string[], pci: Series, counts: Float64Array): Note[] {
  return [...absentNotes(activities, counts, 'activities'), ...withoutComplexity(pci, counts)]
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
