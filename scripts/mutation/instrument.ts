import { emptyAnswersOf, isOrdering, variantsOf } from './operators.ts'
import type { Surroundings } from './operators.ts'
import { childrenOf, everyNode, isFunction, isLoop, isNode, nodeAt, nodesAt, parseFile } from './syntax.ts'
import type { SyntaxNode } from './syntax.ts'

/** One small fault that can be switched on. */
export interface Mutant {
  id: number
  file: string
  line: number
  before: string
  after: string
}

export interface Instrumented {
  code: string
  mutants: Mutant[]
}

/**
 * A file with all its mutants in it at once: `__mutant(7) ? (a <= b) : (a < b)`. A global function decides which of them is on, so that
 * a file is compiled once for all of them.
 * @param firstId the number of the file's first mutant; the others follow
 */
export function instrument({ file, text, firstId }: { file: string; text: string; firstId: number }): Instrumented {
  const program = parseFile(file, text)
  const mutants: Mutant[] = []
  const textOf = (node: SyntaxNode) => text.slice(node.start, node.end)
  const isMemory = memoryReader(program)
  const chained = linksOfChains(program)

  const addMutant = (at: number, before: string, after: string): number => {
    const line = text.slice(0, at).split('\n').length
    mutants.push({ id: firstId + mutants.length, file, line, before: onOneLine(before), after: onOneLine(after) })
    return mutants.at(-1)!.id
  }
  const choose = (node: SyntaxNode, variants: readonly string[], whole: string): string =>
    [...new Set(variants)].reduce(
      (rest, variant) => `(__mutant(${addMutant(node.start, textOf(node), variant)}) ? (${variant}) : ${rest})`,
      whole,
    )

  const withChildren = (node: SyntaxNode, children: readonly SyntaxNode[], result: SyntaxNode | null): string => {
    let [out, at] = ['', node.start]
    for (const child of children) {
      out += text.slice(at, child.start) + write(child, node, result)
      at = child.end
    }
    return out + text.slice(at, node.end)
  }

  const writeStatement = (node: SyntaxNode, result: SyntaxNode | null): string => {
    const whole = withChildren(node, writableChildren(node), result)
    if (isLoop(node)) return `{ if (!__mutant(${addMutant(node.start, textOf(node), '(removed)')})) ${whole} }`
    if (node.type !== 'ExpressionStatement' || node.directive) return whole
    if (isMemory(nodeAt(node, 'expression'))) return `{;${whole}}`
    return `{ if (!__mutant(${addMutant(node.start, textOf(node), '(removed)')})) {;${whole}} }`
  }

  const writeBody = (node: SyntaxNode, parent: SyntaxNode, result: SyntaxNode | null): string => {
    if (isLoop(parent)) return `{ __turn(); ${withChildren(node, writableChildren(node), result)} }`
    const whole = withChildren(node, writableChildren(node), result)
    if (nodesAt(node, 'body').length === 0) return whole
    return `{ if (__mutant(${addMutant(node.start, textOf(node), '{}')})) return; ${whole.slice(1)}`
  }

  const write = (node: SyntaxNode, parent: SyntaxNode | null, result: SyntaxNode | null): string => {
    const answer = isFunction(node) ? ((node.returnType as SyntaxNode | null) ?? null) : result
    const isBody = parent !== null && parent.body === node && (isFunction(parent) || isLoop(parent))
    if (isBody && (node.type === 'BlockStatement' || isLoop(parent!))) return writeBody(node, parent!, answer)
    if (node.type.endsWith('Statement') && node.type !== 'BlockStatement') return writeStatement(node, answer)
    const whole = withChildren(node, writableChildren(node), answer)
    if (!isExpressionPlace(node, parent) || chained.has(node)) return whole
    const around: Surroundings = { parent, textOf, isMemory }
    const variants = variantsOf(node, around)
    const isAnswer = isBody || parent?.type === 'ReturnStatement'
    if (isAnswer && answer) variants.push(...emptyAnswersOf(typeText(answer, textOf)).filter((empty) => empty !== textOf(node)))
    if (isBody && variants.length === 0 && !isOrdering(node) && textOf(node) !== 'undefined') variants.push('undefined')
    return choose(node, variants, whole)
  }
  return { code: write(program, null, null), mutants }
}

