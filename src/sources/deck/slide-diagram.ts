import { linesOfParagraphs } from './slide-paragraphs.ts'
import type { RawLine } from './text-lines.ts'
import { childrenNamed, findNode } from './xml-nodes.ts'
import type { XmlNode } from './xml-nodes.ts'

/** The text of a SmartArt drawing, from its data: the points that have text, under each other as they are joined. */
export function readDiagramLines(data: XmlNode, page: number): RawLine[] {
  const model = findNode(data, 'dgm:dataModel')
  const points = childrenNamed(findNode(model, 'dgm:ptLst'), 'dgm:pt').filter(isContent)
  const byId = new Map(points.map((point) => [point.attributes.modelId ?? '', point]))
  const below = childrenOf(childrenNamed(findNode(model, 'dgm:cxnLst'), 'dgm:cxn'), byId)
  const hasParent = new Set([...below.values()].flat())
  const roots = [...byId.keys()].filter((id) => !hasParent.has(id))
  const seen = new Set<string>()
  const walk = (id: string, level: number): RawLine[] => {
    if (seen.has(id)) return []
    seen.add(id)
    const point = byId.get(id)!
    const lines = point.attributes.type === 'doc' ? [] : linesOf(point, { page, level })
    const deeper = point.attributes.type === 'doc' || lines.length === 0 ? level : level + 1
    return [...lines, ...(below.get(id) ?? []).flatMap((child) => walk(child, Math.min(deeper, 8)))]
  }
  return roots.flatMap((id) => walk(id, 0))
}

/** A point is the drawing itself, or something in it; others are about how it is drawn. */
const isContent = ({ attributes: { type = 'node' } }: XmlNode): boolean => ['doc', 'node', 'asst', 'norm'].includes(type)

function childrenOf(links: readonly XmlNode[], points: ReadonlyMap<string, XmlNode>): Map<string, string[]> {
  const below = new Map<string, string[]>()
  const inOrder = links
    .filter(({ attributes: { type = 'parOf' } }) => type === 'parOf')
    .toSorted((a, b) => Number(a.attributes.srcOrd ?? 0) - Number(b.attributes.srcOrd ?? 0))
  for (const { attributes } of inOrder) {
    const [from, to] = [attributes.srcId ?? '', attributes.destId ?? '']
    if (points.has(from) && points.has(to)) below.set(from, [...(below.get(from) ?? []), to])
  }
  return below
}

function linesOf(point: XmlNode, { page, level }: { page: number; level: number }): RawLine[] {
  return linesOfParagraphs(findNode(point, 'dgm:t'), page).map((line) => ({
    ...line,
    ...(level + (line.level ?? 0) > 0 ? { level: level + (line.level ?? 0) } : {}),
  }))
}
