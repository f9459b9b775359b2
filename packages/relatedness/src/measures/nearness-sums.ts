import { sharedOfLarger } from './co-occurrence.ts'
import { kernel, laneStep } from '../kernel/kernel.ts'
import { indexPresence, lengthsOf, type PresenceIndex } from './presence-index.ts'
import { missingPresence, type Presence } from './specialisation.ts'

/** Sums of minimum proximity φ_ij = C_ij / max(k_i, k_j) over the OTHER activities i ≠ j; what no region has adds nothing. */
export interface NearnessSums {
  index: PresenceIndex
  /** For each activity j: Σ_i φ_ij. */
  all: Float64Array
  /** regions × activities: Σ_i φ_ij over the activities that the region has. */
  held: () => Float64Array
  /** regions × activities: Σ_i w_i φ_ij over the activities that the region is known not to have. */
  notHeld: (weights: Float64Array) => Float64Array
}

/**
 * Chooses the cheaper of two ways. With the matrix φ, each region adds the rows of the activities it has: nnz · P steps.
 * Without it (few regions, or φ too large), a sweep in order of ubiquity keeps a running sum for each pair of regions:
 * about 3 · R · nnz steps and no P × P matrix.
 */
export function nearnessSums(presence: Presence): NearnessSums {
  const index = indexPresence(presence)
  const sweeps = 2 * index.regionCount < index.activityCount || index.activityCount > largestMatrix
  return sweeps ? sweepSums(presence, index) : matrixSums(presence, index)
}

/** Above this many activities φ would take more than 400 MB. */
const largestMatrix = 7000

/** φ of one activity with every other, from the lists alone. */
export function nearnessOf(
  { activityStarts, regionOf, regionStarts, activityOf, activityCount }: PresenceIndex,
  activity: number,
): Float64Array {
  const row = new Float64Array(activityCount)
  const own = activityStarts[activity + 1]! - activityStarts[activity]!
  for (let at = activityStarts[activity]!; at < activityStarts[activity + 1]!; at++)
    for (let cell = regionStarts[regionOf[at]!]!; cell < regionStarts[regionOf[at]! + 1]!; cell++) row[activityOf[cell]!]!++
  for (let other = 0; other < activityCount; other++)
    if (row[other]! > 0) row[other]! /= Math.max(own, activityStarts[other + 1]! - activityStarts[other]!)
  row[activity] = 0
  return row
}

function matrixSums(presence: Presence, index: PresenceIndex): NearnessSums {
  const width = index.activityCount
  const near = otherProximity(presence)
  const all = columnSums(near, width)
  const sumRows = (matrix: Float64Array) =>
    kernel().sumRows({ starts: index.regionStarts, items: index.activityOf, matrix, width })
  const notHeld = (weights: Float64Array) => {
    const weighted = new Float64Array(near.length)
    for (let i = 0, at = 0; i < width; i++) for (let j = 0; j < width; j++, at++) weighted[at] = near[at]! * weights[i]!
    const allWeighted = columnSums(weighted, width)
    const sums = sumRows(weighted)
    for (let at = 0; at < sums.length;) for (let j = 0; j < width; j++, at++) sums[at] = allWeighted[j]! - sums[at]!
    subtractMissing(presence, sums, weighted)
    return sums
  }
  return { index, all, held: () => sumRows(near), notHeld }
}

/** Missing cells are not among those known not to be held. */
function subtractMissing({ values }: Presence, sums: Float64Array, weighted: Float64Array): void {
  const width = Math.sqrt(weighted.length)
  for (let cell = values.indexOf(missingPresence); cell >= 0; cell = values.indexOf(missingPresence, cell + 1)) {
    const [region, activity] = [Math.floor(cell / width), cell % width]
    for (let j = 0; j < width; j++) sums[region * width + j]! -= weighted[activity * width + j]!
  }
}

