import type { DeckLine } from './deck-draft.ts'
import type { LocalText } from '../../records/shared-fields.ts'
import { apartWords } from './apart-words.ts'
import { deckLimits, tooLarge, unsupportedFile } from './deck-limits.ts'
import { orderForReading } from './reading-order.ts'
import { findRunningText } from './running-text.ts'
import { readDiagramLines } from './slide-diagram.ts'
import { readSlideShapes, setApart } from './slide-shapes.ts'
import type { SlideShape } from './slide-shapes.ts'
import { numberLines } from './text-lines.ts'
import type { RawLine } from './text-lines.ts'
import { childrenNamed, countTags, findNode, parseXml } from './xml-nodes.ts'
import type { XmlNode } from './xml-nodes.ts'
import { damagedZip, openZip } from './zip-parts.ts'
import type { ZipParts } from './zip-parts.ts'

const presentationPath = 'ppt/presentation.xml'

/** A PPTX's lines: slides in the order they are shown, the text of each from top to bottom, column by column. */
export function readPptxLines(bytes: Uint8Array, fileName: string): DeckLine[] {
  const zip = openZip(bytes, fileName)
  if (!zip.names.includes(presentationPath)) throw unsupportedFile(fileName, otherZipWords(zip.names))
  const parts = partReader(zip, fileName)
  const presentation = parts.read(presentationPath)
  const paths = slidePaths(presentation, parts.relationsOf(presentationPath))
  if (paths.length > deckLimits.pages) throw tooLarge(fileName, tooManySlides(paths.length))
  if (new Set(paths).size < paths.length) throw unsupportedFile(fileName, slideTwice)
  const size = slideSize(presentation)
  const slides = paths.map((path, index) => readSlide(parts, { path, page: index + 1, size }))
  return numberLines(settleTextBoxes(setRunningApart(slides, size).flatMap(orderShapes)), fileName)
}

interface PartReader {
  read(path: string): XmlNode
  /** Where each relation of a part points, by its id. */
  relationsOf(path: string): ReadonlyMap<string, string>
  has(path: string): boolean
}

/** Reads parts one at a time, and counts their tags before they are parsed, since each becomes an object. */
function partReader(zip: ZipParts, fileName: string): PartReader {
  let tags = 0
  const read = (path: string): XmlNode => {
    const part = zip.read(path)
    if (!part) throw unsupportedFile(fileName, damagedZip)
    const count = countTags(part)
    tags += count
    if (count > deckLimits.partTags || tags > deckLimits.tags) throw tooLarge(fileName, tooManyTags(path))
    try {
      return { name: path, attributes: {}, text: '', children: parseXml(part) }
    } catch (cause) {
      throw unsupportedFile(fileName, damagedPart(path), cause)
    }
  }
  const has = (path: string): boolean => zip.names.includes(path)
  return { read, has, relationsOf: (path) => readRelations(path, { read, has }) }
}

function readRelations(path: string, { read, has }: Pick<PartReader, 'read' | 'has'>): ReadonlyMap<string, string> {
  const [folder, file] = [path.replace(/[^/]*$/, ''), path.replace(/^.*\//, '')]
  const relationsPath = `${folder}_rels/${file}.rels`
  if (!has(relationsPath)) return new Map()
  const relations = childrenNamed(findNode(read(relationsPath), 'Relationships'), 'Relationship')
  return new Map(
    relations
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes }) => [attributes.Id ?? '', resolvePath(folder, attributes.Target ?? '')]),
  )
}

