import type { MemoryViews, Primitives } from './primitives.ts'

type Bits = Pick<Primitives, 'packBits' | 'packStrip' | 'sharedStrip'>
type Subsets = Pick<Primitives, 'markSubsets' | 'makeLookups'>
type Tables = Pick<Primitives, 'subsetTables' | 'addLookups' | 'addWeighted' | 'leaveOf'>

/** Numbers in a row of a strip. */
const lanes = 16

/** Nearness by counting bits, in TypeScript; see `Primitives`. */
export function bitPrimitives(memory: MemoryViews): Bits {
  return {
    packBits(starts, items, lists, words, places, bits) {
      const view = memory.words
      view.fill(0, bits >>> 2, (bits >>> 2) + lists * words * 2)
      for (let list = 0, at = view[starts >>> 2]!; list < lists; list++)
        for (const to = view[(starts >>> 2) + list + 1]!; at < to; at++) {
          const item = view[(items >>> 2) + at]!
          const place = places ? view[(places >>> 2) + item]! : item
          view[(bits >>> 2) + list * words * 2 + (place >>> 5)]! |= 1 << (place & 31)
        }
    },
    packStrip(bits, rows, words, first, places, strip) {
      const view = memory.words
      for (let lane = 0; lane < lanes; lane++) {
        const column = first + lane
        const row = places && column < rows ? view[(places >>> 2) + column]! : column
        for (let word = 0; word < words; word++) {
          const from = (bits >>> 2) + (row * words + word) * 2
          const to = (strip >>> 2) + (word * lanes + lane) * 2
          view[to] = column < rows ? view[from]! : 0
          view[to + 1] = column < rows ? view[from + 1]! : 0
        }
      }
    },
    sharedStrip(bits, words, from, to, strip, counts, stripCounts, mode, result, stride) {
      const { numbers } = memory
      for (let row = from, at = result >>> 3; row < to; row++, at += stride >>> 3) {
        const bitsAt = (bits >>> 2) + row * words * 2
        const own = Math.max(numbers[(counts >>> 3) + row]!, mode === 2 ? 1 : 0)
        for (let lane = 0; lane < lanes; lane++) {
          const shared = countShared(memory.words, { row: bitsAt, words, column: (strip >>> 2) + lane * 2 })
          numbers[at + lane] = mode === 0 ? shared : shared / Math.max(own, numbers[(stripCounts >>> 3) + lane]!)
        }
      }
    },
  }
}

/** Which subsets the lists have, in TypeScript; see `Primitives`. */
export function subsetPrimitives(memory: MemoryViews): Subsets {
  const patternAt = (row: number, group: number, size: number) => {
    const [word, shift] = [row + ((group * size) >>> 5), (group * size) & 31]
    const high = shift === 0 ? 0 : memory.words[word + 1]! << (32 - shift)
    return ((memory.words[word]! >>> shift) | high) & ((1 << size) - 1)
  }
  return {
    markSubsets(bits, lists, words, groups, size, marks) {
      memory.bytes.fill(0, marks, marks + (groups << size))
      for (let list = 0, row = bits >>> 2; list < lists; list++, row += words * 2)
        for (let group = 0; group < groups; group++) memory.bytes[marks + ((group << size) | patternAt(row, group, size))] = 1
    },
    makeLookups(bits, lists, words, size, tableRows, chunkEnds, chunks, ends, entries) {
      const view = memory.words
      let [place, end] = [entries >>> 2, ends >>> 2]
      for (let list = 0, row = bits >>> 2; list < lists; list++, row += words * 2)
        for (let chunk = 0, group = 0; chunk < chunks; chunk++, end++) {
          for (const last = view[(chunkEnds >>> 2) + chunk]!; group < last; group++) {
            const pattern = patternAt(row, group, size)
            if (pattern !== 0) view[place++] = view[(tableRows >>> 2) + ((group << size) | pattern)]!
          }
          view[end] = place - (entries >>> 2)
        }
    },
  }
}

/** Sums of nearness by tables of subset sums, in TypeScript; see `Primitives`. */
export function tablePrimitives(memory: MemoryViews): Tables {
  return {
    subsetTables(near, rows, weights, ends, parents, tables) {
      const { numbers, words } = memory
      numbers.fill(0, tables >>> 3, (tables >>> 3) + lanes)
      let [step, target] = [words[(ends >>> 2) - 1]!, (tables >>> 3) + lanes]
      for (let row = 0, own = near >>> 3; row < rows; row++, own += lanes) {
        const weight = weights ? numbers[(weights >>> 3) + row]! : 1
        for (const last = words[(ends >>> 2) + row]!; step < last; step++, target += lanes) {
          const parent = (tables + words[(parents >>> 2) + step]!) >>> 3
          for (let lane = 0; lane < lanes; lane++)
            numbers[target + lane] = numbers[parent + lane]! + weight * numbers[own + lane]!
        }
      }
    },
    addLookups(ends, chunks, entries, lists, tables, sums, stride) {
      const { numbers, words } = memory
      for (let list = 0, end = ends >>> 2, target = sums >>> 3; list < lists; list++, end += chunks, target += stride >>> 3)
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
    leaveOf(whole, sums, lists, stride, width) {
      const { numbers } = memory
      for (let list = 0, row = sums >>> 3; list < lists; list++, row += stride >>> 3)
        for (let column = 0; column < width; column++)
          numbers[row + column] = numbers[(whole >>> 3) + column]! - numbers[row + column]!
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
