/** What a line begins with, where it is an item or numbered. */
export interface ItemSign {
  /** The line without its bullet or number. */
  rest: string
  /** `bullet`: surely an item. `ordinal`: an item, or a numbered heading. */
  kind: 'bullet' | 'ordinal'
  /** The bullet or number itself, by which levels are told from each other. */
  sign: string
}

/**
 * Any character that is neither letter, digit, quotation mark nor bracket, up to three in a row, before a blank: dashes, dots,
 * arrows, ticks, and the private letters that a symbol font leaves behind.
 */
const anySign = /^([\p{S}\p{Co}\p{Pd}*•·‣⁃§†‡※⁂›»¤]{1,3}\uFE0F?)\s+(?=\S)/u
/** Letters that Word's and PowerPoint's symbol fonts turn into bullets, when the font is lost. */
const lostSymbol = /^([oØ§ü])\s+(?=\S)|^([qnlv])(?:\t\s*|\s+(?=\p{Lu}))/u
/** A character that is known as a bullet is one without a blank too. */
const tightSign = /^([-–—*•●▪■‣◦○□▶►➢➤✓✔])(?=[\p{L}\p{N}"”“'’(])/u
const ordinal = /^(\(?(?:\d{1,3}|[ivx]{1,4}|\p{L})[.)])\s+(?=\S)/iu
/** A number with a colon or a dash is one where words follow: "1: Mat", "2 – Trä", but not "5 – 10 år". */
const looseOrdinal = /^(\d{1,2}(?::|\s+\p{Pd}))\s+(?=["”“'’(]*\p{L})/u
/** "a)" and "(1)" are never headings. */
const itemOrdinal = /^(?:\(|\p{Ll}\)|[ivx]+\))/u
/** In Markdown, the line is a heading. */
const headingSign = /^#{1,6}\s+(?=\S)/u

/** Takes the bullet or number of an item off a line; null when it has none. */
export function readItemSign(line: string): ItemSign | null {
  const text = line.replace(/^[\s\u200b\ufeff]+/u, '')
  const bullet = anySign.exec(text) ?? lostSymbol.exec(text) ?? tightSign.exec(text)
  if (bullet && !headingSign.test(text))
    return { rest: text.slice(bullet[0].length), kind: 'bullet', sign: bullet[1] ?? bullet[2]! }
  const numbered = ordinal.exec(text) ?? looseOrdinal.exec(text)
  if (!numbered) return null
  const isItem = itemOrdinal.test(numbered[1]!)
  return { rest: text.slice(numbered[0].length), kind: isItem ? 'bullet' : 'ordinal', sign: '1' }
}

/** A Markdown heading without its number signs. */
export const withoutHeadingSign = (line: string): string => line.trimStart().replace(headingSign, '')

const ranks: [string, number][] = [
  ['1', 0],
  ['•●▪■', 1],
  ['o◦○□', 2],
  ['-–—', 2],
]

/** The usual level of a bullet or number where one list uses two kinds: numbers, filled dots, then rings and dashes. */
export function rankOfSign(sign: string): number | null {
  return ranks.find(([signs]) => signs.includes(sign))?.[1] ?? null
}
