import type { DeckLine } from './deck-draft.ts'
import { apartWords } from './apart-words.ts'
import type { Box } from './reading-order.ts'
import { linesOfParagraphs, titleLine } from './slide-paragraphs.ts'
import type { RawLine } from './text-lines.ts'
import { childrenNamed, findNode } from './xml-nodes.ts'
import type { XmlNode } from './xml-nodes.ts'

/** A shape with text on a slide, or one that cannot be read. */
export interface SlideShape {
  lines: RawLine[]
  /** Null where the shape takes its place from the slide's layout. */
  box: Box | null
  isTitle: boolean
  /** A placeholder takes its bullets from the layout, so that the slide does not tell. */
  isPlaceholder: boolean
}

/** From a group's own coordinates to the slide's. */
interface Frame {
  x: number
  y: number
  scaleX: number
  scaleY: number
}

const wholeSlide: Frame = { x: 0, y: 0, scaleX: 1, scaleY: 1 }

export interface SlideReading {
  page: number
  /** The lines of a SmartArt drawing by the id of its relation; null when they cannot be read. */
  readDiagram(relationId: string): RawLine[] | null
}

/** The shapes of a slide that have text or cannot be read, in document order. */
export function readSlideShapes(slide: XmlNode, reading: SlideReading): SlideShape[] {
  const tree = findNode(slide, 'p:sld', 'p:cSld', 'p:spTree')
  const place = { ...reading, frame: wholeSlide, tables: { count: 0 } }
  return tree ? shapesIn(tree, place) : []
}

interface Place extends SlideReading {
  frame: Frame
  tables: { count: number }
}

function shapesIn(tree: XmlNode, place: Place): SlideShape[] {
  return tree.children.flatMap((node) => {
    const shapes = shapesOf(node, place).map((shape) => asMarked(shape, aboutOf(node).name ?? ''))
    return isHidden(node) ? shapes.map((shape) => setApart(shape, apartWords.hiddenShape)) : shapes
  })
}

function shapesOf(node: XmlNode, place: Place): SlideShape[] {
  if (node.name === 'p:sp') return shapeOf(node, place)
  if (node.name === 'p:grpSp') return shapesIn(node, { ...place, frame: frameWithin(node, place.frame) })
  if (node.name === 'p:graphicFrame') return frameOf(node, place)
  if (node.name === 'p:pic') return [pictureOf(node, place)]
  if (node.name === 'mc:AlternateContent') return shapesIn(findNode(node, 'mc:Choice') ?? node, place)
  return []
}

/** The properties that every kind of shape has, under a name of its own for each kind. */
function aboutOf(node: XmlNode): Record<string, string> {
  const own = node.children.find(({ name }) => /^p:nv\w+Pr$/.test(name))
  return findNode(own, 'p:cNvPr')?.attributes ?? {}
}

const isHidden = (node: XmlNode): boolean => ['1', 'true'].includes(aboutOf(node).hidden ?? '')

/** A shape that Spets drew on the slide, by the name that it gave it: a region’s heading, its list, or what is only shown. */
function asMarked(shape: SlideShape, name: string): SlideShape {
  const [, part, code] = /^spets:(region|list|own)(?::([\w-]{1,40}))?$/.exec(name) ?? []
  if (part === undefined) return shape
  if (part === 'own') return { ...shape, lines: shape.lines.map((line) => ({ ...line, apart: apartWords.ours })) }
  const choiceOf = ({ level = 0 }: RawLine): DeckLine['choice'] =>
    part === 'region' ? `region:${code ?? ''}` : level > 0 ? 'subItem' : 'area'
  // What is under the owner's words in the same paragraph is our translation of them, which is no part of the list.
  return { ...shape, lines: shape.lines.map(({ moreLines: _translation, ...line }) => ({ ...line, choice: choiceOf(line) })) }
}

/** A shape whose lines are no part of the deck's content. */
export const setApart = (shape: SlideShape, apart: NonNullable<DeckLine['apart']>): SlideShape => ({
  ...shape,
  lines: shape.lines.map((line) => ({ ...line, apart: line.apart?.as === 'notRead' ? line.apart : apart })),
})

const runningTypes = new Set(['ftr', 'hdr', 'dt', 'sldNum'])

