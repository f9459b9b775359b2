import type { PresenceIndex } from './presence-index.ts'

/** Minimum proximity φ of every activity with the OTHERS it shares a region with, ascending within an activity. */
export interface SparseNearness {
  starts: Uint32Array
  columns: Uint32Array
  values: Float64Array
  /** Σ_i φ_ij for each activity j. */
  totals: Float64Array
}

/** How many cells of regions are read to find all that share a region: the sum of squared diversities. */
export function pairsToRead({ regionStarts }: PresenceIndex): number {
  let pairs = 0
  for (let at = 1; at < regionStarts.length; at++) pairs += (regionStarts[at]! - regionStarts[at - 1]!) ** 2
  return pairs
}

/** φ of activities that share a region, from the lists alone. @throws RangeError when so many do that it is not sparse */
export function sparseNearness(index: PresenceIndex): SparseNearness {
  const { activityCount, activityStarts } = index
  const shared = sharedCounter(index)
  const starts = new Uint32Array(activityCount + 1)
  let size = 0
  for (let activity = 0; activity < activityCount; activity++) {
    size += shared.count(activity)
    starts[activity + 1] = size
  }
  if (size > mostPairs)
    throw new RangeError(`${size} pairs of activities share a region: this table is not sparse. Use analyse(toDense(table)).`)
  const columns = new Uint32Array(size)
  const values = new Float64Array(size)
  const totals = new Float64Array(activityCount)
  for (let activity = 0, at = 0; activity < activityCount; activity++) {
    const others = shared.count(activity)
    const own = activityStarts[activity + 1]! - activityStarts[activity]!
    let total = 0
    for (let place = 0; place < others; place++, at++) {
      const other = shared.others[place]!
      const near = shared.common[other]! / Math.max(own, activityStarts[other + 1]! - activityStarts[other]!)
      columns[at] = other
      values[at] = near
      total += near
    }
    totals[activity] = total
  }
  return { starts, columns, values, totals }
}

const mostPairs = 100_000_000

/** Counts what shares regions with one activity after another. */
export interface SharedCounter {
  /** Counts for an activity. @returns how many others share a region with it */
  count(activity: number): number
  /** Those others, ascending, as many as `count` returned. */
  others: Uint32Array
  /** By other: how many regions the two share. */
  common: Uint32Array
}

export function sharedCounter(index: PresenceIndex): SharedCounter {
  const { activityCount, activityStarts, regionOf, regionStarts, activityOf } = index
  const common = new Uint32Array(activityCount)
  const touched = new TouchedColumns(activityCount)
  const { columns: others } = touched
  let size = 0
  const count = (activity: number) => {
    for (let at = 0; at < size; at++) common[others[at]!] = 0
    for (let at = activityStarts[activity]!; at < activityStarts[activity + 1]!; at++) {
      const region = regionOf[at]!
      for (let cell = regionStarts[region]!; cell < regionStarts[region + 1]!; cell++) {
        const other = activityOf[cell]!
        if (other === activity) continue
        common[other]!++
        touched.add(other)
      }
    }
    size = touched.collect()
    return size
  }
  return { count, others, common }
}

/** Columns that have been touched, each once, collected in ascending order without sorting. */
export class TouchedColumns {
  /** Those last collected. */
  readonly columns: Uint32Array
  readonly #words: Uint32Array

  constructor(width: number) {
    this.columns = new Uint32Array(width)
    this.#words = new Uint32Array(Math.ceil(width / 32))
  }

  add(column: number): void {
    this.#words[column >>> 5]! |= 1 << (column & 31)
  }

  /** Writes those touched to `columns` and forgets them. @returns how many there are */
  collect(): number {
    const words = this.#words
    const columns = this.columns
    let size = 0
    for (let word = 0; word < words.length; word++) {
      for (let bits = words[word]!; bits !== 0; bits &= bits - 1) columns[size++] = word * 32 + 31 - Math.clz32(bits & -bits)
      words[word] = 0
    }
    return size
  }
}