const typeText = (annotation: SyntaxNode, textOf: (node: SyntaxNode) => string) => textOf(annotation).replace(/^:\s*/, '').trim()

const onOneLine = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > 110 ? `${flat.slice(0, 107)}…` : flat
}

/** What may be mutated below a node: no types, imports, names or targets of assignments. */
function writableChildren(node: SyntaxNode): SyntaxNode[] {
  if (/^(?:Import|ExportAll|ExportSpecifier)/.test(node.type)) return []
  const assigned = /^(?:Assignment|Update)Expression$|^For(?:Of|In)Statement$/.test(node.type)
    ? (node.left ?? node.argument)
    : null
  const isDeletion = node.type === 'UnaryExpression' && node.operator === 'delete'
  const named = node.computed ? null : (node.key ?? node.property)
  return childrenOf(node).filter((child) => {
    if (child === assigned || child === node.source || (isDeletion && child === node.argument)) return false
    if (child === named && child !== node.value) return false
    return !child.type.startsWith('TS') || /^TS(?:As|Satisfies|NonNull)Expression$/.test(child.type)
  })
}

/** Where an expression's value is used, so that another may take its place. */
function isExpressionPlace(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (!parent || /^(?:Program|Property|SpreadElement|TemplateElement|VariableDeclarat|.*Pattern$|.*Specifier$)/.test(node.type))
    return false
  return !(parent.type === 'ExpressionStatement' && node.type === 'Literal')
}

/** The inner links of `a?.b.c()`: a value put in the place of one of them would no longer end the chain. */
function linksOfChains(program: SyntaxNode): Set<SyntaxNode> {
  const links = new Set<SyntaxNode>()
  for (const node of everyNode(program)) {
    if (node.type !== 'ChainExpression') continue
    let link: unknown = node.expression
    while (isNode(link) && /^(?:Call|Member|TSNonNull)Expression$/.test(link.type)) {
      links.add(link)
      link = link.callee ?? link.object ?? link.expression
    }
  }
  return links
}

/**
 * Recognises code that only reads or fills a memory: a map that is created empty at the top of a module. A fault there makes
 * the program slower and changes no answer, so that no test could find it.
 */
function memoryReader(program: SyntaxNode): (node: SyntaxNode) => boolean {
  const memories = new Set<string>()
  const remembered = new Set<string>()
  for (const node of nodesAt(program, 'body')) {
    const declaration = node.type === 'ExportNamedDeclaration' ? (node.declaration as SyntaxNode | null) : node
    if (declaration?.type !== 'VariableDeclaration') continue
    for (const one of nodesAt(declaration, 'declarations'))
      if (isEmptyMemory(one.init)) memories.add(String(nodeAt(one, 'id').name))
  }
  const isCallOf = (node: SyntaxNode): boolean => {
    if (node.type !== 'CallExpression' || nodeAt(node, 'callee').type !== 'MemberExpression') return false
    return memories.has(String(nodeAt(nodeAt(node, 'callee'), 'object').name))
  }
  for (const node of everyNode(program))
    if (node.type === 'VariableDeclarator' && isNode(node.init) && isCallOf(node.init))
      remembered.add(String(nodeAt(node, 'id').name))
  return (node) => isCallOf(node) || (node.type === 'Identifier' && remembered.has(String(node.name)))
}

const isEmptyMemory = (init: unknown): boolean =>
  isNode(init) &&
  ((init.type === 'NewExpression' && /^(?:Weak)?Map$/.test(String(nodeAt(init, 'callee').name))) ||
    (init.type === 'CallExpression' && nodeAt(init, 'callee').name === 'makeMemory')) &&
  (init.type === 'CallExpression' || nodesAt(init, 'arguments').length === 0)
