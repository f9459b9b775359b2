import areasTsv from '../../../fixtures/judgements/blind-2026-11/kinds-and-codes.tsv?raw'
import pairsTsv from '../../../fixtures/judgements/blind-2026-11/pairs.tsv?raw'
import secondAreasTsv from '../../../fixtures/judgements/blind-2026-11-second/kinds-and-codes.tsv?raw'
import secondPairsTsv from '../../../fixtures/judgements/blind-2026-11-second/pairs.tsv?raw'

/** `tune` may be looked at and tuned on; of `measure`, and of what a second judge wrote, only figures are read. */
export type Half = 'tune' | 'measure' | 'second'
export const halves = ['tune', 'measure'] as const

const rowsOf = (tsv: string): Record<string, string>[] => {
  const [head, ...lines] = tsv.trimEnd().split('\n')
  const names = head!.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}

const listIn = (cell: string): string[] => cell.split('|').filter(Boolean)

/** What a judge says that an area is, from its description. */
export interface JudgedArea {
  areaId: string
  kinds: readonly string[]
  divisions: readonly string[]
  isMeasurable: boolean
  fordCodes: readonly string[]
  themeIds: readonly string[]
  sdgGoals: readonly number[]
}

export const judgedAreas = (half: Half): JudgedArea[] =>
  [...rowsOf(areasTsv), ...rowsOf(secondAreasTsv)]
    .filter((row) => row['half'] === half)
    .map((row) => ({
      areaId: row['area']!,
      kinds: listIn(row['types']!),
      divisions: listIn(row['sni_divisions']!),
      isMeasurable: row['not_measurable'] === 'false',
      fordCodes: listIn(row['ford']!),
      themeIds: listIn(row['themes']!),
      sdgGoals: listIn(row['sdg']!).map(Number),
    }))

/** Two areas and how alike a judge finds them, 0–4. */
export interface JudgedAreaPair {
  areaIds: readonly [string, string]
  isHard: boolean
  grade: number
}

export const judgedAreaPairs = (half: Half): JudgedAreaPair[] =>
  [...rowsOf(pairsTsv), ...rowsOf(secondPairsTsv)]
    .filter((row) => row['half'] === half)
    .map((row) => ({
      areaIds: [row['area_a']!, row['area_b']!],
      isHard: row['hard'] === 'true',
      grade: Number(row['grade']),
    }))

/** What was given of a set, and what a judge would have given. */
export interface Given<T> {
  given: readonly T[]
  judged: readonly T[]
}

/** Precision, recall and F1 over all sets together. */
export function measureSets<T>(sets: readonly Given<T>[]): { precision: number; recall: number; f1: number } {
  let right = 0
  let given = 0
  let judged = 0
  for (const one of sets) {
    const unique = new Set(one.given)
    right += one.judged.filter((value) => unique.has(value)).length
    given += unique.size
    judged += one.judged.length
  }
  return { precision: right / given, recall: right / judged, f1: (2 * right) / (given + judged) }
}

const rounds = 1000

/**
 * The middle 95 % of what a figure becomes when its cases are drawn again, with repetition, as often as there are. The draw is the same
 * every time, so that a figure can be compared with that of an earlier program.
 */
export function intervalOf<T>(cases: readonly T[], figureOf: (drawn: readonly T[]) => number): readonly [number, number] {
  const random = randomFrom(20_261_127)
  const figures = Array.from({ length: rounds }, () =>
    figureOf(cases.map(() => cases[Math.floor(random() * cases.length)]!)),
  ).toSorted((a, b) => a - b)
  return [figures[Math.floor(rounds * 0.025)]!, figures[Math.ceil(rounds * 0.975) - 1]!]
}

/** Mulberry32, a small generator of even numbers from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
