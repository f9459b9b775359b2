import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'
import { decodeText } from './text-encoding.ts'

/** Beside the repository, or beside the folder of its worktrees. */
const folders = ['../../../../../shared/cases/', '../../../../../../shared/cases/'].map((path) => new URL(path, import.meta.url))
const folder = folders.find((one) => existsSync(one)) ?? folders[0]!

/** How many records there are, in how many regions, and the codes of the notes. */
const expected: Record<string, [records: number, regions: number, notes: string]> = {
  'e03-total-rows.csv': [20, 5, 'total-like-label'],
  'e06-pxweb-cp1252.csv': [24, 4, ''],
  'e15-nfd-mix.csv': [4, 2, 'spellings-together'],
  'e16-trailing-separators.csv': [6, 3, 'leftovers'],
  'e17-utf16-tab.csv': [6, 3, ''],
  'e20-sep-line.csv': [6, 3, 'leftovers'],
  'e21-sum-labels.csv': [9, 3, 'total-like-label'],
  'e22-sum-labels-eurostat.csv': [12, 4, 'total-like-label'],
  'e23-nbsp-case.csv': [5, 2, 'spellings-together'],
  'e24-blank-lines.csv': [6, 3, 'leftovers'],
  'e30-21-no-zero.csv': [63, 21, ''],
}

describe('tables that people have reported as trouble', () => {
  test.runIf(existsSync(folder)).each(Object.entries(expected))('%s', (fileName, right) => {
    const { text } = decodeText(new Uint8Array(readFileSync(new URL(fileName, folder))))
    const { records, notes } = readCsv(text)
    const regions = new Set(records.map(({ region }) => region))
    expect([records.length, regions.size, notes.map(({ code }) => code).join(' ')]).toEqual(right)
  })

  test.runIf(existsSync(folder))('have all a right answer here', () => {
    const files = readdirSync(folder).filter((name) => name.startsWith('e'))
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted())
  })
})
