/** Where names beside the map go: two columns, each name joined to its county by a line. Units of the map's picture. */

export interface LabelWish {
  code: string
  /** The point in the county that the line ends in. */
  at: readonly [number, number]
  side: 'left' | 'right'
  /** How many lines of words the label has, with the region's name. */
  lineCount: number
}

export interface PlacedLabel extends LabelWish {
  /** The middle of the label's first line. */
  y: number
}

export interface LabelColumn {
  top: { left: number; right: number }
  bottom: number
  lineHeight: number
  gap: number
  /** Where the lines begin, level with the label, before they turn to the county. */
  turnX: { left: number; right: number }
}

/**
 * Places the labels of both columns: in the order of their counties from north to south, none over another, each as near its county's
 * height as the others let it. Two whose lines would cross change places. Those of one column never overlap; where they do not
 * fit between top and bottom they go on below.
 */
export function placeLabels(wishes: readonly LabelWish[], column: LabelColumn): PlacedLabel[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const ordered = wishes.filter((wish) => wish.side === side).toSorted((a, b) => a.at[1] - b.at[1])
    let placed = spread(ordered, column)
    for (let round = 0; round < ordered.length; round++) {
      const at = placed.findIndex((label, index) => index > 0 && cross(placed[index - 1]!, label, column))
      if (at < 0) break
      const order = placed.map(({ y: _y, ...wish }): LabelWish => wish)
      ;[order[at - 1], order[at]] = [order[at]!, order[at - 1]!]
      placed = spread(order, column)
    }
    return placed
  })
}

interface Block {
  labels: LabelWish[]
  /** The first label's top that is nearest to what all of them want. */
  top: number
  height: number
}

/** Blocks of labels that touch each other move together (pooling of neighbours that violate the order). */
function spread(wishes: readonly LabelWish[], { top, bottom, lineHeight, gap }: LabelColumn): PlacedLabel[] {
  const highest = wishes[0] ? top[wishes[0].side] : 0
  const heightOf = ({ lineCount }: LabelWish) => lineCount * lineHeight + gap
  const blocks: Block[] = []
  const clamp = (block: Block) => ({ ...block, top: Math.max(highest, Math.min(block.top, bottom - block.height)) })
  for (const wish of wishes) {
    const height = heightOf(wish)
    blocks.push(clamp({ labels: [wish], top: wish.at[1] - height / 2, height }))
    while (blocks.length > 1 && blocks.at(-2)!.top + blocks.at(-2)!.height > blocks.at(-1)!.top) {
      const [upper, lower] = blocks.splice(-2) as [Block, Block]
      const labels = [...upper.labels, ...lower.labels]
      const wanted = (lower.top - upper.height) * lower.labels.length + upper.top * upper.labels.length
      blocks.push(clamp({ labels, top: wanted / labels.length, height: upper.height + lower.height }))
    }
  }
  return blocks.flatMap((block) => {
    let y = block.top + lineHeight / 2
    return block.labels.map((label) => {
      const placed = { ...label, y }
      y += heightOf(label)
      return placed
    })
  })
}

/** Whether the slanting parts of two lines of one column cross. */
function cross(a: PlacedLabel, b: PlacedLabel, { turnX }: LabelColumn): boolean {
  const x = turnX[a.side]
  const turn = (p: readonly [number, number], q: readonly [number, number], r: readonly [number, number]) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  const [a1, b1] = [[x, a.y] as const, [x, b.y] as const]
  return turn(a1, a.at, b1) * turn(a1, a.at, b.at) < 0 && turn(b1, b.at, a1) * turn(b1, b.at, a.at) < 0
}

/** Words in lines of about so many letters; what does not fit in `most` lines ends in an ellipsis. */
export function wrapWords(text: string, { letters, most }: { letters: number; most: number }): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  const words = lines[most - 1]!.split(' ')
  while (words.length > 1 && words.join(' ').length + 2 > letters) words.pop()
  return [...lines.slice(0, most - 1), `${words.join(' ')} …`]
}
