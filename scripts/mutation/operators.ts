import { isNode, nodeAt, nodesAt } from './syntax.ts'
import type { SyntaxNode } from './syntax.ts'

/** The context of a node that operators use. */
export interface Surroundings {
  parent: SyntaxNode | null
  /** The node's text as written. */
  textOf(node: SyntaxNode): string
  /** Whether a node reads a memory that only makes the module quicker: without it the answers are the same. */
  isMemory(node: SyntaxNode): boolean
}

type Operator = (node: SyntaxNode, around: Surroundings) => string[]

const otherOperators = new Map([
  ['<', ['<=', '>=']],
  ['<=', ['<', '>']],
  ['>', ['>=', '<=']],
  ['>=', ['>', '<']],
  ['===', ['!==']],
  ['!==', ['===']],
  ['+', ['-']],
  ['-', ['+']],
  ['*', ['/']],
  ['/', ['*']],
  ['%', ['*']],
])
const isComparison = (operator: string) => /^[<>=!]=*$/.test(operator)

const otherMethods = new Map([
  ['find', 'findLast'],
  ['findLast', 'find'],
  ['findIndex', 'findLastIndex'],
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['min', 'max'],
  ['max', 'min'],
])

/** Calls that may be left out so that their object passes as it is. */
const removableMethods = new Set(['filter', 'slice', 'toReversed', 'reverse', 'trim', 'toLowerCase', 'toUpperCase', 'concat'])

/** The results of `a < b ? -1 : 1`, which orders two different things. Only their sign matters, and equal things do not occur. */
const isOrderArm = (node: unknown): boolean => isNode(node) && /^-?1$/.test(String(numberOf(node)))
export const isOrdering = (node: SyntaxNode | null): boolean =>
  node?.type === 'ConditionalExpression' && isOrderArm(node.consequent) && isOrderArm(node.alternate)

function numberOf(node: SyntaxNode): number | null {
  if (node.type === 'Literal' && typeof node.value === 'number') return node.value
  if (node.type !== 'UnaryExpression' || node.operator !== '-') return null
  const value = numberOf(nodeAt(node, 'argument'))
  return value === null ? null : -value
}

const isText = (node: SyntaxNode) =>
  node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')

/** Words that are shown to people are left alone; what is compared, stored or sent is data. */
const isWording = (text: string) => /\p{L}[\p{L}.,:;!?’”»]* +\p{L}|[^\p{ASCII}]/u.test(text)

function isWordingPlace(parent: SyntaxNode | null): boolean {
  if (parent?.type !== 'Property') return false
  const key = nodeAt(parent, 'key')
  return ['sv', 'en', 'detail', 'reason', 'changeNote'].includes(String(key.name ?? key.value))
}

const binary: Operator = (node, { textOf, parent }) => {
  const [left, right] = [nodeAt(node, 'left'), nodeAt(node, 'right')]
  const operator = node.operator as string
  if (operator === '+' && (isText(left) || isText(right))) return []
  const isSameDirection = (other: string) => other.replace('=', '') === operator.replace('=', '')
  const others = (otherOperators.get(operator) ?? []).filter((other) => !(isOrdering(parent) && isSameDirection(other)))
  const isPart = parent?.type === 'LogicalExpression' || isTestOf(node, parent)
  const constants = isComparison(operator) && !isPart ? ['true', 'false'] : []
  return [...others.map((other) => `(${textOf(left)}) ${other} (${textOf(right)})`), ...constants]
}

const logical: Operator = (node, { textOf, isMemory }) => {
  const [left, right] = [textOf(nodeAt(node, 'left')), textOf(nodeAt(node, 'right'))]
  if (node.operator === '??') return isMemory(nodeAt(node, 'left')) ? [] : [left, right]
  return [`(${left}) ${node.operator === '&&' ? '||' : '&&'} (${right})`, left, right]
}

const unary: Operator = (node, { textOf, parent }) => {
  if (node.operator === '!') return [textOf(nodeAt(node, 'argument'))]
  if (node.operator === '-') return parent && isOrdering(parent) ? [] : [textOf(nodeAt(node, 'argument'))]
  return []
}

const literal: Operator = (node, { parent }) => {
  if (typeof node.value === 'boolean') return [String(!node.value)]
  if (typeof node.value === 'number')
    return isOrdering(parent) || parent?.type === 'UnaryExpression' ? [] : [String(node.value + 1)]
  if (typeof node.value !== 'string' || isWording(node.value) || isWordingPlace(parent)) return []
  return [node.value === '' ? "'mutated'" : "''"]
}

const template: Operator = (node, { parent }) => {
  const parts = nodesAt(node, 'quasis').map(({ value }) => (value as { raw: string }).raw)
  return parts.some(isWording) || isWordingPlace(parent) || parent?.type === 'TaggedTemplateExpression' ? [] : ['``']
}

