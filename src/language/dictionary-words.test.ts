import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isDictionaryWord } from './dictionary-words.ts'
import { makeStem } from './stems.ts'

const linesOf = (name: string): string[] => readFileSync(`node_modules/${name}/index.dic`, 'utf8').split('\n')

test.each([
  ['sv', 'dictionary-sv'],
  ['en', 'dictionary-en'],
] as const)('every word of the dictionary is found, and so is every stem: %s', (lang, name) => {
  const words = linesOf(name)
    .map((line) => line.split('/', 1)[0]!.trim())
    .filter((word) => /^\p{Ll}+$/u.test(word))
  expect(words.length).toBeGreaterThan(30_000)
  const missing = words.filter((word) => {
    const stem = makeStem(word, lang)
    return !isDictionaryWord(word) || (stem.length >= 3 && !isDictionaryWord(stem))
  })
  expect(missing).toEqual([])
})

test.each([
  ['hus', true],
  ['husen', true],
  ['städer', true],
  ['böckerna', true],
  ['houses', true],
  ['blåbärsö', false],
  ['tillverkningg', false],
  ['kattuggleburkig', false],
  ['', false],
  ['x', true],
  ['qx', false],
])('«%s» is in a dictionary: %s', (word, isIn) => {
  expect(isDictionaryWord(word)).toBe(isIn)
})
