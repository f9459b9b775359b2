import type { DeckLine } from './deck-draft.ts'
import { deckLimits, tooLarge } from './deck-limits.ts'

/** One physical line before bullets and wraps are read. */
export interface RawLine {
  text: string
  page: number | null
  /** What the format itself says; null where it says nothing. */
  isBullet: boolean | null
  hasGapBefore?: boolean
}

const bulletSign = /^\s*(?:[-–—*•·▪‣◦●○■□➢➤✓]\s*(?=[\p{L}\p{N}"”'(])|o\t)/u
/** A numbered line may be an item or a heading. */
const numberSign = /^\s*\d{1,2}[.)]\s+(?=\p{L})/u
const invisible = /[\p{Cf}\p{Cc}]/gu

/** Plain text to lines: numbered as in the file, empty ones left out, wrapped bullets joined. */
export function readTextLines(text: string, fileName: string): DeckLine[] {
  const raw = text.split(/\r\n|[\n\r\u2028\u2029]/)
  while (raw.length > 0 && raw.at(-1)!.trim() === '') raw.pop()
  refuseTooManyLines(raw.length, fileName)
  const numbered = raw.map((line, index) => ({ raw: line, line: index + 1 }))
  const signed = numbered.map(({ raw: line, line: number }) => ({
    ...toDeckLine({ text: line, page: null, isBullet: null }, number, fileName),
    isIndented: /^(\t| {2,})/.test(line),
  }))
  return settleBullets(joinWraps(signed))
}

/** Lines that a PPTX or PDF gave, in reading order, numbered from 1. */
export function numberLines(raw: readonly RawLine[], fileName: string): DeckLine[] {
  refuseTooManyLines(raw.length, fileName)
  const lines = raw.map((line, index) => toDeckLine(line, index + 1, fileName)).filter(({ text }) => text !== '')
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

type SignedLine = DeckLine & { isNumbered: boolean }

function toDeckLine({ text, page, isBullet, hasGapBefore = false }: RawLine, line: number, fileName: string): SignedLine {
  const bullet = bulletSign.exec(text)
  const sign = bullet ?? numberSign.exec(text)
  const clean = (sign ? text.slice(sign[0].length) : text)
    .replace(/\t/g, ' ')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
  if (clean.length > deckLimits.lineLength) {
    throw tooLarge(fileName, {
      sv: `Rad ${line} har ${clean.length} tecken; högst ${deckLimits.lineLength} läses. Dela upp den.`,
      en: `Line ${line} has ${clean.length} characters; at most ${deckLimits.lineLength} are read. Break it up.`,
    })
  }
  return { text: clean, line, page, isBullet: bullet ? true : isBullet, hasGapBefore, isNumbered: !bullet && sign !== null }
}

/** A line straight under a bullet that is indented or begins with a small letter goes on from it. */
function joinWraps(lines: (SignedLine & { isIndented: boolean })[]): SignedLine[] {
  const joined: SignedLine[] = []
  let hasGap = false
  for (const { isIndented, ...line } of lines) {
    const previous = joined.at(-1)
    const isUnmarked = line.isBullet !== true && !line.isNumbered
    const goesOn = previous?.isBullet === true && !hasGap && isUnmarked && (isIndented || /^\p{Ll}/u.test(line.text))
    if (line.text === '') hasGap = true
    else if (goesOn && previous.text.length + line.text.length < deckLimits.lineLength)
      previous.text = `${previous.text} ${line.text}`
    else {
      joined.push({ ...line, hasGapBefore: hasGap })
      hasGap = false
    }
  }
  return joined
}

/** Where a document marks its items, a line without a mark is none; slides and pages tell by themselves. */
function settleBullets(lines: SignedLine[]): DeckLine[] {
  const hasMarks = lines.some(({ isBullet, isNumbered }) => isBullet === true || isNumbered)
  return lines.map(({ isNumbered, ...line }) => {
    const isPlain = hasMarks && line.page === null && !isNumbered && line.isBullet === null
    return isPlain ? { ...line, isBullet: false } : line
  })
}
