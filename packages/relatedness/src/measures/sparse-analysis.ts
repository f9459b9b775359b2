import { type OutlookFormula, outlookNotes } from './complexity-outlook.ts'
import { complexityFromIndex, type ComplexityOptions, type EconomicComplexity } from './economic-complexity.ts'
import { locationQuotient, type LocationQuotientOptions } from './location-quotient.ts'
import { indexOfLists, lengthsOf } from './presence-index.ts'
import { densityNotes } from './relatedness-density.ts'
import { sparseNearness } from './sparse-nearness.ts'
import { sparseOutlook } from './sparse-outlook.ts'
import { type SparseResult, statesOf } from './sparse-result.ts'
import { missingNote } from './specialisation.ts'
import type { Note, Noted, Series, SparseTable } from './table.ts'
import { totalsOf } from './totals.ts'

/** Every step of an analysis of a sparse table, none of them written out. Each is what the function of its name gives. */
export interface SparseAnalysis extends Noted {
  quotients: SparseTable & Noted
  /** 1 where a region is specialised, NaN where that is not known; cells not stored are 0. */
  presence: SparseTable & Noted
  diversity: Series
  ubiquity: Series
  density: SparseResult & Noted
  complexity: EconomicComplexity
  outlook: { index: Series; gain: SparseResult } & Noted
}

export interface SparseChoices extends LocationQuotientOptions, ComplexityOptions {
  threshold: number
  ownDiagonal: boolean
  formula: OutlookFormula
}

/** `analyse` for a sparse table: what is alike in all regions is kept once. */
export function analyseSparse(table: SparseTable, choices: SparseChoices): Omit<SparseAnalysis, 'notes'> {
  const { missing = 'leave-out', reference, scaling, threshold, ownDiagonal, formula } = choices
  const { regions, activities } = table
  const quotients = locationQuotient(table, { missing, reference })
  const presence = sparseSpecialisation(quotients, threshold)
  const totals = totalsOf(table, missing)
  const states = statesOf(presence, (region) => !(totals.byRegion[region]! > 0))
  const columnTotals = reference?.values ?? totals.byActivity
  const isUnknown = (activity: number) => !(columnTotals[activity]! > 0)
  const lists = indexOfLists({ ...states.held, width: activities.length })
  const near = sparseNearness(lists)
  const complexity = complexityFromIndex({ regions, activities }, lists, { scaling })
  const ubiquity = lengthsOf(lists.activityStarts)
  const { pci } = complexity
  const made = sparseOutlook({ regions, activities, states, near, ubiquity, pci: pci.values, ownDiagonal, formula, isUnknown })
  return {
    quotients,
    presence,
    diversity: { labels: regions, values: lengthsOf(lists.regionStarts) },
    ubiquity: { labels: activities, values: ubiquity },
    density: { ...made.density, notes: densityNotes({ activities, counts: ubiquity, all: near.totals, ownDiagonal }) },
    complexity,
    outlook: { index: { labels: regions, values: made.index }, gain: made.gain, notes: outlookNotes(activities, pci, ubiquity) },
  }
}

function sparseSpecialisation(quotients: SparseTable, threshold: number): SparseTable & Noted {
  const { regions, activities } = quotients
  const rowStarts = new Uint32Array(regions.length + 1)
  const columns = new Uint32Array(quotients.columns.length)
  const values = new Float64Array(quotients.columns.length)
  let [size, missing] = [0, 0]
  for (let r = 0; r < regions.length; r++) {
    for (let at = quotients.rowStarts[r]!; at < quotients.rowStarts[r + 1]!; at++) {
      const quotient = quotients.values[at]!
      if (!(quotient >= threshold || Number.isNaN(quotient))) continue
      if (Number.isNaN(quotient)) missing++
      columns[size] = quotients.columns[at]!
      values[size++] = Number.isNaN(quotient) ? NaN : 1
    }
    rowStarts[r + 1] = size
  }
  const notes: Note[] = missingNote(missing)
  return { regions, activities, rowStarts, columns: columns.slice(0, size), values: values.slice(0, size), notes }
}
