import { expect, test } from 'vitest'
import { countSlope, countSlopeBox } from './count-slope.ts'

const row = (label: string, before: number, after: number) => ({ label, before, after, className: 'family-nature' })
const textsOf = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.]+)" y="([\d.-]+)"[^>]*>([^<]*)/g)].map(([, x, y, words]) => ({
    x: Number(x),
    y: Number(y),
    words,
  }))
const rows = [row('Skog', 6, 11), row('Digitalt', 10, 12), row('Hälsa', 10, 10), row('Mat', 6, 8), row('Resor', 8, 8)]

test('a row goes from the count then to the count now, higher for more', () => {
  const svg = countSlope([row('Skog', 6, 11), row('Digitalt', 11, 6)], { before: '2018', after: 'nu' })
  // 6 is the least and 11 the most of the two: bottom 404 and top 40.
  expect(svg).toContain('d="M52,404L196,40"')
  expect(svg).toContain('d="M52,40L196,404"')
})
test('only what has grown by three or more is coloured, and says by how much', () => {
  const names = textsOf(countSlope(rows, { before: '2018', after: 'nu' })).map(({ words }) => words)
  expect(names).toContain('11 Skog +5')
  expect(names).toContain('12 Digitalt')
  expect(countSlope(rows, { before: '2018', after: 'nu' }).match(/is-clear/g)).toHaveLength(2)
})
test('names of equal counts are below each other, all within the picture', () => {
  const many = Array.from({ length: 11 }, (_, at) => row(`Tema ${at}`, 4, at < 6 ? 4 : 9))
  const places = textsOf(countSlope(many, { before: '2018', after: 'nu' }))
    .filter(({ words }) => words!.includes('Tema'))
    .map(({ y }) => y)
  for (const [at, y] of places.entries()) if (at > 0) expect(y - places[at - 1]!).toBeGreaterThanOrEqual(17)
  expect(Math.max(...places)).toBeLessThan(countSlopeBox.height)
  expect(Math.min(...places)).toBeGreaterThan(0)
})
test('equal counts alone are drawn in the middle', () => {
  expect(countSlope([row('Skog', 3, 3)], { before: '2018', after: 'nu' })).toContain('d="M52,222L196,222"')
})
