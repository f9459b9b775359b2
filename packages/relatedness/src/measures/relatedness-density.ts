import { densityAndGain } from '../kernel/density-and-gain.ts'
import { checkPairs, checkPresence, checkTable, isPairMatrix } from './checked-arguments.ts'
import { accepted, declareOptions, flag, oneOf, type OptionsOf } from './declared-options.ts'
import { type Nearness, nearnessOf } from './nearness-sums.ts'
import { lengthsOf } from './presence-index.ts'
import { absentNotes } from './proximity.ts'
import { missingPresence, type Presence } from './specialisation.ts'
import { checkSameLabels, type Note, type Noted, type PairMatrix, type Table } from './table.ts'

const densityOptions = declareOptions('relatednessDensity', {
  /**
   * Whether an activity is its own neighbour. Default false: the density of an activity is of the OTHERS that a region
   * has, which is what is wanted for cells not yet specialised (Datawheel and EconGeo, whose matrices have a zero
   * diagonal). True: the diagonal of the proximity takes part (Hidalgo et al. 2007 as written, py-ecomplexity,
   * economiccomplexity).
   */
  ownDiagonal: flag(),
  /** Nearness of activities other than the minimum proximity of the presence itself, such as `coOccurrenceRelatedness`. */
  proximity: accepted<PairMatrix>('a number for every pair of activities (see proximity)', isPairMatrix),
  /**
   * For a proximity φ that is not symmetric, which way it is read for the density of activity j. `into` (default):
   * Σ_i x_ri φ_ij / Σ_i φ_ij. `out-of`: Σ_i x_ri φ_ji / Σ_i φ_ji. `mixed`: Σ_i x_ri φ_ji / Σ_i φ_ij, as py-ecomplexity has it.
   */
  direction: oneOf(['into', 'out-of', 'mixed']),
})
export interface DensityOptions extends OptionsOf<typeof densityOptions> {}

/**
 * Relatedness density: how much of what is near an activity a region already has.
 * d_rj = Σ_i M_ri φ_ij / Σ_i φ_ij over the activities i (other than j, unless `ownDiagonal`).
 * @param presence  regions × activities; or a table of weights in place of presence, such as location quotients
 * (py-ecomplexity's `continuous`), and then a proximity must be given
 * @returns regions × activities, share 0–1 (for weights: of the same unit as the weights). A missing cell of a region takes
 * part in neither sum: the share is of what is known. NaN where nothing is near the activity (noted `unrelated-activity`).
 * EconGeo's relatedness_density is this times 100, rounded.
 * @throws RangeError when the proximity does not speak of the same activities, or a proximity is negative
 * Source: Hidalgo et al. 2007, doi:10.1126/science.1144581; Boschma, Balland & Kogler 2015, doi:10.1093/icc/dtu012.
 */
export function relatednessDensity(presence: Presence | Table, options: DensityOptions = {}): Table & Noted {
  densityOptions.read(options)
  if (options.proximity) checkPairs('relatednessDensity', options.proximity)
  if (isPresence(presence)) {
    checkPresence('relatednessDensity', presence)
    if (!options.proximity) return densityOfPresence(presence, options.ownDiagonal ?? false)
    const { values, ...labels } = presence
    const weights = Float64Array.from(values, (value) => (value === missingPresence ? NaN : value))
    return densityByMatrix({ ...labels, values: weights }, { ...options, proximity: options.proximity })
  }
  checkTable('relatednessDensity', presence)
  if (!options.proximity)
    throw new RangeError('A density of weights needs a proximity. Give one, such as correlationProximity(quotients).')
  return densityByMatrix(presence, { ...options, proximity: options.proximity })
}

/** Distance: one less density, how far a region is from an activity. Source: Hausmann, Hidalgo et al. 2014, The Atlas of Economic Complexity. */
export function relatednessDistance(density: Table): Table {
  checkTable('relatednessDistance', density)
  const { regions, activities, values } = density
  return { regions, activities, values: values.map((value) => 1 - value) }
}

function densityOfPresence(presence: Presence, ownDiagonal: boolean): Table & Noted {
  const near = nearnessOf(presence)
  const { density } = densityAndGain({ presence: near.known, ...totalsFor(near, ownDiagonal), density: null, outlook: null })
  return densityTable({ presence, near, values: density, ownDiagonal })
}

