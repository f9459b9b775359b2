import type { DensityAndGain, DensityAndGainInput } from '../kernel/density-and-gain.ts'
import { kernelInUse } from '../kernel/kernel.ts'
import type { RegionRange } from '../kernel/nearness-requests.ts'
import type { Table } from '../measures/table.ts'
import type { PartRequest, PartAnswer } from './parallel-worker.ts'
import { processors, type StartedWorker } from './start-worker.ts'

/** Below so many cells, starting workers takes longer than what they save. */
const fewCells = 5_000_000
const mostWorkers = 8

/** How many workers share a table: as many as asked for; else one for each processor, or none where that is no sooner ready. */
export function workerCount({ regions, values }: Table, asked: number | undefined): number {
  const usual = values.length < fewCells ? 0 : Math.min(mostWorkers, processors())
  return Math.min(asked ?? (usual > 1 ? usual : 0), regions.length)
}

/** The same as `densityAndGain`, each worker a share of the regions; all workers are stopped before it returns or throws. */
export async function sumInWorkers(
  input: DensityAndGainInput,
  { count, start }: { count: number; start: () => StartedWorker },
): Promise<DensityAndGain> {
  const { regionCount, activityCount } = input.presence.lists
  const result: DensityAndGain = {
    density: new Float64Array(regionCount * activityCount),
    gain: new Float64Array(input.outlook ? regionCount * activityCount : 0),
    index: new Float64Array(input.outlook ? regionCount : 0),
  }
  const workers: StartedWorker[] = []
  const takePart = async (regions: RegionRange) => {
    const worker = start()
    workers.push(worker)
    const part = await answerOf(worker, { input, regions, kernel: kernelInUse() })
    result.density.set(part.density, regions.from * activityCount)
    if (!input.outlook) return
    result.gain.set(part.gain, regions.from * activityCount)
    result.index.set(part.index, regions.from)
  }
  try {
    await Promise.all(shareRegions(input, count).map(takePart))
  } finally {
    for (const worker of workers) void worker.terminate()
  }
  return result
}

/** Regions that follow each other, each share with about as many specialisations as the others. */
export function shareRegions({ presence }: DensityAndGainInput, count: number): RegionRange[] {
  const { regionCount, regionStarts } = presence.lists
  // A region costs something even where it is specialised in nothing.
  const costBefore = (region: number) => regionStarts[region]! + region
  const shares: RegionRange[] = []
  let from = 0
  for (let share = 1; share <= count; share++) {
    const goal = (costBefore(regionCount) * share) / count
    let to = share === count ? regionCount : from
    while (to < regionCount && costBefore(to) < goal) to++
    if (to > from) shares.push({ from, to })
    from = to
  }
  return shares
}

function answerOf(worker: StartedWorker, request: PartRequest): Promise<DensityAndGain> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: PartAnswer) =>
      'problem' in answer ? reject(new Error(`A worker of analyseInParallel failed: ${answer.problem}`)) : resolve(answer)
    const onError = (problem: string) => reject(new Error(`A worker of analyseInParallel could not run: ${problem}`))
    if ('on' in worker) {
      worker.on('message', onMessage)
      worker.on('error', (error: Error) => onError(error.message))
      worker.on('exit', () => onError('it ended before it had answered'))
    } else {
      worker.addEventListener('message', ({ data }) => onMessage(data as PartAnswer))
      worker.addEventListener('error', ({ message }) => onError(message ?? 'its module could not be loaded'))
    }
    worker.postMessage(request)
  })
}
