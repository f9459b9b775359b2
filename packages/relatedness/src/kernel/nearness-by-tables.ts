import { type Kernel, kernel } from './kernel.ts'
import { layOutBehind, putNumbers, putWords } from './memory-layout.ts'
import type { SweepOrder } from './nearness-by-sweep.ts'
import type { PresenceLists, SumRequest, SumRequests } from './nearness-requests.ts'
import { stripBytes, stripColumns } from './strips.ts'
import { planSubsetTables, type SubsetTables } from './subset-tables.ts'

/** Sums are handed over in blocks of columns that fit the processor's caches, but of no fewer columns than this. */
const leastColumns = 128
const blockBytes = 1 << 20

/**
 * Sums of nearness by the method of four Russians: φ is made a strip of columns at a time by counting bits; for each group of
 * a few activities the sums of the subsets that regions have are tabled, and each region then adds one row for a group instead
 * of one for an activity. What is listed is summed; what is not, is what that leaves of the whole.
 * Source: Arlazarov, Dinic, Kronrod & Faradzhev 1970 (for Boolean matrices).
 */
export function sumsByTables(lists: PresenceLists, order: SweepOrder, wanted: SumRequests): void {
  const work = prepare(lists, order, wanted)
  const { regions, requests, take } = wanted
  const { activityCount } = lists
  for (let from = 0; from < activityCount; from += work.columns) {
    const width = Math.min(work.columns, activityCount - from)
    sumBlock(work, from, width)
    const at = requests.map((_, place) => work.at.sums + place * work.sumBytes)
    take({
      from: regions.from,
      count: regions.to - regions.from,
      first: from,
      width,
      stride: work.stride,
      at,
      room: work.at.room,
    })
  }
}

type Area = 'room' | 'starts' | 'items' | 'places' | 'bits' | 'counts' | 'stripCounts' | 'strip' | 'near' | 'tables' | 'sums'
type WeightArea = 'whole' | 'weights'

interface Work {
  kernel: Kernel
  lists: PresenceLists
  order: SweepOrder
  /** How many regions are asked for. */
  listed: number
  requests: readonly SumRequest[]
  tables: SubsetTables
  at: Record<Area | WeightArea, number>
  /** Words of 64 bits in which an activity's regions are marked. */
  words: number
  /** Columns of a block, the bytes from one region's sums to the next, and the bytes of a request's sums. */
  columns: number
  stride: number
  sumBytes: number
}

function prepare(lists: PresenceLists, order: SweepOrder, { requests, regions, room }: SumRequests): Work {
  const { regionCount, activityCount } = lists
  const use = kernel()
  const tables = planSubsetTables(use, lists, { order, requests, regions })
  // Columns by all regions, also where only some are asked for: the sums over blocks must be the same.
  const fitting = Math.floor(blockBytes / (8 * regionCount * requests.length))
  const most = Math.ceil(activityCount / stripColumns) * stripColumns
  const columns = Math.min(most, Math.max(leastColumns, Math.floor(fitting / stripColumns) * stripColumns))
  // One strip more than the columns, so that the rows of a strip do not all fall on the same lines of the first cache.
  const stride = columns * 8 + stripBytes
  const sumBytes = (regions.to - regions.from) * stride
  const words = Math.ceil(regionCount / 64)
  const longestChunk = Math.max(...tables.chunkEnds.map((end, chunk) => end - (tables.chunkEnds[chunk - 1] ?? 0)))
  const at = layOutBehind<Area | WeightArea>(use, tables.end, {
    room,
    starts: order.starts.byteLength,
    items: order.regionOf.byteLength,
    places: activityCount * 4,
    bits: activityCount * words * 8,
    counts: activityCount * 8,
    stripCounts: (activityCount + stripColumns) * 8,
    strip: words * stripBytes,
    near: longestChunk * stripBytes,
    tables: tables.rows * stripBytes,
    whole: requests.length * stride,
    weights: requests.length * activityCount * 8,
    sums: requests.length * sumBytes,
  })
  const listed = regions.to - regions.from
  const work = { kernel: use, lists, order, listed, requests, tables, at, words, columns, stride, sumBytes }
  putBits(work)
  requests.forEach(({ weights }, place) => {
    if (!weights) return
    const ordered = use.memory.numbers.subarray(at.weights / 8 + place * activityCount)
    for (let row = 0; row < activityCount; row++) ordered[row] = weights[order.order[row]!]!
  })
  return work
}

