import type { Drawing } from '../frame/figure.ts'
import { boxAround, placedLabel } from './label-places.ts'
import type { TakenBox } from './label-places.ts'
import { mark, widthOf, wordsAt } from './marks.ts'
import { linearScale } from './scales.ts'

export interface ScatterPoint {
  x: number
  y: number
  title: string
  /** Written beside the point; null for one of the many. */
  label: string | null
}

interface ScatterData {
  points: readonly ScatterPoint[]
  /** The lines between the quadrants. */
  splits: { x: number; y: number }
  /** What is at the ends of the two axes. */
  words: { right: string; top: string; corner: string }
}

/** Points on two axes with the lines between their quadrants; the named ones stand out, and the best quadrant is tinted. */
export function scatterChart({ points, splits, words }: ScatterData, { width }: { width: number }): Drawing {
  const isNarrow = width < 480
  const height = isNarrow ? 380 : 440
  const [left, right, top, bottom] = [6, width - 10, 30, height - 34]
  const spread = (values: number[]) => [Math.min(...values), Math.max(...values)] as const
  const [x0, x1] = spread([...points.map((one) => one.x), splits.x])
  const [y0, y1] = spread([...points.map((one) => one.y), splits.y])
  const room = (from: number, to: number) => (to - from || 1) * 0.06
  const x = linearScale([x0 - room(x0, x1), x1 + room(x0, x1)], [left, right])
  const y = linearScale([y0 - room(y0, y1), y1 + room(y0, y1)], [bottom, top])
  const frame = [
    mark('rect', { x: x(splits.x), width: right - x(splits.x), y: top, height: Math.max(0, y(splits.y) - top), class: 'c-wash' }),
    wordsAt({ x: right - 8, y: top + 18, anchor: 'end', className: 'c-muted c-small' }, words.corner),
    mark('path', { d: `M${left},${top}V${bottom}H${right}`, class: 'c-frame' }),
    mark('line', { x1: x(splits.x), x2: x(splits.x), y1: top, y2: bottom, class: 'c-break' }),
    mark('line', { x1: left, x2: right, y1: y(splits.y), y2: y(splits.y), class: 'c-break' }),
    wordsAt({ x: left, y: 16, className: 'c-muted c-small' }, `↑ ${words.top}`),
    wordsAt({ x: right, y: bottom + 22, anchor: 'end', className: 'c-muted c-small' }, `${words.right} →`),
  ]
  const dots = points
    .filter(({ label }) => label === null)
    .map((one) => mark('circle', { cx: x(one.x), cy: y(one.y), r: 4, class: 'c-faint' }, one.title))
  const cornerWidth = widthOf(words.corner, 13) + 12
  const taken: TakenBox[] = [{ from: right - cornerWidth, to: right, top, bottom: top + 24 }]
  const named = points.filter(({ label }) => label !== null)
  for (const one of named) taken.push(boxAround({ x: x(one.x), y: y(one.y) }, 6))
  const labels = named.map((one) => {
    const at = { x: x(one.x), y: y(one.y) }
    return (
      mark('circle', { cx: at.x, cy: at.y, r: 6, class: 'c-own' }, one.title) +
      placedLabel(one.label!, { at, left, right, taken, className: 'c-text c-small c-strong c-halo' })
    )
  })
  return { width, height, marks: [...frame, ...dots, ...labels].join('') }
}

interface DistanceData {
  points: readonly { name: string; value: number }[]
  words: { near: string; far: string }
  /** How many of the nearest are written out. */
  named: number
}

/** Rings on one line by how far they are, the nearest and the farthest named. */
export function distanceChart({ points, words, named }: DistanceData, { width }: { width: number }): Drawing {
  const sorted = points.toSorted((a, b) => a.value - b.value)
  const x = linearScale([0, Math.max(...points.map(({ value }) => value))], [10, width - 14])
  const line = 96
  const body = sorted.map(({ name, value }, at) => {
    const isNear = at < named
    const dot = mark('circle', { cx: x(value), cy: line, r: isNear ? 7 : 4, class: isNear ? 'c-own' : 'c-ring' }, name)
    if (!isNear && at < sorted.length - 1) return dot
    const height = isNear ? 24 + (named - 1 - at) * 22 : 24
    const isLast = !isNear
    const stem = isNear
      ? mark('line', { x1: x(value), x2: x(value), y1: line - 9, y2: line - height + 4, class: 'c-then c-thin' })
      : ''
    const place = {
      x: isLast ? x(value) + 6 : x(value) - 2,
      y: line - height,
      anchor: isLast ? ('end' as const) : ('start' as const),
    }
    return dot + stem + wordsAt({ ...place, className: isNear ? 'c-text c-strong' : 'c-muted c-small' }, name)
  })
  const axis = [
    mark('line', { x1: 10, x2: width - 10, y1: line, y2: line, class: 'c-grid' }),
    wordsAt({ x: 10, y: line + 28, className: 'c-muted c-small' }, `← ${words.near}`),
    wordsAt({ x: width - 10, y: line + 28, anchor: 'end', className: 'c-muted c-small' }, `${words.far} →`),
  ]
  return { width, height: line + 36, marks: [...axis, ...body].join('') }
}
