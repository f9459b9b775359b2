import type { Kernel } from './kernel.ts'

/** The first bytes are left alone, so that no area is at 0, which means none. */
const firstAddress = 1024

/**
 * Addresses, in multiples of 64, of named areas of so many bytes one after the other; the memory grows to have them all.
 * Everything laid out before is free again: the areas last until the next call that lays out.
 * @throws RangeError when the memory cannot grow so far
 */
export function layOut<Name extends string>(use: Kernel, bytes: Record<Name, number>): Record<Name, number> {
  return layOutBehind(use, firstAddress, bytes)
}

/** The same from an address on, so that what was laid out before it stays. */
export function layOutBehind<Name extends string>(
  { reserve }: Kernel,
  from: number,
  bytes: Record<Name, number>,
): Record<Name, number> {
  let next = Math.ceil(from / 64) * 64
  const addresses = {} as Record<Name, number>
  for (const name in bytes) {
    addresses[name] = next
    next += Math.ceil(bytes[name] / 64) * 64
  }
  if (next > 2 ** 32)
    throw new RangeError(
      `This needs ${Math.round(next / 2 ** 20)} MB in one piece, more than the kernel can have. Use fewer regions or activities, or a sparse table.`,
    )
  reserve(next)
  return addresses
}

/** Copies whole numbers of 32 bits to the memory. */
export function putWords({ memory }: Kernel, at: number, values: Uint32Array): void {
  memory.words.set(values, at / 4)
}

/** Copies numbers to the memory. */
export function putNumbers({ memory }: Kernel, at: number, values: Float64Array): void {
  memory.numbers.set(values, at / 8)
}

/** A copy of numbers in the memory. */
export function takeNumbers({ memory }: Kernel, at: number, length: number): Float64Array {
  return memory.numbers.slice(at / 8, at / 8 + length)
}

/** A copy of whole numbers of 32 bits in the memory. */
export function takeWords({ memory }: Kernel, at: number, length: number): Uint32Array {
  return memory.words.slice(at / 4, at / 4 + length)
}
