import { describe, expect, test } from 'vitest'
import { ringChart } from './ring-chart.ts'
import type { RingNode, RingTie } from './ring-chart.ts'

const node = (name: string, as: RingNode['as'] = 'plain', href: string | null = null): RingNode => ({
  name,
  title: name,
  href,
  as,
})
const nodes = [node('Ett', 'own', '/ett?a=1&b=2'), node('Två', 'lit'), node('Tre'), node('Fyra', 'empty')]
const ties: RingTie[] = [
  { from: 0, to: 1, weight: 3, as: 'lit' },
  { from: 1, to: 2, weight: 1, as: 'faint' },
]

const pathsOf = (marks: string) => [...marks.matchAll(/<path [^>]+>/g)].map(([path]) => path)
const circlesOf = (marks: string) =>
  [...marks.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const)

describe('things on a ring', () => {
  test('are equally far from its middle, the first at the top', () => {
    const { marks, width, height } = ringChart({ nodes, ties }, { width: 600 })
    expect([width, height]).toEqual([600, 600])
    const circles = circlesOf(marks)
    expect(circles[0]).toEqual([300, 132])
    for (const [x, y] of circles) expect(Math.hypot(x - 300, y - 300)).toBeCloseTo(168, 0)
  })

  test('have ties from one to the other, those that stand out on top and thickest', () => {
    const [faint, lit] = pathsOf(ringChart({ nodes, ties }, { width: 600 }).marks)
    expect(faint).toContain('c-tie-faint')
    expect(lit).toMatch(/d="M300,132Q[^"]+ 468,300" class="c-tie c-tie-lit" stroke-width="2.8"/)
  })

  test('are in a column with arcs where a ring has no room', () => {
    const { marks, height } = ringChart({ nodes, ties }, { width: 340 })
    const circles = circlesOf(marks)
    expect(new Set(circles.map(([x]) => x)).size).toBe(1)
    expect(circles.map(([, y]) => y)).toEqual([16, 40, 64, 88])
    expect(height).toBe(104)
    expect(pathsOf(marks)[0]).toContain('A')
  })

  test('lead where they are told to, with what is written escaped', () => {
    const { marks } = ringChart({ nodes: [...nodes, node('A & B')], ties: [] }, { width: 600 })
    expect(marks).toContain('<a href="/ett?a=1&amp;b=2" tabindex="-1">')
    expect(marks.match(/<a /g)).toHaveLength(1)
    expect(marks).toContain('>A &amp; B</text>')
  })
})
