import { portableExp, portableLog } from './portable-functions.ts'

/**
 * The lower and the upper tail of the gamma distribution with scale 1: P(a, x) and Q(a, x) = 1 − P(a, x), the regularised
 * incomplete gamma functions. Each is computed by itself, so that small tails keep their digits.
 * @param shape  a, above 0 @param x  zero or more
 * @returns shares 0–1; P is the probability of at least a counts and Q of fewer, when x are expected (Poisson, a whole)
 * @throws RangeError when the shape is not above 0 or x is negative or missing
 * Sources: the power series and the continued fraction (DLMF 8.7.1, 8.9.2); near x = a for large a the uniform expansion
 * of Temme 1979, doi:10.1137/0510071, as arranged by Gil, Segura & Temme 2012, SIAM Journal on Scientific Computing 34(6).
 */
export function gammaTails(shape: number, x: number): { lower: number; upper: number } {
  if (!(shape > 0) || shape === Infinity) throw new RangeError(`The shape is ${shape}; it must be a number above 0.`)
  if (!(x >= 0)) throw new RangeError(`The place is ${x}; it must be a number of zero or more.`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  if (shape >= 100 && Math.abs(x - shape) <= 0.3 * shape) return tailsNearShape(shape, x)
  if (x < shape + 1) {
    const lower = powerTerm(shape, x) * seriesSum(shape, x)
    return { lower, upper: 1 - lower }
  }
  const upper = powerTerm(shape, x) * shape * continuedFraction(shape, x)
  return { lower: 1 - upper, upper }
}

/**
 * The x below which (`lower`) or above which (`upper`) a gamma distribution with scale 1 has this probability.
 * Found by Newton's steps on the logarithm of the tail against ln x, a concave curve, within a bracket that only narrows.
 * Relative precision about 1e-14, also for tails as small as 1e-300.
 * @param shape  above 0 @param probability  0–1
 * @returns zero or more; 0 and Infinity at the ends; 0 also where the answer is below the smallest number there is
 * @throws RangeError when the shape is not above 0 or the probability is not from 0 to 1
 */
export function gammaQuantile(shape: number, probability: number, tail: 'lower' | 'upper' = 'lower'): number {
  if (!(shape > 0) || shape === Infinity) throw new RangeError(`The shape is ${shape}; it must be a number above 0.`)
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`The probability is ${probability}; it must be from 0 to 1.`)
  if (probability === 0 || probability === 1) return (probability === 0) === (tail === 'lower') ? 0 : Infinity
  if (probability > 0.5) return gammaQuantile(shape, 1 - probability, tail === 'lower' ? 'upper' : 'lower')
  let [low, high, x] = [0, Infinity, firstGuess(shape, probability, tail)]
  for (let round = 0; round < 200 && x > 0; round++) {
    const reached = gammaTails(shape, x)[tail]
    if (reached === probability) return x
    if (reached < probability === (tail === 'lower')) low = x
    else high = x
    const next = x * portableExp(newtonStep({ shape, x, reached, probability, tail }))
    if (Math.abs(next - x) <= 4e-16 * x) return next
    x = next > low && next < high ? next : between(low, high)
  }
  return x
}

/** How far ln x must go: (ln of what is wanted − ln of what is reached) / slope, at most 2 either way. */
function newtonStep(at: { shape: number; x: number; reached: number; probability: number; tail: 'lower' | 'upper' }): number {
  const slope = (at.shape * powerTerm(at.shape, at.x)) / at.reached
  const step = portableLog(at.probability / at.reached) / (at.tail === 'lower' ? slope : -slope)
  return Math.max(-2, Math.min(2, step))
}

function between(low: number, high: number): number {
  if (high === Infinity) return low * 2
  return low === 0 ? high / 2 : Math.sqrt(low) * Math.sqrt(high)
}

/** Wilson & Hilferty's cube; where that fails, for small shapes and far down, the first term of the series. */
function firstGuess(shape: number, probability: number, tail: 'lower' | 'upper'): number {
  const normal = roughNormalQuantile(probability) * (tail === 'lower' ? -1 : 1)
  const cube = 1 - 1 / (9 * shape) + normal / (3 * Math.sqrt(shape))
  const below = tail === 'lower' ? probability : 1 - probability
  if (cube <= 0.3 || shape < 0.5) return portableExp((portableLog(below) + logGammaOfNext(shape)) / shape)
  return shape * cube * cube * cube
}

