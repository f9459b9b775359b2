import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { analyseInParallel } from '../src/parallel/analyse-in-parallel.ts'
import * as measures from '../src/relatedness.ts'
// @ts-expect-error a script without types
import { documentedFunctions, groupsOf, pageOf } from './build-docs.mjs'
// @ts-expect-error a script without types
import { examples, prepared } from './docs-examples.mjs'

const engine = { ...measures, analyseInParallel }
const functions = Object.entries(engine).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))

test('every public function has an example', () => {
  expect(Object.keys(examples).sort()).toEqual(functions.sort())
})

test.each(Object.entries(examples as Record<string, string>))('%s: its example runs', async (_, line) => {
  const [names, values] = [Object.keys(engine), Object.values(engine)]
  const work = new Function(...names, `${prepared}\nreturn ${line}`)
  expect(await work(...values)).toBeDefined()
})

test('every function has a section with what it does, and nothing is fetched from elsewhere', { timeout: 120_000 }, () => {
  const described = documentedFunctions() as { name: string; summary: string; sources: string }[]
  expect(described.map(({ name }) => name).sort()).toEqual(functions.sort())
  expect(described.filter(({ summary }) => summary.length < 20).map(({ name }) => name)).toEqual([])
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const groups = groupsOf(described, readme.split('## What it computes')[1]!.split('\n## ')[0]!) as [string, string[]][]
  expect(groups.map(([group]) => group)).toContain('relatedness')
  expect(groups.find(([group]) => group === 'others')).toBeUndefined()
  expect(groups.flatMap(([, names]) => names).sort()).toEqual(functions.sort())
  const page = pageOf(described) as string
  for (const name of functions) expect(page).toContain(`<section id="${name}">`)
  expect(page).toContain('Own diagonal in density and outlook')
  expect(page.match(/(?:src|<link[^>]*href)="https?:[^"]*"/g)).toBeNull()
  expect(page.match(/https:\/\/(?!doi\.org\/)[^"\s<]+/g)).toBeNull()
  expect(page).not.toContain('value="undefined"')
})
