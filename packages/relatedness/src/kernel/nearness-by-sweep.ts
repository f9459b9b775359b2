import { type Kernel, kernel } from './kernel.ts'
import { layOut, putNumbers, putWords, takeNumbers } from './memory-layout.ts'
import type { PresenceLists, SumRequests } from './nearness-requests.ts'

/** Lanes come in multiples of this. */
const laneStep = 8
/** Regions go through the sweep in blocks whose running sums stay in the processor's caches. */
const blockLanes = 16

/** The lists of activities in ascending order of ubiquity. */
export interface SweepOrder {
  /** The activity at each place, and the place of each activity. */
  order: Uint32Array
  places: Uint32Array
  starts: Uint32Array
  regionOf: Uint32Array
}

/** Activities in ascending order of ubiquity; ties in their own order. */
export function orderByUbiquity({ activityCount, regionCount, activityStarts, regionOf }: PresenceLists): SweepOrder {
  const next = new Uint32Array(regionCount + 2)
  const count = (activity: number) => activityStarts[activity + 1]! - activityStarts[activity]!
  for (let activity = 0; activity < activityCount; activity++) next[count(activity) + 1]!++
  for (let at = 1; at < next.length; at++) next[at]! += next[at - 1]!
  const order = new Uint32Array(activityCount)
  const places = new Uint32Array(activityCount)
  for (let activity = 0; activity < activityCount; activity++) {
    places[activity] = next[count(activity)]!++
    order[places[activity]!] = activity
  }
  const starts = new Uint32Array(activityCount + 1)
  const ordered = new Uint32Array(regionOf.length)
  for (let place = 0; place < activityCount; place++) {
    const from = activityStarts[order[place]!]!
    const to = activityStarts[order[place]! + 1]!
    let target = starts[place]!
    for (let at = from; at < to; at++) ordered[target++] = regionOf[at]!
    starts[place + 1] = target
  }
  return { order, places, starts, regionOf: ordered }
}

/** Σ_i φ_ij over the other activities i, for each activity j. */
export function totalsBySweep({ regionCount, activityCount }: PresenceLists, order: SweepOrder): Float64Array {
  const use = kernel()
  const at = layOut(use, { ...orderAreas(order), running: regionCount * 8, totals: activityCount * 8 })
  putOrder(use, order, at)
  use.loops.nearnessTotals(at.starts, at.regionOf, at.order, activityCount, regionCount, at.running, at.totals)
  return takeNumbers(use, at.totals, activityCount)
}

/** Sums of nearness without the matrix of activities; see `Primitives.sweep`. */
export function sumsBySweep(lists: PresenceLists, order: SweepOrder, { requests, regions, room, take }: SumRequests): void {
  const { regionCount, activityCount } = lists
  const use = kernel()
  const rowBytes = activityCount * 8
  const listBytes = (regionCount + 1) * 4
  const cellBytes = Math.max(...requests.map(({ items }) => items.length)) * 4
  const at = layOut(use, {
    room,
    ...orderAreas(order),
    places: activityCount * 4,
    lists: requests.length * listBytes,
    items: requests.length * cellBytes,
    weights: requests.length * rowBytes,
    mass: rowBytes * blockLanes,
    running: regionCount * blockLanes * 8,
    sums: rowBytes * blockLanes,
    rows: requests.length * rowBytes * blockLanes,
  })
  putOrder(use, order, at)
  putWords(use, at.places, order.places)
  const placed = requests.map(({ starts, items, weights, notListed }, place) => {
    const own = {
      lists: at.lists + place * listBytes,
      items: at.items + place * cellBytes,
      weights: at.weights + place * rowBytes,
      rows: at.rows + place * rowBytes * blockLanes,
      listed: notListed ? 0 : 1,
    }
    putWords(use, own.lists, starts)
    putWords(use, own.items, items)
    if (weights) putNumbers(use, own.weights, weights)
    else use.memory.numbers.fill(1, own.weights / 8, own.weights / 8 + activityCount)
    return own
  })
  const { loops } = use
  for (let from = regions.from; from < regions.to; from += blockLanes) {
    const used = Math.min(blockLanes, regions.to - from)
    const lanes = Math.ceil(used / laneStep) * laneStep
    for (const own of placed) {
      loops.placeMass(own.lists, own.items, from, used, lanes, activityCount, at.places, own.weights, own.listed, at.mass)
      loops.sweep(at.starts, at.regionOf, activityCount, regionCount, at.mass, at.running, at.sums, lanes)
      loops.takeLanes(at.sums, lanes, used, activityCount, at.places, own.rows)
    }
    const rowsAt = placed.map(({ rows }) => rows)
    take({ from, count: used, first: 0, width: activityCount, stride: rowBytes, at: rowsAt, room: at.room })
  }
}

function orderAreas({ order, starts, regionOf }: SweepOrder): Record<'order' | 'starts' | 'regionOf', number> {
  return { order: order.byteLength, starts: starts.byteLength, regionOf: regionOf.byteLength }
}

function putOrder(use: Kernel, order: SweepOrder, at: Record<'order' | 'starts' | 'regionOf', number>): void {
  putWords(use, at.order, order.order)
  putWords(use, at.starts, order.starts)
  putWords(use, at.regionOf, order.regionOf)
}
