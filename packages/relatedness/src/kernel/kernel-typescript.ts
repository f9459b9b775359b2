import type { Kernel } from './kernel.ts'
import { presencePrimitives, quotientPrimitives } from './primitives-cells.ts'
import { bitPrimitives, subsetPrimitives, tablePrimitives } from './primitives-nearness.ts'
import { sweepPrimitives } from './primitives-sweep.ts'
import { vectorPrimitives } from './primitives-vectors.ts'
import type { MemoryViews } from './primitives.ts'

let made: Kernel | undefined

/** The kernel in plain TypeScript. */
export function typescriptKernel(): Kernel {
  return (made ??= makeKernel())
}

function makeKernel(): Kernel {
  const memory: MemoryViews = viewsOf(new ArrayBuffer(1 << 16))
  const reserve = (bytes: number) => {
    if (bytes <= memory.bytes.length) return
    const grown = viewsOf(new ArrayBuffer(Math.ceil(bytes / 8) * 8))
    grown.bytes.set(memory.bytes)
    Object.assign(memory, grown)
  }
  const loops = {
    ...quotientPrimitives(memory),
    ...presencePrimitives(memory),
    ...bitPrimitives(memory),
    ...subsetPrimitives(memory),
    ...tablePrimitives(memory),
    ...sweepPrimitives(memory),
    ...vectorPrimitives(memory),
  }
  return { loops, memory, reserve }
}

/** The three ways to see a memory. */
export function viewsOf(buffer: ArrayBuffer): MemoryViews {
  return { bytes: new Uint8Array(buffer), words: new Uint32Array(buffer), numbers: new Float64Array(buffer) }
}
