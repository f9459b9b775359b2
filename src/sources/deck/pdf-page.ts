import { orderForReading } from './reading-order.ts'
import type { Box } from './reading-order.ts'
import type { RawLine } from './text-lines.ts'

/** A piece of text as a PDF places it; y grows downwards. */
export interface PdfPiece extends Box {
  text: string
}

interface Fragment extends Box {
  text: string
  isBullet: boolean
  /** Where the words begin, after a bullet's sign. */
  textX: number
}

const bulletGlyph = /^[•·▪‣◦●○■□➢➤✓–—*-]$/u

/** Pieces of one page to lines in reading order: same height joined, columns apart, wrapped bullets joined. */
export function arrangePdfPage(pieces: readonly PdfPiece[], page: number): RawLine[] {
  const fragments = fragmentsOf(pieces)
  if (fragments.length === 0) return []
  const heights = fragments.map(({ height }) => height).sort((a, b) => a - b)
  const ordered = orderForReading(fragments, heights[Math.floor(heights.length / 2)]! * 2)
  return joinWraps(ordered).map(({ text, isBullet }) => ({ text, page, isBullet: isBullet || null }))
}

/** Pieces on one height that follow closely on each other. */
function fragmentsOf(pieces: readonly PdfPiece[]): Fragment[] {
  const rows = rowsOf(pieces.filter(({ text, width }) => text.trim() !== '' || width > 0))
  return rows.flatMap((row) => {
    const fragments: Fragment[] = []
    for (const piece of row.toSorted((a, b) => a.x - b.x)) {
      const last = fragments.at(-1)
      if (last && isClose(last, piece)) append(last, piece)
      else if (piece.text.trim() !== '') fragments.push(begin(piece))
    }
    return fragments.filter(({ text }) => text.trim() !== '')
  })
}

function rowsOf(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const rows: PdfPiece[][] = []
  const baseline = ({ y, height }: PdfPiece): number => y + height
  for (const piece of pieces.toSorted((a, b) => baseline(a) - baseline(b))) {
    const row = rows.at(-1)
    if (row && baseline(piece) - baseline(row[0]!) < Math.min(piece.height, row[0]!.height) * 0.4) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

function isClose(fragment: Fragment, piece: PdfPiece): boolean {
  const gap = piece.x - (fragment.x + fragment.width)
  const isAfterSign = fragment.isBullet && fragment.text === ''
  return gap < fragment.height * (isAfterSign ? 4 : 1.2)
}

function begin({ text, x, y, width, height }: PdfPiece): Fragment {
  const isSign = bulletGlyph.test(text.trim())
  const signed = isSign ? null : /^\s*[•·▪‣◦●○■□➢➤✓]\s*/u.exec(text)
  return {
    text: isSign ? '' : text.slice(signed?.[0].length ?? 0),
    x,
    y,
    width,
    height,
    isBullet: isSign || signed !== null,
    textX: x,
  }
}

function append(fragment: Fragment, piece: PdfPiece): void {
  const gap = piece.x - (fragment.x + fragment.width)
  if (fragment.isBullet && fragment.text === '') {
    if (piece.text.trim() === '') return
    fragment.textX = piece.x
  } else if (gap > fragment.height * 0.15 && !/\s$/.test(fragment.text) && !/^\s/.test(piece.text)) fragment.text += ' '
  fragment.text += piece.text
  const bottom = Math.max(fragment.y + fragment.height, piece.y + piece.height)
  fragment.width = Math.max(fragment.width, piece.x + piece.width - fragment.x)
  fragment.y = Math.min(fragment.y, piece.y)
  fragment.height = bottom - fragment.y
}

/** Puts back together what was broken over several lines. */
function joinWraps(fragments: readonly Fragment[]): Fragment[] {
  const joined: Fragment[] = []
  const hasSigns = fragments.some(({ isBullet }) => isBullet)
  for (const fragment of fragments) {
    const last = joined.at(-1)
    const isUnder = last && fragment.y > last.y && fragment.y - (last.y + last.height) < last.height * 0.9
    const goesOn = last && isUnder && (hasSigns ? isUnderBullet(last, fragment) : isSpill(last, fragment, fragments))
    if (!goesOn) joined.push({ ...fragment })
    else Object.assign(last, { text: `${last.text.trimEnd()} ${fragment.text}`, y: fragment.y, height: fragment.height })
  }
  return joined
}

/** Begins where the words of the bullet above begin. */
function isUnderBullet(last: Fragment, fragment: Fragment): boolean {
  return last.isBullet && !fragment.isBullet && last.textX > last.x && Math.abs(fragment.x - last.textX) < last.height * 0.3
}

/** Where bullets are drawn rather than written: a small letter first, under a line that is about as wide as such lines get. */
function isSpill(last: Fragment, fragment: Fragment, all: readonly Fragment[]): boolean {
  const isAligned = (other: Fragment): boolean => Math.abs(other.x - fragment.x) < fragment.height * 0.3
  if (!isAligned(last) || !/^\p{Ll}/u.test(fragment.text)) return false
  const widest = Math.max(...all.filter(isAligned).map(({ width }) => width))
  return last.width >= widest * 0.75
}
