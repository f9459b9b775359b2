/** The largest difference of two lists, as a share of the largest number of the second; two missing numbers do not differ. */
export function largestDifference(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  if (ours.length !== theirs.length) return Infinity
  const scale = Math.max(...Array.from(theirs, (value) => (Number.isFinite(value) ? Math.abs(value) : 0))) || 1
  const differences = Array.from(ours, (value, at) => (Object.is(value, theirs[at]) ? 0 : Math.abs(value - theirs[at]!) / scale))
  return differences.some(Number.isNaN) ? Infinity : Math.max(0, ...differences)
}
