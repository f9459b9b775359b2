import type { Drawing } from '../frame/figure.ts'
import { escaped, mark, short } from './marks.ts'
import type { Mark } from './marks.ts'

/** A thing on the ring. */
export interface RingNode {
  name: string
  title: string
  /** Where its name leads; null in a file, which has no page around it. */
  href: string | null
  /** `own`: the one asked about; `lit`: one to look at; `empty`: nothing is known of it. */
  as: 'plain' | 'own' | 'lit' | 'empty'
}

export interface RingTie {
  /** Places among the nodes. */
  from: number
  to: number
  /** From 1 up: drawn as thickness. */
  weight: number
  /** `lit` ties stand out, `faint` ones are only there for the whole. */
  as: 'plain' | 'lit' | 'faint'
}

interface RingData {
  nodes: readonly RingNode[]
  ties: readonly RingTie[]
}

const classes = { plain: 'c-point', own: 'c-own', lit: 'c-lit', empty: 'c-ring' } as const
const tieClasses = { plain: 'c-tie', lit: 'c-tie c-tie-lit', faint: 'c-tie c-tie-faint' } as const
/** Room for the longest name beyond the ring. */
const nameRoom = 132
const leastRing = 480

/** Things on a ring with their names around it and ties across it; where a ring has no room, in a column with arcs beside it. */
export const ringChart = (data: RingData, { width }: { width: number }): Drawing =>
  width < leastRing ? arcColumn(data, width) : ring(data, width)

function ring({ nodes, ties }: RingData, width: number): Drawing {
  const middle = width / 2
  const radius = middle - nameRoom
  const places = nodes.map((_, at) => {
    const angle = (at / nodes.length) * 2 * Math.PI - Math.PI / 2
    return { angle, x: middle + radius * Math.cos(angle), y: middle + radius * Math.sin(angle) }
  })
  const lines = inOrder(ties).map((tie) => {
    const [from, to] = [places[tie.from]!, places[tie.to]!]
    // Pulled towards the middle, the more the further apart the two are, so that neighbours' ties do not cross all others.
    const [x, y] = [from, to].reduce(([sumX, sumY], one) => [sumX + one.x / 2, sumY + one.y / 2], [0, 0])
    const pull = 0.75
    return tieMark(tie, `Q${short(x + (middle - x) * pull)},${short(y + (middle - y) * pull)} `, { from, to })
  })
  const named = nodes.map((node, at) => {
    const { angle, x, y } = places[at]!
    const isLeft = Math.cos(angle) < -1e-6
    const degrees = (angle * 180) / Math.PI + (isLeft ? 180 : 0)
    const place = `translate(${short(x)} ${short(y)}) rotate(${short(degrees)})`
    return linked(node, nodeMark(node, { x, y }) + nameMark(node, { transform: place, x: isLeft ? -13 : 13, y: 5, isLeft }))
  })
  return { width, height: width, marks: [...lines, ...named].join('') }
}

const lineHeight = 24

function arcColumn({ nodes, ties }: RingData, width: number): Drawing {
  const left = nameRoom + 12
  const y = (at: number) => 16 + at * lineHeight
  const reach = (width - left - 10) / (nodes.length - 1 || 1)
  const lines = inOrder(ties).map((tie) => {
    const [from, to] = [tie.from, tie.to].map((at) => ({ x: left, y: y(at) })) as [Point, Point]
    const half = Math.abs(to.y - from.y) / 2
    const across = Math.max(14, Math.abs(tie.from - tie.to) * reach)
    const sweep = to.y > from.y ? 1 : 0
    return tieMark(tie, `A${short(across)},${short(half)} 0 0 ${sweep} `, { from, to })
  })
  const named = nodes.map((node, at) =>
    linked(
      node,
      nodeMark(node, { x: left, y: y(at) }) + nameMark(node, { transform: null, x: left - 13, y: y(at) + 5, isLeft: true }),
    ),
  )
  return { width, height: nodes.length * lineHeight + 8, marks: [...lines, ...named].join('') }
}

interface Point {
  x: number
  y: number
}

/** Faint ties first and lit ones last, so that these lie on top. */
const inOrder = (ties: readonly RingTie[]): RingTie[] =>
  (['faint', 'plain', 'lit'] as const).flatMap((as) => ties.filter((tie) => tie.as === as))

const tieMark = ({ weight, as }: RingTie, way: string, { from, to }: { from: Point; to: Point }): Mark =>
  mark('path', {
    d: `M${short(from.x)},${short(from.y)}${way}${short(to.x)},${short(to.y)}`,
    class: tieClasses[as],
    'stroke-width': as === 'faint' ? 1 : Math.min(6, 0.4 + weight * 0.8),
  })

const nodeMark = ({ as, title }: RingNode, { x, y }: Point): Mark =>
  mark('circle', { cx: x, cy: y, r: as === 'plain' || as === 'empty' ? 4.5 : 7.5, class: classes[as] }, title)

interface NamePlace {
  transform: string | null
  x: number
  y: number
  isLeft: boolean
}

function nameMark({ name, as }: RingNode, { transform, x, y, isLeft }: NamePlace): Mark {
  const className = as === 'empty' ? 'c-text c-muted' : as === 'plain' ? 'c-text' : 'c-text c-strong'
  return (
    `<text class="${className}" x="${short(x)}" y="${short(y)}"${isLeft ? ' text-anchor="end"' : ''}` +
    `${transform === null ? '' : ` transform="${transform}"`}>${escaped(name)}</text>`
  )
}

const linked = ({ href }: RingNode, marks: Mark): Mark =>
  href === null ? marks : `<a href="${escaped(href)}" tabindex="-1">${marks}</a>`
