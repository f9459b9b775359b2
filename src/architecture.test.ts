import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  bundlerImports,
  importCycles,
  isTest,
  longestFile,
  longestFunction,
  longFiles,
  longFunctions,
  reachedByBrowser,
  serverCodeInBrowser,
  wrongAddressImports,
  wrongImports,
  wrongNames,
} from './architecture-rules.ts'
import type { SourceTree } from './architecture-rules.ts'

const source = dirname(fileURLToPath(import.meta.url))

const readTree = (folder: string, isWanted: (name: string) => boolean): SourceTree =>
  new Map(
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => isWanted(name))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )

const house = readTree(source, (name) => /\.tsx?$/.test(name) && !name.startsWith('architecture'))
const engine = readTree(join(source, '../packages/relatedness/src'), (name) => name.endsWith('.ts'))
/** The program and its engine, for what concerns every file. */
const both = new Map([...house, ...[...engine].map(([name, text]) => [`relatedness/${name}`, text] as const)])

/** The only file outside the rooms that read facts that asks the bundler for one: the words that tell of a misspelt label. */
const bundlerExceptions = ['sources/deck/suggest-label.ts']

describe('the house', () => {
  test('has imports that point one way, between rooms and within web', () => {
    expect(wrongImports(house)).toEqual([])
  })

  test('has no circles of imports, types counted', () => {
    expect(importCycles(house)).toEqual([])
  })

  test('has pages whose addresses know nothing of the page', () => {
    expect(wrongAddressImports(house)).toEqual([])
  })

  test('reads facts in one place, a few files apart that are named here', () => {
    expect(bundlerImports(house)).toEqual(bundlerExceptions)
  })

  test('sends the browser nothing that runs on the server', () => {
    expect(reachedByBrowser(house).length).toBeGreaterThan(20)
    expect(serverCodeInBrowser(house)).toEqual([])
  })

  test(`has files of at most ${longestFile} lines and functions of at most ${longestFunction}`, () => {
    expect([...longFiles(both), ...longFunctions(both)]).toEqual([])
  })

  test('has file names in kebab-case, each once', () => {
    expect(wrongNames(both)).toEqual([])
  })
})

/** What each folder of the engine may import besides itself; the entry file may import what is not the command line. */
const engineMayImport: Record<string, string[]> = {
  kernel: [],
  measures: ['kernel'],
  csv: ['measures'],
  cli: ['csv', 'measures', 'kernel', 'parallel'],
  parallel: ['measures', 'kernel'],
  '': ['csv', 'measures', 'kernel'],
}

test('the engine imports nothing but itself, and Node only where it is run from the command line', () => {
  const engineFolder = (path: string) => path.match(/^(.*)\/[^/]*$/)?.[1] ?? ''
  const wrong = [...engine]
    .filter(([name]) => !isTest(name))
    .flatMap(([name, text]) => [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, path]) => ({ name, path: path! })))
    .filter(({ name, path }) => {
      const folder = engineFolder(name)
      if (!path.startsWith('.')) return !(path.startsWith('node:') && folder === 'cli')
      const target = engineFolder(join(dirname(name), path))
      return target !== folder && !engineMayImport[folder]?.includes(target)
    })
  expect(wrong).toEqual([])
})

/** The house with files put in it, or in place of others. */
const houseWith = (files: Record<string, string>): SourceTree => new Map([...house, ...Object.entries(files)])

