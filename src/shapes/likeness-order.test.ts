import { expect, test } from 'vitest'
import { likenessOrder, shareInCommon } from './likeness-order.ts'

const contents: Record<string, readonly string[]> = {
  forest: ['wood', 'energy'],
  games: ['computers', 'sound'],
  mill: ['wood', 'energy', 'steel'],
  studio: ['sound', 'film', 'computers'],
  works: ['steel', 'energy'],
  silent: [],
}
const order = (names: readonly string[]) => likenessOrder(names, (name) => new Set(contents[name]))

test('what is in common is counted as a share of all that either has', () => {
  expect(shareInCommon(new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd']))).toBe(0.5)
  expect(shareInCommon(new Set(), new Set())).toBe(0)
})

test('what is alike comes side by side, the first first and what has nothing last', () => {
  const sorted = order(['silent', 'forest', 'games', 'works', 'studio', 'mill'])
  expect(sorted[0]).toBe('forest')
  expect(sorted.at(-1)).toBe('silent')
  // The ring closes: the last with content is beside the first.
  const ring = sorted.slice(0, -1)
  const apart = (a: string, b: string) => {
    const steps = Math.abs(ring.indexOf(a) - ring.indexOf(b))
    return Math.min(steps, ring.length - steps)
  }
  expect([apart('games', 'studio'), apart('mill', 'works'), apart('forest', 'mill')]).toEqual([1, 1, 1])
})

test('the order of a few is itself', () => {
  expect(order([])).toEqual([])
  expect(order(['mill'])).toEqual(['mill'])
})
