import { checkPresence, checkTable } from './checked-arguments.ts'
import { coOccurrence } from './co-occurrence.ts'
import { declareOptions, oneOf, type OptionsOf, wholeNumber } from './declared-options.ts'
import { entries } from './industrial-change.ts'
import { corrected, corrections, randomNumbers, shuffledPresences } from './random-presences.ts'
import { meanOf } from './series-statistics.ts'
import { type Presence, ubiquity } from './specialisation.ts'
import { checkSameLabels, type Note, type Noted, type PairMatrix, type Series, type Table } from './table.ts'

const significanceChoices = {
  /** How many random presences or drawings. Default 999: the smallest p-value is then 1/1000. */
  rounds: wholeNumber(999, { least: 19, most: 1_000_000 }),
  /** Where chance begins; the same seed gives the same p-values everywhere. Default 1. */
  seed: wholeNumber(1, { least: 1, most: 2_147_483_646 }),
  /** What is done about there being many tests at once: `benjamini-hochberg` (default), `bonferroni` or `none`. */
  correction: oneOf(corrections, { bh: 'benjamini-hochberg', fdr: 'benjamini-hochberg' }),
}

const relatednessOptions = declareOptions('relatednessSignificance', significanceChoices)
const entryOptions = declareOptions('entrySignificance', significanceChoices)
export interface SignificanceOptions extends OptionsOf<typeof relatednessOptions> {}

export interface RelatednessSignificance extends Noted {
  /** activities × activities: how often chance gives as many regions in common or more, (1 + times) / (1 + rounds). */
  pValues: PairMatrix
  /** The same after the correction for `tests` tests. */
  adjusted: PairMatrix
  /** How many pairs were tested. */
  tests: number
}

/**
 * Whether two activities are found together more than chance explains, when regions keep how diverse they are and activities how
 * ubiquitous: one-sided p-values by permutation.
 * @param presence  regions × activities; missing cells count as not known to be shared
 * @returns symmetric; NaN on the diagonal and for activities that no region has. A note `many-tests` says how many were made at
 * once and what was done about it
 * Sources: Strona et al. 2014, doi:10.1038/ncomms5114 (curveball); North, Curtis & Sham 2002, doi:10.1086/341527 (the added one).
 */
export function relatednessSignificance(presence: Presence, options: SignificanceOptions = {}): RelatednessSignificance {
  checkPresence('relatednessSignificance', presence)
  const { rounds, seed, correction } = relatednessOptions.read(options)
  const size = presence.activities.length
  const observed = coOccurrence(presence).values
  const counts = ubiquity(presence).values
  const reached = new Float64Array(observed.length)
  const next = shuffledPresences(presence, randomNumbers(seed))
  const together = new Uint32Array(observed.length)
  for (let round = 0; round < rounds; round++) {
    together.fill(0)
    for (const list of next()) for (const i of list) for (const j of list) together[i * size + j]!++
    for (let at = 0; at < reached.length; at++) if (together[at]! >= observed[at]!) reached[at]!++
  }
  const upper: number[] = []
  const pValues = reached.map((times, at) => {
    const [i, j] = [Math.floor(at / size), at % size]
    if (i === j || counts[i] === 0 || counts[j] === 0) return NaN
    if (i < j) upper.push(at)
    return (1 + times) / (1 + rounds)
  })
  const tested = corrected(
    Float64Array.from(upper, (at) => pValues[at]!),
    correction,
  )
  const adjusted = new Float64Array(pValues.length).fill(NaN)
  upper.forEach((at, place) => {
    adjusted[at] = adjusted[(at % size) * size + Math.floor(at / size)] = tested[place]!
  })
  const labels = presence.activities
  return {
    pValues: { labels, values: pValues },
    adjusted: { labels, values: adjusted },
    tests: upper.length,
    notes: [manyTests(upper.length, correction)],
  }
}

export interface EntrySignificance extends Noted {
  /** Mean density of what was entered, less that of what was not though it could have been. */
  difference: number
  /** How often chance gives as large a difference or larger, when each region enters as many activities, drawn at random. */
  pValue: number
  /** The same for each region; NaN where it entered nothing, or everything. */
  differenceByRegion: Series
  pValueByRegion: Series
  /** After the correction for as many tests as there are regions with a p-value. */
  adjustedByRegion: Series
}

/**
 * Whether regions enter what is related to what they have: the density before of activities entered, against those that could have
 * been, with one-sided p-values by permutation of the entries within each region.
 * @param before  presence at the first time @param after  at the second @param density  relatedness density at the first
 * @returns cells missing at either time, or whose density is, are left out
 * @throws RangeError when the labels differ
 * Sources: Neffke, Henning & Boschma 2011, doi:10.1111/j.1944-8287.2011.01121.x (the question); North, Curtis & Sham 2002,
 * doi:10.1086/341527.
 */
