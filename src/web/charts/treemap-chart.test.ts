import { describe, expect, test } from 'vitest'
import { squarified, treemapChart } from './treemap-chart.ts'

const items = [6, 6, 4, 3, 2, 2, 1].map((value) => ({ value }))

describe('a box divided among values', () => {
  const placed = squarified(items, { x: 0, y: 0, width: 6, height: 4 })
  test('gives each its share of the area, without gaps or overlaps', () => {
    for (const { item, box } of placed) expect(box.width * box.height).toBeCloseTo(item.value, 9)
    expect(placed.reduce((sum, { box }) => sum + box.width * box.height, 0)).toBeCloseTo(24, 9)
    for (const { box } of placed) {
      expect(box.x).toBeGreaterThanOrEqual(-1e-9)
      expect(box.x + box.width).toBeLessThanOrEqual(6 + 1e-9)
      expect(box.y + box.height).toBeLessThanOrEqual(4 + 1e-9)
    }
    for (const [at, { box: a }] of placed.entries())
      for (const { box: b } of placed.slice(at + 1)) {
        const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
        const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
        expect(Math.min(across, down)).toBeLessThan(1e-9)
      }
  })
  test('as in the paper: the first two beside each other at the left, each 3 by 2', () => {
    expect(placed.slice(0, 2).map(({ box }) => [box.width, box.height])).toEqual([
      [3, 2],
      [3, 2],
    ])
  })
  test('leaves out what is nothing', () => {
    expect(squarified([{ value: 0 }, { value: 1 }], { x: 0, y: 0, width: 1, height: 1 })).toHaveLength(1)
  })
})

test('groups are stripes of their share, and a name is cut where it does not fit, and left out where only a few letters would', () => {
  const part = (label: string, value: number) => ({ label, value, title: label })
  const { marks } = treemapChart(
    [
      { label: 'Annat', className: 'c-cell-other', value: 75, parts: [] },
      {
        label: 'Styrkor',
        className: 'c-cell-open',
        value: 25,
        parts: [
          part('Stort', 20),
          part('Maskinoperatörer inom ytbehandling av trä', 4.98),
          part('Ett alldeles för långt namn', 0.02),
        ],
      },
    ],
    { width: 800 },
  )
  expect(marks).toContain('<rect x="0.5" y="0.5" width="599" height="335" class="c-cell-other">')
  expect(marks.match(/<rect/g)).toHaveLength(4)
  expect(marks).toContain('>Maskinoperatörer inom</text>')
  expect(marks).toContain('>ytbehandling av trä</text>')
  expect(marks).toContain('>Stort</text>')
  expect(marks).not.toContain('långt namn</text>')
  expect(marks).toContain('<title>Ett alldeles för långt namn</title>')
})

test('a name that is too long for its rectangle is cut with an ellipsis, and its whole is in the title', () => {
  const name = 'Maskinoperatörer, kemisktekniska och fotografiska produkter'
  const { marks } = treemapChart(
    [{ label: 'Styrkor', className: 'c-cell-open', value: 1, parts: [{ label: name, value: 1, title: name }] }],
    { width: 90 },
  )
  const words = [...marks.matchAll(/>([^<]+)<\/text>/g)].map(([, one]) => one!)
  expect(words.join(' ')).toMatch(/^Maskin.*…$/)
  for (const one of words) expect(one.length * 11.5 * 0.52).toBeLessThanOrEqual(90 - 8)
  expect(marks).toContain(`<title>${name}</title>`)
})
