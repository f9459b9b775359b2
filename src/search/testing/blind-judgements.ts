import companiesTsv from '../../../fixtures/judgements/blind-2026-11/companies.tsv?raw'
import queriesTsv from '../../../fixtures/judgements/blind-2026-11/queries.tsv?raw'
import secondCompaniesTsv from '../../../fixtures/judgements/blind-2026-11-second/companies.tsv?raw'
import secondQueriesTsv from '../../../fixtures/judgements/blind-2026-11-second/queries.tsv?raw'

/** Rules and weights are set with `tune`; `measure`, and what a second judge wrote, are only run to report a figure. */
export type Half = 'tune' | 'measure' | 'second'

function readRows(tsv: string, half: Half): Record<string, string>[] {
  const [head, ...lines] = tsv.trimEnd().split('\n')
  const names = head!.split('\t')
  return lines
    .map((line) => {
      const cells = line.split('\t')
      return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
    })
    .filter((row) => row['half'] === half)
}

/** Parses `id:grade|id:grade` into grades by id. */
const gradesOf = (cell: string): ReadonlyMap<string, number> =>
  new Map(
    cell
      .split('|')
      .filter(Boolean)
      .map((one) => [one.slice(0, one.lastIndexOf(':')), Number(one.slice(one.lastIndexOf(':') + 1))] as const),
  )

/** The companies judged blind in November 2026; `grades` is empty for those that fit nothing. */
export const blindCompanies = (half: Half) =>
  [...readRows(companiesTsv, half), ...readRows(secondCompaniesTsv, half)].map((row) => ({
    id: row['id']!,
    text: row['text']!,
    place: row['municipality']!,
    sni: row['sni']!,
    grades: gradesOf(row['fits']!),
  }))

/** The queries judged blind in November 2026; `grades` is empty for those that should find nothing. */
export const blindQueries = (half: Half) =>
  [...readRows(queriesTsv, half), ...readRows(secondQueriesTsv, half)].map((row) => ({
    query: row['query']!,
    language: row['language'] as 'sv' | 'en',
    form: row['form']!,
    grades: gradesOf(row['relevant']!),
  }))

export interface Interval {
  mean: number
  from: number
  to: number
}

const rounds = 2000

/** The mean with its 95 % bootstrap interval. The draws are the same in every run, so that figures can be compared. */
export function meanWithInterval(values: readonly number[]): Interval {
  const draw = makeDraw()
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  const means = Array.from({ length: rounds }, () => mean(values.map(() => values[Math.floor(draw() * values.length)]!)))
  means.sort((a, b) => a - b)
  return { mean: mean(values), from: means[Math.floor(rounds * 0.025)]!, to: means[Math.ceil(rounds * 0.975) - 1]! }
}

/** Numbers 0–1 that look random and are the same every time (a linear congruential generator, Numerical Recipes). */
function makeDraw(): () => number {
  let state = 20_261_127
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
