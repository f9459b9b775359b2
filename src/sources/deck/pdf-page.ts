import { apartWords } from './apart-words.ts'
import type { TableCell } from './deck-draft.ts'
import { endsInHyphen, joinLines } from './line-text.ts'
import { fragmentsOf } from './pdf-fragments.ts'
import type { Fragment, PdfPiece } from './pdf-fragments.ts'
import { orderForReading } from './reading-order.ts'
import { findRunningText } from './running-text.ts'
import type { RawLine } from './text-lines.ts'

/** A page of a PDF; its pieces are placed from its upper left corner. */
export interface PdfPage {
  width: number
  height: number
  pieces: readonly PdfPiece[]
}

/** Pages to lines in reading order: same height joined, columns and cells apart, wrapped lines joined; last what is apart. */
export function arrangePdfPages(pages: readonly PdfPage[]): RawLine[] {
  const fragmented = pages.map(({ width, height, pieces }) => {
    const isOutside = (f: Fragment): boolean => f.x >= width || f.y >= height || f.x + f.width <= 0 || f.y + f.height <= 0
    const all = fragmentsOf(pieces)
    return { height, texts: all.filter((fragment) => !isOutside(fragment)), outside: all.filter(isOutside) }
  })
  const running = findRunningText(fragmented)
  return fragmented.flatMap(({ texts, outside }, index) => {
    const page = index + 1
    const apart = (fragments: readonly Fragment[], why: RawLine['apart']): RawLine[] =>
      fragments.map(({ text }) => ({ text, page, isBullet: null, apart: why! }))
    return [
      ...arrangeContent(
        texts.filter((fragment) => !running.has(fragment)),
        page,
      ),
      ...apart(
        texts.filter((fragment) => running.has(fragment)),
        apartWords.runningText,
      ),
      ...apart(outside, apartWords.outside),
    ]
  })
}

function arrangeContent(fragments: readonly Fragment[], page: number): RawLine[] {
  if (fragments.length === 0) return []
  const usual = medianHeight(fragments)
  const title = findTitle(fragments)
  const rest = fragments.filter((fragment) => !title.includes(fragment))
  const cells = new Map<Fragment, TableCell>()
  const ordered = orderForReading(rest, usual * 2, (columns) => noteCells(columns, cells))
  const titleLines =
    title.length === 0 ? [] : [{ text: title.map(({ text }) => text).reduce(joinLines), page, isBullet: false, isTitle: true }]
  const lines = giveLevels(joinWraps(ordered, cells)).map(({ fragment, level }): RawLine => {
    const cell = cells.get(fragment.first)
    return {
      text: fragment.text,
      page,
      isBullet: fragment.isBullet || null,
      ...(level ? { level } : {}),
      ...(cell ? { cell } : {}),
    }
  })
  return [...titleLines, ...lines]
}

function medianHeight(fragments: readonly Fragment[]): number {
  const heights = fragments.map(({ height }) => height).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)]!
}

const mostTitleLines = 3

/** The largest text at the top of a page, over as many lines as it takes; none where nothing is larger, or two are side by side. */
function findTitle(fragments: readonly Fragment[]): Fragment[] {
  const sorted = fragments.toSorted((a, b) => a.y - b.y)
  const [top] = sorted
  const isAsLarge = ({ height }: Fragment): boolean => Math.abs(height - top!.height) < top!.height * 0.05
  const isLargest = sorted.every((other) => other.height <= top!.height * 1.05)
  const smaller = fragments.filter((other) => !isAsLarge(other))
  const isFew = fragments.length - smaller.length <= mostTitleLines
  const isLarger = smaller.length === 0 ? fragments.length === 1 : isFew && top!.height >= medianHeight(smaller) * 1.25
  if (!isLargest || !isLarger || top!.isBullet) return []
  const beside = sorted.some((other) => other !== top && Math.abs(other.y - top!.y) < top!.height * 0.5)
  if (beside) return []
  const title = [top!]
  for (const next of sorted.slice(1)) {
    const last = title.at(-1)!
    if (!isAsLarge(next) || next.y - (last.y + last.height) > last.height * 0.6) break
    title.push(next)
  }
  return title
}

/**
 * The cell of each piece if columns side by side are read as a table: a row begins with each line of the first column
 * that has something beside it, and reaches to the middle between it and its neighbours.
 */
