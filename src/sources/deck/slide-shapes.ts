import type { Box } from './reading-order.ts'
import type { RawLine } from './text-lines.ts'
import { childrenNamed, findAllNodes, findNode } from './xml-nodes.ts'
import type { XmlNode } from './xml-nodes.ts'

/** A shape with text on a slide. */
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

/** The shapes of a slide that have text, in document order. */
export function readSlideShapes(slide: XmlNode, page: number): SlideShape[] {
  const tree = findNode(slide, 'p:sld', 'p:cSld', 'p:spTree')
  return tree ? shapesIn(tree, { page, frame: wholeSlide }) : []
}

interface Place {
  page: number
  frame: Frame
}

function shapesIn(tree: XmlNode, place: Place): SlideShape[] {
  return tree.children.flatMap((node) => {
    if (node.name === 'p:sp') return shapeOf(node, place)
    if (node.name === 'p:grpSp') return shapesIn(node, { ...place, frame: frameWithin(node, place.frame) })
    if (node.name === 'p:graphicFrame') return tableOf(node, place)
    if (node.name === 'mc:AlternateContent') return shapesIn(findNode(node, 'mc:Choice') ?? node, place)
    return []
  })
}

function shapeOf(node: XmlNode, { page, frame }: Place): SlideShape[] {
  const placeholder = findNode(node, 'p:nvSpPr', 'p:nvPr', 'p:ph')
  const type = placeholder ? (placeholder.attributes.type ?? 'body') : null
  if (type === 'sldNum') return []
  const isTitle = type === 'title' || type === 'ctrTitle'
  const isPlain = isTitle || type === 'subTitle' || type === 'ftr' || type === 'dt'
  const lines = childrenNamed(findNode(node, 'p:txBody'), 'a:p').flatMap((paragraph) => linesOf(paragraph, page))
  if (lines.length === 0) return []
  const told = isPlain ? lines.map((line) => ({ ...line, isBullet: line.isBullet ?? false })) : lines
  return [{ lines: told, box: boxOf(findNode(node, 'p:spPr', 'a:xfrm'), frame), isTitle, isPlaceholder: type !== null }]
}

/** A table cell by cell, row by row. */
function tableOf(node: XmlNode, { page, frame }: Place): SlideShape[] {
  const lines = findAllNodes(node, 'a:tc').flatMap((cell) =>
    childrenNamed(findNode(cell, 'a:txBody'), 'a:p').flatMap((paragraph) => linesOf(paragraph, page)),
  )
  return lines.length === 0 ? [] : [{ lines, box: boxOf(findNode(node, 'p:xfrm'), frame), isTitle: false, isPlaceholder: true }]
}

/** A paragraph is one line; without a bullet each of its line breaks begins a new one. */
function linesOf(paragraph: XmlNode, page: number): RawLine[] {
  const isBullet = bulletOf(findNode(paragraph, 'a:pPr'))
  const text = paragraph.children.map(textOf).join('')
  const pieces = isBullet ? [text.replace(/[\n\v]/g, ' ')] : text.split(/[\n\v]/)
  return pieces.filter((piece) => piece.trim() !== '').map((piece) => ({ text: piece, page, isBullet }))
}

function textOf(run: XmlNode): string {
  if (run.name === 'a:br') return '\n'
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
