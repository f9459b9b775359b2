/*
 * The logarithm and the exponential by sums, products and quotients alone, which every machine rounds alike. Those that come with Node and with browsers
 * differ in the last digit, so that a page would not show what the server shows. Within two units in the last place of the true value.
 */

const number = new Float64Array(1)
/** The lower half first: the engine's kernels need that of a processor too. */
const halves = new Uint32Array(number.buffer)
/** ln 2 in two parts; the first has so few digits that a whole number times it is exact. */
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10
const smallestNormal = 2 ** -1022
const lift = 2 ** 54
/** 1/3, 1/5, … 1/23: enough for the largest argument, (√2 − 1)/(√2 + 1). */
const oddParts = Array.from({ length: 11 }, (_, at) => 1 / (2 * at + 3))
/** 1/2!, 1/3!, … 1/14!: enough for half of ln 2. */
const factorialParts = Array.from({ length: 13 }, (_, at) => 1 / factorial(at + 2))

/** The natural logarithm: ln x = e ln 2 + 2 artanh((m − 1)/(m + 1)) with x = m 2^e. */
export function portableLog(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  const isTiny = x < smallestNormal
  number[0] = isTiny ? x * lift : x
  let exponent = (halves[1]! >>> 20) - 1023 - (isTiny ? 54 : 0)
  halves[1] = (halves[1]! & 0xfffff) | 0x3ff00000
  let mantissa = number[0]!
  if (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent++
  }
  const share = (mantissa - 1) / (mantissa + 1)
  const square = share * share
  const double = 2 * share
  return exponent * ln2High + (double + (double * square * sumOfPowers(oddParts, square) + exponent * ln2Low))
}

/** The exponential: e^x = 2^k e^r with r at most half of ln 2. */
export function portableExp(x: number): number {
  if (Number.isNaN(x)) return NaN
  if (x > 709.79) return Infinity
  if (x < -745.14) return 0
  const power = Math.round(x / Math.LN2)
  const rest = x - power * ln2High - power * ln2Low
  const value = 1 + (rest + rest * rest * sumOfPowers(factorialParts, rest))
  // In two steps, since the power itself may be too large or too small for a number.
  const half = Math.trunc(power / 2)
  return value * powerOfTwo(half) * powerOfTwo(power - half)
}

/** The logarithm to base 2. */
export const portableLog2 = (x: number): number => portableLog(x) / Math.LN2

function sumOfPowers(parts: readonly number[], x: number): number {
  let sum = 0
  for (let at = parts.length - 1; at >= 0; at--) sum = sum * x + parts[at]!
  return sum
}

function powerOfTwo(power: number): number {
  halves[0] = 0
  halves[1] = (power + 1023) << 20
  return number[0]!
}

function factorial(of: number): number {
  return of < 2 ? 1 : of * factorial(of - 1)
}