describe('a fault is caught:', () => {
  test.each<[string, string, string]>([
    ['a room that looks up', 'snapshot/fault.ts', "import { search } from '../search/search.ts'"],
    ['a type from above', 'records/fault.ts', "import type { Snapshot } from '../snapshot/snapshot.ts'"],
    ['the command line that knows the web', 'cli/fault.ts', "import type { Paths } from '../web/frame/paths.ts'"],
    ['the command line that loads the web when asked', 'cli/fault.ts', "const site = await import('../web/main.ts')"],
    ['http that knows a page', 'web/http/fault.ts', "import { pages } from '../pages/all-pages.ts'"],
    ['the API that knows a page', 'web/api/fault.ts', "import type { SearchShape } from '../pages/search/search.view.ts'"],
    ['the frame that knows a page', 'web/frame/fault.ts', "export { startPage } from '../pages/start/start.page.tsx'"],
    ['a page that knows how it is served', 'web/pages/fault/fault.page.tsx', "import { makeApp } from '../../http/app.ts'"],
    ['a room that nobody has named', 'helpers/fault.ts', "import { ExpectedError } from '../records/expected-error.ts'"],
  ])('%s', (_fault, name, text) => {
    const path = /'([^']+)'/.exec(text)![1]!
    expect(wrongImports(houseWith({ [name]: text }))).toEqual([`${name} imports ${join(dirname(name), path)}`])
  })

  test('a circle of values, of types, and of one type alone', () => {
    const importing = (path: string, isType: boolean) => `import ${isType ? 'type ' : ''}{ One } from '${path}'`
    for (const [first, second] of [
      [false, false],
      [true, true],
      [true, false],
    ] as const) {
      const files = { 'records/one.ts': importing('./two.ts', first), 'records/two.ts': importing('./one.ts', second) }
      expect(importCycles(houseWith(files))).toEqual(['records/one.ts → records/two.ts → records/one.ts'])
    }
    const typeInPlace = { 'records/one.ts': "let two: import('./two.ts').Two", 'records/two.ts': importing('./one.ts', true) }
    expect(importCycles(houseWith(typeInPlace))).toHaveLength(1)
  })

  test.each([
    ["import wordsTsv from '../../facts/words.tsv?raw'"],
    ["const files = import.meta.glob('../../facts/*.tsv')"],
    ["import areas from '../../facts/areas.json'"],
    ["import Worker from './work.ts?worker'"],
  ])('facts read by a pure room: %s', (text) => {
    expect(bundlerImports(houseWith({ 'coding/fault.ts': text }))).toContain('coding/fault.ts')
    expect(bundlerImports(houseWith({ 'sources/facts/fine.ts': text }))).not.toContain('sources/facts/fine.ts')
  })

  test('an address that knows its page', () => {
    const text = "import { faultText } from './fault.text.ts'"
    expect(wrongAddressImports(houseWith({ 'web/pages/fault/fault.address.ts': text }))).toHaveLength(1)
  })

  test('server code in the browser, also by way of others', () => {
    const files = {
      'web/islands/fault.ts': "import { help } from '../frame/help.ts'",
      'web/frame/help.ts': "import { readFileSync } from 'node:fs'",
    }
    expect(serverCodeInBrowser(houseWith(files))).toEqual(['web/frame/help.ts'])
    const onlyType = { ...files, 'web/islands/fault.ts': "import type { Help } from '../frame/help.ts'" }
    expect(serverCodeInBrowser(houseWith(onlyType))).toEqual([])
  })

  test('a long file, a long function, a name that is no kebab, a name that is there already', () => {
    const lines = (count: number) => '\n'.repeat(count)
    expect(longFiles(houseWith({ 'records/long.ts': lines(longestFile + 1) }))).toHaveLength(1)
    const long = `export function long() {${lines(longestFunction)}}`
    expect(longFunctions(houseWith({ 'records/long.ts': long }))).toEqual([`records/long.ts:1 has ${longestFunction + 1} lines`])
    expect(wrongNames(houseWith({ 'records/NoKebab.ts': '', 'records/search.ts': '' }))).toEqual(['NoKebab.ts', 'search.ts'])
  })

  test('but not what a comment tells', () => {
    const text = "// import { search } from '../search/search.ts'\n/** as in `import '../search/search.ts'` */"
    expect(wrongImports(houseWith({ 'records/fine.ts': text }))).toEqual([])
  })
})
