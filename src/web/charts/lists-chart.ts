import type { Drawing } from '../frame/figure.ts'
import { mark, short, wordsAt } from './marks.ts'
import type { Mark } from './marks.ts'

export interface ChartList {
  /** The time as a year with a fraction. */
  at: number
  kept: number
  added: number
  gone: number
  /** `first`: what is in it is neither kept nor new; `unread`: what is in it is not known. */
  standing: 'first' | 'counted' | 'unread' | 'after'
  title: string
}

interface ListsData {
  rows: readonly { name: string; lists: readonly ChartList[] }[]
  /** The stretch of time that is asked about. */
  span: readonly [number, number]
  /** What the stretch begins with, in words. */
  spanWords: string
}

/** Squares of a list are in two lines, so that lists a year apart have room. */
const lines = 2

/** A row a region, a small block a list at its time: a square an area, filled where it is kept, open where it is new, a cross where one is gone. */
export function listsChart({ rows, span, spanWords }: ListsData, { width }: { width: number }): Drawing {
  const isNarrow = width < 480
  const [left, right] = [isNarrow ? 6 : 148, width - (isNarrow ? 30 : 56)]
  const rowHeight = isNarrow ? 40 : 29
  const step = isNarrow ? 6 : width < 1000 ? 8 : 10
  const top = 44
  const first = Math.floor(Math.min(span[0], ...rows.flatMap(({ lists }) => lists.map(({ at }) => at))))
  const last = Math.max(span[1], first + 1)
  const x = (year: number): number => left + ((year - first) / (last - first)) * (right - left)
  const height = top + rows.length * rowHeight + 6
  const band = mark('rect', {
    x: x(span[0]),
    y: top - 16,
    width: x(span[1]) - x(span[0]),
    height: height - top + 12,
    class: 'c-wash',
  })
  return {
    width,
    height,
    marks: [
      band,
      wordsAt({ x: Math.min(x(span[0]) + 4, right - 60), y: 12, className: 'c-small c-strong c-blue' }, spanWords),
      ...yearsBetween(first, last, isNarrow).map(
        (year) =>
          mark('line', { x1: x(year), x2: x(year), y1: top - 10, y2: height, class: 'c-grid' }) +
          wordsAt(
            { x: x(year), y: top - 16, anchor: year === first ? 'start' : 'middle', className: 'c-small c-muted' },
            String(year),
          ),
      ),
      ...rows.map(({ name, lists }, at) => {
        const middle = top + at * rowHeight + (isNarrow ? 26 : rowHeight / 2)
        const label = isNarrow
          ? wordsAt({ x: left, y: middle - 12, className: 'c-small c-halo' }, name)
          : wordsAt({ x: left - 14, y: middle + 5, anchor: 'end' }, name)
        const from = lists[0]?.at
        const life = from === undefined ? '' : mark('line', { x1: x(from), x2: right, y1: middle, y2: middle, class: 'c-life' })
        return label + life + lists.map((list) => listBlock(list, { x: x(list.at), middle, step })).join('')
      }),
    ].join(''),
  }
}

function yearsBetween(first: number, last: number, isNarrow: boolean): number[] {
  const every = isNarrow ? 4 : 2
  return Array.from({ length: Math.floor(last) - first + 1 }, (_, at) => first + at).filter((year) => year % every === 0)
}

interface BlockPlace {
  x: number
  middle: number
  step: number
}

function listBlock({ kept, added, gone, standing, title }: ChartList, { x, middle, step }: BlockPlace): Mark {
  if (standing === 'unread') {
    const size = step * lines + 2
    return (
      mark('rect', { x, y: middle - size / 2, width: size, height: size, class: 'c-unread' }, title) +
      wordsAt({ x: x + size / 2, y: middle + 4, anchor: 'middle', className: 'c-tiny c-strong' }, '?')
    )
  }
  const isCounted = standing === 'counted'
  const kinds = [
    ...Array.from({ length: kept }, () => (isCounted ? 'c-kept' : 'c-known')),
    ...Array.from({ length: added }, () => 'c-added'),
    ...Array.from({ length: gone }, () => 'c-gone'),
  ]
  const columns = Math.ceil(kinds.length / lines)
  const place = (at: number) => ({ left: x + Math.floor(at / lines) * step, above: middle + ((at % lines) - lines / 2) * step })
  const ground = mark(
    'rect',
    { x: x - 1, y: middle - step - 1, width: columns * step + 1, height: 2 * step + 1, class: 'c-ground' },
    title,
  )
  return ground + kinds.map((kind, at) => square(kind, { ...place(at), size: step - 2 })).join('')
}

function square(kind: string, { left, above, size }: { left: number; above: number; size: number }): Mark {
  if (kind === 'c-gone') {
    const [from, to] = [0.8, size - 0.8]
    const d = `M${short(left + from)},${short(above + from)}L${short(left + to)},${short(above + to)}M${short(left + to)},${short(above + from)}L${short(left + from)},${short(above + to)}`
    return mark('path', { d, class: kind })
  }
  const inset = kind === 'c-added' ? 0.8 : 0
  return mark('rect', { x: left + inset, y: above + inset, width: size - 2 * inset, height: size - 2 * inset, class: kind })
}
