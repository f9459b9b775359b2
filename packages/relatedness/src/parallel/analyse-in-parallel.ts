/**
 * `analyse` for large tables, with worker threads that share the regions among them.
 * @module relatedness/parallel
 */
import { densityAndGain } from '../kernel/density-and-gain.ts'
import { type Analysis, analysisChoices, beginAnalysis } from '../measures/analysis-steps.ts'
import { checkTable } from '../measures/checked-arguments.ts'
import { accepted, declareOptions, optional, type OptionsOf, wholeNumber } from '../measures/declared-options.ts'
import { isSparse, type Table } from '../measures/table.ts'
import { sumInWorkers, workerCount } from './sum-in-workers.ts'
import { type NodeWorker, type StartedWorker, startWorker, type WebWorker } from './start-worker.ts'

const { peer: _, ...choices } = analysisChoices
const parallelOptions = declareOptions('analyseInParallel', {
  ...choices,
  /** How many workers. Default: as many as there are processors, at most 8, and none for a table that is ready sooner without. */
  workers: optional(wholeNumber(1, { least: 0, most: 64 })),
  /**
   * Starts a worker that runs the module `relatedness/parallel-worker`. Only needed where a bundler moves files:
   * `() => new Worker(new URL('relatedness/parallel-worker', import.meta.url), { type: 'module' })`.
   */
  startWorker: accepted<() => StartedWorker>('a function that starts a worker', (value) => typeof value === 'function'),
})
export interface ParallelOptions extends OptionsOf<typeof parallelOptions> {}
export type { Analysis, NodeWorker, StartedWorker, WebWorker }

/**
 * The same as `analyse`, to the last bit, with the sums of nearness shared among worker threads: regions are independent of
 * each other there. The rest runs where it is called.
 * @param table  regions × activities, every cell written out
 * @throws RangeError as `analyse` does, and for a sparse table, which `analyse` has ready sooner than workers start
 */
export async function analyseInParallel(table: Table, options: ParallelOptions = {}): Promise<Analysis> {
  checkTable('analyseInParallel', table)
  if (isSparse(table)) throw new RangeError('analyseInParallel needs every cell written out; give a sparse table to analyse.')
  const { workers, startWorker: start = startWorker, ...rest } = parallelOptions.read(options)
  const { wanted, finish } = beginAnalysis(table, rest)
  const count = workerCount(table, workers)
  return finish(count < 1 ? densityAndGain(wanted) : await sumInWorkers(wanted, { count, start }))
}
