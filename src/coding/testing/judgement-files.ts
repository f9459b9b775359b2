import companiesTsv from '../../../fixtures/judgements/companies.tsv?raw'
import descriptionsTsv from '../../../fixtures/judgements/descriptions.tsv?raw'
import pairsTsv from '../../../fixtures/judgements/pairs.tsv?raw'
import queriesTsv from '../../../fixtures/judgements/queries.tsv?raw'

export type Split = 'tuning' | 'test'

/** The rows of a judgement file, by column. */
function readRows(tsv: string): Record<string, string>[] {
  const [head, ...lines] = tsv.trimEnd().split('\n')
  const names = head!.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}

/** Parses `id:grade|id:grade` into grades by id. */
const gradesOf = (cell: string): ReadonlyMap<string, number> =>
  new Map(
    cell
      .split('|')
      .filter(Boolean)
      .map((one) => [one.slice(0, one.lastIndexOf(':')), Number(one.slice(one.lastIndexOf(':') + 1))] as const),
  )

const ofSplit = (tsv: string, split: Split) => readRows(tsv).filter((row) => row['split'] === split)

export const judgedQueries = (split: Split) =>
  ofSplit(queriesTsv, split).map((row) => ({ kind: row['kind']!, query: row['query']!, grades: gradesOf(row['grades']!) }))

export const judgedPairs = (split: Split) =>
  ofSplit(pairsTsv, split).map((row) => ({
    isHard: row['hard'] === 'yes',
    grade: Number(row['grade']),
    a: row['left']!,
    b: row['right']!,
  }))

export const judgedCompanies = (split: Split) =>
  ofSplit(companiesTsv, split).map((row) => ({
    regionCode: row['region_code']!,
    sni: row['sni']!,
    text: row['text']!,
    grades: gradesOf(row['grades']!),
    /** Accepted first hits in the own region; empty when nothing there fits. */
    ownIds: row['own_region']!.split('|').filter(Boolean),
  }))

/** Descriptions that businesses give of themselves, with the themes that may come first. There is no test half. */
export const judgedDescriptions = () =>
  ofSplit(descriptionsTsv, 'tuning').map((row) => ({ text: row['text']!, themeIds: row['themes']!.split('|') }))

/** nDCG at ten with gains 2^grade − 1; 1 when nothing is graded. */
export function gradedGain(grades: ReadonlyMap<string, number>, found: readonly string[]): number {
  const sum = (list: readonly number[]) =>
    list.slice(0, 10).reduce((total, grade, at) => total + (2 ** grade - 1) / Math.log2(at + 2), 0)
  const ideal = sum([...grades.values()].sort((a, b) => b - a))
  return ideal === 0 ? 1 : sum(found.map((id) => grades.get(id) ?? 0)) / ideal
}

export const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