/** φ with a zero diagonal, and zeros for what no region has. */
function otherProximity(presence: Presence): Float64Array {
  const values = sharedOfLarger(presence, 'activities')
  const size = presence.activities.length
  for (let at = 0; at < values.length; at += size + 1) {
    const absent = Number.isNaN(values[at]!)
    values[at] = 0
    if (absent) for (let j = 0, cell = at - (at % size); j < size; j++, cell++) values[cell] ||= 0
  }
  return values
}

function columnSums(matrix: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width)
  for (let at = 0; at < matrix.length;) for (let column = 0; column < width; column++, at++) sums[column]! += matrix[at]!
  return sums
}

function sweepSums(presence: Presence, index: PresenceIndex): NearnessSums {
  const order = orderByUbiquity(index)
  const ordered = reorder(index, order)
  const ones = new Float64Array(index.activityCount).fill(1)
  const run = (held: 0 | 1, weights: Float64Array) => sweepBlocks({ presence, index, order, ordered, held, weights })
  return { index, all: sweepAll(index, order, ordered), held: () => run(1, ones), notHeld: (weights) => run(0, weights) }
}

function orderByUbiquity({ activityStarts }: PresenceIndex): Uint32Array {
  const counts = lengthsOf(activityStarts)
  return Uint32Array.from(counts.keys()).sort((one, other) => counts[one]! - counts[other]! || one - other)
}

interface OrderedLists {
  starts: Uint32Array
  regionOf: Uint32Array
}

function reorder({ activityStarts, regionOf }: PresenceIndex, order: Uint32Array): OrderedLists {
  const starts = new Uint32Array(order.length + 1)
  const ordered = new Uint32Array(regionOf.length)
  order.forEach((activity, place) => {
    const list = regionOf.subarray(activityStarts[activity]!, activityStarts[activity + 1]!)
    ordered.set(list, starts[place]!)
    starts[place + 1] = starts[place]! + list.length
  })
  return { starts, regionOf: ordered }
}

/** Regions go through the sweep in blocks whose running sums stay in the processor's cache. */
const blockLanes = 16

interface BlockSweep {
  presence: Presence
  index: PresenceIndex
  order: Uint32Array
  ordered: OrderedLists
  /** Which cells give their activity's weight: those held, or those known not to be. */
  held: 0 | 1
  weights: Float64Array
}

function sweepBlocks({ presence, index, order, ordered, held, weights }: BlockSweep): Float64Array {
  const { regionCount, activityCount } = index
  const result = new Float64Array(regionCount * activityCount)
  for (let from = 0; from < regionCount; from += blockLanes) {
    const used = Math.min(blockLanes, regionCount - from)
    const lanes = Math.ceil(used / laneStep) * laneStep
    const mass = new Float64Array(activityCount * lanes)
    for (let lane = 0; lane < used; lane++) {
      const row = (from + lane) * activityCount
      for (let place = 0; place < activityCount; place++) {
        const activity = order[place]!
        if (presence.values[row + activity] === held) mass[place * lanes + lane] = weights[activity]!
      }
    }
    const sums = kernel().sweep({ ...ordered, regionCount, mass, lanes })
    for (let lane = 0; lane < used; lane++) {
      const row = (from + lane) * activityCount
      for (let place = 0; place < activityCount; place++) result[row + order[place]!] = sums[place * lanes + lane]!
    }
  }
  return result
}

/** The same sweep with every activity's mass 1, for one lane that stands for all regions. */
function sweepAll({ regionCount, activityCount }: PresenceIndex, order: Uint32Array, ordered: OrderedLists): Float64Array {
  const mass = new Float64Array(activityCount * laneStep)
  for (let place = 0; place < activityCount; place++) mass[place * laneStep] = 1
  const sums = kernel().sweep({ ...ordered, regionCount, mass, lanes: laneStep })
  const result = new Float64Array(activityCount)
  order.forEach((activity, place) => (result[activity] = sums[place * laneStep]!))
  return result
}
