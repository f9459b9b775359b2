import { type Kernel, kernel } from './kernel.ts'
import { layOut, putNumbers, putWords } from './memory-layout.ts'
import type { PresenceLists, SumRequest, SumRequests } from './nearness-requests.ts'

/** Columns of the matrix that are worked on at a time, and the bytes of one row of them. */
export const stripColumns = 16
export const stripBytes = stripColumns * 8

/** The tables of a chunk together stay in the processor's second cache. */
const tableShift = 11

/**
 * Sums of nearness by the method of four Russians: φ is made a strip of columns at a time by counting bits; for each group of
 * a few activities the sums of all its subsets are tabled, and each region then adds one row for a group instead of one for
 * an activity. What is listed is summed; what is not, is what that leaves of the whole.
 * Source: Arlazarov, Dinic, Kronrod & Faradzhev 1970 (for Boolean matrices).
 */
export function sumsByTables(lists: PresenceLists, { requests, room, take }: SumRequests): void {
  const work = prepare(lists, requests, room)
  const { loops } = work.kernel
  for (let first = 0; first < lists.activityCount; first += stripColumns) {
    loops.packStrip(work.at.bits, lists.activityCount, work.words, first, work.at.strip)
    sumStrip(work, first)
  }
  const at = requests.map((_, place) => work.at.results + place * work.resultBytes)
  take({ from: 0, count: lists.regionCount, at, room: work.at.room })
}

/** How many activities to a group: where tables and look-ups together have the fewest rows. */
export function groupSize({ regionCount, activityCount, regionStarts }: PresenceLists): number {
  const share = regionStarts[regionCount]! / Math.max(1, regionCount * activityCount)
  let best = { size: 1, rows: Infinity }
  for (let size = 1; size <= 8; size++) {
    const rows = (1.25 * 2 ** size + regionCount * (1 - (1 - share) ** size)) / size
    if (rows < best.rows) best = { size, rows }
  }
  return best.size
}

type Area =
  | 'room'
  | 'bits'
  | 'counts'
  | 'strip'
  | 'near'
  | 'tables'
  | 'sums'
  | 'whole'
  | 'weights'
  | 'starts'
  | 'items'
  | 'ends'
  | 'entries'
  | 'results'

interface Work {
  kernel: Kernel
  lists: PresenceLists
  requests: readonly SumRequest[]
  at: Record<Area, number>
  words: number
  size: number
  /** 2 ** chunkShift groups to a chunk; where there is one chunk, perhaps fewer. */
  chunkShift: number
  groups: number
  chunks: number
  resultBytes: number
  /** Of each request: where its ends and its entries are; requests with the same lists share them. */
  lookups: { ends: number; entries: number }[]
}

function prepare(lists: PresenceLists, requests: readonly SumRequest[], room: number): Work {
  const { regionCount, activityCount } = lists
  const size = groupSize(lists)
  const chunkShift = tableShift - size
  const groups = Math.min(1 << chunkShift, Math.ceil(activityCount / size))
  const chunks = Math.ceil(activityCount / (size << chunkShift))
  const words = Math.ceil(regionCount / 64)
  const cells = Math.max(...requests.map(({ items }) => items.length), lists.regionOf.length)
  const endBytes = (regionCount * chunks + 1) * 4
  const resultBytes = regionCount * activityCount * 8
  const use = kernel()
  const at = layOut<Area>(use, {
    room,
    bits: activityCount * words * 8,
    counts: (activityCount + stripColumns) * 8,
    strip: words * stripBytes,
    near: size * groups * stripBytes,
    tables: (groups << size) * stripBytes,
    sums: requests.length * regionCount * stripBytes,
    whole: stripBytes,
    weights: requests.length * activityCount * 8,
    starts: (Math.max(regionCount, activityCount) + 1) * 4,
    items: cells * 4,
    ends: requests.length * endBytes,
    entries: requests.length * cells * 4,
    results: requests.length * resultBytes,
  })
  const work: Work = { kernel: use, lists, requests, at, words, size, chunkShift, groups, chunks, resultBytes, lookups: [] }
  putBits(work)
  requests.forEach((request, place) => {
    if (request.weights) putNumbers(use, at.weights + place * activityCount * 8, request.weights)
    const same = requests.findIndex(({ items, starts }) => items === request.items && starts === request.starts)
    work.lookups.push(
      same < place
        ? work.lookups[same]!
        : putLookups(work, request, { ends: at.ends + place * endBytes, entries: at.entries + place * cells * 4 }),
    )
  })
  return work
}

function putBits({ kernel, lists, at, words }: Work): void {
  const { activityCount, activityStarts, regionOf } = lists
  putWords(kernel, at.starts, activityStarts)
  putWords(kernel, at.items, regionOf)
  kernel.loops.packBits(at.starts, at.items, activityCount, words, at.bits)
  const counts = kernel.memory.numbers.subarray(at.counts / 8, at.counts / 8 + activityCount + stripColumns)
  for (let activity = 0; activity < activityCount; activity++)
    counts[activity] = activityStarts[activity + 1]! - activityStarts[activity]!
  counts.fill(0, activityCount)
}

/** The first number of `ends` is 0: where the first list begins. */
function putLookups(work: Work, request: SumRequest, place: { ends: number; entries: number }): typeof place {
  const { kernel, lists, at, size, chunkShift, chunks } = work
  putWords(kernel, at.starts, request.starts)
  putWords(kernel, at.items, request.items)
  kernel.memory.words[place.ends / 4] = 0
  kernel.loops.makeLookups(at.starts, at.items, lists.regionCount, size, chunkShift, chunks, place.ends + 4, place.entries)
  return place
}

function sumStrip(work: Work, first: number): void {
  const { kernel, lists, requests, at, words, size, groups, chunks, lookups } = work
  const { regionCount, activityCount } = lists
  const { loops, memory } = kernel
  const sumBytes = regionCount * stripBytes
  memory.bytes.fill(0, at.sums, at.sums + requests.length * sumBytes)
  memory.bytes.fill(0, at.whole, at.whole + stripBytes)
  for (let chunk = 0, from = 0; chunk < chunks; chunk++, from += size * groups) {
    const rows = Math.min(size * groups, activityCount - from)
    loops.sharedStrip(at.bits, words, from, from + rows, at.strip, first, at.counts, 2, at.near, stripBytes)
    requests.forEach(({ weights, notListed }, place) => {
      const weightsAt = weights ? at.weights + (place * activityCount + from) * 8 : 0
      const ends = lookups[place]!.ends + (1 + chunk) * 4
      loops.subsetTables(at.near, rows, weightsAt, size, at.tables)
      loops.addLookups(ends, chunks, lookups[place]!.entries, regionCount, at.tables, at.sums + place * sumBytes)
      if (notListed && weights) loops.addWeighted(at.near, rows, weightsAt, at.whole)
    })
  }
  requests.forEach(({ notListed }, place) =>
    loops.takeStrip(
      at.sums + place * sumBytes,
      regionCount,
      notListed ? at.whole : 0,
      at.results + place * work.resultBytes,
      activityCount,
      first,
    ),
  )
}
