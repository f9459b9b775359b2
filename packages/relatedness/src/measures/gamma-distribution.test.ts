import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gammaQuantile, gammaTails } from './gamma-distribution.ts'

/** How far off, as a share. */
const off = (ours: number, true_: number) => Math.abs(ours / true_ - 1)

describe('known by other means', () => {
  test('shape 1 is the exponential distribution', () => {
    for (const x of [1e-9, 0.1, 1, 3, 50]) {
      expect(off(gammaTails(1, x).lower, -Math.expm1(-x))).toBeLessThan(1e-13)
      expect(off(gammaTails(1, x).upper, Math.exp(-x))).toBeLessThan(1e-13)
    }
    expect(off(gammaQuantile(1, 0.025, 'upper'), -Math.log(0.025))).toBeLessThan(1e-13)
  })

  test('half of chi-squared: the 95 and 99 per cent points of printed tables', () => {
    // With 1, 2, 10 and 100 degrees of freedom.
    const printed = [
      [0.5, 3.841, 6.635],
      [1, 5.991, 9.21],
      [5, 18.307, 23.209],
      [50, 124.342, 135.807],
    ] as const
    for (const [shape, five, one] of printed) {
      expect(2 * gammaQuantile(shape, 0.05, 'upper')).toBeCloseTo(five, 3)
      expect(2 * gammaQuantile(shape, 0.01, 'upper')).toBeCloseTo(one, 3)
    }
  })

  test('the upper tail of a whole shape is the Poisson probability of fewer', () => {
    // Fewer than 3 of 2 expected: e^−2 (1 + 2 + 2).
    expect(off(gammaTails(3, 2).upper, 5 * Math.exp(-2))).toBeLessThan(1e-14)
  })
})

/** Sums of exact terms with 80 digits: golden/gamma-distribution.py. */
describe('against 80 digits', () => {
  test.each([
    [1, 0.025, 'lower', 0.025317807984289876],
    [2, 0.025, 'upper', 5.571643390938899],
    [5, 0.005, 'lower', 1.0779282406523194],
    [10, 0.5, 'upper', 9.668714614714132],
    [30, 1e-10, 'lower', 7.000511700351835],
    [99, 0.005, 'upper', 126.50293079469361],
    [100, 0.025, 'lower', 81.36399125092314],
    [101, 0.025, 'upper', 121.62679379242638],
    [250, 1e-10, 'upper', 364.0866581890945],
    [1000, 0.005, 'lower', 920.4240461633591],
    [1, 1e-100, 'upper', 230.25850929940458],
    [4, 1e-100, 'lower', 2.213363839400643e-25],
    [300, 1e-100, 'lower', 64.20182903767348],
    [300, 1e-100, 'upper', 831.8855503837018],
    [5000, 0.025, 'lower', 4862.359188694899],
    [5000, 0.025, 'upper', 5139.535089943795],
  ] as const)('quantile of shape %d at %d %s', (shape, probability, tail, expected) => {
    expect(off(gammaQuantile(shape, probability, tail), expected)).toBeLessThan(1e-13)
  })

  test.each([
    [3, 2.5, 0.45618688411667047, 0.5438131158833295],
    [10, 30, 0.9999928782491372, 7.121750862815577e-6],
    [99, 70, 0.0006272013626804282, 0.9993727986373195],
    [100, 71, 0.0006733406012244161, 0.9993266593987756],
    [100, 131, 0.997881938710788, 0.0021180612892120103],
    [150, 150, 0.5108582297493597, 0.4891417702506403],
    [1000, 1100, 0.99894067674607, 0.0010593232539299773],
    [3000, 3500, 1, 2.126792010213841e-18],
  ])('tails of shape %d at %d', (shape, x, lower, upper) => {
    const tails = gammaTails(shape, x)
    expect(off(tails.lower, lower)).toBeLessThan(1e-12)
    expect(off(tails.upper, upper)).toBeLessThan(1e-12)
  })
})

describe('laws', () => {
  const anyShape = fc.double({ min: -2, max: 9, noNaN: true }).map((power) => 10 ** power)
  const anyProbability = fc.oneof(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), fc.constantFrom(1e-12, 1e-40))

  test('the tail beyond the quantile has the probability', () => {
    fc.assert(
      fc.property(anyShape, anyProbability, fc.constantFrom('lower', 'upper'), (shape, probability, tail) => {
        const x = gammaQuantile(shape, probability, tail)
        if (x > 1e-300)
          expect(off(gammaTails(shape, x)[tail], probability)).toBeLessThan(1e-11 * Math.max(1, Math.sqrt(shape) / 100))
      }),
      { numRuns: 500 },
    )
  })

  test('P(a, x) is P(a + 1, x) and one term more, also where the ways of computing change', () => {
    for (const shape of [98.5, 99, 99.5, 120, 400])
      for (const share of [0.6, 0.699, 0.701, 0.95, 1, 1.05, 1.299, 1.301, 1.5]) {
        const x = shape * share
        const term = Math.exp(shape * Math.log(x) - x - lnFactorial(shape))
        const [here, next] = [gammaTails(shape, x), gammaTails(shape + 1, x)]
        expect(Math.abs(here.lower - next.lower - term)).toBeLessThan(1e-11 * Math.max(here.lower, 1e-8))
        expect(Math.abs(next.upper - here.upper - term)).toBeLessThan(1e-11 * Math.max(next.upper, 1e-8))
      }
  })

  test('both tails make one', () => {
    fc.assert(
      fc.property(anyShape, fc.double({ min: 0, max: 3, noNaN: true }), (shape, share) => {
        const { lower, upper } = gammaTails(shape, shape * share)
        expect(lower + upper).toBeCloseTo(1, 12)
      }),
    )
  })
})

test('the ends, and what is no question', () => {
  expect(gammaQuantile(2, 0)).toBe(0)
  expect(gammaQuantile(2, 1)).toBe(Infinity)
  expect(gammaQuantile(2, 0, 'upper')).toBe(Infinity)
  expect(gammaTails(2, 0)).toEqual({ lower: 0, upper: 1 })
  expect(gammaTails(2, Infinity)).toEqual({ lower: 1, upper: 0 })
  expect(() => gammaQuantile(0, 0.5)).toThrow('The shape is 0; it must be a number above 0.')
  expect(() => gammaQuantile(1, 1.5)).toThrow('The probability is 1.5')
  expect(() => gammaTails(1, -1)).toThrow('The place is -1')
  expect(() => gammaTails(NaN, 1)).toThrow('The shape is NaN')
})

/** ln Γ(a + 1) for halves and wholes, by its product. */
function lnFactorial(a: number): number {
  let sum = Number.isInteger(a) ? 0 : Math.log(Math.sqrt(Math.PI))
  for (let factor = a; factor > 0; factor--) sum += Math.log(factor)
  return sum
}
