/**
 * Optimal string alignment distance (insert, delete, replace, swap two neighbours), given up above `bound`.
 * @returns the distance, or `bound + 1` when it is larger
 */
export function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isEqual = a[row - 1] === b[column - 1]
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const plain = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (isEqual ? 0 : 1))
      current.push(isSwap ? Math.min(plain, beforeLast[column - 2]! + 1) : plain)
    }
    if (Math.min(...current) > bound) return bound + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[b.length]!, bound + 1)
}
