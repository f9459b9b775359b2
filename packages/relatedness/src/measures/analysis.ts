import { checkTable } from './checked-arguments.ts'
import { type ComplexityOutlook, densityAndOutlook, outlookFormulas } from './complexity-outlook.ts'
import { complexityFromIndex, complexityOptions, type EconomicComplexity } from './economic-complexity.ts'
import { declareOptions, flag, oneOf, optional, type OptionsOf, positive } from './declared-options.ts'
import { quotientOptions, quotientsAndPresence } from './location-quotient.ts'
import { nearnessOf } from './nearness-sums.ts'
import {
  complexityAs,
  densityAs,
  outlookAs,
  type PeerName,
  peerNames,
  presenceAs,
  proximityAs,
  quotientsAs,
} from './peer-conventions.ts'
import { lengthsOf } from './presence-index.ts'
import { diversity, type Presence, ubiquity } from './specialisation.ts'
import { analyseSparse, type SparseAnalysis, type SparseChoices } from './sparse-analysis.ts'
import { isSparse, type Note, type Noted, type Series, type SparseTable, type Table } from './table.ts'

const analysisOptions = declareOptions('analyse', {
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
})
export interface AnalysisOptions extends OptionsOf<typeof analysisOptions> {}

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

/**
 * The whole line from a table to an outlook: location quotients, specialisation, relatedness density by minimum proximity,
 * economic complexity, complexity outlook. The same numbers as the functions one by one, with what they share computed once
 * and without a matrix of activities where it would not pay.
 * @param table  regions × activities, counts or money
 * @returns for a sparse table the same numbers without writing them out: see `SparseResult`
 * @throws RangeError as the steps do
 */
export function analyse(table: SparseTable, options?: AnalysisOptions & { peer?: undefined }): SparseAnalysis
export function analyse(table: Table, options?: AnalysisOptions): Analysis
export function analyse(table: Table | SparseTable, options: AnalysisOptions = {}): Analysis | SparseAnalysis {
  checkTable('analyse', table)
  const { peer, ...choices } = analysisOptions.read(options)
  if (isSparse(table)) {
    if (peer) throw new RangeError(`analyse: peer «${peer}» needs every cell written out: analyse(toDense(table), { peer }).`)
    const { quotients, presence, density, complexity, outlook, ...counts } = analyseSparse(table, choices)
    const parts = { quotients, presence, density, complexity, outlook }
    return { ...parts, ...counts, notes: distinct(Object.values(parts).flatMap(({ notes }) => notes as Note[])) }
  }
  return peer ? analyseAs(peer, table, options) : analyseDense(table, choices)
}

function analyseDense(table: Table, choices: SparseChoices): Analysis {
  const { missing, reference, scaling, threshold, ownDiagonal, formula } = choices
  const { quotients, presence } = quotientsAndPresence(table, { missing, reference, threshold })
  const near = nearnessOf(presence)
  const complexity = complexityFromIndex(presence, near.index, { scaling })
  const { density, outlook } = densityAndOutlook({ presence, pci: complexity.pci, near }, { ownDiagonal, formula })
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

/** The same line with every convention of a peer. */
function analyseAs(peer: PeerName, table: Table, options: AnalysisOptions): Analysis {
  const { threshold, reference } = options
  const beside = new Set(['peer', 'threshold', 'reference'])
  const set = Object.entries(options).flatMap(([name, value]) => (value === undefined || beside.has(name) ? [] : [name]))
  if (set.length > 0) throw new RangeError(`analyse: peer «${peer}» sets ${set.join(' and ')} too; leave one of the two out.`)
  const quotients = quotientsAs(peer, table, reference)
  const presence = presenceAs(peer, table, { threshold, reference })
  const near = proximityAs(peer, presence)
  const density = densityAs(peer, presence, near)
  const complexity = complexityAs(peer, presence)
  const outlook = outlookAs(peer, { presence, complexity, near, density })
  return {
    quotients,
    presence,
    diversity: diversity(presence),
    ubiquity: ubiquity(presence),
    density,
    complexity,
    outlook,
    notes: distinct([quotients, presence, density, complexity, outlook].flatMap(({ notes }) => notes as Note[])),
  }
}

/** Each kind of note once, the first to be said. */
function distinct(notes: readonly Note[]): Note[] {
  return notes.filter(
    ({ code, message }, at) => notes.findIndex((other) => other.code === code && other.message === message) === at,
  )
}