/** A target as it is written from a part's folder, as a name in the zip. */
function resolvePath(folder: string, target: string): string {
  const steps = target.startsWith('/') ? target.split('/') : [...folder.split('/'), ...target.split('/')]
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

function slidePaths(presentation: XmlNode, relations: ReadonlyMap<string, string>): string[] {
  const slides = childrenNamed(findNode(presentation, 'p:presentation', 'p:sldIdLst'), 'p:sldId')
  return slides.flatMap(({ attributes }) => relations.get(attributes['r:id'] ?? '') ?? [])
}

interface SlideSize {
  width: number
  height: number
}

function slideSize(presentation: XmlNode): SlideSize | null {
  const size = findNode(presentation, 'p:presentation', 'p:sldSz')?.attributes
  const [width, height] = [Number(size?.cx), Number(size?.cy)]
  return width > 0 && height > 0 ? { width, height } : null
}

function readSlide(
  parts: PartReader,
  { path, page, size }: { path: string; page: number; size: SlideSize | null },
): SlideShape[] {
  const slide = parts.read(path)
  const readDiagram = (id: string): RawLine[] | null => readDiagramPart(parts, { slidePath: path, id, page })
  const shapes = readSlideShapes(slide, { page, readDiagram })
  const isHidden = ['0', 'false'].includes(findNode(slide, 'p:sld')?.attributes.show ?? '')
  if (isHidden) return shapes.map((shape) => setApart(shape, apartWords.hiddenSlide))
  return shapes.map((shape) => (isOutside(shape, size) ? setApart(shape, apartWords.outside) : shape))
}

function readDiagramPart(
  parts: PartReader,
  { slidePath, id, page }: { slidePath: string; id: string; page: number },
): RawLine[] | null {
  const path = parts.relationsOf(slidePath).get(id)
  if (!path || !parts.has(path)) return null
  const lines = readDiagramLines(parts.read(path), page)
  return lines.length > 0 ? lines : null
}

function isOutside({ box }: SlideShape, size: SlideSize | null): boolean {
  if (!box || !size) return false
  return box.x >= size.width || box.y >= size.height || box.x + box.width <= 0 || box.y + box.height <= 0
}

/** Text boxes that repeat at the edges of the slides are running text, although no placeholder marks them. */
function setRunningApart(slides: SlideShape[][], size: SlideSize | null): SlideShape[][] {
  if (!size) return slides
  const pages = slides.map((shapes) => ({
    height: size.height,
    texts: shapes.flatMap((shape) => {
      const isCandidate = shape.box && !shape.isTitle && shape.lines.every(({ apart }) => !apart)
      return isCandidate ? [{ ...shape.box!, text: shape.lines.map(({ text }) => text).join(' '), shape }] : []
    }),
  }))
  const running = new Set([...findRunningText(pages)].map(({ shape }) => shape))
  return slides.map((shapes) => shapes.map((shape) => (running.has(shape) ? setApart(shape, apartWords.runningText) : shape)))
}

/** EMU to the inch: 914 400. A quarter of an inch of empty space parts two columns. */
const columnGap = 914_400 / 4

/** Titles first, then shapes that take their place from the layout as they come, then the placed ones by position; last what is no content. */
function orderShapes(shapes: SlideShape[]): SlideShape[] {
  const isApart = ({ lines }: SlideShape): boolean => lines.every(({ apart }) => apart !== undefined)
  const titles = shapes.filter((shape) => shape.isTitle && !isApart(shape))
  const others = shapes.filter((shape) => !shape.isTitle && !isApart(shape))
  const placed = others.flatMap((shape) => (shape.box ? [{ shape, ...shape.box }] : []))
  const inOrder = orderForReading(placed, columnGap).map(({ shape }) => shape)
  return [...titles, ...others.filter(({ box }) => !box), ...inOrder, ...shapes.filter(isApart)]
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

const tooManyTags = (path: string): LocalText => ({
  sv: `Delen ${path} har fler delar än någon bild har. Dela upp bildspelet, eller spara bara texten.`,
  en: `The part ${path} has more elements than any slide has. Break the deck up, or save the text alone.`,
})

const slideTwice: LocalText = {
  sv: 'Bildspelet visar samma bild flera gånger ur en enda del, vilket inget vanligt program gör. Öppna det och spara det på nytt som PPTX.',
  en: 'The deck shows one slide several times out of a single part, which no ordinary program does. Open it and save it again as PPTX.',
}
