import { type Analysis, analyseDense, analysisChoices, distinct } from './analysis-steps.ts'
import { checkTable } from './checked-arguments.ts'
import { declareOptions, type OptionsOf } from './declared-options.ts'
import { complexityAs, densityAs, outlookAs, type PeerName, presenceAs, proximityAs, quotientsAs } from './peer-conventions.ts'
import { analyseSparse, type SparseAnalysis } from './sparse-analysis.ts'
import { diversity, ubiquity } from './specialisation.ts'
import { isSparse, type Note, type SparseTable, type Table } from './table.ts'

const analysisOptions = declareOptions('analyse', analysisChoices)
export interface AnalysisOptions extends OptionsOf<typeof analysisOptions> {}

export type { Analysis } from './analysis-steps.ts'

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
