import type { Kernel } from './kernel.ts'
import { kernelBinary } from './kernel-binary.ts'
import type { Primitives } from './primitives.ts'

const pageSize = 65_536

let loaded: Kernel | null | undefined

/** The kernel in WebAssembly; null where the machine has none, or none with 128-bit vectors. */
export function loadWebAssemblyKernel(): Kernel | null {
  if (loaded !== undefined) return loaded
  try {
    const bytes = Uint8Array.from(atob(kernelBinary), (character) => character.charCodeAt(0))
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { abort: () => {} } })
    loaded = kernelOf(exports as unknown as Primitives & { memory: WebAssembly.Memory })
  } catch {
    loaded = null
  }
  return loaded
}

function kernelOf(exports: Primitives & { memory: WebAssembly.Memory }): Kernel {
  const look = () => {
    const { buffer } = exports.memory
    return { bytes: new Uint8Array(buffer), words: new Uint32Array(buffer), numbers: new Float64Array(buffer) }
  }
  const memory = look()
  return {
    loops: exports,
    memory,
    reserve(bytes) {
      const missing = bytes - exports.memory.buffer.byteLength
      if (missing <= 0) return
      exports.memory.grow(Math.ceil(missing / pageSize))
      Object.assign(memory, look())
    },
  }
}
