import { typescriptKernel } from './kernel-typescript.ts'
import { loadWebAssemblyKernel } from './kernel-webassembly.ts'
import type { MemoryViews, Primitives } from './primitives.ts'

/** The loops and the memory that they work on. What lies in the memory is nobody's after the call that laid it out. */
export interface Kernel {
  loops: Primitives
  /** The views change when the memory grows: ask after `reserve`. */
  memory: MemoryViews
  /** Makes the memory at least so many bytes, keeping what is in it. @throws RangeError when there is not so much to be had */
  reserve(bytes: number): void
}

export type KernelName = 'webassembly' | 'typescript'

let chosen: Kernel | undefined

/** The kernel in use: WebAssembly where the machine has it with SIMD, otherwise TypeScript. */
export function kernel(): Kernel {
  return (chosen ??= loadWebAssemblyKernel() ?? typescriptKernel())
}

/** The name of the kernel in use. */
export function kernelInUse(): KernelName {
  return kernel() === typescriptKernel() ? 'typescript' : 'webassembly'
}

/**
 * Chooses the kernel for what follows; both give the same results. For comparing them, and for machines where one misbehaves.
 * @returns the kernel now in use: `typescript` too where WebAssembly with SIMD is not to be had
 */
export function useKernel(name: KernelName): KernelName {
  if (name !== 'webassembly' && name !== 'typescript')
    throw new RangeError(`useKernel: the kernel is «${String(name)}»; it must be webassembly or typescript.`)
  const loaded = name === 'webassembly' ? loadWebAssemblyKernel() : null
  chosen = loaded ?? typescriptKernel()
  return loaded ? 'webassembly' : 'typescript'
}
