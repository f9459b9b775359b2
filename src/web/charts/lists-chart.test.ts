import { expect, test } from 'vitest'
import { listsChart } from './lists-chart.ts'
import type { ChartList } from './lists-chart.ts'

const list = (at: number, more: Partial<ChartList> = {}): ChartList => ({
  at,
  kept: 0,
  added: 0,
  gone: 0,
  standing: 'counted',
  title: 'T',
  ...more,
})
const rows = [
  { name: 'A & B', lists: [list(2018, { kept: 3, standing: 'first' }), list(2022, { kept: 2, added: 1, gone: 1 })] },
  { name: 'C', lists: [list(2018, { kept: 1, standing: 'first' }), list(2022, { standing: 'unread' })] },
]
const draw = (width: number) => listsChart({ rows, span: [2018, 2026], spanWords: 'Då till nu' }, { width })
const count = (marks: string, className: string) => marks.split(`class="${className}"`).length - 1

test('each area of each list is a mark that tells what became of it', () => {
  for (const width of [340, 760, 1120]) {
    const { marks } = draw(width)
    expect([count(marks, 'c-known'), count(marks, 'c-kept'), count(marks, 'c-added'), count(marks, 'c-gone')]).toEqual([
      4, 2, 1, 1,
    ])
    expect(count(marks, 'c-unread')).toBe(1)
    expect(marks).toContain('A &amp; B')
  }
})

test('a list is at its time: half the stretch is half the way', () => {
  const { marks } = draw(760)
  const [start, middle] = [...marks.matchAll(/<rect x="([\d.]+)"[^>]*class="c-ground"/g)].map(([, x]) => Number(x) + 1)
  const end = 760 - 56
  expect(start).toBe(148)
  expect(middle).toBe((start! + end) / 2)
})
