import type { Kernel, RowSums, Sweep } from './kernel.ts'

/** The kernel in plain TypeScript. */
export const typescriptKernel: Kernel = { coOccurrence, nearness, sumRows, sweep }

function coOccurrence(bits: Uint32Array, rows: number, words: number): Float64Array {
  const result = new Float64Array(rows * rows)
  for (let one = 0; one < rows; one++)
    for (let other = one; other < rows; other++) {
      let shared = 0
      for (let word = 0; word < words; word++) shared += countBits(bits[one * words + word]! & bits[other * words + word]!)
      result[one * rows + other] = result[other * rows + one] = shared
    }
  return result
}

function nearness(bits: Uint32Array, rows: number, words: number): Float64Array {
  const result = coOccurrence(bits, rows, words)
  const counts = Float64Array.from({ length: rows }, (_, row) => result[row * (rows + 1)]!)
  for (let row = 0, at = 0; row < rows; row++) {
    const own = counts[row]!
    for (let column = 0; column < rows; column++, at++) result[at]! /= own > counts[column]! ? own : counts[column]!
  }
  return result
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Columns are taken in strips that stay in the nearest cache. */
const stripWidth = 256

function sumRows({ starts, items, matrix, width }: RowSums): Float64Array {
  const lists = starts.length - 1
  const result = new Float64Array(lists * width)
  for (let from = 0; from < width; from += stripWidth) {
    const to = Math.min(from + stripWidth, width)
    for (let list = 0; list < lists; list++) {
      const sums = result.subarray(list * width + from, list * width + to)
      for (let at = starts[list]!; at < starts[list + 1]!; at++) {
        const row = items[at]! * width + from
        for (let column = 0; column < sums.length; column++) sums[column]! += matrix[row + column]!
      }
    }
  }
  return result
}

function sweep({ starts, regionOf, regionCount, mass, lanes }: Sweep): Float64Array {
  const activities = starts.length - 1
  const result = new Float64Array(activities * lanes)
  const running = new Float64Array(regionCount * lanes)
  const added = new Float64Array(lanes)
  /** Reads the running sums of the regions that have the activity, then adds the activity to them. */
  const visit = (activity: number) => {
    const first = activity * lanes
    for (let at = starts[activity]!; at < starts[activity + 1]!; at++) {
      const row = regionOf[at]! * lanes
      for (let lane = 0; lane < lanes; lane++) {
        const before = running[row + lane]!
        result[first + lane]! += before
        running[row + lane] = before + added[lane]!
      }
    }
  }
  for (let activity = 0; activity < activities; activity++) {
    const ubiquity = starts[activity + 1]! - starts[activity]!
    for (let lane = 0; lane < lanes; lane++) added[lane] = mass[activity * lanes + lane]!
    visit(activity)
    if (ubiquity > 0) for (let lane = 0; lane < lanes; lane++) result[activity * lanes + lane]! /= ubiquity
  }
  running.fill(0)
  for (let activity = activities - 1; activity >= 0; activity--) {
    const ubiquity = starts[activity + 1]! - starts[activity]!
    for (let lane = 0; lane < lanes; lane++) added[lane] = mass[activity * lanes + lane]! / ubiquity
    visit(activity)
  }
  return result
}