/** Abramowitz & Stegun 26.2.23: good to 5e-4, for probabilities up to a half; the result is the upper one. */
function roughNormalQuantile(probability: number): number {
  const t = Math.sqrt(-2 * portableLog(probability))
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
}

/** x^a e^−x / Γ(a + 1), by way of Loader's deviance, which keeps its digits for large a. Loader 2000, «Fast and accurate computation of binomial probabilities». */
function powerTerm(shape: number, x: number): number {
  return portableExp(-stirlingError(shape) - deviance(shape, x)) / Math.sqrt(2 * Math.PI * shape)
}

/** a ln(a/x) + x − a, without the loss of digits where a and x are close. */
function deviance(shape: number, x: number): number {
  const share = (shape - x) / (shape + x)
  if (Math.abs(share) > 0.5) return shape * portableLog(shape / x) + x - shape
  const square = share * share
  let [sum, power] = [0, square]
  for (let odd = 3; odd < 80 && power > 1e-18; odd += 2, power *= square) sum += power / odd
  return (shape - x) * share + 2 * shape * share * sum
}

/** ln Γ(a + 1) − (a + ½) ln a + a − ½ ln 2π. */
function stirlingError(shape: number): number {
  return shape >= 15
    ? stirlingSeries(shape)
    : logGammaOfNext(shape) - (shape + 0.5) * portableLog(shape) + shape - 0.5 * portableLog(2 * Math.PI)
}

function stirlingSeries(a: number): number {
  const s = 1 / (a * a)
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) / a
}

/** ln Γ(a + 1): moved up to where Stirling's series is exact, and back by the product of what lies between. */
function logGammaOfNext(a: number): number {
  let [product, up] = [1, a]
  while (up < 15) product *= ++up
  return (up + 0.5) * portableLog(up) - up + 0.5 * portableLog(2 * Math.PI) + stirlingSeries(up) - portableLog(product)
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function seriesSum(shape: number, x: number): number {
  let [sum, term] = [1, 1]
  for (let at = shape + 1; term > sum * 1e-17; at++) {
    term *= x / at
    sum += term
  }
  return sum
}

/** 1/(x+1−a− 1(1−a)/(x+3−a− …)), by Lentz's method. */
function continuedFraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = Infinity
  let d = 1 / b
  let value = d
  for (let n = 1; n < 100_000; n++) {
    const a = n * (shape - n)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return value
}

/** How many terms of η/(λ − 1) are used; |η| is at most 0.34 here and the radius of convergence 3.5. */
const terms = 20
const nearCoefficients = coefficientsNear(terms)

/** Q = ½ erfc(η√(a/2)) + R with ½η² = λ − 1 − ln λ and λ = x/a; P is the same with the signs turned. */
function tailsNearShape(shape: number, x: number): { lower: number; upper: number } {
  const half = deviance(shape, x)
  const eta = Math.sign(x - shape) * Math.sqrt((2 * half) / shape)
  const betas = new Float64Array(terms + 1)
  for (let n = terms; n >= 1; n--) betas[n - 1] = nearCoefficients[n]! + (n < terms ? ((n + 1) * betas[n + 1]!) / shape : 0)
  let sum = 0
  for (let n = terms - 1; n >= 0; n--) sum = sum * eta + betas[n]!
  const rest = ((portableExp(-half) / Math.sqrt(2 * Math.PI * shape)) * sum) / (1 + betas[1]! / shape)
  const farther = 0.5 * complementaryError(half)
  const [lower, upper] = x < shape ? [farther - rest, 1 - farther + rest] : [1 - farther - rest, farther + rest]
  return { lower, upper }
}

/** erfc(√s) = Q(½, s). */
function complementaryError(square: number): number {
  return square === 0 ? 1 : gammaTails(0.5, square).upper
}

/** The Taylor coefficients of η/(λ − 1) in η, from those of λ − 1, whose own rule is (λ − 1) dλ/dη = ηλ. */
function coefficientsNear(count: number): Float64Array {
  const growth = [0, 1]
  for (let k = 2; k <= count + 1; k++) {
    let sum = growth[k - 1]!
    for (let j = 2; j < k; j++) sum -= j * growth[j]! * growth[k + 1 - j]!
    growth[k] = sum / (k + 1)
  }
  const inverse = new Float64Array(count + 1)
  inverse[0] = 1
  for (let n = 1; n <= count; n++) for (let j = 1; j <= n; j++) inverse[n]! -= growth[j + 1]! * inverse[n - j]!
  return inverse
}
