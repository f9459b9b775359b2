import type { Drawing } from '../frame/figure.ts'
import { fitWords, mark, widthOf, wordsAt, wrapWords } from './marks.ts'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A part of the whole, divided into its own parts; one without parts is a single area. */
export interface TreemapGroup {
  label: string
  className: string
  /** In the same unit for all groups. */
  value: number
  parts: readonly { label: string; value: number; title: string }[]
}

const lineHeight = 15

/** The whole as an area: a stripe a group, and in it a rectangle for each part, named where the name fits. */
export function treemapChart(groups: readonly TreemapGroup[], { width }: { width: number }): Drawing {
  const isNarrow = width < 480
  const height = Math.round(isNarrow ? width * 1.3 : width * 0.42)
  const total = groups.reduce((sum, { value }) => sum + value, 0)
  let from = 0
  const marks = groups
    .filter(({ value }) => value > 0)
    .map((group) => {
      const share = group.value / total
      const box = isNarrow
        ? { x: 0, y: from * height, width, height: share * height }
        : { x: from * width, y: 0, width: share * width, height }
      from += share
      if (group.parts.length === 0) return cell(box, { ...group, title: group.label })
      return squarified(group.parts, box)
        .map(({ box: own, item }) => cell(own, { ...item, className: group.className }))
        .join('')
    })
  return { width, height, marks: marks.join('') }
}

function cell(box: Box, { label, title, className }: { label: string; title: string; className: string }): string {
  const { x, y, width, height } = box
  const rect = mark(
    'rect',
    { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1), class: className },
    title,
  )
  return (
    rect +
    linesIn(label, box)
      .map((line, at) => wordsAt({ x: x + inset, y: y + 15 + at * lineHeight, className: `c-tiny ${className}-words` }, line))
      .join('')
  )
}

const letterSize = 11.5
const inset = 4
/** Fewer letters of a name than this tell nothing, so that the name is left out. */
const fewestLetters = 6

/** A name in as many lines as a box has room for; it is cut with an ellipsis, and left out where only a few letters would fit. */
function linesIn(label: string, { width, height }: Box): string[] {
  const room = { width: width - 2 * inset, size: letterSize }
  const most = Math.floor((height - 6) / lineHeight)
  if (most < 1 || room.width < widthOf('x'.repeat(fewestLetters), letterSize)) return []
  const lines = wrapWords(label, room)
  const cut = lines.findIndex((line, at) => at + 1 === most || widthOf(line, letterSize) > room.width)
  if (cut < 0) return lines
  const rest = lines.slice(cut).join(' ')
  const last = fitWords(rest, room)
  return last.length < Math.min(fewestLetters, rest.length) ? lines.slice(0, cut) : [...lines.slice(0, cut), last]
}

/**
 * Divides a box among values so that the pieces are as near to squares as they come, the largest first.
 * Source: Bruls, Huizing & van Wijk 2000, doi:10.1007/978-3-7091-6783-0_4.
 */
export function squarified<Item extends { value: number }>(items: readonly Item[], box: Box): { item: Item; box: Box }[] {
  const sorted = items.filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value)
  const total = sorted.reduce((sum, { value }) => sum + value, 0)
  const scale = (box.width * box.height) / total
  const placed: { item: Item; box: Box }[] = []
  let left = { ...box }
  for (let at = 0; at < sorted.length;) {
    const side = Math.min(left.width, left.height)
    let end = at + 1
    while (
      end < sorted.length &&
      worst(sorted.slice(at, end + 1), { side, scale }) <= worst(sorted.slice(at, end), { side, scale })
    )
      end++
    const row = sorted.slice(at, end)
    left = placeRow(row, { left, scale, placed })
    at = end
  }
  return placed
}

/** The least square-like piece of a row along a side: the ratio of its longer edge to its shorter. */
function worst(row: readonly { value: number }[], { side, scale }: { side: number; scale: number }): number {
  const areas = row.map(({ value }) => value * scale)
  const sum = areas.reduce((total, area) => total + area, 0)
  const [least, most] = [Math.min(...areas), Math.max(...areas)]
  return Math.max((side * side * most) / (sum * sum), (sum * sum) / (side * side * least))
}

/** Places a row along the shorter side of what is left, and gives what is left then. */
function placeRow<Item extends { value: number }>(
  row: readonly Item[],
  { left, scale, placed }: { left: Box; scale: number; placed: { item: Item; box: Box }[] },
): Box {
  const area = row.reduce((sum, { value }) => sum + value * scale, 0)
  const isTall = left.width >= left.height
  const thickness = area / (isTall ? left.height : left.width)
  let along = 0
  for (const item of row) {
    const length = (item.value * scale) / thickness
    const box = isTall
      ? { x: left.x, y: left.y + along, width: thickness, height: length }
      : { x: left.x + along, y: left.y, width: length, height: thickness }
    placed.push({ item, box })
    along += length
  }
  return isTall
    ? { ...left, x: left.x + thickness, width: left.width - thickness }
    : { ...left, y: left.y + thickness, height: left.height - thickness }
}
