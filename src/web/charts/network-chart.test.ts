import { describe, expect, test } from 'vitest'
import { widthOf } from './marks.ts'
import { networkChart } from './network-chart.ts'
import type { NetworkNode } from './network-chart.ts'

const node = (x: number, y: number, as: NetworkNode['as'], label = 'Yrke'): NetworkNode => ({
  x,
  y,
  as,
  weight: 0.5,
  title: `${label}: styrka`,
  label,
})
const circles = (marks: string) =>
  [...marks.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" class="([^"]+)"/g)].map(([, x, y, r, className]) => ({
    x: Number(x),
    y: Number(y),
    r: Number(r),
    className,
  }))
const names = (marks: string) =>
  [...marks.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)" class="[^"]*"( text-anchor="end")?>([^<]*)</g)].map(
    ([, x, y, isEnd, words]) => {
      const width = widthOf(words!, 13.5)
      const from = isEnd ? Number(x) - width : Number(x)
      return { from, to: from + width, top: Number(y) - 12, bottom: Number(y) + 4, words: words! }
    },
  )

/** A crowd in one place, which is the hardest to draw. */
const crowd = Array.from({ length: 24 }, (_, at) => node(0.5 + at / 1000, 0.5 + (at % 5) / 1000, 'full', `Ett yrke ${at}`))
const apart = [node(0, 0, 'plain'), node(1, 1, 'plain'), ...crowd]
const data = {
  nodes: apart,
  ties: [
    [0, 1],
    [2, 3],
    [0, 2],
  ] as const,
  named: apart.map((_, at) => at).slice(2),
  waymarks: [0, 1],
}

describe('a network', () => {
  test.each([360, 720, 1120])('at %i has no point on another, none outside, and no name on a name or a point', (width) => {
    const { marks, height } = networkChart(data, { width })
    const points = circles(marks)
    expect(points).toHaveLength(24)
    for (const [at, one] of points.entries()) {
      expect([one.x - one.r >= 0, one.x + one.r <= width, one.y - one.r >= 0, one.y + one.r <= height]).toEqual([
        true,
        true,
        true,
        true,
      ])
      for (const other of points.slice(at + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan((one.r + other.r) * 0.8)
    }
    const written = names(marks)
    expect(written.length).toBeGreaterThan(4)
    for (const [at, one] of written.entries()) {
      expect([one.from >= 0, one.to <= width + 0.1]).toEqual([true, true])
      for (const other of written.slice(at + 1))
        expect(one.from < other.to && other.from < one.to && one.top < other.bottom && other.top < one.bottom).toBe(false)
      for (const { x, y } of points) expect(x > one.from && x < one.to && y > one.top && y < one.bottom).toBe(false)
    }
  })

  test('shows ties between two of interest apart from the others, and the many as one mark', () => {
    const { marks } = networkChart(data, { width: 720 })
    expect(marks.match(/<path d="[^"]*" class="c-edge"/)![0].match(/L/g)).toHaveLength(2)
    expect(marks.match(/<path d="[^"]*" class="c-edge c-edge-lit"/)![0].match(/L/g)).toHaveLength(1)
    expect(marks.match(/<path d="[^"]*" class="c-dots"/)![0].match(/M/g)).toHaveLength(2)
  })

  test('lies along the longer side of the drawing', () => {
    const tall = [node(0.4, 0, 'full'), node(0.5, 0.5, 'full'), node(0.6, 1, 'full')]
    const places = (width: number) => circles(networkChart({ nodes: tall, ties: [], named: [], waymarks: [] }, { width }).marks)
    const rises = (axis: 'x' | 'y', width: number) => {
      const [first, , last] = places(width).map((point) => point[axis])
      return last! - first!
    }
    expect(rises('x', 720)).toBeGreaterThan(600)
    expect(rises('y', 360)).toBeGreaterThan(350)
  })

  test('is the same each time, whatever the words in it', () => {
    const risky = [node(0, 0, 'full', 'A < B & "C"'), node(1, 1, 'open', 'D')]
    const draw = () => networkChart({ nodes: risky, ties: [], named: [0, 1], waymarks: [] }, { width: 720 }).marks
    expect(draw()).toBe(draw())
    expect(draw()).toContain('A &lt; B &amp; &quot;C&quot;')
    expect(draw()).not.toContain('A < B')
  })
})
