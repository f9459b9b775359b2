import { eachSharedRow } from '../kernel/pair-matrix.ts'
import { checkPresence } from './checked-arguments.ts'
import { declareOptions, type OptionsOf, wholeNumber } from './declared-options.ts'
import { indexOfLists, indexPresence, lengthsOf, type PresenceIndex } from './presence-index.ts'
import { pairsToRead, sharedCounter } from './sparse-nearness.ts'
import { statesOf } from './sparse-result.ts'
import type { Presence } from './specialisation.ts'
import type { SparseTable } from './table.ts'

const nearestOptions = declareOptions('nearestActivities', {
  /** How many for each activity, at most. Default 10. */
  count: wholeNumber(10, { least: 1 }),
})
export interface NearestOptions extends OptionsOf<typeof nearestOptions> {}

/** An activity and one that is near it. */
export interface NearActivity {
  activity: string
  other: string
  /** Minimum proximity, above 0 to 1. */
  proximity: number
}

/**
 * The activities nearest to each, by minimum proximity C_ij / max(k_i, k_j): what `proximity` gives, without its matrix, so for
 * any number of activities.
 * @param presence  regions × activities; missing cells count as not known to be shared. Or a sparse table of 1 and NaN, as
 * `analyse` gives for a sparse table
 * @returns by activity in the presence's order, nearest first, ties in the activities' order; what shares no region is not near
 * Source: as `proximity`.
 */
export function nearestActivities(presence: Presence | SparseTable, options: NearestOptions = {}): NearActivity[] {
  const { count } = nearestOptions.read(options)
  const { activities } = presence
  const result: NearActivity[] = []
  eachNearest(listsFor(presence), Math.min(count, activities.length), (row, others, near) => {
    for (let at = 0; at < others.length; at++)
      result.push({ activity: activities[row]!, other: activities[others[at]!]!, proximity: near[at]! })
  })
  return result
}

/** Pairs are counted from the lists, or by bits where the lists have more pairs to read than the matrix has cells. */
function eachNearest(
  index: PresenceIndex,
  most: number,
  visit: (row: number, others: Uint32Array, near: Float64Array) => void,
): void {
  const nearest = new Nearest(most)
  const finishRow = (row: number) => nearest.take((others, near) => visit(row, others, near))
  if (pairsToRead(index) < index.activityCount ** 2) return fromLists(index, nearest, finishRow)
  const lists = { starts: index.activityStarts, items: index.regionOf, length: index.regionCount }
  eachSharedRow(lists, { divided: true }, (row, near) => {
    for (let other = 0; other < near.length; other++) if (other !== row && near[other]! > 0) nearest.offer(other, near[other]!)
    finishRow(row)
  })
}

function fromLists(index: PresenceIndex, nearest: Nearest, finishRow: (row: number) => void): void {
  const shared = sharedCounter(index)
  const counts = lengthsOf(index.activityStarts)
  for (let row = 0; row < index.activityCount; row++) {
    const others = shared.count(row)
    for (let at = 0; at < others; at++) {
      const other = shared.others[at]!
      nearest.offer(other, shared.common[other]! / Math.max(counts[row]!, counts[other]!))
    }
    finishRow(row)
  }
}

function listsFor(presence: Presence | SparseTable): PresenceIndex {
  if ('rowStarts' in presence) return indexOfLists({ ...statesOf(presence, () => false).held, width: presence.activities.length })
  checkPresence('nearestActivities', presence)
  return indexPresence(presence)
}

/** The nearest of those offered, which come in the order that decides ties. */
class Nearest {
  readonly #columns: Uint32Array
  readonly #values: Float64Array
  #size = 0

  constructor(most: number) {
    this.#columns = new Uint32Array(most)
    this.#values = new Float64Array(most)
  }

  offer(column: number, value: number): void {
    const full = this.#size === this.#values.length
    if (full && (this.#size === 0 || value <= this.#values[this.#size - 1]!)) return
    let at = full ? this.#size - 1 : this.#size++
    for (; at > 0 && this.#values[at - 1]! < value; at--) {
      this.#values[at] = this.#values[at - 1]!
      this.#columns[at] = this.#columns[at - 1]!
    }
    this.#values[at] = value
    this.#columns[at] = column
  }

  /** Gives them, nearest first, and forgets them. */
  take(visit: (columns: Uint32Array, values: Float64Array) => void): void {
    visit(this.#columns.subarray(0, this.#size), this.#values.subarray(0, this.#size))
    this.#size = 0
  }
}
