import { fitWords, mark, widthOf, wordsAt } from './marks.ts'
import type { Mark } from './marks.ts'

/** A rectangle of a drawing that something takes. */
export interface TakenBox {
  from: number
  to: number
  top: number
  bottom: number
}

/** The box around a point that nothing else may cover. */
export const boxAround = ({ x, y }: { x: number; y: number }, radius: number): TakenBox => ({
  from: x - radius,
  to: x + radius,
  top: y - radius,
  bottom: y + radius,
})

interface LabelPlace {
  at: { x: number; y: number }
  /** How far from the point the words begin. */
  reach?: number
  /** The sides of the drawing. */
  left: number
  right: number
  bottom?: number
  /** What is taken already; the label's own box is added. */
  taken: TakenBox[]
  className: string
  /** Longer words end with an ellipsis. */
  most?: number
  /** Whether the words may lie further away, with a line to the point, where nothing is free beside it. */
  hasLeader?: boolean
}

interface Place {
  x: number
  y: number
  anchor: 'start' | 'end'
  isAway?: boolean
}

const size = 13.5

/** A label where it covers no other: to the right, to the left, above or below; left out where none is free, since the table has it. */
export function placedLabel(label: string, place: LabelPlace): Mark {
  const { at, left, right, bottom = Infinity, taken, className, most = 230 } = place
  const words = fitWords(label, { width: most, size })
  const width = widthOf(words, size)
  for (const { isAway, ...one } of placesAround(place)) {
    const from = one.anchor === 'start' ? one.x : one.x - width
    const box = { from, to: from + width, top: one.y - 12, bottom: one.y + 4 }
    if (from < left || box.to > right || box.bottom > bottom || box.top < 0) continue
    if (taken.some((other) => meets(other, box))) continue
    taken.push(box)
    const end = { x2: one.anchor === 'start' ? from - 2 : box.to + 2, y2: one.y - 4 }
    const leader = isAway ? mark('line', { x1: at.x, y1: at.y, ...end, class: 'c-leader' }) : ''
    return leader + wordsAt({ ...one, className }, words)
  }
  return ''
}

/** Places for words about a point, the best first. */
function placesAround({ at: { x, y }, reach = 11, hasLeader = false }: LabelPlace): Place[] {
  const [above, below] = [y - reach - 1, y + reach + 10]
  const beside: Place[] = [
    { x: x + reach, y: y + 4, anchor: 'start' },
    { x: x - reach, y: y + 4, anchor: 'end' },
    { x: x + 4, y: above, anchor: 'start' },
    { x: x + 4, y: below, anchor: 'start' },
    { x: x - 4, y: above, anchor: 'end' },
    { x: x - 4, y: below, anchor: 'end' },
  ]
  if (!hasLeader) return beside
  const away = leaderLengths.flatMap((length) =>
    leaderWays.flatMap(([right, down]): Place[] => [
      { x: x + right * (reach + length), y: y + 4 + down * (reach + length), anchor: right < 0 ? 'end' : 'start', isAway: true },
    ]),
  )
  return [...beside, ...away]
}

const leaderLengths = [14, 28, 44, 64]
const leaderWays = [
  [0.7, -0.7],
  [0.7, 0.7],
  [-0.7, -0.7],
  [-0.7, 0.7],
  [0.2, -1],
  [0.2, 1],
  [1, -0.3],
  [-1, -0.3],
] as const

const meets = (a: TakenBox, b: TakenBox): boolean => a.from < b.to && b.from < a.to && a.top < b.bottom && b.top < a.bottom
