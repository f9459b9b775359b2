import { checkPairs } from './checked-arguments.ts'
import { checkChoice, declareOptions, oneOf, type OptionsOf } from './declared-options.ts'
import type { Note, Noted, PairMatrix } from './table.ts'

export type CoOccurrenceMeasure = 'association' | 'cosine' | 'jaccard' | 'probability'
const measureNames = ['association', 'cosine', 'jaccard', 'probability'] as const satisfies CoOccurrenceMeasure[]

const measureOptions = declareOptions('coOccurrenceRelatedness', {
  /**
   * What the total S_i of an activity is. `co-occurrences` (default, EconGeo): the sum of its row of co-occurrences with a
   * zero diagonal; T is the sum over all cells. `occurrences` (van Eck & Waltman's own): the diagonal of the matrix, how
   * often it occurs; T is the sum of those.
   */
  totals: oneOf(['co-occurrences', 'occurrences']),
  /** What 0/0 becomes: missing (default), or zero as EconGeo has it. */
  whenUndefined: oneOf(['missing', 'zero']),
})
export interface CoOccurrenceMeasureOptions extends OptionsOf<typeof measureOptions> {}

/**
 * Relatedness of activities from how often they occur together, against how often they would by chance.
 * With S_i and S_j the totals of the two, T the sum of totals and C_ij the co-occurrences:
 * `association` (C_ij / T) / ((S_i / T)(S_j / T)), `cosine` C_ij / √(S_i S_j), `jaccard` C_ij / (S_i + S_j − C_ij),
 * `probability` C_ij / (T/2 · (S_i/T · S_j/(T − S_i) + S_j/T · S_i/(T − S_j))).
 * @param counts  activities × activities, symmetric, zero or more; the diagonal is read only for `occurrences`
 * @returns the same shape, zero or more (cosine and jaccard up to 1 for whole counts of occurrences); the diagonal is zero.
 * NaN where a total is zero (noted `absent-activity`).
 * @throws RangeError when the matrix is not symmetric
 * Sources: van Eck & Waltman 2009, doi:10.1002/asi.21075; Steijn 2021, Quantitative Science Studies 2(2) (probability).
 */
export function coOccurrenceRelatedness(
  counts: PairMatrix,
  measure: CoOccurrenceMeasure,
  options: CoOccurrenceMeasureOptions = {},
): PairMatrix & Noted {
  checkPairs('coOccurrenceRelatedness', counts)
  checkChoice('coOccurrenceRelatedness: the measure', measure, measureNames)
  const { totals: kind, whenUndefined } = measureOptions.read(options)
  const { labels } = counts
  checkSymmetric(counts)
  const totals = Float64Array.from(labels, (_, i) =>
    kind === 'occurrences' ? counts.values[i * labels.length + i]! : offDiagonalSum(counts, i),
  )
  const total = totals.reduce((sum, value) => sum + value, 0)
  const values = new Float64Array(counts.values.length)
  for (let i = 0, at = 0; i < labels.length; i++)
    for (let j = 0; j < labels.length; j++, at++) {
      if (i === j) continue
      const value = formulas[measure](counts.values[at]!, [totals[i]!, totals[j]!], total)
      values[at] = Number.isNaN(value) && whenUndefined === 'zero' ? 0 : value
    }
  return { labels, values, notes: notesOf(labels, totals, whenUndefined) }
}

type Formula = (shared: number, totals: readonly [number, number], total: number) => number

const formulas: Record<CoOccurrenceMeasure, Formula> = {
  association: (shared, [one, other], total) => shared / total / ((one / total) * (other / total)),
  cosine: (shared, [one, other]) => shared / Math.sqrt(one * other),
  jaccard: (shared, [one, other]) => shared / (one + other - shared),
  probability: (shared, [one, other], total) =>
    shared / (((one / total) * (other / (total - one)) + (other / total) * (one / (total - other))) * (total / 2)),
}

function offDiagonalSum({ labels, values }: PairMatrix, row: number): number {
  let sum = 0
  for (let column = 0; column < labels.length; column++) if (column !== row) sum += values[row * labels.length + column]!
  return sum
}

function checkSymmetric({ labels, values }: PairMatrix): void {
  for (let i = 0; i < labels.length; i++)
    for (let j = i + 1; j < labels.length; j++)
      if (values[i * labels.length + j] !== values[j * labels.length + i])
        throw new RangeError(
          `Co-occurrences must be symmetric, but «${labels[i]}» with «${labels[j]}» is ${values[i * labels.length + j]} and the other way ${values[j * labels.length + i]}.`,
        )
}

function notesOf(labels: readonly string[], totals: Float64Array, whenUndefined: 'missing' | 'zero'): Note[] {
  const activities = labels.filter((_, at) => totals[at] === 0)
  if (activities.length === 0) return []
  const outcome = whenUndefined === 'zero' ? 'set to zero as asked' : 'undefined'
  return [
    { code: 'absent-activity', message: `These activities occur with no other, so their relatedness is ${outcome}.`, activities },
  ]
}
