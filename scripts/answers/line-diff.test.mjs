import { expect, test } from 'vitest'
import { diffLines } from './line-diff.mjs'

const lines = (text) => [...text]
const brief = (from, to) =>
  diffLines(lines(from), lines(to)).map(({ at, removed, added }) => `${at}:${removed.join('')}>${added.join('')}`)

/** What the blocks make of the first text. */
function apply(from, blocks) {
  const result = [...from]
  for (const { at, removed, added } of blocks.toReversed()) result.splice(at, removed.length, ...added)
  return result
}

test.each([
  ['abc', 'abc', []],
  ['abc', 'axc', ['1:b>x']],
  ['abc', 'abxc', ['2:>x']],
  ['abc', 'ac', ['1:b>']],
  ['', 'ab', ['0:>ab']],
  ['ab', '', ['0:ab>']],
  ['abcdef', 'xbcdey', ['0:a>x', '5:f>y']],
])('%s to %s', (from, to, expected) => expect(brief(from, to)).toEqual(expected))

test('the blocks turn the first text into the second, whatever the two are', () => {
  let seed = 7
  const next = (below) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below
  for (let round = 0; round < 300; round += 1) {
    const [from, to] = [next(25), next(25)].map((length) => Array.from({ length }, () => 'abcd'[next(4)]))
    expect(apply(from, diffLines(from, to))).toEqual(to)
  }
})

test('the lines around a block are shown with it', () => {
  expect(diffLines(lines('abc'), lines('axc'))[0]).toMatchObject({ before: 'a', after: 'c' })
  expect(diffLines(lines('ab'), lines('xb'))[0]).toMatchObject({ before: null, after: 'b' })
})

test('texts with nothing in common are one replacement, in reasonable time', () => {
  const [from, to] = ['a', 'b'].map((letter) => Array.from({ length: 4000 }, (_, index) => letter + index))
  expect(diffLines(from, to)).toHaveLength(1)
})
