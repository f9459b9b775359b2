import { expect, test } from 'vitest'
import { describeFactProblem } from './fact-problem.ts'
import { parseTsv } from './parse-tsv.ts'
import { readFacts } from './read-facts.ts'
import type { FactTexts } from './read-facts.ts'
import { getShippedFacts, shippedTexts } from './shipped-facts.ts'

const columns = ['id', 'name']
const problemsOf = (text: string): string[] => parseTsv({ file: 'x.tsv', text, columns }).problems.map(describeFactProblem)

test('rows come by column name with their line', () => {
  const { rows, problems } = parseTsv({ file: 'x.tsv', text: '\uFEFFid\tname\r\n1\tÅre\r\n2\t\r\n', columns })
  expect(problems).toEqual([])
  expect(rows).toEqual([
    { line: 2, cells: { id: '1', name: 'Åre' } },
    { line: 3, cells: { id: '2', name: '' } },
  ])
})

test.each([
  ['an empty file', '', 'line 1: The file is empty'],
  ['no row', 'id\tname\n', 'line 1: There is a header but no row'],
  ['a column too few', 'id\n1\n', 'line 1: The column names differ (missing: name)'],
  ['a misspelt column', 'id\tnamn\n1\ta\n', 'line 1: The column names differ (missing: name; unknown: namn)'],
  ['another order', 'name\tid\na\t1\n', 'line 1: The columns are in another order'],
  ['a cell too many', 'id\tname\n1\ta\tb\n', 'line 2: The line has 3 cells, but there are 2 columns'],
  ['an empty line', 'id\tname\n\n1\ta\n', 'line 2: The line is empty'],
  ['blanks around', 'id\tname\n1\ta \n', 'line 2, column name: Found "a ". Remove the blanks'],
])('%s is reported with its place', (_, text, start) => {
  expect(problemsOf(text)).toEqual([expect.stringContaining(`facts/x.tsv, ${start}`)])
})

test('the shipped files are read without a fault', () => {
  expect(readFacts(shippedTexts).problems).toEqual([])
  expect(getShippedFacts().regions).toHaveLength(21)
})

/** The problems of the shipped files with one text replaced in one of them. */
function problemsWith(name: Exclude<keyof FactTexts, 'concepts'>, from: string, to: string): string[] {
  expect(shippedTexts[name]).toContain(from)
  return readFacts({ ...shippedTexts, [name]: shippedTexts[name].replace(from, to) }).problems.map(describeFactProblem)
}

test('a wrong cell is reported with file, line, column and how to write it', () => {
  expect(problemsWith('strategies', 'true\t2021-12-07', 'true\t2021-13-07')).toEqual([
    'facts/strategies.tsv, line 14, column valid_from: Found "2021-13-07". A date is written YYYY-MM-DD, for example 2018-01-31.',
  ])
  expect(problemsWith('findings', '\t162\t', '\tsist\t')).toEqual([expect.stringMatching(/^facts\/findings.tsv, line 2, column line: Found "sist"\. A whole number/)])
})

test('a wrong cell does not make the rows that refer to its row wrong too', () => {
  expect(problemsWith('regions', '01\tstockholm\t', '1\tstockholm\t')).toHaveLength(1)
})

test('references that lead nowhere, doubles and one-sided neighbours are reported', () => {
  expect(problemsWith('clusters', '\t12\t', '\t11\t')).toEqual([expect.stringMatching(/column region_code: Found "11"\. There is no such code in facts\/regions.tsv/)])
  expect(problemsWith('wishes', 'wish-2018-02', 'wish-2018-01')).toEqual([expect.stringMatching(/line 3, column id: Found "wish-2018-01"\. It occurs on line 2 already/)])
  expect(problemsWith('regions', '\t03 04\t', '\t03\t')).toEqual([expect.stringMatching(/column neighbours_by_land: Found "01"\. Region 01 does not name 04/)])
})

test('a note in one language alone is reported', () => {
  expect(problemsWith('sources', '\tThe date is when the page was last reviewed.', '\t')).toEqual([expect.stringMatching(/column note_en: Found ""\. Write the note in both/)])
})

test.each([
  ['regions', 'Stockholms län', 'x'.repeat(81), 'county_name'],
  ['priorityAreas', 'Health, medical care and social care', 'x'.repeat(301), 'translated_label'],
  ['findings', 'Mycket hänger på ledarskapet', 'x'.repeat(2001), 'text_sv'],
  ['clusters', '\tTechTank\t', `\t${'x'.repeat(121)}\t`, 'name'],
] as const)('a cell of %s that the record could not have is told with its line and column', (name, from, to, column) => {
  const problems = problemsWith(name, from, to)
  expect(problems).toEqual([expect.stringMatching(new RegExp(`line \\d+, column ${column}: Found "`))])
})
