import { dirname, join } from 'node:path/posix'
import { parseSync } from 'vite'

/**
 * The rules of the house (docs/decisions/017), each a function from the source files to what breaks it. They are given the files
 * as a value, so that the test can show them a tree with a fault in it.
 */
export type SourceTree = ReadonlyMap<string, string>

const pure = ['records', 'language'] as const
const meaning = ['evidence', 'search', 'likeness', 'coding', 'places', 'thesaurus', 'snapshot', ...pure] as const

/** Which rooms each room may import from, besides itself. The entry at the root of `src` puts `cli` and `web` together. */
const mayImport: Record<string, readonly string[]> = {
  records: [],
  language: ['records'],
  store: ['records'],
  accounts: ['store', 'records'],
  conversation: ['snapshot', 'store', ...pure],
  sources: pure,
  snapshot: ['records'],
  thesaurus: ['snapshot', ...pure],
  places: ['snapshot', ...pure],
  coding: ['thesaurus', 'snapshot', ...pure],
  likeness: ['coding', 'thesaurus', 'snapshot', ...pure],
  search: ['likeness', 'coding', 'thesaurus', 'snapshot', ...pure],
  evidence: ['coding', 'thesaurus', 'snapshot', ...pure],
  matching: ['sources', ...meaning],
  shapes: ['matching', ...meaning],
  documents: ['shapes', 'matching', ...meaning],
  changes: ['store', 'sources', 'likeness', 'coding', 'thesaurus', 'snapshot', ...pure],
  drafts: ['changes', 'accounts', 'store', 'snapshot', 'records'],
  web: ['drafts', 'documents', 'shapes', 'matching', 'changes', 'accounts', 'conversation', 'store', 'sources', ...meaning],
  cli: ['drafts', 'documents', 'shapes', 'matching', 'changes', 'accounts', 'conversation', 'store', 'sources', ...meaning],
}

/** The same within `web`. `main.ts` and `site-contents.ts` at its root put all together: nobody else imports pages but the browser. */
const mayImportInWeb: Record<string, readonly string[]> = {
  frame: [],
  charts: ['frame'],
  http: ['frame'],
  api: ['http', 'frame'],
  pages: ['charts', 'api', 'frame'],
  islands: ['pages', 'frame'],
}

/** Where the bundler may be asked for files that are no code: shipped facts and word lists are read in one place each. */
const mayUseBundler = /^(?:sources\/facts\/|language\/word-lists\.ts$|web\/(?:charts|islands)\/|web\/pages\/all-addresses\.ts$)/

export const isTest = (name: string): boolean => /\.test\.tsx?$|(?:^|\/)testing\//.test(name)

/** Imports between rooms, and between the folders of `web`, that point the wrong way; types count. */
export function wrongImports(tree: SourceTree): string[] {
  return programFiles(tree).flatMap((name) =>
    importsOf(tree, name)
      .filter((path) => !isAllowedImport(name, path))
      .map((path) => `${name} imports ${path}`),
  )
}

function isAllowedImport(name: string, path: string): boolean {
  const [room, folder] = name.split('/') as [string, string]
  const [otherRoom, otherFolder] = path.split('/') as [string, string]
  if (!name.includes('/')) return true
  if (room !== otherRoom) return mayImport[room]?.includes(otherRoom) ?? false
  if (room !== 'web' || name.split('/').length === 2 || folder === otherFolder) return true
  return mayImportInWeb[folder]?.includes(otherFolder) ?? false
}

/** What is declared about where a page is found knows nothing else, so that browser and command line may read it. */
export const wrongAddressImports = (tree: SourceTree): string[] =>
  programFiles(tree)
    .filter((name) => name.endsWith('.address.ts'))
    .flatMap((name) => importsOf(tree, name).map((path) => `${name} imports ${path}`))
    .filter((one) => !one.endsWith(' imports web/frame/page-address.ts'))

/** Files of pure rooms that ask the bundler for something that is no code. */
export const bundlerImports = (tree: SourceTree): string[] =>
  programFiles(tree).filter(
    (name) =>
      !mayUseBundler.test(name) &&
      /from '[^']+\?[a-z]+'|import\.meta\.glob|from '\.[^']+(?<!\.tsx?|\.css|\.mjs)'/.test(withoutComments(tree.get(name)!)),
  )

