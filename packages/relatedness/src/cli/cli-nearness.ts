import { complexityOf, presenceOf } from './cli-measure-steps.ts'
import type { MeasureInput } from './cli-input.ts'
import { outlookFrom, sumsWanted } from '../measures/complexity-outlook.ts'
import { nearnessOf } from '../measures/nearness-sums.ts'
import { densityTable, totalsFor } from '../measures/relatedness-density.ts'
import { startWorker } from '../parallel/start-worker.ts'
import { sumInWorkers, workerCount } from '../parallel/sum-in-workers.ts'

/** What a measure takes from sums of nearness, which worker threads can share. */
export type NearnessNeed = 'density' | 'outlook'

/**
 * Makes the density, and the outlook where it is needed, of a large table by worker threads, for the measures to use.
 * The numbers are those that they would compute themselves.
 */
export async function shareNearness(input: MeasureInput, needs: ReadonlySet<NearnessNeed>): Promise<void> {
  if (needs.size === 0 || input.peer) return
  const count = workerCount(input.table, input.workers)
  if (count < 1) return
  const workers = { count, start: startWorker }
  const choices = { formula: 'atlas', ownDiagonal: false } as const
  if (needs.has('outlook')) {
    const { presence, pci } = complexityOf(input)
    const parts = { presence, pci, near: nearnessOf(presence) }
    input.nearness = outlookFrom(parts, choices, await sumInWorkers(sumsWanted(parts, choices), workers))
    return
  }
  const presence = presenceOf(input)
  const near = nearnessOf(presence)
  const wanted = { presence: near.known, ...totalsFor(near, choices.ownDiagonal), density: null, outlook: null }
  const { density: values } = await sumInWorkers(wanted, workers)
  input.nearness = { density: densityTable({ presence, near, values, ownDiagonal: choices.ownDiagonal }) }
}