/** What there is near each activity, and what it adds to its own density. */
export function totalsFor({ index, all }: Nearness, ownDiagonal: boolean): { totals: Float64Array; own: Float64Array | null } {
  if (!ownDiagonal) return { totals: all, own: null }
  const own = lengthsOf(index.activityStarts).map((count) => (count > 0 ? 1 : 0))
  return { totals: all.map((sum, activity) => sum + own[activity]!), own }
}

/** Densities as a table, with notes of what has none. */
export function densityTable(made: {
  presence: Presence
  near: Nearness
  values: Float64Array
  ownDiagonal: boolean
}): Table & Noted {
  const { regions, activities } = made.presence
  const counts = lengthsOf(made.near.index.activityStarts)
  const notes = densityNotes({ activities, counts, all: made.near.all, ownDiagonal: made.ownDiagonal })
  return { regions, activities, values: made.values, notes }
}

/** Notes on activities that no region has, and on those that nothing is near. */
export function densityNotes(input: {
  activities: readonly string[]
  counts: Float64Array
  all: Float64Array
  ownDiagonal: boolean
}): Note[] {
  const { activities, counts, all, ownDiagonal } = input
  const below = all.map((total, activity) => (counts[activity] === 0 ? NaN : ownDiagonal ? total + 1 : total))
  return [...absentNotes(activities, counts, 'activities'), ...unrelatedNotes(activities, below)]
}

function densityByMatrix(weights: Table, options: DensityOptions & { proximity: PairMatrix }): Table & Noted {
  const { regions, activities } = weights
  checkSameLabels('activities of the table and of the proximity', activities, options.proximity.labels)
  const size = activities.length
  const [above, below] = bothReadings(options, size)
  const totals = sumColumns(below, size)
  const values = new Float64Array(weights.values.length)
  for (let r = 0; r < regions.length; r++) {
    const row = weights.values.subarray(r * size, (r + 1) * size)
    const sums = values.subarray(r * size, (r + 1) * size)
    const known = row.some(Number.isNaN) ? new Float64Array(size) : totals
    for (let i = 0; i < size; i++) {
      const weight = row[i]!
      if (Number.isNaN(weight)) continue
      if (known !== totals) for (let j = 0; j < size; j++) known[j]! += below[i * size + j]!
      if (weight !== 0) for (let j = 0; j < size; j++) sums[j]! += weight * above[i * size + j]!
    }
    for (let j = 0; j < size; j++) sums[j] = known[j]! > 0 ? sums[j]! / known[j]! : NaN
  }
  return { regions, activities, values, notes: unrelatedNotes(activities, totals) }
}

/** Two matrices whose rows i are what activity i gives to each activity j: above and below the line. Undefined nearness counts as none. */
function bothReadings(
  { proximity: { labels, values }, ownDiagonal, direction = 'into' }: DensityOptions & { proximity: PairMatrix },
  size: number,
): [Float64Array, Float64Array] {
  const into = values.map((value, at) => (Number.isNaN(value) || (!ownDiagonal && at % (size + 1) === 0) ? 0 : value))
  const negative = into.findIndex((value) => value < 0)
  if (negative >= 0)
    throw new RangeError(
      `The proximity of «${labels[Math.floor(negative / size)]}» and «${labels[negative % size]}» is ${into[negative]}; a density needs proximities of zero or more.`,
    )
  if (direction === 'into') return [into, into]
  const outOf = new Float64Array(into.length)
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) outOf[i * size + j] = into[j * size + i]!
  return direction === 'out-of' ? [outOf, outOf] : [outOf, into]
}

function sumColumns(matrix: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size)
  for (let at = 0; at < matrix.length;) for (let column = 0; column < size; column++, at++) sums[column]! += matrix[at]!
  return sums
}

function unrelatedNotes(labels: readonly string[], totals: Float64Array): Note[] {
  const activities = labels.filter((_, at) => totals[at] === 0)
  if (activities.length === 0) return []
  return [
    { code: 'unrelated-activity', message: 'Nothing is related to these activities, so their density is undefined.', activities },
  ]
}

function isPresence(table: Presence | Table): table is Presence {
  return table.values instanceof Uint8Array
}
