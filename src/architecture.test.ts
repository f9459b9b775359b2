import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const source = dirname(fileURLToPath(import.meta.url))
const longestFile = 400
const longestFunction = 60

const pure = ['records', 'language'] as const
const meaning = ['search', 'likeness', 'coding', 'places', 'thesaurus', 'snapshot', ...pure] as const

/** Which rooms each room may import from, besides itself (docs/decisions/017). */
const mayImport: Record<string, readonly string[]> = {
  records: [],
  language: ['records'],
  store: ['records'],
  sources: pure,
  snapshot: ['records'],
  thesaurus: ['snapshot', ...pure],
  places: ['snapshot', ...pure],
  coding: ['thesaurus', 'snapshot', ...pure],
  likeness: ['coding', 'thesaurus', 'snapshot', ...pure],
  search: ['likeness', 'coding', 'thesaurus', 'snapshot', ...pure],
  matching: ['sources', ...meaning],
  shapes: ['matching', ...meaning],
  documents: ['shapes', 'matching', ...meaning],
  changes: ['store', 'sources', 'likeness', 'coding', 'thesaurus', 'snapshot', ...pure],
  web: ['documents', 'shapes', 'matching', 'changes', 'store', 'sources', ...meaning],
  cli: ['documents', 'shapes', 'matching', 'changes', 'store', 'sources', ...meaning],
}

const files = (readdirSync(source, { recursive: true }) as string[])
  .filter((name) => /\.tsx?$/.test(name) && name.includes('/'))
  .sort()
const engine = (readdirSync(join(source, '../packages/relatedness/src'), { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `../packages/relatedness/src/${name}`)
  .sort()
const isTest = (name: string) => /\.test\.tsx?$|\/testing\//.test(name)
const textOf = (name: string) => readFileSync(join(source, name), 'utf8')
const importsOf = (name: string): string[] =>
  [...textOf(name).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
    .map(([, path]) => relative(source, resolve(source, dirname(name), path!)))
    .filter((path) => !path.startsWith('..'))

test('imports between rooms point one way', () => {
  const wrong = files
    .filter((name) => !isTest(name))
    .flatMap((name) => {
      const room = name.split('/')[0]!
      return importsOf(name)
        .map((path) => path.split('/')[0]!)
        .filter((other) => other !== room && !mayImport[room]?.includes(other))
        .map((other) => `${name} imports ${other}`)
    })
  expect(wrong).toEqual([])
})

/** What each folder of the engine may import besides itself; the entry file may import what is not the command line. */
const engineMayImport: Record<string, string[]> = {
  kernel: [],
  measures: ['kernel'],
  csv: ['measures'],
  cli: ['csv', 'measures', 'kernel'],
  '': ['csv', 'measures', 'kernel'],
}

test('the engine imports nothing but itself, and Node only where it is run from the command line', () => {
  const engineFolder = (path: string) => path.split('packages/relatedness/src/')[1]?.match(/^(.*)\/[^/]*$/)?.[1] ?? ''
  const wrong = engine
    .filter((name) => !isTest(name))
    .flatMap((name) => [...textOf(name).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, path]) => ({ name, path: path! })))
    .filter(({ name, path }) => {
      const folder = engineFolder(name)
      if (!path.startsWith('.')) return !(path.startsWith('node:') && folder === 'cli')
      const target = engineFolder(join(dirname(name), path))
      return target !== folder && !engineMayImport[folder]?.includes(target)
    })
  expect(wrong).toEqual([])
})

/** What the build puts something else in place of for the browser (`scripts/browser-facts.ts`). */
const replacedInBrowser = new Set(['language/dictionary-words.ts'])
const serverOnly = /^(?:store|changes|sources|documents|cli|web\/(?:http|api))\//

test('what runs in the browser reaches nothing that runs on the server', () => {
  const reached = new Set<string>()
  const reach = (name: string) => {
    if (reached.has(name) || replacedInBrowser.has(name)) return
    reached.add(name)
    for (const path of importsOf(name)) if (isValueImport(name, path)) reach(path)
  }
  for (const name of files) if (name.startsWith('web/islands/')) reach(name)
  expect(reached.size).toBeGreaterThan(20)
  expect([...reached].filter((name) => serverOnly.test(name) || /from '(node:|zod)/.test(textOf(name)))).toEqual([])
})

test('no file imports itself by way of others', () => {
  const graph = new Map(files.map((name) => [name, importsOf(name).filter((path) => isValueImport(name, path))]))
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (name: string, trail: readonly string[]) => {
    if (trail.includes(name)) cycles.push([...trail.slice(trail.indexOf(name)), name].join(' → '))
    if (done.has(name) || trail.includes(name)) return
    for (const next of graph.get(name) ?? []) walk(next, [...trail, name])
    done.add(name)
  }
  for (const name of files) walk(name, [])
  expect(cycles).toEqual([])
})

/** Whether a file takes more than types from another; types are gone when the program runs. */
function isValueImport(name: string, path: string): boolean {
  return [...textOf(name).matchAll(/import\s+(type\s)?[^;']*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g)].some(
    ([, isType, from]) => !isType && from && relative(source, resolve(source, dirname(name), from)) === path,
  )
}

test(`files have at most ${longestFile} lines`, () => {
  const long = [...files, ...engine]
    .map((name) => ({ name, lines: textOf(name).split('\n').length }))
    .filter(({ lines }) => lines > longestFile)
  expect(long).toEqual([])
})

test(`functions have at most ${longestFunction} lines`, () => {
  const long = [...files, ...engine]
    .filter((name) => !isTest(name))
    .flatMap((name) =>
      functionsOf(name)
        .filter(({ lines }) => lines > longestFunction)
        .map(({ at, lines }) => `${name}:${at} has ${lines} lines`),
    )
  expect(long).toEqual([])
})

test('file names are kebab-case and stand once in the tree, the two main.ts apart', () => {
  const names = [...files, ...engine].map((name) => name.split('/').at(-1)!)
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(name))).toEqual([])
  expect(names.filter((name, index) => name !== 'main.ts' && names.indexOf(name) !== index)).toEqual([])
})

interface Node {
  type: string
  start: number
  end: number
}

/** Every function of a file with the lines it takes. */
function functionsOf(name: string): { at: number; lines: number }[] {
  const text = textOf(name)
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
