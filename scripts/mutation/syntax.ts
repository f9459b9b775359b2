import { parseSync } from 'vite'

/** A node of the syntax tree, as the parser gives it. */
export interface SyntaxNode {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** The syntax tree of a TypeScript file; parentheses are no nodes of their own. */
export function parseFile(name: string, text: string): SyntaxNode {
  const { program, errors } = parseSync(name, text, { preserveParens: false })
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]!.message}`)
  return program as unknown as SyntaxNode
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'

/** The nodes right below a node, in the order of the text. A shorthand property has one child, not the same one twice. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  if (node.type === 'Property' && node.shorthand) return [node.value as SyntaxNode]
  const found = Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
  return found.sort((a, b) => a.start - b.start)
}

/** A node and all below it, the outermost first. */
export function* everyNode(node: SyntaxNode): Generator<SyntaxNode> {
  yield node
  for (const child of childrenOf(node)) yield* everyNode(child)
}

export const nodeAt = (node: SyntaxNode, key: string): SyntaxNode => node[key] as SyntaxNode
export const nodesAt = (node: SyntaxNode, key: string): SyntaxNode[] => node[key] as SyntaxNode[]

export const isFunction = ({ type }: SyntaxNode): boolean =>
  type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression'

export const isLoop = ({ type }: SyntaxNode): boolean => /^(?:For|ForOf|ForIn|While|DoWhile)Statement$/.test(type)
