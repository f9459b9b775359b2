import type { ThesaurusFacts } from '../../records/thesaurus-facts.ts'
import { describeFactProblem } from '../../sources/facts/fact-problem.ts'
import { thesaurusFactsOf } from '../../sources/facts/plain-facts.ts'
import { readFacts } from '../../sources/facts/read-facts.ts'
import { shippedTexts } from '../../sources/facts/shipped-facts.ts'

/** The first day of an invented second edition, and the day before it. */
export const secondEditionDay = '2027-06-01'
export const lastDayOfFirst = '2027-05-31'

const ended = 'test-och-demonstration'
const added =
  'kvantteknik\tquantum-technology\tdigital\tKvantteknik\tQuantum technology\tKvantdatorer och kvantsensorer.\tQuantum computers and sensors.\t\tkvantteknik|kvantdator|kvantsensor\tquantum technology|quantum computer|quantum sensor'

/**
 * The shipped files with a second edition added: the theme Energi is renamed Energi och effekt, Kvantteknik is added,
 * and Test och demonstration ends together with the concepts that are below it only.
 */
export function textsOfTwoEditions() {
  const files = Object.entries(shippedTexts.concepts)
  const gone = new Set([ended])
  for (const [, text] of files)
    for (const { id, broader } of rowsOf(text)) if (broader!.split('|').every((one) => gone.has(one))) gone.add(id!)
  const renamed = (row: Row): Row => (row['id'] === 'energi' ? { ...row, label_sv: 'Energi och effekt' } : row)
  return {
    ...shippedTexts,
    themes: `${changed(shippedTexts.themes, gone, renamed)}${added}\t${secondEditionDay}\t\n`,
    concepts: Object.fromEntries(files.map(([file, text]) => [file, changed(text, gone, (row) => row)])),
  }
}

type Row = Record<string, string>

function rowsOf(text: string): Row[] {
  const [head, ...lines] = text.replace(/\n$/, '').split('\n')
  const names = head!.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [names[at]!, cell])))
}

/** Ends every row that differs in the second edition and adds its new form; rows in `gone` end without one. */
function changed(text: string, gone: ReadonlySet<string>, change: (row: Row) => Row): string {
  const names = text.slice(0, text.indexOf('\n')).split('\t')
  const rows = rowsOf(text).flatMap((row): Row[] => {
    const end = { ...row, valid_to: secondEditionDay }
    if (gone.has(row['id']!)) return [end]
    const next: Row = { ...change(row), valid_from: secondEditionDay }
    for (const name of ['broader', 'related']) if (name in next) next[name] = withoutGone(next[name]!, gone)
    return names.every((name) => name === 'valid_from' || row[name] === next[name]) ? [row] : [end, next]
  })
  return [names, ...rows.map((row) => names.map((name) => row[name]!))].map((cells) => `${cells.join('\t')}\n`).join('')
}

const withoutGone = (cell: string, gone: ReadonlySet<string>): string =>
  cell
    .split('|')
    .filter((one) => !gone.has(one))
    .join('|')

/** The parsed facts of both editions. */
export function twoEditions(): ThesaurusFacts {
  const { facts, problems } = readFacts(textsOfTwoEditions())
  if (problems.length > 0) throw new Error(problems.map(describeFactProblem).join('\n'))
  return thesaurusFactsOf(facts, 'two editions')
}
