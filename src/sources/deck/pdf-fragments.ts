import type { Box } from './reading-order.ts'
import { readItemSign } from './item-signs.ts'

/** A piece of text as a PDF places it; y grows downwards from 0. */
export interface PdfPiece extends Box {
  text: string
}

/** Pieces on one height that follow closely on each other: a line, or a part of one beside others. */
export interface Fragment extends Box {
  /** The bullet in front, if there is one. */
  text: string
  isBullet: boolean
  /** Where the words begin, after a bullet. */
  textX: number
}

const bulletGlyph = /^(?:[\p{S}\p{Co}•·‣⁃*–—-]|o)$/u

/** Puts pieces together into fragments, in whatever order they were drawn. */
export function fragmentsOf(pieces: readonly PdfPiece[]): Fragment[] {
  // A PDF's blanks may be as wide as the strip between two columns; how far apart the words are tells the same, and better.
  const rows = rowsOf(pieces.filter(({ text }) => text.trim() !== ''))
  return rows.flatMap((row) => {
    const fragments: Fragment[] = []
    for (const piece of row.toSorted((a, b) => a.x - b.x)) {
      const last = fragments.at(-1)
      if (last && isClose(last, piece)) append(last, piece)
      else fragments.push(begin(piece))
    }
    return fragments.map(settleSign)
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

const isLoneSign = ({ text }: Fragment): boolean => bulletGlyph.test(text.trim())

function isClose(fragment: Fragment, piece: PdfPiece): boolean {
  const gap = piece.x - (fragment.x + fragment.width)
  return gap < fragment.height * (isLoneSign(fragment) ? 4 : 1.2)
}

const begin = ({ text, x, y, width, height }: PdfPiece): Fragment => ({
  text,
  x,
  y,
  width,
  height,
  isBullet: false,
  textX: x,
})

function append(fragment: Fragment, piece: PdfPiece): void {
  const gap = piece.x - (fragment.x + fragment.width)
  if (isLoneSign(fragment)) {
    fragment.textX = piece.x
    fragment.text = `${fragment.text.trim()} `
  } else if (gap > fragment.height * 0.15 && !/\s$/.test(fragment.text) && !/^\s/.test(piece.text)) fragment.text += ' '
  fragment.text += piece.text
  const bottom = Math.max(fragment.y + fragment.height, piece.y + piece.height)
  fragment.width = Math.max(fragment.width, piece.x + piece.width - fragment.x)
  fragment.y = Math.min(fragment.y, piece.y)
  fragment.height = bottom - fragment.y
}

/** Where the words begin after a bullet that is in one piece with them, estimated from the average width of letters. */
function settleSign(fragment: Fragment): Fragment {
  const sign = readItemSign(fragment.text)
  if (sign?.kind !== 'bullet') return fragment
  const share = 1 - sign.rest.length / fragment.text.length
  const textX = fragment.textX > fragment.x ? fragment.textX : fragment.x + fragment.width * share
  return { ...fragment, isBullet: true, textX }
}
