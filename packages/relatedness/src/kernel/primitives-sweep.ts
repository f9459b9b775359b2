import type { MemoryViews, Primitives } from './primitives.ts'

type Sweep = Pick<Primitives, 'placeMass' | 'sweep' | 'takeLanes' | 'nearnessTotals'>

/** The sweep in order of ubiquity, in TypeScript; see `Primitives`. */
export function sweepPrimitives(memory: MemoryViews): Sweep {
  return {
    placeMass(starts, items, from, used, lanes, activities, places, weights, listed, mass) {
      const { numbers, words } = memory
      const cell = (activity: number) => (mass >>> 3) + words[(places >>> 2) + activity]! * lanes
      if (listed) numbers.fill(0, mass >>> 3, (mass >>> 3) + activities * lanes)
      else
        for (let activity = 0; activity < activities; activity++)
          for (let lane = 0; lane < lanes; lane++)
            numbers[cell(activity) + lane] = lane < used ? numbers[(weights >>> 3) + activity]! : 0
      for (let lane = 0; lane < used; lane++)
        for (let at = words[(starts >>> 2) + from + lane]!; at < words[(starts >>> 2) + from + lane + 1]!; at++) {
          const activity = words[(items >>> 2) + at]!
          numbers[cell(activity) + lane] = listed ? numbers[(weights >>> 3) + activity]! : 0
        }
    },
    sweep: sweep(memory),
    takeLanes(sums, lanes, used, activities, places, result) {
      const { numbers, words } = memory
      for (let activity = 0; activity < activities; activity++) {
        const row = (sums >>> 3) + words[(places >>> 2) + activity]! * lanes
        for (let lane = 0; lane < used; lane++) numbers[(result >>> 3) + lane * activities + activity] = numbers[row + lane]!
      }
    },
    nearnessTotals: nearnessTotals(memory),
  }
}

/** See `Primitives.sweep`. */
const sweep =
  (memory: MemoryViews): Primitives['sweep'] =>
  (starts, regionOf, activities, regions, mass, running, result, lanes) => {
    const { numbers, words } = memory
    const [runningAt, resultAt, massAt] = [running >>> 3, result >>> 3, mass >>> 3]
    const added = new Float64Array(lanes)
    /** Reads the running sums of the regions that have the activity, then adds the activity to them. */
    const visit = (activity: number) => {
      for (let at = words[(starts >>> 2) + activity]!; at < words[(starts >>> 2) + activity + 1]!; at++) {
        const row = runningAt + words[(regionOf >>> 2) + at]! * lanes
        for (let lane = 0; lane < lanes; lane++) {
          const before = numbers[row + lane]!
          numbers[resultAt + activity * lanes + lane]! += before
          numbers[row + lane] = before + added[lane]!
        }
      }
    }
    const ubiquity = (activity: number) => words[(starts >>> 2) + activity + 1]! - words[(starts >>> 2) + activity]!
    numbers.fill(0, runningAt, runningAt + regions * lanes)
    numbers.fill(0, resultAt, resultAt + activities * lanes)
    for (let activity = 0; activity < activities; activity++) {
      const count = ubiquity(activity)
      for (let lane = 0; lane < lanes; lane++) added[lane] = numbers[massAt + activity * lanes + lane]!
      visit(activity)
      if (count > 0) for (let lane = 0; lane < lanes; lane++) numbers[resultAt + activity * lanes + lane]! /= count
    }
    numbers.fill(0, runningAt, runningAt + regions * lanes)
    for (let activity = activities - 1; activity >= 0; activity--) {
      const count = ubiquity(activity)
      for (let lane = 0; lane < lanes; lane++) added[lane] = numbers[massAt + activity * lanes + lane]! / count
      visit(activity)
    }
  }

/** See `Primitives.nearnessTotals`. */
const nearnessTotals =
  (memory: MemoryViews): Primitives['nearnessTotals'] =>
  (starts, regionOf, order, activities, regions, running, totals) => {
    const { numbers, words } = memory
    /** The sum of the running sums of the regions that have the activity at a place, to each of which `added` is added. */
    const exchange = (place: number, added: (count: number) => number) => {
      const [from, to] = [words[(starts >>> 2) + place]!, words[(starts >>> 2) + place + 1]!]
      const step = added(to - from)
      let sum = 0
      for (let at = from; at < to; at++) {
        const cell = (running >>> 3) + words[(regionOf >>> 2) + at]!
        const before = numbers[cell]!
        sum += before
        numbers[cell] = before + step
      }
      return { sum, count: to - from, total: (totals >>> 3) + words[(order >>> 2) + place]! }
    }
    numbers.fill(0, running >>> 3, (running >>> 3) + regions)
    for (let place = 0; place < activities; place++) {
      const { sum, count, total } = exchange(place, () => 1)
      numbers[total] = count === 0 ? 0 : sum / count
    }
    numbers.fill(0, running >>> 3, (running >>> 3) + regions)
    for (let place = activities - 1; place >= 0; place--) {
      const { sum, total } = exchange(place, (count) => 1 / count)
      numbers[total]! += sum
    }
  }