function noteCells(columns: readonly (readonly Fragment[])[], cells: Map<Fragment, TableCell>): void {
  const first = columns[0]!.toSorted((a, b) => a.y - b.y)
  const others = columns.slice(1).flat()
  const table = new Set([...cells.values()].map((cell) => cell.table)).size
  // A name broken over two lines has nothing beside its second one.
  const aligned = first.filter((head) => others.some((other) => isLevelWith(other, head)))
  const isTopAligned = aligned.length >= first.length / 2
  const rowOf = (fragment: Fragment): number => {
    if (isTopAligned)
      return Math.max(
        0,
        first.findLastIndex((head) => head.y <= fragment.y + head.height * 0.5),
      )
    const distances = first.map((head) => Math.abs(middle(head) - middle(fragment)))
    return distances.indexOf(Math.min(...distances))
  }
  columns.forEach((column, index) => {
    for (const fragment of column) cells.set(fragment, { table, row: rowOf(fragment), column: index, isGuess: true })
  })
}

const middle = ({ y, height }: Fragment): number => y + height / 2
const isLevelWith = (a: Fragment, b: Fragment): boolean => Math.abs(a.y + a.height - (b.y + b.height)) < b.height * 0.5

/** Fragments that are one line of the deck. */
type Joined = Fragment & { first: Fragment }

/** Puts back together what was broken over several lines. */
function joinWraps(fragments: readonly Fragment[], cells: ReadonlyMap<Fragment, TableCell>): Joined[] {
  const joined: Joined[] = []
  const hasSigns = fragments.some(({ isBullet }) => isBullet)
  for (const fragment of fragments) {
    const last = joined.at(-1)
    const isUnder = last && fragment.y > last.y && fragment.y - (last.y + last.height) < last.height * 0.9
    const isSameColumn = last && isInSameColumn(cells.get(last.first), cells.get(fragment))
    const goesOn = last && isUnder && isSameColumn && continues(last, fragment, { all: fragments, hasSigns })
    if (!goesOn) joined.push({ ...fragment, first: fragment })
    else Object.assign(last, { text: joinLines(last.text, fragment.text), y: fragment.y, height: fragment.height })
  }
  return joined
}

/** The rows are a guess, and a wrapped line may fall in the next one; the columns are seen. */
const isInSameColumn = (a: TableCell | undefined, b: TableCell | undefined): boolean =>
  a?.table === b?.table && a?.column === b?.column

function continues(
  last: Joined,
  fragment: Fragment,
  { all, hasSigns }: { all: readonly Fragment[]; hasSigns: boolean },
): boolean {
  if (fragment.isBullet) return false
  if (endsInHyphen(last.text) && /^\p{Ll}/u.test(fragment.text)) return true
  return hasSigns ? isUnderBullet(last, fragment) : isSpill(last, fragment, all)
}

/** Begins where the words of the bullet above begin, in letters as large. */
function isUnderBullet(last: Fragment, fragment: Fragment): boolean {
  const isAsLarge = fragment.height > last.height * 0.9
  return last.isBullet && isAsLarge && last.textX > last.x && Math.abs(fragment.x - last.textX) < last.height * 0.6
}

/** Where bullets are drawn rather than written: a small letter first, under a line that is about as wide as such lines get. */
function isSpill(last: Fragment, fragment: Fragment, all: readonly Fragment[]): boolean {
  const isAligned = (other: Fragment): boolean => Math.abs(other.x - fragment.x) < fragment.height * 0.3
  if (!isAligned(last) || !/^\p{Ll}/u.test(fragment.text)) return false
  const widest = Math.max(...all.filter(isAligned).map(({ width }) => width))
  return last.width >= widest * 0.75
}

/** How deep each line is in its column: further in than the line above, and either marked as that one is, or smaller. */
function giveLevels(fragments: readonly Joined[]): { fragment: Joined; level: number }[] {
  let open: Joined[] = []
  let last: Joined | null = null
  return fragments.map((fragment) => {
    if (last && fragment.y < last.y) open = []
    last = fragment
    while (open.length > 0 && !isDeeper(fragment, open.at(-1)!)) open.pop()
    open.push(fragment)
    return { fragment, level: open.length - 1 }
  })
}

function isDeeper(fragment: Fragment, above: Fragment): boolean {
  const isFurtherIn = fragment.x > above.x + above.height * 0.4
  const isSmaller = fragment.height < above.height * 0.95
  return isFurtherIn && (isSmaller || (fragment.isBullet && above.isBullet))
}
