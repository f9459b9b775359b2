import { typescriptKernel } from './kernel-typescript.ts'
import { loadWebAssemblyKernel } from './kernel-webassembly.ts'

/**
 * The loops that take nearly all the time. Two kernels do them, one in TypeScript and one in WebAssembly with SIMD;
 * both add the same numbers in the same order.
 */
export interface Kernel {
  /**
   * How many bits each pair of rows shares.
   * @param bits  rows of `words` 32-bit words (a multiple of four)
   * @returns rows × rows, symmetric; the diagonal is how many bits a row has
   */
  coOccurrence(bits: Uint32Array, rows: number, words: number): Float64Array
  /** The same, each divided by the larger of the two rows' own numbers of bits; 0/0 is NaN. */
  nearness(bits: Uint32Array, rows: number, words: number): Float64Array
  /** Adds, for each list, the rows of a matrix that it names. See `RowSums`. */
  sumRows(input: RowSums): Float64Array
  /** The sweep in order of ubiquity. See `Sweep`. */
  sweep(input: Sweep): Float64Array
}

/** `result[l] = Σ matrix[item]` over the items of list l, each a row of `width` numbers. */
export interface RowSums {
  starts: Uint32Array
  items: Uint32Array
  matrix: Float64Array
  width: number
}

/**
 * For regions r (the lanes of a block) and activities j, the sum over the other activities i of
 * `mass[i][r] · C_ij / max(k_i, k_j)`, without ever forming the matrix C. Activities come in ascending order of ubiquity k:
 * those before j are divided by k_j and those after by their own k_i. C_ij = Σ_s M_si M_sj, so a running sum for each
 * pair of regions, read for the regions s that have j, is enough.
 */
export interface Sweep {
  /** The regions of each activity, activities in ascending order of ubiquity. */
  starts: Uint32Array
  regionOf: Uint32Array
  regionCount: number
  /** activities × lanes; how much of activity i region r adds. */
  mass: Float64Array
  lanes: number
}

/** Lanes come in multiples of this. */
export const laneStep = 8

export type KernelName = 'webassembly' | 'typescript'

let chosen: Kernel | undefined

/** The kernel in use: WebAssembly where the machine has it with SIMD, otherwise TypeScript. */
export function kernel(): Kernel {
  return (chosen ??= loadWebAssemblyKernel() ?? typescriptKernel)
}

/**
 * Chooses the kernel for what follows; both give the same results. For comparing them, and for machines where one misbehaves.
 * @returns the kernel now in use: `typescript` too where WebAssembly with SIMD is not to be had
 */
export function useKernel(name: KernelName): KernelName {
  if (name !== 'webassembly' && name !== 'typescript')
    throw new RangeError(`useKernel: the kernel is «${String(name)}»; it must be webassembly or typescript.`)
  const loaded = name === 'webassembly' ? loadWebAssemblyKernel() : null
  chosen = loaded ?? typescriptKernel
  return loaded ? 'webassembly' : 'typescript'
}
