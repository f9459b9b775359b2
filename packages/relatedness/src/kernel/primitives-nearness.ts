import type { MemoryViews, Primitives } from './primitives.ts'

type Bits = Pick<Primitives, 'packBits' | 'packStrip' | 'sharedStrip'>
type Tables = Pick<Primitives, 'makeLookups' | 'subsetTables' | 'addLookups' | 'addWeighted' | 'takeStrip'>

/** Numbers in a row of a strip. */
const lanes = 16

/** Nearness by counting bits, in TypeScript; see `Primitives`. */
export function bitPrimitives(memory: MemoryViews): Bits {
  return {
    packBits(starts, items, lists, words, bits) {
      const view = memory.words
      view.fill(0, bits >>> 2, (bits >>> 2) + lists * words * 2)
      for (let list = 0, at = view[starts >>> 2]!; list < lists; list++)
        for (const to = view[(starts >>> 2) + list + 1]!; at < to; at++) {
          const item = view[(items >>> 2) + at]!
          view[(bits >>> 2) + list * words * 2 + (item >>> 5)]! |= 1 << (item & 31)
        }
    },
    packStrip(bits, rows, words, first, strip) {
      const view = memory.words
      for (let lane = 0; lane < lanes; lane++)
        for (let word = 0; word < words; word++) {
          const from = (bits >>> 2) + ((first + lane) * words + word) * 2
          const to = (strip >>> 2) + (word * lanes + lane) * 2
          view[to] = first + lane < rows ? view[from]! : 0
          view[to + 1] = first + lane < rows ? view[from + 1]! : 0
        }
    },
    sharedStrip(bits, words, from, to, strip, first, counts, mode, result, stride) {
      const { numbers } = memory
      for (let row = from, at = result >>> 3; row < to; row++, at += stride >>> 3) {
        const bitsAt = (bits >>> 2) + row * words * 2
        const own = Math.max(numbers[(counts >>> 3) + row]!, mode === 2 ? 1 : 0)
        for (let lane = 0; lane < lanes; lane++) {
          const shared = countShared(memory.words, { row: bitsAt, words, column: (strip >>> 2) + lane * 2 })
          numbers[at + lane] = mode === 0 ? shared : shared / Math.max(own, numbers[(counts >>> 3) + first + lane]!)
        }
        if (mode === 2 && row >= first && row < first + lanes) numbers[at + row - first] = 0
      }
    },
  }
}

/** Sums of nearness by tables of subset sums, in TypeScript; see `Primitives`. */
export function tablePrimitives(memory: MemoryViews): Tables {
  return {
    makeLookups: (starts, items, lists, size, chunkShift, chunks, ends, entries) =>
      makeLookups(memory.words, {
        starts: starts >>> 2,
        items: items >>> 2,
        lists,
        size,
        chunkShift,
        chunks,
        ends: ends >>> 2,
        entries: entries >>> 2,
      }),
    subsetTables(near, rows, weights, size, tables) {
      const { numbers } = memory
      for (let row = 0; row < rows; row++) {
        const bit = row % size
        const table = (tables >>> 3) + Math.floor(row / size) * (lanes << size)
        const target = table + (lanes << bit)
        if (bit === 0) numbers.fill(0, table, table + lanes)
        const weight = weights ? numbers[(weights >>> 3) + row]! : 1
        for (let at = table; at < target; at++)
          numbers[at + target - table] =
            numbers[at]! + weight * numbers[(near >>> 3) + row * lanes + ((at - table) & (lanes - 1))]!
      }
    },
    addLookups(ends, chunks, entries, lists, tables, sums) {
      const { numbers, words } = memory
      for (let list = 0, end = ends >>> 2, target = sums >>> 3; list < lists; list++, end += chunks, target += lanes)
        for (let at = words[end - 1]!; at < words[end]!; at++) {
          const row = (tables + words[(entries >>> 2) + at]!) >>> 3
          for (let lane = 0; lane < lanes; lane++) numbers[target + lane]! += numbers[row + lane]!
        }
    },
    addWeighted(near, rows, weights, whole) {
      const { numbers } = memory
      for (let row = 0; row < rows; row++)
        for (let lane = 0; lane < lanes; lane++)
          numbers[(whole >>> 3) + lane]! += numbers[(weights >>> 3) + row]! * numbers[(near >>> 3) + row * lanes + lane]!
    },
    takeStrip(sums, lists, whole, result, width, first) {
      const { numbers } = memory
      const columns = Math.min(lanes, width - first)
      for (let list = 0; list < lists; list++)
        for (let column = 0; column < columns; column++) {
          const cell = (sums >>> 3) + list * lanes + column
          if (whole) numbers[cell] = numbers[(whole >>> 3) + column]! - numbers[cell]!
          numbers[(result >>> 3) + list * width + first + column] = numbers[cell]!
        }
    },
  }
}

function countShared(view: Uint32Array, { row, words, column }: { row: number; words: number; column: number }): number {
  let shared = 0
  for (let word = 0; word < words; word++) {
    const other = column + word * lanes * 2
    shared += countBits(view[row + word * 2]! & view[other]!) + countBits(view[row + word * 2 + 1]! & view[other + 1]!)
  }
  return shared
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

interface LookupLists {
  starts: number
  items: number
  lists: number
  size: number
  chunkShift: number
  chunks: number
  ends: number
  entries: number
}

function makeLookups(words: Uint32Array, lists: LookupLists): number {
  const { starts, items, size, chunkShift, chunks, entries } = lists
  let place = 0
  for (let list = 0, at = items + words[starts]!, end = lists.ends; list < lists.lists; list++) {
    const to = items + words[starts + list + 1]!
    let chunk = 0
    while (at < to) {
      const group = Math.floor(words[at]! / size)
      let pattern = 0
      for (; at < to && words[at]! - group * size < size; at++) pattern |= 1 << (words[at]! - group * size)
      for (; chunk < group >>> chunkShift; chunk++) words[end++] = place
      words[entries + place++] = (((group - (chunk << chunkShift)) << size) | pattern) * lanes * 8
    }
    for (; chunk < chunks; chunk++) words[end++] = place
  }
  return place
}