/** Files that import themselves by way of others; a type alone is enough. A circle is told once. */
export function importCycles(tree: SourceTree): string[] {
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (name: string, trail: readonly string[]) => {
    if (trail.includes(name)) cycles.push([...trail.slice(trail.indexOf(name)), name].join(' → '))
    if (done.has(name) || trail.includes(name)) return
    for (const next of importsOf(tree, name)) walk(next, [...trail, name])
    done.add(name)
  }
  for (const name of tree.keys()) walk(name, [])
  return cycles
}

/** What the build puts something else in place of for the browser (`scripts/browser-facts.ts`). */
const replacedInBrowser = new Set(['language/dictionary-words.ts'])
const serverOnly = /^(?:store|accounts|conversation|drafts|changes|sources|documents|cli|web\/(?:http|api))\//

/** All that the browser's scripts load. */
export function reachedByBrowser(tree: SourceTree): string[] {
  const reached = new Set<string>()
  const reach = (name: string) => {
    if (reached.has(name) || replacedInBrowser.has(name) || !tree.has(name)) return
    reached.add(name)
    for (const path of importsOf(tree, name, { isValue: true })) reach(path)
  }
  for (const name of tree.keys()) if (name.startsWith('web/islands/')) reach(name)
  return [...reached]
}

/** What the browser's scripts load that runs on the server alone. */
export const serverCodeInBrowser = (tree: SourceTree): string[] =>
  reachedByBrowser(tree).filter((name) => serverOnly.test(name) || /from '(node:|zod)/.test(tree.get(name)!))

export const longestFile = 400
export const longestFunction = 60

export const longFiles = (tree: SourceTree): string[] =>
  [...tree]
    .map(([name, text]) => ({ name, lines: text.split('\n').length }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ name, lines }) => `${name} has ${lines} lines`)

export const longFunctions = (tree: SourceTree): string[] =>
  programFiles(tree).flatMap((name) =>
    functionsOf(name, tree.get(name)!)
      .filter(({ lines }) => lines > longestFunction)
      .map(({ at, lines }) => `${name}:${at} has ${lines} lines`),
  )

/** File names that are not kebab-case, or are there more than once; the two `main.ts` apart. */
export function wrongNames(tree: SourceTree): string[] {
  const names = [...tree.keys()].map((name) => name.split('/').at(-1)!)
  return [
    ...names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(name)),
    ...names.filter((name, index) => name !== 'main.ts' && names.indexOf(name) !== index),
  ]
}

const programFiles = (tree: SourceTree): string[] => [...tree.keys()].filter((name) => !isTest(name))

const anImport = /(?:import|export)\s+(type\s)?[^;']*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)|import\s+'(\.[^']+)'/g

/** What a file imports from the tree, by path; with `isValue`, only what is there when the program runs. */
function importsOf(tree: SourceTree, name: string, { isValue = false } = {}): string[] {
  return [...withoutComments(tree.get(name) ?? '').matchAll(anImport)]
    .filter(([, isType]) => !isValue || !isType)
    .map(([, , from, lazy, bare]) => join(dirname(name), (from ?? lazy ?? bare)!))
    .filter((path) => !path.startsWith('..') && /\.tsx?$/.test(path))
}

const withoutComments = (text: string): string => text.replaceAll(/^\s*(?:\/\*\*?|\*|\/\/).*$/gm, '')

interface Node {
  type: string
  start: number
  end: number
}

/** Every function of a file with the lines it takes. */
function functionsOf(name: string, text: string): { at: number; lines: number }[] {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const found: { at: number; lines: number }[] = []
  const visit = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (value === null || typeof value !== 'object') return
    const node = value as Node
    if (/Function(Declaration|Expression)$/.test(node.type ?? ''))
      found.push({ at: lineAt(node.start), lines: lineAt(node.end) - lineAt(node.start) + 1 })
    Object.values(value).forEach(visit)
  }
  visit(parseSync(name, text).program)
  return found
}
