import { expect, test } from 'vitest'
import { describeFactProblem } from './fact-problem.ts'
import { readFacts } from './read-facts.ts'

const themeColumns =
  'id slug_en family label_sv label_en definition_sv definition_en related terms_sv terms_en valid_from valid_to'
const conceptColumns =
  'id slug_en broader kind label_sv label_en definition_sv definition_en related sni ford sdg terms_sv terms_en valid_from valid_to'

const table = (columns: string, rows: Record<string, string>[]) => {
  const names = columns.split(' ')
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((cells) => `${cells.join('\t')}\n`).join('')
}
const words = { label_sv: 'Namn', label_en: 'Name', definition_sv: 'Vad det är.', definition_en: 'What it is.' }
const begun = { valid_from: '2026-11-23', terms_sv: 'ord', terms_en: 'word' }
const theme = (id: string, rest: Record<string, string> = {}) => ({ id, slug_en: `${id}-en`, family: 'digital', ...words, ...begun, ...rest })
const concept = (id: string, broader: string, rest: Record<string, string> = {}) => ({ id, slug_en: `${id}-en`, broader, kind: 'sector', ...words, ...begun, ...rest })

/** The problems of some themes and concepts, as a person reads them. */
const problemsOf = (themes: Record<string, string>[], concepts: Record<string, string>[] = [concept('c', themes[0]!.id!)]) =>
  readFacts({ themes: table(themeColumns, themes), concepts: { 'concepts/some.tsv': table(conceptColumns, concepts) } }).problems.map(
    describeFactProblem,
  )

test('a theme that is changed from a day on has a row for each stretch of days', () => {
  expect(problemsOf([theme('a', { valid_to: '2027-01-01' }), theme('a', { valid_from: '2027-01-01' })])).toEqual([])
})

test.each<[string, Record<string, string>[], Record<string, string>[] | undefined, RegExp]>([
  ['two rows of one theme at once', [theme('a'), theme('a', { valid_from: '2027-01-01' })], undefined, /^facts\/themes.tsv, line 3, column id: Found "a"\. On 2027-01-01 it is taken by line 2 of facts\/themes.tsv\. Let that row end/],
  ['a concept called as a theme', [theme('a'), theme('b')], [concept('a', 'b')], /^facts\/concepts\/some.tsv, line 2, column id: Found "a"\. .* taken by line 2 of facts\/themes.tsv/],
  ['an English short name taken twice', [theme('a'), theme('b', { slug_en: 'a-en' })], undefined, /line 3, column slug_en: Found "a-en"/],
  ['a row that ends before it begins', [theme('a', { valid_to: '2026-11-23' })], undefined, /line 2, column valid_to: .* ends before it begins/],
  ['a theme beside one that does not name it', [theme('a', { related: 'b' }), theme('b')], undefined, /line 2, column related: Found "b"\. Theme b does not have a among its related themes/],
  ['nothing above a concept', [theme('a')], [concept('c', '')], /some.tsv, line 2, column broader: Found ""\. Name at least one/],
  ['what is above a concept and is nowhere', [theme('a')], [concept('c', 'x')], /some.tsv, line 2, column broader: Found "x"\. No such subject is in force on 2026-11-23/],
  ['a concept that goes on when its theme has ended', [theme('a'), theme('b', { valid_to: '2027-06-01' })], [concept('c', 'b')], /column broader: Found "b"\. No such subject is in force on 2027-06-01\. Correct it, or let this row end/],
  ['a subject beside that is nowhere', [theme('a')], [concept('c', 'a', { related: 'x' })], /column related: Found "x"\. No such subject/],
  ['a theme beside a concept', [theme('a', { related: 'c' })], [concept('c', 'a')], /themes.tsv, line 2, column related: Found "c"\. No such subject/],
  ['an unknown family', [theme('a', { family: 'sport' })], undefined, /line 2, column family: Found "sport"\. The families are nature/],
  ['an empty term', [theme('a', { terms_sv: 'ord||ord' })], undefined, /line 2, column terms_sv: .*no empty one/],
  ['a goal that does not exist', [theme('a')], [concept('c', 'a', { sdg: '18' })], /column sdg: Found "18"\. The goals of Agenda 2030/],
])('%s is one problem, with its place', (_, themes, concepts, problem) => {
  expect(problemsOf(themes, concepts)).toEqual([expect.stringMatching(problem)])
})

test('a ring of concepts is a problem of each of them', () => {
  expect(problemsOf([theme('a')], [concept('c', 'd'), concept('d', 'c')])).toEqual([
    expect.stringMatching(/line 2, column broader: Found "d"\. c is above itself through its broader concepts/),
    expect.stringMatching(/line 3, column broader: Found "c"\. d is above itself through its broader concepts/),
  ])
})

test('references to classifications and places are checked where those are read', () => {
  const themes = table(themeColumns, [theme('a')])
  const concepts = { 'concepts/some.tsv': table(conceptColumns, [concept('c', 'a', { sni: '16|99', ford: '2.5' })]) }
  const industries = 'code\tlabel_sv\n16\tTrävaror\n'
  const scienceFields = 'code\tlabel_sv\tlabel_en\n2.4\tKemiteknik\tChemical engineering\n'
  expect(readFacts({ themes, concepts, industries, scienceFields }).problems.map(describeFactProblem)).toEqual([
    expect.stringMatching(/some.tsv, line 2, column sni: Found "99"\. There is no such code in facts\/sni-2007.tsv/),
    expect.stringMatching(/some.tsv, line 2, column ford: Found "2.5"\. There is no such code in facts\/ford-2015.tsv/),
  ])
  const municipalities = 'code\tname\tlan_code\n0114\tUpplands Väsby\t01\n'
  const localities = 'name\tlies_in\nBrottby\t0115\nBrottby\t0115\n'
  expect(readFacts({ municipalities, localities }).problems.map(describeFactProblem)).toEqual([
    expect.stringMatching(/localities.tsv, line 2, column lies_in: Found "0115"\. There is no such code in facts\/municipalities.tsv/),
    expect.stringMatching(/localities.tsv, line 3, column lies_in/),
    expect.stringMatching(/localities.tsv, line 3, column name: Found "Brottby"\. It occurs on line 2 already/),
  ])
})
