import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fillerWords, generalParts, languageMarkers, readWordList, subjectlessWords, wholeWords } from './word-lists.ts'

const folder = new URL('../../facts/language/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))

test.each(files)('%s: every row is complete, gives a reason, and occurs once', (name) => {
  const [header, ...lines] = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n')
  const columns = header!.split('\t')
  expect(columns.at(-1)).toBe('why')
  expect(lines.filter((line) => line.split('\t').length !== columns.length || /(^|\t)\s*(\t|$)/.test(line))).toEqual([])
  const keys = lines.map((line) => line.slice(0, line.lastIndexOf('\t')))
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

test('a word list is read by the names of its columns', () => {
  expect(readWordList('word\twhy\nmen\ta conjunction\n')).toEqual([{ word: 'men', why: 'a conjunction' }])
})

test('the lists can be told apart: each is there', () => {
  for (const list of [subjectlessWords, new Set(fillerWords), new Set(generalParts), wholeWords])
    expect(list.size).toBeGreaterThan(50)
  expect(languageMarkers.sv.has('och')).toBe(true)
  expect(languageMarkers.en.has('och')).toBe(false)
})
