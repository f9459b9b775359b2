import type { Kernel } from './kernel.ts'
import { layOut, putWords } from './memory-layout.ts'
import type { SweepOrder } from './nearness-by-sweep.ts'
import type { PresenceLists, SumRequest, SumRequests } from './nearness-requests.ts'
import { stripBytes } from './strips.ts'

/** Rows of the tables of a chunk, which together fill a quarter of the processor's second cache. */
const tableRows = 2048
/** Rows of nearness of a chunk. */
const nearRows = 1024

/** Which subset sums the lists of the requests need, and where each list looks them up. Activities are in order of ubiquity. */
export interface SubsetTables {
  /** Where the activities of each chunk end, and how many rows its tables have at most. */
  chunkEnds: number[]
  rows: number
  /** For each request: addresses of the ends and entries of its look-ups, and of the steps that make its tables. */
  requests: { ends: number; entries: number; stepEnds: number; parents: number }[]
  /** The first free address behind all this. */
  end: number
}

/**
 * Puts the lists of requests into the memory as look-ups of subset sums. Only subsets that a list has are tabled, and what those
 * are made from. With activities in order of ubiquity, neighbours are rare or common together, and the subsets fewer.
 */
export function planSubsetTables(
  use: Kernel,
  lists: PresenceLists,
  { order, requests, regions }: { order: SweepOrder } & Pick<SumRequests, 'requests' | 'regions'>,
): SubsetTables {
  const { activityCount } = lists
  const listed = regions.to - regions.from
  const size = groupSize(lists)
  const groups = Math.ceil(activityCount / size)
  const sameLists = (request: SumRequest) =>
    requests.findIndex(({ items, starts }) => items === request.items && starts === request.starts)
  const different = requests.filter((request, at) => sameLists(request) === at)
  const { at, placed, words, end } = layOutTables(use, lists, { different, size, groups })
  const { loops } = use
  putWords(use, at.places, order.places)
  const packRegions = ({ starts, items }: SumRequest) => {
    putWords(use, at.starts, starts.subarray(regions.from, regions.to + 1))
    putWords(use, at.items, items)
    loops.packBits(at.starts, at.items, listed, words, at.places, at.regionBits)
  }
  different.forEach((request, place) => {
    packRegions(request)
    loops.markSubsets(at.regionBits, listed, words, groups, size, placed[place]!.marks)
  })
  const { groupEnds, rows } = divideIntoChunks(use, placed, { groups, size })
  putWords(use, at.chunkEnds, Uint32Array.from(groupEnds))
  different.forEach((request, place) => {
    // With one kind of lists, their bits are still there.
    if (different.length > 1) packRegions(request)
    const { tableRows: rowsAt, ends, entries } = placed[place]!
    // The first number of `ends` is 0: where the first list begins.
    use.memory.words[ends / 4] = 0
    loops.makeLookups(at.regionBits, listed, words, size, rowsAt, at.chunkEnds, groupEnds.length, ends + 4, entries)
  })
  return {
    chunkEnds: groupEnds.map((groupEnd) => Math.min(activityCount, groupEnd * size)),
    rows,
    requests: requests.map((request) => placed[different.indexOf(requests[sameLists(request)]!)]!),
    end,
  }
}

type OwnArea = 'marks' | 'tableRows' | 'stepEnds' | 'parents' | 'ends' | 'entries'

