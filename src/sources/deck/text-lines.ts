import type { DeckLine, TableCell } from './deck-draft.ts'
import { deckLimits, tooLarge } from './deck-limits.ts'
import { rankOfSign, readItemSign, withoutHeadingSign } from './item-signs.ts'
import { cleanText, endsInHyphen, joinLines, readBrokenLines } from './line-text.ts'

/** One physical line before bullets and wraps are read. */
export interface RawLine {
  text: string
  page: number | null
  /** What the format itself marks; null where it marks nothing. */
  isBullet: boolean | null
  hasGapBefore?: boolean
  level?: number
  /** The rest of its paragraph, after each line break. */
  moreLines?: string[]
  isTitle?: boolean
  cell?: TableCell
  apart?: DeckLine['apart']
  choice?: DeckLine['choice']
}

/** Plain text to lines: numbered as in the file, empty ones left out, wrapped ones joined. */
export function readTextLines(text: string, fileName: string): DeckLine[] {
  const whole = text.trimEnd()
  refuseTooManyLines(countLineEnds(whole) + 1, fileName)
  const raw = whole.split(/\r\n|[\n\r\u2028\u2029]/)
  const signed = withoutFootnotes(raw.map((line, index) => signedLine({ text: line, page: null, isBullet: null }, index + 1)))
  const levelled = giveLevels(joinWraps(signed))
  return settleBullets(levelled.map((line) => toDeckLine(line, fileName)))
}

/** Lines that a PPTX or PDF gave, in reading order, numbered from 1. */
export function numberLines(raw: readonly RawLine[], fileName: string): DeckLine[] {
  refuseTooManyLines(raw.length, fileName)
  const lines = raw.map((line, index) => toDeckLine(signedLine(line, index + 1), fileName)).filter(({ text }) => text !== '')
  return settleBullets(lines)
}

export function refuseTooManyLines(count: number, fileName: string): void {
  if (count > deckLimits.lines) {
    const most = deckLimits.lines
    throw tooLarge(fileName, {
      sv: `Filen har ${count} rader; högst ${most} läses. Lämna bara bildspelets egna rader kvar i den.`,
      en: `The file has ${count} lines; at most ${most} are read. Leave only the deck's own lines in it.`,
    })
  }
}

/** Counted without making the lines, because a file may have nothing but line ends. */
function countLineEnds(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isEnd = code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10) || code === 0x2028 || code === 0x2029
    if (isEnd) count += 1
  }
  return count
}

interface SignedLine extends RawLine {
  line: number
  /** The physical lines that make it up, without the bullet or number. */
  pieces: string[]
  sign: string | null
  isNumbered: boolean
  /** Blanks before its bullet or first word. */
  indent: number
}

function signedLine(raw: RawLine, line: number): SignedLine {
  const found = raw.apart || raw.isTitle ? null : readItemSign(raw.text)
  return {
    ...raw,
    line,
    pieces: [found?.rest ?? withoutHeadingSign(raw.text), ...(raw.moreLines ?? [])],
    isBullet: found?.kind === 'bullet' ? true : raw.isBullet,
    isNumbered: found?.kind === 'ordinal',
    sign: found?.sign ?? null,
    indent: /^\s*/.exec(raw.text)![0].replaceAll('\t', '    ').length,
  }
}

/** A star explains the one at the end of an item above, where items have another bullet. */
function withoutFootnotes(lines: readonly SignedLine[]): SignedLine[] {
  let isAwaited = false
  return lines.map((line) => {
    const isFootnote = isAwaited && line.sign === '*'
    if (line.sign !== '*' && line.pieces[0]!.trim() !== '') isAwaited ||= /[^\s*]\*$/.test(line.pieces[0]!.trim())
    return isFootnote ? { ...line, pieces: [line.text.trim()], isBullet: false, sign: null } : line
  })
}

function toDeckLine(signed: SignedLine, fileName: string): DeckLine {
  const { line, page, isBullet, hasGapBefore = false, level, isTitle, cell, apart, choice, isNumbered } = signed
  const { text: whole, parts } = isTitle
    ? { text: signed.pieces.reduce(joinLines), parts: undefined }
    : readBrokenLines(signed.pieces)
  const text = cleanText(whole)
  refuseTooLong(text, line, fileName)
  return {
    text,
    line,
    page,
    isBullet,
    hasGapBefore,
    ...(level ? { level } : {}),
    ...(parts ? { parts } : {}),
    ...(isTitle ? { isTitle } : {}),
    ...(isNumbered ? { isNumbered } : {}),
    ...(cell ? { cell } : {}),
    ...(apart ? { apart } : {}),
    ...(choice ? { choice } : {}),
  }
}

function refuseTooLong({ length }: string, line: number, fileName: string): void {
  if (length <= deckLimits.lineLength) return
  throw tooLarge(fileName, {
    sv: `Rad ${line} har ${length} tecken; högst ${deckLimits.lineLength} läses. Dela upp den.`,
    en: `Line ${line} has ${length} characters; at most ${deckLimits.lineLength} are read. Break it up.`,
  })
}

/**
 * A line straight under an item that is indented or begins with a small letter goes on from it; so does one under a word
 * that a hyphen parts.
 */
function joinWraps(lines: readonly SignedLine[]): SignedLine[] {
  const joined: SignedLine[] = []
  let hasGap = false
  for (const line of lines) {
    const previous = joined.at(-1)
    if (line.pieces[0]!.trim() === '') hasGap = true
    else if (previous && !hasGap && goesOn(previous, line)) previous.pieces.push(line.pieces[0]!)
    else {
      joined.push({ ...line, hasGapBefore: hasGap })
      hasGap = false
    }
  }
  return joined
}

function goesOn(previous: SignedLine, line: SignedLine): boolean {
  if (line.sign !== null) return false
  const isSmall = /^\s*\p{Ll}/u.test(line.text)
  const isItem = previous.isBullet === true || previous.isNumbered
  const size = previous.pieces.reduce((sum, piece) => sum + piece.length, line.text.length)
  if (size >= deckLimits.lineLength) return false
  return (isItem && (line.indent >= 2 || isSmall)) || (endsInHyphen(previous.pieces.at(-1)!) && isSmall)
}

/** Levels from indents, or from the kinds of bullets where nothing is indented; an unmarked line starts again at the first level. */
function giveLevels(lines: readonly SignedLine[]): SignedLine[] {
  let open: { indent: number; rank: number | null }[] = []
  return lines.map((line) => {
    if (line.sign === null) {
      open = []
      return line
    }
    const here = { indent: line.indent, rank: rankOfSign(line.sign) }
    while (open.length > 0 && !isDeeper(here, open.at(-1)!)) open.pop()
    open.push(here)
    return { ...line, level: open.length - 1 }
  })
}

function isDeeper(here: { indent: number; rank: number | null }, above: { indent: number; rank: number | null }): boolean {
  if (here.indent !== above.indent) return here.indent >= above.indent + 2
  return here.rank !== null && above.rank !== null && here.rank > above.rank
}

/** Where a document marks its items, a line without a mark is none; slides and pages tell by themselves. */
function settleBullets(lines: DeckLine[]): DeckLine[] {
  const hasMarks = lines.some(({ isBullet, isNumbered }) => isBullet === true || isNumbered)
  return lines.map((line) => {
    const isPlain = hasMarks && line.page === null && !line.isNumbered && line.isBullet === null
    return isPlain ? { ...line, isBullet: false } : line
  })
}
