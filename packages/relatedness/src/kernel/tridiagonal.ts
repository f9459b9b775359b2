/**
 * The largest eigenvalue (rank 1), the second (rank 2)… of a symmetric tridiagonal matrix, by bisection on how many lie
 * above a number. NaN where there are not so many.
 */
export function eigenvalueOfRank(rank: number, diagonal: readonly number[], beside: readonly number[]): number {
  if (rank > diagonal.length) return NaN
  const squares = Float64Array.from(diagonal, (_, at) => (at === 0 ? 0 : beside[at - 1]! ** 2))
  let [low, high] = [Infinity, -Infinity]
  diagonal.forEach((value, at) => {
    const reach = Math.abs(at === 0 ? 0 : beside[at - 1]!) + Math.abs(beside[at] ?? 0)
    low = Math.min(low, value - reach)
    high = Math.max(high, value + reach)
  })
  low -= 1e-9
  high += 1e-9
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (countAbove(diagonal, squares, middle) >= rank) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function countAbove(diagonal: readonly number[], squares: Float64Array, limit: number): number {
  let above = 0
  let pivot = 1
  for (let at = 0; at < diagonal.length; at++) {
    pivot = diagonal[at]! - limit - squares[at]! / pivot
    if (pivot === 0) pivot = -1e-300
    if (pivot > 0) above++
  }
  return above
}

/** Inverse iteration with partial pivoting, from a fixed start. */
export function tridiagonalEigenvector(diagonal: readonly number[], beside: readonly number[], value: number): Float64Array {
  let vector: Float64Array = new Float64Array(diagonal.length).fill(1)
  for (let round = 0; round < 4; round++) {
    vector = solveShifted(diagonal, beside, { shift: value, right: vector })
    const length = Math.sqrt(vector.reduce((sum, component) => sum + component * component, 0))
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
