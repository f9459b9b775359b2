import { sharedItems } from '../kernel/pair-matrix.ts'
import { checkPresence, checkTable } from './checked-arguments.ts'
import { bitLists, pairChoices } from './co-occurrence.ts'
import { declareOptions, oneOf, type OptionsOf } from './declared-options.ts'
import { lengthsOf } from './presence-index.ts'
import { type Presence } from './specialisation.ts'
import type { Note, Noted, PairMatrix, Table } from './table.ts'

const proximityOptions = declareOptions('proximity', {
  ...pairChoices,
  /**
   * `minimum` (default): the smaller of the two conditional probabilities, C_ij / max(k_i, k_j), symmetric.
   * `conditional`: the probability of having j (the column) given that one has i (the row), C_ij / k_i, not symmetric;
   * py-ecomplexity's `asymmetric`. `geometric`: C_ij / √(k_i k_j), Datawheel's procedure `sqrt`.
   */
  kind: oneOf(['minimum', 'conditional', 'geometric'], {
    asymmetric: 'conditional',
    asym: 'conditional',
    sqrt: 'geometric',
    max: 'minimum',
  }),
})
export interface ProximityOptions extends OptionsOf<typeof proximityOptions> {}

const correlationOptions = declareOptions('correlationProximity', {
  /** What the diagonal is: 1 (`own`, default), or `zero`. */
  diagonal: pairChoices.diagonal,
})
export interface CorrelationOptions extends OptionsOf<typeof correlationOptions> {}

/**
 * Proximity of activities: how often two are found in the same regions.
 * @param presence  regions × activities (or the reverse with `of: 'regions'`: proximity of regions)
 * @returns pairs × pairs, 0–1. The diagonal is 1 unless it is asked to be zero (py-ecomplexity and economiccomplexity keep
 * it, Datawheel sets it to zero). NaN in the rows and columns of what no region has (noted `absent-activity`), save
 * for a diagonal asked to be zero.
 * Source: Hidalgo, Klinger, Barabási & Hausmann 2007, doi:10.1126/science.1144581.
 */
export function proximity(presence: Presence, options: ProximityOptions = {}): PairMatrix & Noted {
  checkPresence('proximity', presence)
  const { kind, diagonal, of } = proximityOptions.read(options)
  const labels = presence[of]
  const size = labels.length
  const lists = bitLists(presence, of)
  const counts = lengthsOf(lists.starts)
  const values = sharedItems(lists, kind === 'minimum')
  if (kind !== 'minimum')
    for (let i = 0, at = 0; i < size; i++)
      for (let j = 0; j < size; j++, at++) values[at]! /= kind === 'conditional' ? counts[i]! : Math.sqrt(counts[i]! * counts[j]!)
  counts.forEach((count, absent) => {
    if (count > 0) return
    for (let other = 0; other < size; other++) values[absent * size + other] = values[other * size + absent] = NaN
  })
  if (diagonal === 'zero') for (let at = 0; at < values.length; at += size + 1) values[at] = 0
  return { labels, values, notes: absentNotes(labels, counts, of) }
}

/**
 * Continuous proximity: (1 + r) / 2, where r is the correlation (Pearson) of two activities' columns over the regions.
 * @param quotients  regions × activities, usually location quotients; a region counts for a pair when both cells are known
 * @returns activities × activities, 0–1; NaN where a column does not vary or fewer than two regions are known (noted)
 * Source: py-ecomplexity (Growth Lab at Harvard), option `continuous`.
 */
export function correlationProximity(quotients: Table, options: CorrelationOptions = {}): PairMatrix & Noted {
  checkTable('correlationProximity', quotients)
  const { diagonal } = correlationOptions.read(options)
  const { activities } = quotients
  const size = activities.length
  const columns = activities.map((_, a) => columnOf(quotients, a))
  const complete = columns.map((column) => !column.some(Number.isNaN))
  const standard = columns.map((column, a) => (complete[a] ? standardised(column) : column))
  const values = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = i; j < size; j++) {
      const both = complete[i] && complete[j] ? ([standard[i]!, standard[j]!] as const) : knownPairs(columns[i]!, columns[j]!)
      const r = i === j ? (Number.isNaN(both[0][0]!) ? NaN : 1) : dot(both[0], both[1])
      values[i * size + j] = values[j * size + i] = (1 + Math.max(-1, Math.min(1, r))) / 2
    }
  const undefinedOnes = activities.filter((_, a) => Number.isNaN(values[a * size + a]!))
  if (diagonal === 'zero') for (let at = 0; at < values.length; at += size + 1) values[at] = 0
  const message = 'These activities do not vary between regions, so no correlation is defined.'
  return {
    labels: activities,
    values,
    notes: undefinedOnes.length ? [{ code: 'constant-activity', message, activities: undefinedOnes }] : [],
  }
}

/** What no region has cannot be near anything: said, and left undefined. */
export function absentNotes(labels: readonly string[], counts: Float64Array, of: 'activities' | 'regions'): Note[] {
  const absent = labels.filter((_, at) => counts[at] === 0)
  if (absent.length === 0) return []
  return of === 'activities'
    ? [
        {
          code: 'absent-activity',
          message: 'No region is specialised in these activities, so nothing is defined for them.',
          activities: absent,
        },
      ]
    : [
        {
          code: 'absent-region',
          message: 'These regions are specialised in nothing, so nothing is defined for them.',
          regions: absent,
        },
      ]
}

function columnOf({ regions, activities, values }: Table, activity: number): Float64Array {
  return Float64Array.from(regions, (_, r) => values[r * activities.length + activity]!)
}

/** Mean 0 and length 1; NaN throughout when the numbers do not vary. */
function standardised(numbers: Float64Array): Float64Array {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  const centred = numbers.map((value) => value - mean)
  const length = Math.sqrt(dot(centred, centred))
  const flat = numbers.every((value) => value === numbers[0])
  return centred.map((value) => (flat ? NaN : value / length))
}

function knownPairs(one: Float64Array, other: Float64Array): readonly [Float64Array, Float64Array] {
  const known = [...one.keys()].filter((at) => !Number.isNaN(one[at]!) && !Number.isNaN(other[at]!))
  if (known.length < 2) return [Float64Array.of(NaN), Float64Array.of(NaN)]
  return [standardised(Float64Array.from(known, (at) => one[at]!)), standardised(Float64Array.from(known, (at) => other[at]!))]
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}
