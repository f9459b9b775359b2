import type { Drawing } from '../frame/figure.ts'
import { fitWords, mark, wordsAt } from './marks.ts'
import { logScale } from './scales.ts'
import { quotientDomain } from './strip-chart.ts'

export interface SlopeRow {
  label: string
  from: number
  to: number
  /** The two numbers as people read them. */
  fromWords: string
  toWords: string
}

interface SlopeData {
  rows: readonly SlopeRow[]
  years: readonly [string, string]
  /** What the line at 1 is. */
  oneWords: string
}

const lineHeight = 18

/** Two years, a line for each row between them, on an axis of ratios; names at the end, moved apart where they would meet. */
export function slopeChart({ rows, years, oneWords }: SlopeData, { width }: { width: number }): Drawing {
  const isNarrow = width < 480
  const height = Math.max(isNarrow ? 260 : 300, rows.length * lineHeight * 1.6 + 70)
  const [left, right, top, bottom] = [56, isNarrow ? 136 : Math.min(300, width * 0.4), 36, height - 16]
  const values = rows.flatMap(({ from, to }) => [inDomain(from), inDomain(to)])
  const y = logScale([Math.min(0.9, ...values) / 1.1, Math.max(2, ...values) * 1.1], [bottom, top])
  const end = right + 10
  const heads = [
    wordsAt({ x: left, y: 16, anchor: 'middle', className: 'c-strong c-small' }, years[0]),
    wordsAt({ x: right, y: 16, anchor: 'middle', className: 'c-strong c-small' }, years[1]),
    ...[left, right].map((x) => mark('line', { x1: x, x2: x, y1: top - 10, y2: bottom, class: 'c-grid' })),
    mark('line', { x1: left, x2: right, y1: y(1), y2: y(1), class: 'c-one' }),
    wordsAt({ x: left - 8, y: y(1) + 4, anchor: 'end', className: 'c-muted c-small' }, oneWords),
  ]
  const lines = rows.map(({ label, from, to, fromWords, toWords }) => {
    const [start, stop] = [y(inDomain(from)), y(inDomain(to))]
    return (
      mark(
        'path',
        { d: `M${left},${start}L${right},${stop}`, class: 'c-line c-line-own c-thin' },
        `${label}: ${fromWords} → ${toWords}`,
      ) +
      mark('circle', { cx: left, cy: start, r: 3.5, class: 'c-own' }) +
      mark('circle', { cx: right, cy: stop, r: 4.5, class: 'c-own' })
    )
  })
  let below = -Infinity
  const names = rows
    .map((row) => ({ row, at: y(inDomain(row.to)) }))
    .sort((a, b) => a.at - b.at)
    .map(({ row, at }) => {
      const place = Math.max(at, below + lineHeight)
      below = place
      const words = fitWords(`${row.toWords} ${row.label}`, { width: width - end, size: 13.5 })
      return wordsAt({ x: end, y: place + 4, className: 'c-text c-small' }, words)
    })
  return { width, height: Math.max(height, below + 14), marks: [...heads, ...lines, ...names].join('') }
}

const inDomain = (value: number): number => Math.min(quotientDomain[1], Math.max(quotientDomain[0], value))
