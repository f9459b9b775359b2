import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeLabels, wrapWords } from './atlas-labels.ts'
import type { LabelColumn, LabelWish } from './atlas-labels.ts'

const column: LabelColumn = {
  top: { left: 100, right: 0 },
  bottom: 800,
  lineHeight: 18,
  gap: 9,
  turnX: { left: 270, right: 690 },
}
const wish = (code: string, y: number, rest: Partial<LabelWish> = {}): LabelWish => ({
  code,
  at: [450, y],
  side: 'right',
  lineCount: 2,
  ...rest,
})
const ys = (wishes: LabelWish[]) => placeLabels(wishes, column).map(({ code, y }) => [code, Math.round(y * 10) / 10])

test('a label with room around it is level with its county', () => {
  // Two lines and the gap are 45 high, so its top is 22.5 above the county and its first line 9 below that.
  expect(ys([wish('a', 400)])).toEqual([['a', 386.5]])
})
test('labels of counties at one height share the move, one above and one below', () => {
  expect(ys([wish('a', 400, { at: [440, 400] }), wish('b', 400, { at: [460, 400] })]).map(([, y]) => y)).toEqual([364, 409])
})
test('a label stays between top and bottom', () => {
  expect(ys([wish('a', 2), wish('b', 799)])).toEqual([
    ['a', 9],
    ['b', 764],
  ])
})
test('the left column begins where it may', () => {
  expect(ys([wish('a', 2, { side: 'left' })])).toEqual([['a', 109]])
})
test('two whose lines would cross change places', () => {
  // Near the column and a little higher, but both labels are pushed up by the bottom: its line would fall across the other's.
  const near = wish('near', 780, { at: [685, 780] })
  const far = wish('far', 790, { at: [400, 790] })
  expect(placeLabels([near, far], column).map(({ code }) => code)).toEqual(['far', 'near'])
  const roomy = wish('far', 700, { at: [400, 700] })
  expect(placeLabels([wish('near', 600, { at: [685, 600] }), roomy], column).map(({ code }) => code)).toEqual(['near', 'far'])
})
test('whatever the counties, no label is over another of its column', () => {
  const wishes = fc.array(
    fc.record({
      y: fc.integer({ min: 0, max: 800 }),
      x: fc.integer({ min: 300, max: 660 }),
      lineCount: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(wishes, (made) => {
      const placed = placeLabels(
        made.map(({ x, y, lineCount }, at) => wish(String(at), y, { at: [x, y], lineCount })),
        column,
      )
      expect(placed).toHaveLength(made.length)
      for (const [at, { y }] of placed.entries()) {
        const before = placed[at - 1]
        if (before) expect(y - before.y).toBeGreaterThanOrEqual(before.lineCount * 18 + 9 - 1e-6)
      }
    }),
  )
})
test('words are put into lines, and what is left out is shown to be', () => {
  expect(wrapWords('Besöksnäring samt kulturella och kreativa näringar', { letters: 28, most: 3 })).toEqual([
    'Besöksnäring samt kulturella',
    'och kreativa näringar',
  ])
  expect(wrapWords('ett två tre fyra fem sex', { letters: 8, most: 2 })).toEqual(['ett två', 'tre …'])
})
