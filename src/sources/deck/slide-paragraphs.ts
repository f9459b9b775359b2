import { readPlaceAndDate } from './deck-date.ts'
import { cleanText } from './line-text.ts'
import type { RawLine } from './text-lines.ts'
import { childrenNamed, findNode } from './xml-nodes.ts'
import type { XmlNode } from './xml-nodes.ts'

/** The lines of a text: a paragraph is one, with its line breaks kept as parts of it. */
export function linesOfParagraphs(body: XmlNode | undefined, page: number): RawLine[] {
  const lines = childrenNamed(body, 'a:p').flatMap((paragraph) => linesOf(paragraph, page))
  // Where every paragraph is without a bullet, its lack tells nothing.
  const isPlain = lines.length > 1 && lines.every(({ isBullet }) => isBullet === false)
  return isPlain ? lines.map((line) => ({ ...line, isBullet: null })) : lines
}

/** A title is one name, however many lines and paragraphs it is broken over. */
export function titleLine(body: XmlNode | undefined, page: number): RawLine[] {
  const pieces = childrenNamed(body, 'a:p').flatMap(piecesOf)
  const [text, ...moreLines] = pieces
  return text === undefined ? [] : [{ text, moreLines, page, isBullet: false, isTitle: true }]
}

function linesOf(paragraph: XmlNode, page: number): RawLine[] {
  const properties = findNode(paragraph, 'a:pPr')
  const pieces = piecesOf(paragraph)
  const isBullet = bulletOf(properties)
  const level = levelOf(properties)
  const line = { page, isBullet, ...(level > 0 ? { level } : {}) }
  if (isAuthorAndDate(pieces)) return pieces.map((text) => ({ ...line, text }))
  const [text, ...moreLines] = pieces
  return text === undefined ? [] : [{ ...line, text, moreLines }]
}

/** On a cover, who speaks and where may be lines of one paragraph: two things, not one. */
function isAuthorAndDate(pieces: readonly string[]): boolean {
  const last = pieces.at(-1)
  return pieces.length > 1 && last !== undefined && (readPlaceAndDate(cleanText(last))?.place ?? null) !== null
}

/** The paragraph's text between its line breaks. */
function piecesOf(paragraph: XmlNode): string[] {
  const text = paragraph.children.map(textOf).join('')
  return text.split(/[\n\v]/).filter((piece) => piece.trim() !== '')
}

function textOf(run: XmlNode): string {
  if (run.name === 'a:br') return '\n'
  if (run.name === 'mc:AlternateContent') return (findNode(run, 'mc:Choice')?.children ?? []).map(textOf).join('')
  const isSlideNumber = run.name === 'a:fld' && run.attributes.type === 'slidenum'
  if (isSlideNumber || (run.name !== 'a:r' && run.name !== 'a:fld')) return ''
  return childrenNamed(run, 'a:t')
    .flatMap(({ children }) => children.map(({ text }) => text))
    .join('')
}

function bulletOf(properties: XmlNode | undefined): boolean | null {
  const names = new Set(properties?.children.map(({ name }) => name))
  if (names.has('a:buNone')) return false
  return names.has('a:buChar') || names.has('a:buAutoNum') || names.has('a:buBlip') ? true : null
}

function levelOf(properties: XmlNode | undefined): number {
  const level = Number(properties?.attributes.lvl ?? 0)
  return Number.isInteger(level) && level > 0 && level < 9 ? level : 0
}
