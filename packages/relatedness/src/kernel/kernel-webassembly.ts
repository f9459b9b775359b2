import type { Kernel, RowSums, Sweep } from './kernel.ts'
import { kernelBinary } from './kernel-binary.ts'

interface Exports {
  memory: WebAssembly.Memory
  coOccurrence(bits: number, rows: number, words: number, result: number): void
  divideByLarger(matrix: number, rows: number, counts: number): void
  sumRows(starts: number, items: number, lists: number, strip: number, result: number): void
  sweep(...addresses: number[]): void
}

let loaded: Kernel | null | undefined

/** The kernel in WebAssembly; null where the machine has none, or none with 128-bit vectors. */
export function loadWebAssemblyKernel(): Kernel | null {
  if (loaded !== undefined) return loaded
  try {
    const bytes = Uint8Array.from(atob(kernelBinary), (sign) => sign.charCodeAt(0))
    const imports = { env: { abort: () => {} } }
    loaded = kernelOf(new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports as unknown as Exports)
  } catch {
    loaded = null
  }
  return loaded
}

function kernelOf(exports: Exports): Kernel {
  return {
    coOccurrence: (bits, rows, words) => coOccurrence(exports, { bits, rows, words, divided: false }),
    nearness: (bits, rows, words) => coOccurrence(exports, { bits, rows, words, divided: true }),
    sumRows: (input) => sumRows(exports, input),
    sweep: (input) => sweep(exports, input),
  }
}

/** Above this many rows the result alone would be larger than we let the kernel's memory grow. */
const largestResult = 7000

function coOccurrence(
  exports: Exports,
  input: { bits: Uint32Array; rows: number; words: number; divided: boolean },
): Float64Array {
  const { bits, rows, words, divided } = input
  if (rows > largestResult)
    throw new RangeError(
      `A matrix of ${rows} × ${rows} is too large to hold. Use the measures that need no matrix, or fewer activities.`,
    )
  const [bitsAt, countsAt, resultAt] = layOut(exports, [bits.byteLength, rows * 8, rows * rows * 8])
  new Uint32Array(exports.memory.buffer).set(bits, bitsAt / 4)
  exports.coOccurrence(bitsAt, rows, words, resultAt)
  if (divided) exports.divideByLarger(resultAt, rows, countsAt)
  return new Float64Array(exports.memory.buffer, resultAt, rows * rows).slice()
}

/** Numbers in a row of a strip; the kernel's own. */
const stripWidth = 32

function sumRows(exports: Exports, { starts, items, matrix, width }: RowSums): Float64Array {
  const lists = starts.length - 1
  const rows = matrix.length / width
  const result = new Float64Array(lists * width)
  const [startsAt, itemsAt, stripAt, resultAt] = layOut(exports, [
    starts.byteLength,
    items.byteLength,
    rows * stripWidth * 8,
    lists * stripWidth * 8,
  ])
  const words = new Uint32Array(exports.memory.buffer)
  words.set(starts, startsAt / 4)
  words.set(items, itemsAt / 4)
  const strip = new Float64Array(exports.memory.buffer, stripAt, rows * stripWidth)
  const sums = new Float64Array(exports.memory.buffer, resultAt, lists * stripWidth)
  for (let from = 0; from < width; from += stripWidth) {
    const used = Math.min(stripWidth, width - from)
    for (let row = 0, at = 0, source = from; row < rows; row++, at += stripWidth, source += width)
      for (let column = 0; column < used; column++) strip[at + column] = matrix[source + column]!
    exports.sumRows(startsAt, itemsAt, lists, stripAt, resultAt)
    for (let list = 0, at = 0, target = from; list < lists; list++, at += stripWidth, target += width)
      for (let column = 0; column < used; column++) result[target + column] = sums[at + column]!
  }
  return result
}

function sweep(exports: Exports, { starts, regionOf, regionCount, mass, lanes }: Sweep): Float64Array {
  const activities = starts.length - 1
  const runningSize = regionCount * lanes
  const [startsAt, regionsAt, massAt, runningAt, resultAt] = layOut(exports, [
    starts.byteLength,
    regionOf.byteLength,
    mass.byteLength,
    runningSize * 8,
    mass.byteLength,
  ])
  const words = new Uint32Array(exports.memory.buffer)
  words.set(starts, startsAt / 4)
  words.set(regionOf, regionsAt / 4)
  const numbers = new Float64Array(exports.memory.buffer)
  numbers.set(mass, massAt / 8)
  numbers.fill(0, runningAt / 8, runningAt / 8 + runningSize)
  numbers.fill(0, resultAt / 8, resultAt / 8 + mass.length)
  exports.sweep(startsAt, regionsAt, activities, regionCount, massAt, runningAt, resultAt, lanes)
  return numbers.slice(resultAt / 8, resultAt / 8 + mass.length)
}

/** The first bytes are left alone. */
const firstAddress = 1024
const pageSize = 65_536

/** Addresses, in multiples of 16, of areas of these sizes one after the other; the memory grows to hold them. */
function layOut(exports: Exports, sizes: readonly number[]): [number, number, number, number, number] {
  let next = firstAddress
  const addresses = sizes.map((size) => {
    const address = next
    next += Math.ceil(size / 16) * 16
    return address
  })
  const missing = next - exports.memory.buffer.byteLength
  if (missing > 0) exports.memory.grow(Math.ceil(missing / pageSize))
  return addresses as [number, number, number, number, number]
}
