/** The position of something on a page; y grows downwards. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Beyond this many boxes a page is no slide, and is read straight from top to bottom. */
const mostBoxes = 2_000

/**
 * Boxes in the order they are read: columns from left to right, each from top to bottom; a title above several
 * columns first. Cuts the page along empty strips, upright ones first (recursive X-Y cut).
 * @param columnGap the least width of an empty strip that parts two columns
 * @param noteColumns is given each outermost set of columns
 */
export function orderForReading<T extends Box>(
  boxes: readonly T[],
  columnGap: number,
  noteColumns?: (columns: readonly (readonly T[])[]) => void,
): T[] {
  if (boxes.length > mostBoxes) return boxes.toSorted(byPlace)
  const columns = cutIntoColumns(boxes, columnGap)
  if (columns) {
    noteColumns?.(columns)
    return columns.flatMap((column) => orderForReading(column, columnGap))
  }
  const rows = cutIntoRows(boxes)
  if (rows) return rows.flatMap((row) => orderForReading(row, columnGap, noteColumns))
  return boxes.toSorted(byPlace)
}

const byPlace = (a: Box, b: Box): number => a.y - b.y || a.x - b.x

function cutIntoColumns<T extends Box>(boxes: readonly T[], columnGap: number): T[][] | null {
  const sorted = boxes.toSorted((a, b) => a.x - b.x)
  const gaps = gapsBetween(sorted, ({ x, width }) => [x, x + width])
  const cuts = gaps.filter(({ size }) => size >= columnGap).map(({ index }) => index)
  if (cuts.length === 0) return null
  return [0, ...cuts].map((start, part) => sorted.slice(start, cuts[part] ?? sorted.length))
}

/** In two at the widest strip. */
function cutIntoRows<T extends Box>(boxes: readonly T[]): T[][] | null {
  const sorted = boxes.toSorted((a, b) => a.y - b.y)
  const gaps = gapsBetween(sorted, ({ y, height }) => [y, y + height])
  const widest = gaps.toSorted((a, b) => b.size - a.size)[0]
  return widest ? [sorted.slice(0, widest.index), sorted.slice(widest.index)] : null
}

/** Empty strips between boxes sorted by where they begin; `index` is the first box after the strip. */
function gapsBetween<T extends Box>(
  sorted: readonly T[],
  spanOf: (box: T) => [number, number],
): { index: number; size: number }[] {
  const gaps: { index: number; size: number }[] = []
  let reach = -Infinity
  sorted.forEach((box, index) => {
    const [begin, end] = spanOf(box)
    if (index > 0 && begin > reach) gaps.push({ index, size: begin - reach })
    reach = Math.max(reach, end)
  })
  return gaps
}
