import type { DeckLine } from './deck-draft.ts'
import type { LocalText } from '../../records/record.ts'
import { deckLimits, tooLarge, unsupportedFile } from './deck-limits.ts'
import { orderForReading } from './reading-order.ts'
import { readSlideShapes } from './slide-shapes.ts'
import type { SlideShape } from './slide-shapes.ts'
import { numberLines } from './text-lines.ts'
import type { RawLine } from './text-lines.ts'
import { childrenNamed, findNode, parseXml } from './xml-nodes.ts'
import type { XmlNode } from './xml-nodes.ts'
import { damagedZip, listZipParts, readZipParts } from './zip-parts.ts'

const presentationPath = 'ppt/presentation.xml'
const relationsPath = 'ppt/_rels/presentation.xml.rels'
const isWanted = (name: string): boolean =>
  name === presentationPath || name === relationsPath || /^ppt\/slides\/[^/]+\.xml$/.test(name)

/** A PPTX's lines: slides in the order they are shown, text as it stands on each from top to bottom, column by column. */
export function readPptxLines(bytes: Uint8Array, fileName: string): DeckLine[] {
  const names = listZipParts(bytes, { fileName, isWanted })
  if (!names.includes(presentationPath)) throw unsupportedFile(fileName, otherZipWords(names))
  const parts = readZipParts(bytes, { fileName, isWanted })
  const parse = (path: string): XmlNode => parsePart(parts, path, fileName)
  const paths = slidePaths(parse(presentationPath), parse(relationsPath))
  if (paths.length > deckLimits.pages) throw tooLarge(fileName, tooManySlides(paths.length))
  const shapes = paths.flatMap((path, index) => orderShapes(readSlideShapes(parse(path), index + 1)))
  return numberLines(settleTextBoxes(shapes), fileName)
}

function parsePart(parts: ReadonlyMap<string, Uint8Array>, path: string, fileName: string): XmlNode {
  const part = parts.get(path)
  if (!part) throw unsupportedFile(fileName, damagedZip)
  try {
    return { name: path, attributes: {}, text: '', children: parseXml(part) }
  } catch (cause) {
    throw unsupportedFile(fileName, damagedPart(path), cause)
  }
}

function slidePaths(presentation: XmlNode, relations: XmlNode): string[] {
  const targets = new Map(
    childrenNamed(findNode(relations, 'Relationships'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      attributes.Target ?? '',
    ]),
  )
  const slides = childrenNamed(findNode(presentation, 'p:presentation', 'p:sldIdLst'), 'p:sldId')
  return slides.flatMap(({ attributes }) => {
    const target = targets.get(attributes['r:id'])
    return target ? [target.startsWith('/') ? target.slice(1) : `ppt/${target.replace(/^\.\//, '')}`] : []
  })
}

/** EMU to the inch: 914 400. A quarter of an inch of empty space parts two columns. */
const columnGap = 914_400 / 4

/** Titles first, then shapes that take their place from the layout as they come, then the placed ones as they stand. */
function orderShapes(shapes: SlideShape[]): SlideShape[] {
  const titles = shapes.filter(({ isTitle }) => isTitle)
  const others = shapes.filter(({ isTitle }) => !isTitle)
  const placed = others.flatMap((shape) => (shape.box ? [{ shape, ...shape.box }] : []))
  return [...titles, ...others.filter(({ box }) => !box), ...orderForReading(placed, columnGap).map(({ shape }) => shape)]
}

/** Where some paragraph of the deck is a bullet by its own word, a text box's paragraph without that word is none. */
function settleTextBoxes(shapes: readonly SlideShape[]): RawLine[] {
  const hasBullets = shapes.some(({ lines }) => lines.some(({ isBullet }) => isBullet === true))
  return shapes.flatMap(({ lines, isPlaceholder }) =>
    lines.map((line) => (hasBullets && !isPlaceholder ? { ...line, isBullet: line.isBullet ?? false } : line)),
  )
}

function otherZipWords(names: readonly string[]): LocalText {
  const has = (prefix: string): boolean => names.some((name) => name.startsWith(prefix))
  if (has('word/')) return saveAs('en Word-fil', 'a Word file')
  if (has('xl/')) return saveAs('en Excel-fil', 'an Excel file')
  if (has('content.xml')) return saveAs('en OpenDocument-fil', 'an OpenDocument file')
  return {
    sv: 'Det här är ett packat arkiv, inte ett bildspel. Packa upp det och ge själva bildspelet.',
    en: 'This is a packed archive, not a deck. Unpack it and give the deck itself.',
  }
}

const saveAs = (sv: string, en: string): LocalText => ({
  sv: `Det här är ${sv}. Spara den som PPTX, PDF eller ren text (UTF-8).`,
  en: `This is ${en}. Save it as PPTX, PDF or plain text (UTF-8).`,
})

const damagedPart = (path: string): LocalText => ({
  sv: `Delen ${path} i filen är skadad eller är inte vanlig PPTX. Öppna bildspelet och spara det på nytt som PPTX.`,
  en: `The part ${path} of the file is damaged or is not ordinary PPTX. Open the deck and save it again as PPTX.`,
})

const tooManySlides = (count: number): LocalText => ({
  sv: `Bildspelet har ${count} bilder; högst ${deckLimits.pages} läses. Dela upp det.`,
  en: `The deck has ${count} slides; at most ${deckLimits.pages} are read. Break it up.`,
})