export function entrySignificance(
  before: Presence,
  after: Presence,
  density: Table,
  options: SignificanceOptions = {},
): EntrySignificance {
  checkTable('entrySignificance', density)
  const { rounds, seed, correction } = entryOptions.read(options)
  const { cells } = entries(before, after)
  checkSameLabels('regions of the presence and of the density', before.regions, density.regions)
  checkSameLabels('activities of the presence and of the density', before.activities, density.activities)
  const width = before.activities.length
  const candidates = before.regions.map((_, r) => {
    const places = Array.from({ length: width }, (__, a) => r * width + a).filter(
      (at) => !Number.isNaN(cells.values[at]!) && !Number.isNaN(density.values[at]!),
    )
    return {
      values: places.map((at) => density.values[at]!),
      entered: places.filter((at) => cells.values[at] === 1).length,
      first: places.map((at) => cells.values[at] === 1),
    }
  })
  const sums = candidates.map(({ values, first }) => values.reduce((sum, value, at) => sum + (first[at] ? value : 0), 0))
  const random = randomNumbers(seed)
  const reachedBy = new Float64Array(candidates.length)
  let reached = 0
  const whole = sums.reduce((sum, value) => sum + value, 0)
  for (let round = 0; round < rounds; round++) {
    let drawn = 0
    candidates.forEach(({ values, entered }, r) => {
      const sum = drawnSum(values, entered, random)
      drawn += sum
      if (sum >= sums[r]! - 1e-12) reachedBy[r]!++
    })
    if (drawn >= whole - 1e-12) reached++
  }
  const isTested = ({ values, entered }: (typeof candidates)[number]) => entered > 0 && entered < values.length
  const p = Float64Array.from(candidates, (one, r) => (isTested(one) ? (1 + reachedBy[r]!) / (1 + rounds) : NaN))
  const labels = before.regions
  const difference = (list: typeof candidates) => {
    const [yes, no] = [
      list.flatMap(({ values, first }) => values.filter((_, at) => first[at])),
      list.flatMap(({ values, first }) => values.filter((_, at) => !first[at])),
    ]
    return meanOf(Float64Array.from(yes)) - meanOf(Float64Array.from(no))
  }
  return {
    difference: difference(candidates),
    pValue: candidates.some(isTested) ? (1 + reached) / (1 + rounds) : NaN,
    differenceByRegion: { labels, values: Float64Array.from(candidates, (one) => (isTested(one) ? difference([one]) : NaN)) },
    pValueByRegion: { labels, values: p },
    adjustedByRegion: { labels, values: corrected(p, correction) },
    notes: [manyTests(candidates.filter(isTested).length, correction)],
  }
}

/**
 * z-scores of co-occurrence: how many deviations the regions (or documents) that two activities share are from what chance gives
 * when each activity keeps its ubiquity: (C − μ) / σ, μ = k_i k_j / n and σ² = μ (1 − k_i / n)(n − k_j) / (n − 1).
 * @param presence  regions or documents × activities; missing cells count as not known to be shared
 * @returns activities × activities, symmetric, without unit; NaN on the diagonal, for what is nowhere or everywhere, and with fewer
 * than two regions. EconGeo's z_score, whose diagonal is that of no co-occurrence.
 * Sources: Teece, Rumelt, Dosi & Winter 1994, Journal of Economic Behavior and Organization 23(1); Uzzi, Mukherjee, Stringer & Jones 2013,
 * doi:10.1126/science.1240474.
 */
export function coOccurrenceScores(presence: Presence): PairMatrix {
  checkPresence('coOccurrenceScores', presence)
  const { labels, values: shared } = coOccurrence(presence)
  const counts = ubiquity(presence).values
  const n = presence.regions.length
  const values = shared.map((count, at) => {
    const [i, j] = [Math.floor(at / labels.length), at % labels.length]
    const mean = (counts[i]! * counts[j]!) / n
    const deviation = Math.sqrt((mean * (1 - counts[i]! / n) * (n - counts[j]!)) / (n - 1))
    return i === j || !(deviation > 0) ? NaN : (count - mean) / deviation
  })
  return { labels, values }
}

/** The sum of so many of the values, drawn without putting back. */
function drawnSum(values: readonly number[], count: number, random: () => number): number {
  const left = [...values]
  let sum = 0
  for (let at = 0; at < count; at++) {
    const place = at + Math.floor(random() * (left.length - at))
    sum += left[place]!
    left[place] = left[at]!
  }
  return sum
}

function manyTests(tests: number, correction: (typeof corrections)[number]): Note {
  const done =
    correction === 'none'
      ? 'nothing was done about that, so some fall below any level by chance alone'
      : correction === 'bonferroni'
        ? 'adjusted p-values are times their number (Bonferroni)'
        : 'adjusted p-values are false discovery rates (Benjamini–Hochberg)'
  return { code: 'many-tests', message: `${tests} tests were made at once; ${done}.` }
}
