/** The mean; NaN of nothing, and NaN when any number is. */
export function meanOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/** The standard deviation with the divisor n (`population`) or n − 1 (`sample`). */
export function standardDeviation(values: Float64Array, divisor: 'population' | 'sample'): number {
  const mean = meanOf(values)
  let sum = 0
  for (const value of values) sum += (value - mean) ** 2
  return Math.sqrt(sum / (values.length - (divisor === 'sample' ? 1 : 0)))
}

/** Pearson's correlation; NaN when either does not vary. */
export function correlation(one: Float64Array, other: Float64Array): number {
  const [meanOne, meanOther] = [meanOf(one), meanOf(other)]
  let [both, squareOne, squareOther] = [0, 0, 0]
  for (let at = 0; at < one.length; at++) {
    both += (one[at]! - meanOne) * (other[at]! - meanOther)
    squareOne += (one[at]! - meanOne) ** 2
    squareOther += (other[at]! - meanOther) ** 2
  }
  return both / Math.sqrt(squareOne * squareOther)
}
