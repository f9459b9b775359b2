import { mark, wordsAt } from './marks.ts'
import type { Mark } from './marks.ts'

/** How many there were then and are now. */
export interface CountSlopeRow {
  label: string
  before: number
  after: number
  /** The class that colours the row where it has grown clearly. */
  className: string
}

interface SlopeWords {
  before: string
  after: string
}

export const countSlopeBox = { width: 400, height: 420 }

const [left, right, top, bottom] = [52, 196, 40, 404]
const lineHeight = 17
/** A row that has grown by this much is coloured. */
const clearGrowth = 3

/** Counts at two times, a line a row between them. Nothing is drawn between the two times, since nothing is known of it. */
export function countSlope(rows: readonly CountSlopeRow[], words: SlopeWords): string {
  const values = rows.flatMap(({ before, after }) => [before, after])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const y = (count: number): number =>
    high === low ? (top + bottom) / 2 : bottom - ((count - low) / (high - low)) * (bottom - top)
  const heads = [
    wordsAt({ x: left, y: 18, anchor: 'middle', className: 'c-strong c-small' }, words.before),
    wordsAt({ x: right, y: 18, anchor: 'middle', className: 'c-strong c-small' }, words.after),
    ...[left, right].map((x) => mark('line', { x1: x, x2: x, y1: top - 10, y2: bottom + 8, class: 'c-grid' })),
  ]
  const starts = [...new Set(rows.map(({ before }) => before))].map((count) =>
    wordsAt({ x: left - 12, y: y(count) + 5, anchor: 'end', className: 'c-small c-muted' }, String(count)),
  )
  return [...heads, ...starts, ...rows.map((row) => slope(row, y)), ...names(rows, y)].join('')
}

const isClear = ({ before, after }: CountSlopeRow): boolean => after - before >= clearGrowth
const classOf = (row: CountSlopeRow): string => `slope-row ${isClear(row) ? `is-clear ${row.className}` : ''}`

function slope(row: CountSlopeRow, y: (count: number) => number): Mark {
  const [from, to] = [y(row.before), y(row.after)]
  const parts =
    mark('path', { d: `M${left},${from}L${right},${to}` }, `${row.label}: ${row.before} → ${row.after}`) +
    mark('circle', { cx: left, cy: from, r: 3 }) +
    mark('circle', { cx: right, cy: to, r: 4 })
  return `<g class="${classOf(row)}">${parts}</g>`
}

/** Names at the end, moved apart where they would meet, within the picture. */
function names(rows: readonly CountSlopeRow[], y: (count: number) => number): Mark[] {
  const sorted = rows.toSorted((a, b) => b.after - a.after || b.after - b.before - (a.after - a.before))
  const places: number[] = []
  for (const row of sorted) places.push(Math.max(y(row.after), (places.at(-1) ?? -Infinity) + lineHeight))
  for (let at = places.length - 1; at >= 0; at--)
    places[at] = Math.min(places[at]!, (places[at + 1] ?? countSlopeBox.height + 10) - lineHeight)
  return sorted.map((row, at) => {
    const grown = row.after - row.before
    const change = isClear(row) ? ` +${grown}` : ''
    const line = mark('path', { d: `M${right + 6},${y(row.after)}L${right + 18},${places[at]!}`, class: 'c-grid', fill: 'none' })
    return `<g class="${classOf(row)}">${line}${wordsAt({ x: right + 22, y: places[at]! + 4, className: 'slope-name' }, `${row.after} ${row.label}${change}`)}</g>`
  })
}