function shapeOf(node: XmlNode, { page, frame }: Place): SlideShape[] {
  const placeholder = findNode(node, 'p:nvSpPr', 'p:nvPr', 'p:ph')
  const type = placeholder ? (placeholder.attributes.type ?? 'body') : null
  const isTitle = type === 'title' || type === 'ctrTitle'
  const body = findNode(node, 'p:txBody')
  const lines = isTitle ? titleLine(body, page) : linesOfParagraphs(body, page)
  if (lines.length === 0) return []
  const told = type === 'subTitle' ? lines.map((line) => ({ ...line, isBullet: line.isBullet ?? false })) : lines
  const shape = { lines: told, box: boxOf(findNode(node, 'p:spPr', 'a:xfrm'), frame), isTitle, isPlaceholder: type !== null }
  return [runningTypes.has(type ?? '') ? setApart(shape, apartWords.runningText) : shape]
}

function frameOf(node: XmlNode, place: Place): SlideShape[] {
  const data = findNode(node, 'a:graphic', 'a:graphicData')
  const box = boxOf(findNode(node, 'p:xfrm'), place.frame)
  const made = (lines: RawLine[]): SlideShape[] =>
    lines.length === 0 ? [] : [{ lines, box, isTitle: false, isPlaceholder: true }]
  const table = findNode(data, 'a:tbl')
  if (table) return made(tableLines(table, place))
  const diagram = data?.children.find(({ name }) => name.endsWith(':relIds'))
  const lines = diagram ? place.readDiagram(diagram.attributes['r:dm'] ?? '') : null
  if (lines) return made(lines)
  const isChart = /chart/.test(data?.attributes.uri ?? '')
  return made([notReadLine(node, place.page, diagram ? apartWords.diagram : isChart ? apartWords.chart : apartWords.object)])
}

function pictureOf(node: XmlNode, { page, frame }: Place): SlideShape {
  const box = boxOf(findNode(node, 'p:spPr', 'a:xfrm'), frame)
  return { lines: [notReadLine(node, page, apartWords.picture)], box, isTitle: false, isPlaceholder: true }
}

/** What cannot be read is named by its description, else by its name. */
function notReadLine(node: XmlNode, page: number, apart: NonNullable<DeckLine['apart']>): RawLine {
  const { descr, title, name } = aboutOf(node)
  const text = [descr, title, name].find((words) => words?.trim()) ?? '?'
  return { text: text.slice(0, 500), page, isBullet: null, apart }
}

/** A table cell by cell, row by row; each line knows its cell. */
function tableLines(table: XmlNode, { page, tables }: Place): RawLine[] {
  const number = tables.count++
  return childrenNamed(table, 'a:tr').flatMap((row, rowIndex) =>
    childrenNamed(row, 'a:tc').flatMap((cell, column) =>
      linesOfParagraphs(findNode(cell, 'a:txBody'), page).map((line) => ({
        ...line,
        cell: { table: number, row: rowIndex, column },
      })),
    ),
  )
}

function boxOf(transform: XmlNode | undefined, frame: Frame): Box | null {
  const [offset, extent] = [findNode(transform, 'a:off'), findNode(transform, 'a:ext')]
  if (!offset || !extent) return null
  const x = frame.x + numberOf(offset, 'x') * frame.scaleX
  const y = frame.y + numberOf(offset, 'y') * frame.scaleY
  return { x, y, width: numberOf(extent, 'cx') * frame.scaleX, height: numberOf(extent, 'cy') * frame.scaleY }
}

function frameWithin(group: XmlNode, outer: Frame): Frame {
  const transform = findNode(group, 'p:grpSpPr', 'a:xfrm')
  const box = boxOf(transform, outer)
  const [childOffset, childExtent] = [findNode(transform, 'a:chOff'), findNode(transform, 'a:chExt')]
  if (!box || !childOffset || !childExtent) return outer
  const scaleX = box.width / (numberOf(childExtent, 'cx') || 1)
  const scaleY = box.height / (numberOf(childExtent, 'cy') || 1)
  return { x: box.x - numberOf(childOffset, 'x') * scaleX, y: box.y - numberOf(childOffset, 'y') * scaleY, scaleX, scaleY }
}

function numberOf({ attributes }: XmlNode, name: string): number {
  const value = Number(attributes[name])
  return Number.isFinite(value) ? value : 0
}
