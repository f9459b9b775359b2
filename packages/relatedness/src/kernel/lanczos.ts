import { type Kernel, kernel } from './kernel.ts'
import { layOut, putNumbers, putWords, takeNumbers } from './memory-layout.ts'
import { eigenvalueOfRank, tridiagonalEigenvector } from './tridiagonal.ts'

/** The leading eigenvalue of a symmetric matrix with its eigenvector. */
export interface LeadingEigenpair {
  value: number
  vector: Float64Array
  /** ‖A·v − λ·v‖, for a matrix of norm 1: how exact the pair is. */
  residual: number
  steps: number
}

/** Lists in both directions, none of them empty: the activities of each region and the regions of each activity, say. */
export interface TwoWayLists {
  starts: Uint32Array
  items: Uint32Array
  otherStarts: Uint32Array
  otherItems: Uint32Array
}

/** Finds the leading eigenpair orthogonal to all found before; null when nothing is left. */
export type EigenpairSearch = (tolerance: number) => LeadingEigenpair | null

/** Krylov spaces get no larger. */
const mostSteps = 1500

/**
 * The eigenpairs of D^-½ M U⁻¹ Mᵀ D^-½ after the trivial one, √d, largest first; M are the lists as a matrix of 0 and 1, D
 * and U the lengths of the lists either way. Lanczos' method, every new direction made orthogonal to all before (twice), until
 * the residual is less than `tolerance` of the gap to the next eigenvalue that the space shows. The space cannot show how many
 * times an eigenvalue is repeated; the next search, in what is orthogonal to the vectors found, can.
 * Source: Golub & Van Loan, Matrix Computations, chapter 10.
 */
export function averagingEigenpairs(lists: TwoWayLists): EigenpairSearch {
  const operator = prepare(lists)
  return (tolerance) => {
    const found = findNext(operator, tolerance)
    if (found) {
      putNumbers(operator.kernel, directionAt(operator, operator.known), found.vector)
      operator.known++
    }
    return found
  }
}

interface Operator {
  kernel: Kernel
  at: Record<'starts' | 'items' | 'otherStarts' | 'otherItems' | 'root' | 'counts' | 'scaled' | 'between' | 'directions', number>
  size: number
  otherSize: number
  /** How many unit vectors at the head of the directions are left out: the trivial one and those found. */
  known: number
}

function prepare({ starts, items, otherStarts, otherItems }: TwoWayLists): Operator {
  const use = kernel()
  const [size, otherSize] = [starts.length - 1, otherStarts.length - 1]
  const at = layOut(use, {
    starts: starts.byteLength,
    items: items.byteLength,
    otherStarts: otherStarts.byteLength,
    otherItems: otherItems.byteLength,
    root: size * 8,
    counts: otherSize * 8,
    scaled: size * 8,
    between: otherSize * 8,
    directions: 16 * size * 8,
  })
  putWords(use, at.starts, starts)
  putWords(use, at.items, items)
  putWords(use, at.otherStarts, otherStarts)
  putWords(use, at.otherItems, otherItems)
  const operator = { kernel: use, at, size, otherSize, known: 1 }
  const { numbers } = use.memory
  const norm = Math.sqrt(items.length)
  for (let list = 0; list < size; list++) {
    const root = Math.sqrt(starts[list + 1]! - starts[list]!)
    numbers[at.root / 8 + list] = root
    numbers[at.directions / 8 + list] = root / norm
  }
  for (let list = 0; list < otherSize; list++) numbers[at.counts / 8 + list] = otherStarts[list + 1]! - otherStarts[list]!
  return operator
}

function directionAt({ at, size }: Operator, place: number): number {
  return at.directions + place * size * 8
}

function findNext(operator: Operator, tolerance: number): LeadingEigenpair | null {
  const { kernel, size, known } = operator
  const most = Math.min(size - known, mostSteps)
  const diagonal: number[] = []
  const beside: number[] = []
  if (most < 1 || !putStartVector(operator)) return null
  for (;;) {
    const steps = diagonal.length + 1
    const direction = directionAt(operator, known + steps - 1)
    const next = directionAt(operator, known + steps)
    kernel.reserve(next + size * 8)
    applyOperator(operator, direction, next)
    diagonal.push(kernel.loops.dot(direction, next, size))
    for (let round = 0; round < 2; round++) kernel.loops.makeOrthogonal(next, size, directionAt(operator, 0), known + steps)
    const length = Math.sqrt(kernel.loops.dot(next, next, size))
    const finished = steps >= most || length < 1e-14
    if (finished || steps % 8 === 0) {
      const value = eigenvalueOfRank(1, diagonal, beside)
      const small = tridiagonalEigenvector(diagonal, beside, value)
      const residual = Math.abs(length * small[small.length - 1]!)
      // The gap is at most 1, so it need not be known before the residual is this small.
      const close = residual < tolerance && residual < tolerance * Math.max(value - eigenvalueOfRank(2, diagonal, beside), 1e-3)
      if (finished || close) return { value, vector: combine(operator, small), residual, steps }
    }
    beside.push(length)
    kernel.loops.divideAll(next, length, size)
  }
}

/** Writes the matrix times a direction to `result`. */
function applyOperator({ kernel, at, size, otherSize }: Operator, direction: number, result: number): void {
  const { loops } = kernel
  loops.divideBy(direction, at.root, size, at.scaled)
  loops.gather(at.otherStarts, at.otherItems, otherSize, at.scaled, at.between)
  loops.divideBy(at.between, at.counts, otherSize, at.between)
  loops.gather(at.starts, at.items, size, at.between, result)
  loops.divideBy(result, at.root, size, result)
}

/** A fixed, uneven direction, another for each number of known ones, made orthogonal to them; false when nothing is left. */
function putStartVector(operator: Operator): boolean {
  const { kernel, size, known } = operator
  const { loops, memory, reserve } = kernel
  const start = directionAt(operator, known)
  reserve(start + size * 8)
  for (let at = 0; at < size; at++)
    memory.numbers[start / 8 + at] = Math.sin(known + at * 12.9898) + 0.5 * Math.cos(known * at * 4.1414)
  for (let round = 0; round < 2; round++) loops.makeOrthogonal(start, size, directionAt(operator, 0), known)
  const length = Math.sqrt(loops.dot(start, start, size))
  if (length < 1e-12) return false
  loops.divideAll(start, length, size)
  return true
}

/** The unit vector with these shares in the directions of the space. */
function combine(operator: Operator, shares: Float64Array): Float64Array {
  const { kernel, at, size, known } = operator
  const { loops, memory } = kernel
  memory.numbers.fill(0, at.scaled / 8, at.scaled / 8 + size)
  shares.forEach((share, step) => loops.addScaled(at.scaled, share, directionAt(operator, known + step), size))
  loops.divideAll(at.scaled, Math.sqrt(loops.dot(at.scaled, at.scaled, size)), size)
  return takeNumbers(kernel, at.scaled, size)
}

/** For each list the mean of the numbers that it names. */
export function listMeans(starts: Uint32Array, items: Uint32Array, numbers: Float64Array): Float64Array {
  const use = kernel()
  const size = starts.length - 1
  const at = layOut(use, { starts: starts.byteLength, items: items.byteLength, numbers: numbers.byteLength, sums: size * 8 })
  putWords(use, at.starts, starts)
  putWords(use, at.items, items)
  putNumbers(use, at.numbers, numbers)
  use.loops.gather(at.starts, at.items, size, at.numbers, at.sums)
  const means = takeNumbers(use, at.sums, size)
  for (let list = 0; list < size; list++) means[list]! /= starts[list + 1]! - starts[list]!
  return means
}
