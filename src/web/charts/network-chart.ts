import type { Drawing } from '../frame/figure.ts'
import { boxAround, placedLabel } from './label-places.ts'
import { mark, short } from './marks.ts'

/** A point of a network. */
export interface NetworkNode {
  /** From 0 to 1. */
  x: number
  y: number
  /** How it is drawn; `plain` for one of the many, which has neither a size nor a title. */
  as: 'plain' | 'full' | 'open' | 'near'
  /** From 0 to 1: the area of a full or open one. */
  weight: number
  title: string
  label: string
}

interface NetworkData {
  nodes: readonly NetworkNode[]
  /** Pairs of places among the nodes. */
  ties: readonly (readonly [number, number])[]
  /** The places of the nodes to name, the most important first: a name that has no free place is left out. */
  named: readonly number[]
  /** The same for names that are only there to find the way by. */
  waymarks: readonly number[]
}

interface Point {
  x: number
  y: number
  radius: number
}

const classes = { full: 'c-own', open: 'c-lit', near: 'c-near' } as const
const edge = 18
/** Points are moved apart at most this often; where they crowd, they go on pushing each other. */
const mostRounds = 30

/** Points with ties between them, those of interest large and named, the others small. Ties between two of interest stand out. */
export function networkChart(data: NetworkData, { width }: { width: number }): Drawing {
  const isNarrow = width < 480
  const height = Math.round(isNarrow ? width * 1.3 : Math.min(width * 0.74, 640))
  const points = spreadPoints(data.nodes, { width, height, isNarrow })
  const isLit = (at: number) => data.nodes[at]!.as === 'full' || data.nodes[at]!.as === 'open'
  const isBetweenLit = ([from, to]: readonly [number, number]) => isLit(from) && isLit(to)
  const lines = (wanted: boolean, className: string) => {
    const ends = data.ties.filter((tie) => isBetweenLit(tie) === wanted)
    const path = ends.map(([from, to]) => `${placeOf('M', points[from]!)}${placeOf('L', points[to]!)}`).join('')
    return path === '' ? '' : mark('path', { d: path, class: className })
  }
  const plain = points.filter((_, at) => data.nodes[at]!.as === 'plain').map((point) => `${placeOf('M', point)}h0`)
  const drawn = data.nodes.map((node, at) => {
    const { x, y, radius } = points[at]!
    return node.as === 'plain' ? '' : mark('circle', { cx: x, cy: y, r: radius, class: classes[node.as] }, node.title)
  })
  return {
    width,
    height,
    marks: [
      lines(false, 'c-edge'),
      lines(true, 'c-edge c-edge-lit'),
      plain.length > 0 ? mark('path', { d: plain.join(''), class: 'c-dots' }) : '',
      ...drawn,
      ...namesIn(data, { points, width, height, isNarrow }),
    ].join(''),
  }
}

const placeOf = (step: string, { x, y }: Point): string => `${step}${short(x)},${short(y)}`

interface Canvas {
  width: number
  height: number
  isNarrow: boolean
}

/** The points in the drawing's own units: the map's longer side along the drawing's, and no point on another. */
function spreadPoints(nodes: readonly NetworkNode[], { width, height, isNarrow }: Canvas): Point[] {
  const [xs, ys] = [spanOf(nodes.map(({ x }) => x)), spanOf(nodes.map(({ y }) => y))]
  const isTurned = xs.size < ys.size === width > height
  const [across, down] = isTurned ? [ys, xs] : [xs, ys]
  const radiusOf = { plain: 3.5, near: isNarrow ? 4 : 5, full: 0, open: 0 }
  const points = nodes.map(({ x, y, as, weight }) => {
    const [right, below] = isTurned ? [y, x] : [x, y]
    return {
      x: edge + ((right - across.from) / (across.size || 1)) * (width - 2 * edge),
      y: edge + ((below - down.from) / (down.size || 1)) * (height - 2 * edge),
      radius: radiusOf[as] || (isNarrow ? 4.5 : 5.5) + Math.sqrt(weight) * (isNarrow ? 6 : 10),
    }
  })
  for (let round = 0; round < mostRounds && pushApart(points); round++);
  for (const point of points) {
    const rim = point.radius + 2
    point.x = Math.min(width - rim, Math.max(rim, point.x))
    point.y = Math.min(height - rim, Math.max(rim, point.y))
  }
  return points
}

function spanOf(values: readonly number[]): { from: number; size: number } {
  const from = Math.min(...values)
  return { from, size: Math.max(...values) - from }
}

/** Moves each two points that cover each other half of what they lack, and tells whether any did. Run often, so nothing is made in its loops. */
function pushApart(points: readonly Point[]): boolean {
  let hasMoved = false
  for (let at = 0; at < points.length; at++) {
    const one = points[at]!
    for (let next = at + 1; next < points.length; next++) {
      const other = points[next]!
      const wanted = one.radius + other.radius + 2
      const dx = other.x - one.x
      if (dx >= wanted || dx <= -wanted) continue
      const dy = other.y - one.y
      if (dy >= wanted || dy <= -wanted) continue
      const distance = Math.sqrt(dx * dx + dy * dy)
      if (distance >= wanted) continue
      hasMoved = true
      const half = (wanted - distance) / 2
      const across = (distance > 0 ? dx / distance : 1) * half
      const down = (distance > 0 ? dy / distance : 0) * half
      one.x -= across
      one.y -= down
      other.x += across
      other.y += down
    }
  }
  return hasMoved
}

/** The names that have a free place. */
function namesIn(
  { nodes, named, waymarks }: NetworkData,
  { points, width, height, isNarrow }: Canvas & { points: readonly Point[] },
): string[] {
  const taken = nodes.flatMap(({ as }, at) => (as === 'plain' ? [] : [boxAround(points[at]!, points[at]!.radius)]))
  const write = (at: number, { className, hasLeader }: { className: string; hasLeader: boolean }) =>
    placedLabel(nodes[at]!.label, {
      at: points[at]!,
      reach: points[at]!.radius + 4,
      left: 0,
      right: width,
      bottom: height,
      taken,
      className,
      hasLeader,
      most: isNarrow ? 150 : 200,
    })
  return [
    ...named.map((at) => write(at, { className: 'c-text c-small c-strong c-halo', hasLeader: true })),
    ...waymarks.map((at) => write(at, { className: 'c-muted c-small c-halo', hasLeader: false })),
  ]
}
