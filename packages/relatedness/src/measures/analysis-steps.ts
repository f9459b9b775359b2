import { type DensityAndGain, densityAndGain, type DensityAndGainInput } from '../kernel/density-and-gain.ts'
import { type ComplexityOutlook, outlookFormulas, outlookFrom, sumsWanted } from './complexity-outlook.ts'
import { complexityFromIndex, complexityOptions, type EconomicComplexity } from './economic-complexity.ts'
import { flag, oneOf, optional, positive } from './declared-options.ts'
import { quotientOptions, quotientsAndPresence } from './location-quotient.ts'
import { nearnessOf } from './nearness-sums.ts'
import { peerNames } from './peer-conventions.ts'
import { lengthsOf } from './presence-index.ts'
import type { SparseChoices } from './sparse-analysis.ts'
import type { Presence } from './specialisation.ts'
import type { Note, Noted, Series, Table } from './table.ts'

/** The options of `analyse`, which `analyseInParallel` takes too. */
export const analysisChoices = {
  ...quotientOptions.declared,
  ...complexityOptions.declared,
  /** The location quotient from which a region is specialised. Default 1; exactly the threshold counts. */
  threshold: positive(1),
  /** See `relatednessDensity`. Default false. */
  ownDiagonal: flag(),
  /** See `complexityOutlook`. Default `atlas`. */
  formula: oneOf(outlookFormulas),
  /**
   * Every convention as another package has it: see `peerConventions`. Only `threshold` and `reference` may be given beside it.
   */
  peer: optional(
    oneOf(peerNames, { ecomplexity: 'py-ecomplexity', growthlab: 'py-ecomplexity', atlas: 'py-ecomplexity', oec: 'datawheel' }),
  ),
}

/** Every step of an analysis of specialisation. Each is what the function of its name gives. */
export interface Analysis extends Noted {
  quotients: Table
  presence: Presence
  diversity: Series
  ubiquity: Series
  density: Table
  complexity: EconomicComplexity
  outlook: ComplexityOutlook
}

/** `analyse` for a table with every cell written out. */
export function analyseDense(table: Table, choices: SparseChoices): Analysis {
  const { wanted, finish } = beginAnalysis(table, choices)
  return finish(densityAndGain(wanted))
}

/** All before the sums of nearness, which take most of the time, and what is made of them. */
export function beginAnalysis(
  table: Table,
  { missing, reference, scaling, threshold, ownDiagonal, formula }: SparseChoices,
): { wanted: DensityAndGainInput; finish: (made: DensityAndGain) => Analysis } {
  const { quotients, presence } = quotientsAndPresence(table, { missing, reference, threshold })
  const near = nearnessOf(presence)
  const complexity = complexityFromIndex(presence, near.index, { scaling })
  const parts = { presence, pci: complexity.pci, near }
  const finish = (made: DensityAndGain): Analysis => {
    const { density, outlook } = outlookFrom(parts, { ownDiagonal, formula }, made)
    return {
      quotients,
      presence,
      diversity: { labels: presence.regions, values: lengthsOf(near.index.regionStarts) },
      ubiquity: { labels: presence.activities, values: lengthsOf(near.index.activityStarts) },
      density,
      complexity,
      outlook,
      notes: distinct([quotients, presence, density, complexity, outlook].flatMap(({ notes }) => notes as Note[])),
    }
  }
  return { wanted: sumsWanted(parts, { ownDiagonal, formula }), finish }
}

/** Each kind of note once, the first of it. */
export function distinct(notes: readonly Note[]): Note[] {
  return notes.filter(
    ({ code, message }, at) => notes.findIndex((other) => other.code === code && other.message === message) === at,
  )
}
