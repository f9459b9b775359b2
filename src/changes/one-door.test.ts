import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..')
const files = (readdirSync(source, { recursive: true }) as string[]).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(^|\/)testing\/|^web\/islands\//.test(name),
)

test('nothing but submit appends to a registry, and nothing but loading loads one', () => {
  const using = (call: RegExp) => files.filter((name) => call.test(readFileSync(join(source, name), 'utf8')))
  expect(using(/\bstore\.append\(/)).toEqual(['changes/submit.ts'])
  expect(using(/\bstore\.load\(/).sort()).toEqual(['cli/archive-commands.ts', 'cli/load-first-facts.ts', 'store/sqlite-store.ts'])
})
