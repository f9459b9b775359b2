import { describe, expect, test } from 'vitest'
import { multiplesChart } from './multiples-chart.ts'
import { distanceChart, scatterChart } from './scatter-chart.ts'
import { slopeChart } from './slope-chart.ts'

const textsOf = (marks: string) =>
  [...marks.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)</g)].map(([, x, y, words]) => ({
    x: Number(x),
    y: Number(y),
    words: words!,
  }))

describe('two years', () => {
  const rows = ['a', 'b', 'c'].map((label) => ({ label, from: 0.5, to: 2, fromWords: '0,5', toWords: '2,0' }))
  const { marks, height } = slopeChart({ rows, years: ['2014', '2024'], oneWords: '1' }, { width: 560 })
  test('have a line for each row, and names that do not lie on each other', () => {
    expect(marks.match(/<path/g)).toHaveLength(3)
    const names = textsOf(marks).filter(({ words }) => words.startsWith('2,0'))
    expect(names.map(({ y }) => y)).toEqual([names[0]!.y, names[0]!.y + 18, names[0]!.y + 36])
    expect(names.at(-1)!.y).toBeLessThan(height)
  })
})

describe('points on two axes', () => {
  const words = { right: 'nära', top: 'svårt', corner: 'båda' }
  const point = (x: number, y: number, label: string | null) => ({ x, y, title: label ?? 'x', label })
  test('have the named ones apart, and leave out a name that has no free place', () => {
    const crowd = Array.from({ length: 30 }, (_, at) => point(0.5 + at / 10_000, 0.5, `Ett långt namn ${at}`))
    const { marks } = scatterChart(
      { points: [...crowd, point(0.1, 0.9, null)], splits: { x: 0.4, y: 0.4 }, words },
      { width: 720 },
    )
    expect(marks.match(/c-own/g)).toHaveLength(30)
    expect(marks.match(/c-faint/g)).toHaveLength(1)
    const named = textsOf(marks).filter(({ words: name }) => name.startsWith('Ett långt'))
    expect(named.length).toBeGreaterThan(0)
    expect(named.length).toBeLessThan(30)
    expect(new Set(named.map(({ x, y }) => `${x} ${y}`)).size).toBe(named.length)
  })
  test('do not fail where there is one alone', () => {
    expect(scatterChart({ points: [point(1, 1, 'a')], splits: { x: 1, y: 1 }, words }, { width: 360 }).marks).not.toMatch(/NaN/)
  })
})

test('rings on a line name the nearest and the farthest', () => {
  const points = ['d', 'a', 'c', 'b', 'e'].map((name) => ({ name, value: name.charCodeAt(0) - 90 }))
  const { marks } = distanceChart({ points, words: { near: 'nära', far: 'långt' }, named: 2 }, { width: 720 })
  expect(
    textsOf(marks)
      .map(({ words }) => words)
      .slice(2),
  ).toEqual(['a', 'b', 'e'])
  expect(marks.match(/c-own/g)).toHaveLength(2)
})

test('small charts share their axes, and break where the counting does', () => {
  const one = (name: string, values: (number | null)[]) => ({ name, note: 'x', values, words: '2', isMarked: false })
  const { marks, height } = multiplesChart(
    { multiples: [one('a', [1, 2, 2]), one('b', [null, 2, null])], years: ['1', '2', '3'], breaks: ['3'], oneWords: '1' },
    { width: 720 },
  )
  const lines = [...marks.matchAll(/<path d="([^"]*)"/g)].map(([, d]) => d!)
  expect(lines[0]!.match(/M/g)).toHaveLength(2)
  expect(lines[1]!.match(/M/g)).toHaveLength(1)
  expect(height).toBeGreaterThan(100)
})
