import { XMLParser } from 'fast-xml-parser'

/** An element in document order. Text is in nodes named `#text`. */
export interface XmlNode {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

const deepest = 64

/** Parses XML without document types or entities of its own. @throws Error when it is not such XML */
export function parseXml(bytes: Uint8Array): XmlNode[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Error('The XML has a document type.')
  return toNodes(parser.parse(text), 0)
}

export const childrenNamed = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? []

/** Follows a path of names, the first of each; undefined when it breaks. */
export function findNode(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => at?.children.find((child) => child.name === name), node)
}

/** How many tags the XML has, end tags too, without parsing it. */
export function countTags(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(60); at >= 0; at = bytes.indexOf(60, at + 1)) count += 1
  return count
}

/** Every element of a name below `node`, in document order. */
export function findAllNodes(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) =>
    child.name === name ? [child, ...findAllNodes(child, name)] : findAllNodes(child, name),
  )
}

function toNodes(raw: unknown, depth: number): XmlNode[] {
  if (depth > deepest) throw new Error('The XML is nested too deep.')
  if (!Array.isArray(raw)) return []
  return raw.map((entry: Record<string, unknown>) => {
    const name = Object.keys(entry).find((key) => key !== ':@') ?? ''
    const attributes = Object.entries((entry[':@'] ?? {}) as Record<string, unknown>).map(([key, value]) => [
      key,
      plainText(String(value)),
    ])
    const isText = name === '#text'
    return {
      name,
      attributes: Object.fromEntries(attributes),
      children: isText ? [] : toNodes(entry[name], depth + 1),
      text: isText ? plainText(String(entry[name])) : '',
    }
  })
}

const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities that XML itself has, and characters by number. */
function plainText(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (name) return predefined[name.toLowerCase()]!
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}
