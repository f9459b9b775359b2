import { kernel } from './kernel.ts'
import { layOut, putWords } from './memory-layout.ts'
import { stripBytes, stripColumns } from './strips.ts'

/** Lists whose items are bits of rows: which regions each activity is in, say. */
export interface BitLists {
  starts: Uint32Array
  items: Uint32Array
  /** How many different items there may be. */
  length: number
}

/** Rows of the matrix that are made before they are copied out. */
const blockRows = 64

/** Above this many rows the matrix would take more than 400 MB. */
export const largestMatrix = 7000

/**
 * How many items each pair of lists shares; divided by the larger of the two lists' lengths when asked (0/0 is NaN).
 * @returns lists × lists, symmetric; the diagonal is how long a list is, or 1
 * @throws RangeError above 7000 lists
 */
export function sharedItems(lists: BitLists, divided: boolean): Float64Array {
  const rows = lists.starts.length - 1
  if (rows > largestMatrix)
    throw new RangeError(
      `A matrix of ${rows} × ${rows} is too large to hold. Use nearestActivities or the measures that need no matrix.`,
    )
  const result = new Float64Array(rows * rows)
  eachSharedRow(lists, { divided }, (row, shared) => result.set(shared, row * rows))
  return result
}

/** The same row by row, for as many lists as there are. The row is only there until the call returns. */
export function eachSharedRow(
  { starts, items, length }: BitLists,
  { divided }: { divided: boolean },
  visit: (row: number, shared: Float64Array) => void,
): void {
  const rows = starts.length - 1
  const words = Math.ceil(length / 64)
  const strips = Math.ceil(rows / stripColumns)
  const use = kernel()
  const at = layOut(use, {
    starts: starts.byteLength,
    items: items.byteLength,
    bits: rows * words * 8,
    counts: (rows + stripColumns) * 8,
    strips: strips * words * stripBytes,
    block: blockRows * strips * stripBytes,
  })
  putWords(use, at.starts, starts)
  putWords(use, at.items, items)
  const { loops, memory } = use
  loops.packBits(at.starts, at.items, rows, words, 0, at.bits)
  for (let row = 0; row < rows + stripColumns; row++)
    memory.numbers[at.counts / 8 + row] = row < rows ? starts[row + 1]! - starts[row]! : 0
  for (let strip = 0; strip < strips; strip++)
    loops.packStrip(at.bits, rows, words, strip * stripColumns, 0, at.strips + strip * words * stripBytes)
  for (let from = 0; from < rows; from += blockRows) {
    const to = Math.min(from + blockRows, rows)
    for (let strip = 0; strip < strips; strip++) {
      const stripAt = at.strips + strip * words * stripBytes
      const target = at.block + strip * stripBytes
      loops.sharedStrip(
        at.bits,
        words,
        from,
        to,
        stripAt,
        at.counts,
        at.counts + strip * stripBytes,
        divided ? 1 : 0,
        target,
        strips * stripBytes,
      )
    }
    for (let row = from; row < to; row++) {
      const first = at.block / 8 + (row - from) * strips * stripColumns
      visit(row, memory.numbers.subarray(first, first + rows))
    }
  }
}