/** A call of a method with what it is called on, and its arguments. */
function methodCall(node: SyntaxNode): { object: SyntaxNode; method: string; args: SyntaxNode[] } | null {
  const callee = nodeAt(node, 'callee')
  if (callee.type !== 'MemberExpression' || callee.computed) return null
  return { object: nodeAt(callee, 'object'), method: String(nodeAt(callee, 'property').name), args: nodesAt(node, 'arguments') }
}

const call: Operator = (node, { textOf }) => {
  const called = methodCall(node)
  if (!called) return []
  const { object, method, args } = called
  const dot = nodeAt(node, 'callee').optional ? '?.' : '.'
  const list = args.map(textOf).join(', ')
  // The parentheses around `(a ?? b).find(…)` are no part of the node.
  const target = /^(?:Identifier|MemberExpression|CallExpression|ThisExpression)$/.test(object.type)
    ? textOf(object)
    : `(${textOf(object)})`
  const other = otherMethods.get(method)
  const isMath = object.name === 'Math'
  if (other && isMath === (method === 'min' || method === 'max')) return [`${target}${dot}${other}(${list})`]
  if (method === 'sort' || method === 'toSorted') {
    const turned = args.length === 0 ? `${textOf(node)}.reverse()` : `${target}${dot}${method}((a, b) => (${list})(b, a))`
    return [turned, textOf(object)]
  }
  return removableMethods.has(method) ? [textOf(object)] : []
}

/** `[...a, ...b]` without one of them, a list without its elements, and distinct values without being made distinct. */
const array: Operator = (node, { textOf, parent }) => {
  const elements = nodesAt(node, 'elements')
  const spreads = elements.filter((element) => element?.type === 'SpreadElement')
  const [first] = spreads
  const inner = first && nodeAt(first, 'argument')
  const isDistinct = elements.length === 1 && inner?.type === 'NewExpression' && nodeAt(inner, 'callee').name === 'Set'
  if (isDistinct && nodesAt(inner, 'arguments').length === 1) return [`[...(${textOf(nodesAt(inner, 'arguments')[0]!)})]`, '[]']
  if (spreads.length > 0)
    return spreads.map(
      (left) =>
        `[${elements
          .filter((element) => element !== left)
          .map(textOf)
          .join(', ')}]`,
    )
  return elements.length === 0 || parent?.type === 'TSAsExpression' ? [] : ['[]']
}

const isTestOf = (node: SyntaxNode, parent: SyntaxNode | null): boolean =>
  (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === node

/** `a?.b` read as `a.b`, for every such place of a chain. */
const chain: Operator = (node, around) => {
  const inner = nodeAt(node, 'expression')
  const variants = [...(operators[inner.type]?.(inner, around) ?? [])]
  const text = around.textOf(node)
  for (let link = inner; link.type === 'CallExpression' || link.type === 'MemberExpression';) {
    const below = nodeAt(link, link.type === 'CallExpression' ? 'callee' : 'object')
    if (link.optional) {
      const at = text.indexOf('?.', below.end - node.start)
      const isDotted = /^[\p{L}_$#]/u.test(text.slice(at + 2))
      variants.push(text.slice(0, at) + (isDotted ? '.' : '') + text.slice(at + 2))
    }
    link = below
  }
  return variants
}

const operators: Record<string, Operator> = {
  BinaryExpression: binary,
  LogicalExpression: logical,
  UnaryExpression: unary,
  Literal: literal,
  TemplateLiteral: template,
  CallExpression: call,
  ArrayExpression: array,
  ChainExpression: chain,
  UpdateExpression: (node, { textOf }) => {
    const other = node.operator === '++' ? '--' : '++'
    const target = textOf(nodeAt(node, 'argument'))
    return [node.prefix ? other + target : target + other]
  },
  AssignmentExpression: (node, { textOf }) => {
    const other = { '+=': '-=', '-=': '+=', '*=': '/=', '/=': '*=' }[node.operator as string]
    return other ? [`${textOf(nodeAt(node, 'left'))} ${other} ${textOf(nodeAt(node, 'right'))}`] : []
  },
}

/** All variants of an expression; none for names and types. */
export function variantsOf(node: SyntaxNode, around: Surroundings): string[] {
  const own = [...(operators[node.type]?.(node, around) ?? [])]
  const { parent } = around
  if (isTestOf(node, parent) && !around.isMemory(node)) own.push('true', 'false')
  if (/^(?:While|DoWhile|For)Statement$/.test(parent?.type ?? '') && parent!.test === node) own.push('false')
  if (parent?.type === 'AssignmentPattern' && parent.right === node) own.push('undefined')
  return [...new Set(own)].filter((text) => text !== around.textOf(node))
}

/** The empty answers of a function, by its declared type. */
export function emptyAnswersOf(declaredType: string): string[] {
  if (/\|\s*null$|^null\s*\|/.test(declaredType)) return ['null']
  return declaredType.endsWith('[]') ? ['[]'] : []
}
