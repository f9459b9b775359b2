import { describe, expect, test } from 'vitest'
import { portableExp, portableLog, portableLog2 } from './portable-functions.ts'

/** Numbers of every size, the same each time. */
const numbers = Array.from({ length: 4000 }, (_, at) => (1 + ((at * 48_271) % 99_991) / 99_991) * 2 ** ((at % 200) - 100))
const distance = (found: number, known: number) => Math.abs(found - known) / Math.max(Math.abs(known), Number.MIN_VALUE)

describe('the portable functions', () => {
  test('are as near the true values as numbers can tell', () => {
    for (const x of numbers) expect(distance(portableLog(x), Math.log(x)), `ln ${x}`).toBeLessThan(5e-16)
    for (const x of numbers) expect(distance(portableLog2(x), Math.log2(x)), `log2 ${x}`).toBeLessThan(7e-16)
    for (let x = -700; x < 700; x += 0.37) expect(distance(portableExp(x), Math.exp(x)), `exp ${x}`).toBeLessThan(5e-16)
  })
  test('near 1 and near 0, where digits are lost easily', () => {
    for (const x of [1e-3, 1e-7, 1e-12, -1e-3, -1e-7, -1e-12]) {
      expect(distance(portableLog(1 + x), Math.log1p(1 + x - 1))).toBeLessThan(5e-16)
      expect(distance(portableExp(x), Math.exp(x))).toBeLessThan(3e-16)
    }
    expect([portableLog(1), portableExp(0), portableLog2(8), portableLog(Math.E)]).toEqual([0, 1, 3, 1])
  })
  test('at the ends', () => {
    expect([portableLog(0), portableLog(-1), portableLog(NaN), portableLog(Infinity)]).toEqual([-Infinity, NaN, NaN, Infinity])
    expect([portableExp(-Infinity), portableExp(Infinity), portableExp(NaN), portableExp(800), portableExp(-800)]).toEqual([
      0,
      Infinity,
      NaN,
      Infinity,
      0,
    ])
    expect(distance(portableLog(5e-324), Math.log(5e-324))).toBeLessThan(5e-16)
    expect(portableExp(-744)).toBe(Math.exp(-744))
    expect(distance(portableExp(709.7), Math.exp(709.7))).toBeLessThan(5e-16)
  })
})