/** Areas that all share, and for each kind of lists its own. */
function layOutTables(
  use: Kernel,
  { regionCount, activityCount }: PresenceLists,
  { different, size, groups }: { different: readonly SumRequest[]; size: number; groups: number },
) {
  const words = Math.ceil((groups * size) / 64)
  const cells = Math.max(...different.map(({ items }) => items.length))
  // Every chunk but the last has so many groups at least.
  const leastGroups = Math.min(Math.floor((tableRows - 1) / ((1 << size) - 1)), Math.floor(nearRows / size))
  const own: Record<OwnArea, number> = {
    marks: groups << size,
    tableRows: (groups << size) * 4,
    stepEnds: (groups * size + 1) * 4,
    parents: (groups << size) * 4,
    ends: (regionCount * Math.ceil(groups / leastGroups) + 1) * 4,
    entries: cells * 4,
  }
  const names = Object.keys(own) as OwnArea[]
  const ownBytes = names.map((name) => Math.ceil(own[name] / 64) * 64)
  const at = layOut(use, {
    starts: (regionCount + 1) * 4,
    items: cells * 4,
    places: activityCount * 4,
    // A subset is read with the three bytes behind it.
    regionBits: regionCount * words * 8 + 8,
    chunkEnds: groups * 4,
    own: different.length * ownBytes.reduce((sum, bytes) => sum + bytes, 0),
  })
  let end = at.own
  const placed = different.map(() => {
    const areas = {} as Record<OwnArea, number>
    names.forEach((name, place) => {
      areas[name] = end
      end += ownBytes[place]!
    })
    return areas
  })
  return { at, placed, words, end }
}

/**
 * How many activities to a group: where tables and look-ups together take least time, were cells filled by chance. A row of a
 * table takes as long as so many look-ups (measured); from 6 activities on, parents lie 4096 bytes or more before what is written,
 * where processors take loads for ones of what was just stored.
 */
export function groupSize({ regionCount, activityCount, regionStarts }: PresenceLists): number {
  const share = regionStarts[regionCount]! / Math.max(1, regionCount * activityCount)
  let best = { size: 1, rows: Infinity }
  for (let size = 1; size <= 8; size++) {
    let subsets = 0
    for (let held = 1, ways = size; held <= size; ways = (ways * (size - held)) / ++held)
      subsets += ways * (1 - (1 - share ** held * (1 - share) ** (size - held)) ** regionCount)
    const rows = ((size > 5 ? 2.4 : 1.45) * subsets + regionCount * (1 - (1 - share) ** size)) / size
    if (rows < best.rows) best = { size, rows }
  }
  return best.size
}

/** Numbers the rows of the tables, chunk by chunk, and writes what each is made from. */
function divideIntoChunks(
  { memory }: Kernel,
  placed: readonly { marks: number; tableRows: number; stepEnds: number; parents: number }[],
  { groups, size }: { groups: number; size: number },
): { groupEnds: number[]; rows: number } {
  const { bytes, words } = memory
  const groupEnds: number[] = []
  const steps = placed.map(({ stepEnds }) => ((words[stepEnds / 4] = 0), 0))
  let filled = placed.map(() => 1)
  let [first, rows] = [0, 1]
  for (let group = 0; group < groups; group++) {
    const added = placed.map(({ marks }) => markParents(bytes, marks + (group << size), size))
    if (filled.some((count, at) => count + added[at]! > tableRows) || (group + 1 - first) * size > nearRows) {
      groupEnds.push((first = group))
      filled = placed.map(() => 1)
    }
    placed.forEach((own, at) => {
      const from = own.tableRows / 4 + (group << size)
      for (let subset = 1; subset < 1 << size; subset++) {
        const last = 31 - Math.clz32(subset)
        if (bytes[own.marks + (group << size) + subset]) {
          const rest = subset ^ (1 << last)
          words[own.parents / 4 + steps[at]!++] = rest === 0 ? 0 : words[from + rest]!
          words[from + subset] = filled[at]!++ * stripBytes
        }
        // Subsets in ascending order come by the last activity in them.
        words[own.stepEnds / 4 + group * size + last + 1] = steps[at]!
      }
      rows = Math.max(rows, filled[at]!)
    })
  }
  groupEnds.push(groups)
  return { groupEnds, rows }
}

/** Marks what the marked subsets of a group are made from: the same without the last activity. @returns how many are marked */
function markParents(bytes: Uint8Array, marks: number, size: number): number {
  let marked = 0
  for (let subset = (1 << size) - 1; subset > 0; subset--) {
    if (!bytes[marks + subset]) continue
    marked++
    bytes[marks + (subset ^ (1 << (31 - Math.clz32(subset))))] = 1
  }
  return marked
}