function putBits({ kernel, lists, order, at, words }: Work): void {
  const { activityCount, activityStarts } = lists
  putWords(kernel, at.starts, order.starts)
  putWords(kernel, at.items, order.regionOf)
  putWords(kernel, at.places, order.places)
  kernel.loops.packBits(at.starts, at.items, activityCount, words, 0, at.bits)
  const countsIn = (starts: Uint32Array, place: number) => {
    for (let list = 0; list < activityCount; list++) kernel.memory.numbers[place / 8 + list] = starts[list + 1]! - starts[list]!
  }
  countsIn(order.starts, at.counts)
  countsIn(activityStarts, at.stripCounts)
  putNumbers(kernel, at.stripCounts + activityCount * 8, new Float64Array(stripColumns))
}

/** The sums of some columns, for every request. */
function sumBlock(work: Work, from: number, width: number): void {
  const { kernel, lists, requests, at, words, stride, sumBytes } = work
  const { loops, memory } = kernel
  memory.bytes.fill(0, at.sums, at.sums + requests.length * sumBytes)
  memory.bytes.fill(0, at.whole, at.whole + requests.length * stride)
  for (let column = 0; column < width; column += stripColumns) {
    loops.packStrip(at.bits, lists.activityCount, words, from + column, at.places, at.strip)
    sumStrip(work, from + column, column * 8)
  }
  const evenWidth = Math.ceil(width / stripColumns) * stripColumns
  requests.forEach(({ notListed }, place) => {
    if (notListed) loops.leaveOf(at.whole + place * stride, at.sums + place * sumBytes, work.listed, stride, evenWidth)
  })
}

/** Adds the sums of the strip of columns from `first` to the block's, `offset` bytes into its rows. */
function sumStrip(work: Work, first: number, offset: number): void {
  const { kernel, lists, requests, tables, at, words, stride, sumBytes } = work
  const { loops } = kernel
  const chunks = tables.chunkEnds.length
  for (let chunk = 0, from = 0; chunk < chunks; from = tables.chunkEnds[chunk++]!) {
    const to = tables.chunkEnds[chunk]!
    const stripCounts = at.stripCounts + first * 8
    loops.sharedStrip(at.bits, words, from, to, at.strip, at.counts, stripCounts, 2, at.near, stripBytes)
    clearDiagonal(work, first, { from, to })
    requests.forEach(({ weights, notListed }, place) => {
      const { ends, entries, stepEnds, parents } = tables.requests[place]!
      const weightsAt = weights ? at.weights + (place * lists.activityCount + from) * 8 : 0
      const sums = at.sums + place * sumBytes + offset
      loops.subsetTables(at.near, to - from, weightsAt, stepEnds + (1 + from) * 4, parents, at.tables)
      loops.addLookups(ends + (1 + chunk) * 4, chunks, entries, work.listed, at.tables, sums, stride)
      if (notListed && weights) loops.addWeighted(at.near, to - from, weightsAt, at.whole + place * stride + offset)
    })
  }
}

/** An activity is not its own neighbour. */
function clearDiagonal({ kernel, lists, order, at }: Work, first: number, { from, to }: { from: number; to: number }): void {
  for (let column = first; column < Math.min(first + stripColumns, lists.activityCount); column++) {
    const row = order.places[column]!
    if (row >= from && row < to) kernel.memory.numbers[at.near / 8 + (row - from) * stripColumns + column - first] = 0
  }
}
