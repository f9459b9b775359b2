/** The leading eigenvalue of a symmetric matrix with its eigenvector. */
export interface LeadingEigenpair {
  value: number
  vector: Float64Array
  /** ‖A·v − λ·v‖, for a matrix of norm 1: how exact the pair is. */
  residual: number
  steps: number
}

/**
 * The leading eigenpair of a symmetric operator in the space orthogonal to known vectors: Lanczos' method, every new
 * direction made orthogonal to all before (twice), until the residual is a small share of the gap to the next eigenvalue
 * that the space shows. It cannot see how many times an eigenvalue stands: leave the found vector out and ask again.
 * @param apply  writes A·x to `result`
 * @param known  unit vectors that are left out
 * @param tolerance  the residual wanted, as a share of the gap
 * @returns null when the space is empty
 * Source: Golub & Van Loan, Matrix Computations, chapter 10; bisection and inverse iteration for the small matrix, chapter 8.
 */
export function leadingEigenpair(
  apply: (x: Float64Array, result: Float64Array) => void,
  known: readonly [Float64Array, ...Float64Array[]],
  tolerance = 1e-13,
): LeadingEigenpair | null {
  const size = known[0].length
  const mostSteps = Math.min(size - known.length, 1500)
  const basis: Float64Array[] = []
  const diagonal: number[] = []
  const beside: number[] = []
  let direction = startVector(known)
  if (mostSteps < 1 || !direction) return null
  for (;;) {
    basis.push(direction)
    const next = new Float64Array(size)
    apply(direction, next)
    diagonal.push(dot(direction, next))
    for (let round = 0; round < 2; round++) makeOrthogonal(next, [...known, ...basis])
    const length = Math.sqrt(dot(next, next))
    const finished = basis.length >= mostSteps || length < 1e-14
    if (finished || basis.length % 8 === 0) {
      const [value, nextValue] = largestEigenvalues(diagonal, beside)
      const small = tridiagonalEigenvector(diagonal, beside, value)
      const residual = Math.abs(length * small[small.length - 1]!)
      if (finished || residual < tolerance * Math.max(value - nextValue, 1e-3))
        return { value, vector: combine(basis, small), residual, steps: basis.length }
    }
    beside.push(length)
    direction = next.map((component) => component / length)
  }
}

/** A fixed, uneven direction, another for each number of known ones, made orthogonal to them; null when nothing is left. */
function startVector(known: readonly [Float64Array, ...Float64Array[]]): Float64Array | null {
  const start = Float64Array.from(
    known[0],
    (_, at) => Math.sin(known.length + at * 12.9898) + 0.5 * Math.cos(known.length * at * 4.1414),
  )
  for (let round = 0; round < 2; round++) makeOrthogonal(start, known)
  const length = Math.sqrt(dot(start, start))
  return length < 1e-12 ? null : start.map((component) => component / length)
}

function makeOrthogonal(vector: Float64Array, directions: readonly Float64Array[]): void {
  for (const direction of directions) subtract(vector, direction)
}

function subtract(vector: Float64Array, direction: Float64Array): void {
  const share = dot(vector, direction)
  for (let at = 0; at < vector.length; at++) vector[at]! -= share * direction[at]!
}

function combine(basis: readonly Float64Array[], shares: Float64Array): Float64Array {
  const vector = new Float64Array(basis[0]!.length)
  basis.forEach((direction, step) => {
    for (let at = 0; at < vector.length; at++) vector[at]! += shares[step]! * direction[at]!
  })
  const length = Math.sqrt(dot(vector, vector))
  return vector.map((component) => component / length)
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

/** The two largest eigenvalues of a symmetric tridiagonal matrix, by bisection on how many lie above a number. */
function largestEigenvalues(diagonal: readonly number[], beside: readonly number[]): [number, number] {
  const bound = Math.max(...diagonal.map((value, at) => value + Math.abs(beside[at - 1] ?? 0) + Math.abs(beside[at] ?? 0)))
  const lowest = Math.min(...diagonal.map((value, at) => value - Math.abs(beside[at - 1] ?? 0) - Math.abs(beside[at] ?? 0)))
  const find = (rank: number) => {
    let [low, high] = [lowest - 1e-9, bound + 1e-9]
    for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
      if (countAbove(diagonal, beside, middle) >= rank) low = middle
      else high = middle
    }
    return (low + high) / 2
  }
  return [find(1), diagonal.length > 1 ? find(2) : NaN]
}

function countAbove(diagonal: readonly number[], beside: readonly number[], limit: number): number {
  let above = 0
  let pivot = 1
  for (let at = 0; at < diagonal.length; at++) {
    pivot = diagonal[at]! - limit - (at === 0 ? 0 : beside[at - 1]! ** 2 / pivot)
    if (pivot === 0) pivot = -1e-300
    if (pivot > 0) above++
  }
  return above
}

/** Inverse iteration with partial pivoting, from a fixed start. */
function tridiagonalEigenvector(diagonal: readonly number[], beside: readonly number[], value: number): Float64Array {
  let vector: Float64Array = new Float64Array(diagonal.length).fill(1)
  for (let round = 0; round < 4; round++) {
    vector = solveShifted(diagonal, beside, { shift: value, right: vector })
    const length = Math.sqrt(dot(vector, vector))
    vector = vector.map((component) => component / length)
  }
  return vector
}

/** Solves (T − shift)·x = right; a pivot of zero is taken as very small, which is what inverse iteration wants. */
function solveShifted(
  diagonal: readonly number[],
  beside: readonly number[],
  { shift, right }: { shift: number; right: Float64Array },
): Float64Array {
  const size = diagonal.length
  const main = diagonal.map((value) => value - shift)
  const above = [...beside.slice(0, size - 1), 0]
  const second = new Float64Array(size)
  const x = right.slice()
  for (let at = 0; at + 1 < size; at++) {
    const below = beside[at]!
    if (Math.abs(below) > Math.abs(main[at]!)) {
      const factor = main[at]! / below
      const [oldAbove, oldX] = [above[at]!, x[at]!]
      main[at] = below
      above[at] = main[at + 1]!
      second[at] = above[at + 1]!
      x[at] = x[at + 1]!
      main[at + 1] = oldAbove - factor * above[at]!
      above[at + 1] = -factor * second[at]!
      x[at + 1] = oldX - factor * x[at]!
    } else {
      const factor = below / (main[at]! || 1e-300)
      main[at + 1]! -= factor * above[at]!
      x[at + 1]! -= factor * x[at]!
    }
  }
  for (let at = size - 1; at >= 0; at--) {
    const known = (at + 1 < size ? above[at]! * x[at + 1]! : 0) + (at + 2 < size ? second[at]! * x[at + 2]! : 0)
    x[at] = (x[at]! - known) / (Math.abs(main[at]!) < 1e-18 ? 1e-18 : main[at]!)
  }
  return x
}
